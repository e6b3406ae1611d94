import * as fs from 'fs';
import * as path from 'path';
import Ajv from 'ajv';
import { assemblyIn, CloudSource, nullSource, temporaryFolder, write } from './kit';
import {
  Build, DataSource, FileProvisioner, FileSource, Image, NullSource, PackerApp, PackerFn, PackerTemplate, PostProcessor, ShellLocalPostProcessor,
  ShellLocalProvisioner, Source, Variable,
} from '../../src';
import { Assembly, ASSEMBLY_VERSION } from '../../src/image/assembly';
import { FINGERPRINT_FORMAT } from '../../src/image/fingerprint';

const SCHEMA = JSON.parse(fs.readFileSync(path.join(__dirname, '../../schema/images.schema.json'), 'utf8'));
// A keyword beside `$ref` counts for nothing in this draft; only descriptions stand there.
const validate = new Ajv({ strict: true, strictRequired: false, allErrors: true }).compile(SCHEMA);

/** An app with one of everything that can be in an assembly. */
function everything(): Assembly {
  const folder = temporaryFolder();
  write(path.join(folder, 'site', 'index.html'), 'hello');
  fs.symlinkSync('index.html', path.join(folder, 'site', 'link.html'));
  fs.mkdirSync(path.join(folder, 'site', 'empty'));
  const app = new PackerApp({ outdir: path.join(folder, 'out') });

  const base = new Image(app, 'base', { fingerprint: { salt: '1' } });
  base.requirePlugin('docker', { source: 'github.com/hashicorp/docker', version: '= 1.1.0' });
  const file = new FileSource(base, 'file', { content: 'x', target: 'x.txt' });
  const aws = new Source(base, 'aws', { type: 'amazon-ebs', configuration: { region: 'eu-west-1', ami_regions: ['us-east-1', 'eu-west-1'] } });

  const web = new Image(app, 'web');
  new NullSource(web, 'machine', { sshHost: '127.0.0.1', sshUsername: 'root', sshPassword: 'hunter2' });
  new CloudSource(web, 'cloud', { sourceAmi: base.artifactOf(aws).idIn('us-east-1'), rootPassword: 'hunter2' });
  const password = new Variable(web, 'password', { sensitive: true });
  const token = new Variable(web, 'token', { sensitive: true, default: 'hunter2' });
  const release = new DataSource(web, 'release', { type: 'http', configuration: { url: 'https://example.com' } });
  new FileProvisioner(web, 'site', { source: path.join(folder, 'site'), destination: '/srv' });
  new ShellLocalProvisioner(web, 'unpack', { inline: [`tar -xf ${base.artifactOf(file).file('*.tar')}`, `echo ${release.stringAttribute('body')}`] });
  new ShellLocalProvisioner(web, 'login', { inline: ['login'], environmentVars: [`P=${password.stringValue}`, `T=${token.stringValue}`] });
  new ShellLocalPostProcessor(web, 'publish', { inline: ['echo ${var.release}'] });

  const smoke = new PackerTemplate(app, 'smoke');
  nullSource(smoke, 'local');
  new Build(smoke, 'build');

  const servers = new PackerTemplate(app, 'servers');
  const container = new Source(servers, 'container', { type: 'docker', configuration: { image: 'debian', commit: true } });
  const build = new Build(servers, 'small', { name: 'small' });
  const tag = new PostProcessor(build, 'tag', { type: 'docker-tag', configuration: { repository: 'small', tags: ['1'] } });
  const small = Image.fromBuild(build);
  const volumes = new Source(servers, 'disks', { type: 'amazon-ebsvolume', configuration: { region: 'eu-west-1' } });
  new CloudSource(new Image(app, 'client'), 'cloud', {
    userData: `${small.artifactOf(tag, container).tag} ${small.artifactOf(container).id}`,
    instanceType: PackerFn.join(',', small.artifactOf(volumes).snapshotsIn('eu-west-1')),
  });
  jest.spyOn(process.stderr, 'write').mockReturnValueOnce(true);
  app.synth();
  return assemblyIn(app.outdir);
}

test('an assembly is valid against its schema', () => {
  // WHEN
  validate(everything());

  // THEN
  expect(validate.errors).toBeNull();
});

test('the schema has the version and the format of the library', () => {
  expect(SCHEMA.properties.version.const).toBe(ASSEMBLY_VERSION);
  expect(SCHEMA.definitions.fingerprint.properties.format.const).toBe(FINGERPRINT_FORMAT);
});

test('the schema allows nothing that it does not name', () => {
  // GIVEN
  const open: string[] = [];
  const visit = (schema: any, name: string): void => {
    if (typeof schema !== 'object' || schema === null) { return; }
    if (schema.type === 'object' && schema.additionalProperties === undefined) { open.push(name); }
    Object.entries(schema).forEach(([key, inner]) => visit(inner, `${name}/${key}`));
  };

  // WHEN
  visit(SCHEMA, '#');

  // THEN
  expect(open).toEqual([]);
});

