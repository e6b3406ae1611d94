import { Annotations, App, DataResource, Fn, Lazy, TerraformOutput, TerraformStack, TerraformVariable, TerraformLocal, TerraformCount, Testing, Token, TerraformIterator } from 'cdktf';
import { FileSource, ShellLocalProvisioner, PackerFn, Variable, GoTemplate, Expression, Image as CoreImage, PackerTemplate, NullSource, Asset } from 'cdk-packer';
import * as fs from 'fs';
import { Construct } from 'constructs';
import { Image } from '../src';
import { testApp, Written } from './synthesis';

function probe(name: string, build: (stack: TerraformStack, app: App) => any, after?: (w: Written) => any) {
  test(name, () => {
    const app = testApp();
    const stack = new TerraformStack(app, 'shop');
    let out: any;
    try {
      build(stack, app);
      const w = Written.by(stack);
      out = after ? after(w) : w.files();
      if (typeof out !== 'string') out = JSON.stringify(out, null, 1);
    } catch (e) { out = 'THROWS ' + (e as Error).message; }
    fs.appendFileSync('/tmp/cdktf-synth/out', `=== ${name}\n${out}\nFILES ${fs.existsSync(app.outdir) ? fs.readdirSync(app.outdir, {recursive: true}) : 'none'}\n`);
  });
}
const simple = (scope: Construct, id: string, content: any = 'x') => { const i = new Image(scope, id); const s = new FileSource(i, 'text', { content, target: 'a.txt' }); return { i, s }; };

