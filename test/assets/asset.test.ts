import * as fs from 'fs';
import * as path from 'path';
import { Construct } from 'constructs';
import { write } from './kit';
import { Asset, FileProvisioner, PackerFn, RuntimePath, ShellLocalProvisioner, ShellProvisioner, Source, Variable } from '../../src';
import { absolutePath } from '../../src/assets/snapshot';
import { renderedTemplate } from '../../src/language/template';
import { reachBySsh, smallTemplate, temporaryFolder } from '../language/support';

/** A build that can take any step, and what its step is written as. */
function build() {
  const { template, build: scope, source } = smallTemplate();
  reachBySsh(source);
  const json = () => Object.values(template.toJson().build[0].provisioner[0])[0] as any;
  const staged = () => renderedTemplate(template).staged.map(({ asset }) => [asset.path, (asset.source as any).localPath]);
  return { template, scope, json, staged };
}

test('an input path is staged below the construct and the option, under its own name', () => {
  const { scope, json, staged } = build();

  new ShellProvisioner(scope, 'a b', { scripts: ['./scripts/one.sh', '/opt/two.sh'] });

  expect(json().scripts).toEqual(['${path.root}/assets/build-a-b/scripts.0/one.sh', '${path.root}/assets/build-a-b/scripts.1/two.sh']);
  expect(staged()).toEqual([['assets/build-a-b/scripts.0/one.sh', './scripts/one.sh'], ['assets/build-a-b/scripts.1/two.sh', '/opt/two.sh']]);
});

test.each([
  ['./site', '${path.root}/assets/build-x/source/site'],
  ['./site/', '${path.root}/assets/build-x/source/site/'],
  ['.', '${path.root}/assets/build-x/source/content'],
  ['./', '${path.root}/assets/build-x/source/content/'],
])('the source %j of a file provisioner is written as %j', (source, written) => {
  const { scope, json } = build();

  new FileProvisioner(scope, 'x', { source, destination: '/tmp/x' });

  expect(json()).toEqual({ destination: '/tmp/x', source: written });
});

test('with direction download nothing is staged', () => {
  const { scope, json, staged } = build();

  new FileProvisioner(scope, 'x', { source: '/var/log/x', destination: './x', direction: 'download' });

  expect(json()).toEqual({ destination: './x', direction: 'download', source: '/var/log/x' });
  expect(staged()).toEqual([]);
});

test('what is downloaded is not staged for one source either', () => {
  const { template, scope, staged } = build();

  const step = new FileProvisioner(scope, 'x', { source: '/var/log/x', destination: './x', direction: 'download' });
  step.overrideFor(template.node.findChild('local') as Source, { source: '/var/log/y' });

  expect(template.toJson().build[0].provisioner[0].file.override).toEqual({ local: { source: '/var/log/y' } });
  expect(staged()).toEqual([]);
});

test('what is said to be generated is not staged', () => {
  const { scope, json, staged } = build();

  new FileProvisioner(scope, 'x', { source: './made', destination: '/tmp/x', generated: true });

  expect(json()).toEqual({ destination: '/tmp/x', generated: true, source: './made' });
  expect(staged()).toEqual([]);
});

test('a runtime path is written as it is, and says that it is generated', () => {
  const { scope, json, staged } = build();

  new FileProvisioner(scope, 'x', { source: RuntimePath.of('/tmp/${x}'), destination: '/tmp/x' });

  expect(json()).toEqual({ destination: '/tmp/x', generated: true, source: '/tmp/$${x}' });
  expect(staged()).toEqual([]);
});

test('a runtime path among other sources leaves them staged', () => {
  const { scope, json, staged } = build();

  new FileProvisioner(scope, 'x', { sources: ['./site', `${RuntimePath.of('/tmp')}/made`], destination: '/tmp/x' });

  expect(json()).toEqual({ destination: '/tmp/x', generated: true, sources: ['${path.root}/assets/build-x/sources.0/site', '/tmp/made'] });
  expect(staged()).toHaveLength(1);
});

test('a runtime path is not staged where a script is expected', () => {
  const { scope, json, staged } = build();

  new ShellLocalProvisioner(scope, 'x', { script: RuntimePath.of('/opt/x.sh') });

  expect(json()).toEqual({ script: '/opt/x.sh' });
  expect(staged()).toEqual([]);
});

test('a runtime path may contain references', () => {
  const { template, scope, json } = build();
  const x = new Variable(template, 'x');

  new ShellLocalProvisioner(scope, 'x', { script: RuntimePath.of(`${x.stringValue}/x.sh`), env: { X: PackerFn.upper(RuntimePath.of('/a')) } });

  expect(json()).toEqual({ env: { X: '${upper("/a")}' }, script: '${var.x}/x.sh' });
});

test('an input path that is a reference is written as it is', () => {
  const { template, scope, json, staged } = build();

  new ShellLocalProvisioner(scope, 'x', { script: new Variable(template, 'x').stringValue });

  expect(json()).toEqual({ script: '${var.x}' });
  expect(staged()).toEqual([]);
});