test.each([
  ['another version', (assembly: any) => { assembly.version = 2; }],
  ['an unknown property', (assembly: any) => { assembly.images[0].value = 'x'; }],
  ['a value of a variable', (assembly: any) => { assembly.images[1].variables[0].value = 'x'; }],
  ['a file outside', (assembly: any) => { assembly.images[0].files[0].path = '/etc/passwd'; }],
  ['a variable of a parent without the parent', (assembly: any) => { assembly.images[1].variables[0] = { name: 'a', sensitive: false, from: 'parent' }; }],
  ['a part of an artifact as a text', (assembly: any) => { assembly.images[1].variables[1].parent.part = 'region us-east-1'; }],
  ['a part of an unknown kind', (assembly: any) => { assembly.images[1].variables[1].parent.part = { kind: 'name' }; }],
  ['a region without its name', (assembly: any) => { assembly.images[1].variables[1].parent.part = { kind: 'region' }; }],
  ['an id with a region', (assembly: any) => { assembly.images[1].variables[1].parent.part = { kind: 'id', region: 'us-east-1' }; }],
  ['a short digest', (assembly: any) => { assembly.images[0].targets[0].fingerprint.digest = 'abc'; }],
])('the schema refuses %s', (_what, change) => {
  // GIVEN
  const assembly = everything();

  // WHEN
  change(assembly);

  // THEN
  expect(validate(assembly)).toBe(false);
});

test('variables that need a value are listed, with where it comes from', () => {
  // WHEN
  const [, web] = everything().images;

  // THEN
  expect(web.variables).toEqual([
    { name: 'password', sensitive: true, from: 'user' },
    {
      name: 'cloud_source_ami',
      sensitive: false,
      from: 'parent',
      parent: { address: 'base:amazon-ebs.aws', part: { kind: 'region', region: 'us-east-1' } },
    },
    { name: 'unpack_inline_0', sensitive: false, from: 'parent', parent: { address: 'base:file.file', part: { kind: 'file', glob: '*.tar' } } },
  ]);
});

test('a part that is the only id of an artifact needs no more than its kind', () => {
  // GIVEN
  const app = new PackerApp({ outdir: temporaryFolder() });
  const base = new Image(app, 'base');
  const file = new FileSource(base, 'file', { content: 'x', target: 'x.txt' });
  const web = new Image(app, 'web');
  nullSource(web, 'local');

  // WHEN
  new ShellLocalProvisioner(web, 'show', { inline: [`echo ${base.artifactOf(file).id}`] });
  app.synth();

  // THEN
  const assembly = assemblyIn(app.outdir);
  expect(assembly.images[1].variables).toEqual([
    { name: 'show_inline_0', sensitive: false, from: 'parent', parent: { address: 'base:file.file', part: { kind: 'id' } } },
  ]);
  expect(validate(assembly)).toBe(true);
});

test('a target says how to read its artifact, and where it is', () => {
  // WHEN
  const [{ targets: [file, aws] }] = everything().images;

  // THEN
  expect({ ...file, fingerprint: undefined }).toEqual({
    address: 'base:file.file',
    source: 'file.file',
    grammar: { builderId: 'packer.file', form: 'run' },
    regions: [],
    local: true,
    manifest: 'file.manifest.json',
    chains: [],
    parents: [],
    notCovered: [],
  });
  expect({ ...aws, fingerprint: undefined }).toEqual({
    address: 'base:amazon-ebs.aws',
    source: 'amazon-ebs.aws',
    grammar: { builderId: 'mitchellh.amazonebs', form: 'regions' },
    regions: ['eu-west-1', 'us-east-1'],
    local: false,
    manifest: 'aws.manifest.json',
    chains: [],
    parents: [],
    notCovered: [],
  });
});

test('the versions that the user pinned are in the tree of each target', () => {
  // WHEN
  const [base, web] = everything().images;

  // THEN
  expect(base.targets.map(({ fingerprint }) => Object.keys(fingerprint.tree.versions ?? {})))
    .toEqual([['github.com/hashicorp/docker'], ['github.com/hashicorp/docker']]);
  expect(web.targets.map(({ fingerprint }) => fingerprint.tree.versions)).toEqual([undefined, undefined]);
});

test('the parents and what the fingerprint does not cover are listed', () => {
  // WHEN
  const [, { targets: [machine, cloud] }] = everything().images;

  // THEN
  expect([machine.parents, cloud.parents]).toEqual([['base:file.file'], ['base:amazon-ebs.aws', 'base:file.file']]);
  expect(machine.notCovered).toEqual(['data.http.release', 'var.password']);
});

test('files, links and empty folders are in the index with their digests', () => {
  // WHEN
  const [, { files }] = everything().images;

  // THEN
  const site = 'images/web/assets/site/source/site';
  expect(files.slice(1)).toEqual([
    { path: `${site}/empty`, sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', executable: false, folder: true },
    { path: `${site}/index.html`, sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824', executable: false },
    { path: `${site}/link.html`, sha256: '0eb547304658805aad788d320f10bf1f292797b5e6d745a3bf617584da017051', executable: false, link: true },
  ]);
});

test('no secret is in an assembly', () => {
  expect(JSON.stringify(everything())).not.toContain('hunter2');
});