probe('missing asset', (s) => { const { i } = simple(s, 'web'); new ShellLocalProvisioner(i, 'run', { script: './nowhere.sh' }); });
probe('cycle', (s) => {
  const a = new Image(s, 'a'); const b = new Image(s, 'b');
  const as = new FileSource(a, 'text', { content: Lazy.stringValue({ produce: () => b.imageId }), target: 'x' });
  new FileSource(b, 'text', { content: a.artifactOf(as).id, target: 'x' });
});
probe('cycle across', (s, app) => {
  const s2 = new TerraformStack(app, 'two');
  const a = new Image(s, 'a'); const b = new Image(s2, 'b');
  const as = new FileSource(a, 'text', { content: Lazy.stringValue({ produce: () => b.imageId }), target: 'x' });
  new FileSource(b, 'text', { content: a.artifactOf(as).id, target: 'x' });
});
probe('core image', (s) => { const i = new CoreImage(s, 'web'); new FileSource(i, 'text', { content: 'x', target: 'a.txt' }); });
probe('core template', (s) => { const i = new PackerTemplate(s, 'web'); new FileSource(i, 'text', { content: 'x', target: 'a.txt' }); });
probe('no source', (s) => { new Image(s, 'web'); });
probe('under app', (_s, app) => { new Image(app, 'web'); });
probe('two sources imageId', (s) => { const { i } = simple(s, 'web'); new FileSource(i, 'b', { target: 'b' }); return i.imageId; });
probe('ref in output', (s) => { const { i } = simple(s, 'web'); new TerraformOutput(s, 'o', { value: i.workDirectory }); });
probe('ref in key', (s) => { const { i } = simple(s, 'web'); const v = new Variable(i, 'v', { default: 'x' }); new DataResource(s, 'd', { input: { a: { [v.stringValue]: [1, `x ${v.stringValue}`] } } }); });
probe('number ref', (s) => { const { i } = simple(s, 'web'); const v = new Variable(i, 'v', { default: 1, type: 'number' }); new DataResource(s, 'd', { input: { a: v.numberValue, b: `port ${v.numberValue}` } }); });
probe('ref in local through Fn in image', (s) => { const { i } = simple(s, 'web'); const v = new Variable(i, 'v', { default: 'x' }); new ShellLocalProvisioner(i, 'r', { inline: [Fn.upper(v.stringValue)] }); });
probe('iterator', (s) => { const it = TerraformIterator.fromList(['a', 'b']); simple(s, 'web', it.value); });
probe('iterator key', (s) => { const it = TerraformIterator.fromMap({ a: 'b' }); simple(s, 'web', it.key); });
probe('count', (s) => { const it = TerraformCount.of(3); simple(s, 'web', `x${it.index}`); }, (w) => w.terraform.locals);
probe('token in map key', (s) => { const z = new DataResource(s, 'zone'); const { i } = simple(s, 'web'); new ShellLocalProvisioner(i, 'r', { inline: ['true'], env: { ['X' + z.id]: z.id } }); }, (w) => [w.terraform, w.template('web')]);
probe('token+packer in map key', (s) => { const z = new DataResource(s, 'zone'); const { i } = simple(s, 'web'); const v = new Variable(i, 'v', { default: 'x' }); new ShellLocalProvisioner(i, 'r', { inline: ['true'], env: { ['X' + v.stringValue]: z.id } }); }, (w) => [w.terraform, w.template('web')]);
probe('expr key', (s) => { const z = new DataResource(s, 'zone'); const { i } = simple(s, 'web'); new ShellLocalProvisioner(i, 'r', { inline: ['true'], env: { ['X${evil}']: z.id } }); }, (w) => w.terraform.resource);
probe('token in variable default', (s) => { const z = new DataResource(s, 'zone'); const { i } = simple(s, 'web'); new Variable(i, 'v', { default: z.id }); }, (w) => w.template('web').variable);
probe('salt token', (s) => { const z = new DataResource(s, 'zone'); const i = new Image(s, 'web', { fingerprint: { salt: z.id } }); new FileSource(i, 'x', { target: 'x' }); });
probe('gotemplate token', (s) => { const z = new DataResource(s, 'zone'); simple(s, 'web', GoTemplate.of(`{{isotime}} ${z.id}`)); }, (w) => w.template('web').source);
probe('expression token', (s) => { const z = new DataResource(s, 'zone'); simple(s, 'web', Expression.asString(`upper("${z.id}")`)); }, (w) => w.template('web').source);
probe('source name token', (s) => { const z = new DataResource(s, 'zone'); const i = new Image(s, 'web'); new FileSource(i, 'x', { name: z.id, target: 'x' }); });
probe('warnings', (s, app) => { const { i } = simple(s, 'web', 'a ${var.x} b'); app.synth(); return i; }, (w) => JSON.parse(fs.readFileSync(w.directory + '/../../manifest.json', 'utf8')));
probe('error annotation', (s) => { const { i } = simple(s, 'web'); Annotations.of(i).addError('no'); });
probe('collision', (s) => { const a = new Image(s, 'a'); new FileSource(a, 'b_c', { target: 'x' }); const b = new Image(s, 'a_b'); new FileSource(b, 'c', { target: 'x' }); }, (w) => Object.keys(w.terraform.resource.terraform_data));
probe('collision with user', (s) => { simple(s, 'web'); new DataResource(s, 'web_text_build', { input: 1 }); }, (w) => w.terraform.resource.terraform_data.web_text_build.input);
probe('case', (s) => { simple(s, 'web'); simple(s, 'Web'); });
probe('plain dep', (s) => { const c = new Construct(s, 'c'); new DataResource(c, 'd'); const { i } = simple(s, 'web'); i.node.addDependency(c); }, (w) => w.terraform.resource.terraform_data.web_text_build.depends_on);
probe('stack dep', (s, app) => { const s2 = new TerraformStack(app, 'two'); const d = new DataResource(s2, 'd'); const { i } = simple(s, 'web'); i.node.addDependency(d); const o = simple(s2, 'oth'); i.node.addDependency(o.i); }, (w) => w.terraform);
probe('local sensitive', (s) => { const v = new TerraformVariable(s, 'pw', { sensitive: true }); const l = new TerraformLocal(s, 'l', v.stringValue); simple(s, 'web', l.asString); }, (w) => w.template('web').variable);
probe('lists', (s) => { const z = new DataResource(s, 'zone'); const i = new Image(s, 'web'); new NullSource(i, 'n', { communicator: 'none', sshPort: Token.asNumber(z.output) });
  new ShellLocalProvisioner(i, 'r', { inline: Token.asList(z.output), onlyOn: [z.id, 'x'], validExitCodes: Token.asNumberList(z.output), env: Token.asStringMap(z.output), useLinuxPathing: Fn.tobool(z.output) as any }); 
  new ShellLocalProvisioner(i, 'r2', { inline: Lazy.listValue({ produce: () => ['a', z.id] }), validExitCodes: [Token.asNumber(z.output)], env: { a: `p-${Token.asNumber(z.output)}`, b: PackerFn.join(',', Token.asList(z.output)) } }); 
  }, (w) => [w.terraform.locals, w.template('web'), w.resource('web_n_build')]);
probe('hcl', (s) => { simple(s, 'web'); }, () => '');