test('an asset can stand anywhere in a string', () => {
  const { scope, json, staged } = build();
  const playbook = Asset.of('./ansible');

  new ShellLocalProvisioner(scope, 'x', { inline: [`ansible-playbook -i ${playbook.file('hosts')} ${playbook}/site.yml`] });

  expect(json().inline).toEqual([
    'ansible-playbook -i ${path.root}/assets/build-x/inline.0/ansible/hosts ${path.root}/assets/build-x/inline.0/ansible/site.yml',
  ]);
  expect(staged()).toEqual([['assets/build-x/inline.0/ansible', './ansible']]);
});

test('an asset as an input path keeps what it leaves out', () => {
  const { template, scope, json } = build();

  new FileProvisioner(scope, 'x', { source: Asset.of('./site', { exclude: ['*.log'] }).path, destination: '/tmp/x' });

  expect(json().source).toBe('${path.root}/assets/build-x/source/site');
  expect(renderedTemplate(template).staged[0].asset.source).toEqual({ localPath: './site', exclude: ['*.log'], executed: false });
});

test('two assets of one name at one position get places of their own, the same asset one place', () => {
  const { scope, json } = build();
  const [a, b] = [Asset.of('./a/site'), Asset.of('./b/site')];

  new ShellLocalProvisioner(scope, 'x', { inline: [`diff ${a.path} ${b.path} ${Asset.of('./a/site').path}`] });

  expect(json().inline[0]).toBe(
    'diff ${path.root}/assets/build-x/inline.0/site ${path.root}/assets/build-x/inline.0.2/site ${path.root}/assets/build-x/inline.0/site',
  );
});

test('the place of an asset has a name that file systems take, however deep the construct lies', () => {
  const { scope, staged } = build();
  let parent: Construct = scope;
  for (let i = 0; i < 40; i++) { parent = new Construct(parent, `construct-${i}`); }

  new ShellLocalProvisioner(parent, 'a', { script: './run.sh' });
  new ShellLocalProvisioner(parent, 'b', { script: './run.sh' });

  const folders = staged().map(([place]) => place.split('/')[1]);
  expect(new Set(folders).size).toBe(2);
  expect(folders.every((folder) => folder.length < 220)).toBe(true);
});

test('two assets whose places differ by case only get places of their own', () => {
  const { scope, staged } = build();

  new ShellLocalProvisioner(scope, 'Pack', { script: './a/run.sh' });
  new ShellLocalProvisioner(scope, 'pack', { script: './b/run.sh' });

  expect(staged().map(([place]) => place)).toEqual(['assets/build-Pack/script/run.sh', 'assets/build-pack/script.2/run.sh']);
});

test.each(['..', '../secret', 'a/../../secret', '/etc/passwd'])('the file %j does not lie in the folder of an asset, and so is an error', (name) => {
  expect(() => Asset.of('./site').file(name)).toThrow(
    `'${name}' does not lie in './site', of which only what lies in it is copied. Make an Asset of a folder above both, or another one of the file.`,
  );
});

test('functions that read files get the path beside the template, other functions the whole path', () => {
  const { scope, json } = build();
  const asset = Asset.of('./site');

  new ShellLocalProvisioner(scope, 'x', {
    env: {
      A: PackerFn.sha256(PackerFn.file(asset.file('./a/../b'))),
      B: PackerFn.templatefile(asset.path, { dir: asset.path }),
      C: PackerFn.dirname(asset.path),
    },
    inline: ['true'],
  });

  expect(json().env).toEqual({
    A: '${sha256(file("${"assets/build-x/env.A/site"}/b"))}',
    B: '${templatefile("assets/build-x/env.B/site", { "dir" = "${path.root}/assets/build-x/env.B/site" })}',
    C: '${dirname("${path.root}/assets/build-x/env.C/site")}',
  });
});

test('a name with {{ cannot be staged where it would be run as a Go template', () => {
  const { template, scope } = build();

  new FileProvisioner(scope, 'x', { source: './{{x}}', destination: '/tmp/x' });

  expect(() => template.toJson()).toThrow(/^\[web\/build\/x\] source: it contains a literal `\{\{`/);
});

describe('relative paths start', () => {
  const before = process.cwd();
  afterEach(() => process.chdir(before));

  test.each(['cdktf.json', 'cdk-packer.json'])('at the nearest folder upwards with %s', (name) => {
    const folder = write(temporaryFolder(), { [name]: '{}', [`a/${name}`]: '{}', 'a/b/c/': '' });

    process.chdir(path.join(folder, 'a/b/c'));

    expect(absolutePath('./x')).toBe(path.join(folder, 'a/x'));
    expect(absolutePath('/x')).toBe('/x');
  });

  test('at the working directory when there is none', () => {
    const folder = write(temporaryFolder(), { 'a/': '' });

    process.chdir(path.join(folder, 'a'));

    expect(absolutePath('./x')).toBe(path.join(fs.realpathSync(folder), 'a/x'));
  });
});
