import { App, DataResource, Fn, Lazy, TerraformOutput, TerraformStack, TerraformVariable, Testing, Token } from 'cdktf';
import { FileSource, ShellLocalProvisioner, PackerFn } from 'cdk-packer';
import { Image } from '../src';
import { testApp, Written } from './synthesis';

test('x', () => {
  const app = testApp();
  const stack = new TerraformStack(app, 'shop');
  const zone = new DataResource(stack, 'zone', { input: 'x' });
  const web = new Image(stack, 'web');
  new FileSource(web, 'text', { content: `a ${zone.fqn} ${zone.id}`, target: 'a.txt' });
  new ShellLocalProvisioner(web, 'run', { inline: ['true'], env: { ['A${x}']: zone.id, ['B' + zone.id]: zone.id, c: PackerFn.jsondecode(zone.id) as any, d: PackerFn.base64encode(zone.id) } });
  new TerraformOutput(stack, 'o', { value: web.imageId });
  const w = Written.by(stack);
  console.log(JSON.stringify(w.terraform, null, 1), JSON.stringify(w.template('web'), null, 1));
});
