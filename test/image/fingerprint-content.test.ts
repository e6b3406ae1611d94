import * as fs from 'fs';
import * as path from 'path';
import { CloudSource, digestOf, fingerprintOf, nullSource, temporaryFolder, write } from './kit';
import {
  Asset, DataSource, Expression, FileProvisioner, GoTemplate, Image, Local, NullSource, PackerFn, ShellLocalProvisioner, ShellProvisioner, Source,
  SourceContext, Variable,
} from '../../src';
import { leafDigest } from '../../src/image/digest-tree';
import { Fingerprint } from '../../src/image/fingerprint';

function withOptions(options: { [option: string]: any }): string {
  return digestOf((image) => new CloudSource(image, 'aws', options));
}

function withLines(lines: (image: Image) => string[]): string {
  return digestOf((image) => {
    new ShellLocalProvisioner(image, 'step', { inline: lines(image) });
    return nullSource(image, 'local');
  });
}

function withScript(script: string): string {
  return digestOf((image) => {
    new ShellLocalProvisioner(image, 'step', { script });
    return nullSource(image, 'local');
  });
}

test.each([
  ['the place where it is built', { instanceType: 't3.large' }],
  ['a credential', { password: 'hunter2' }],
  ['a secret', { rootPassword: 'hunter2' }],
  ['how long to wait', { timeout: '90m' }],
  ['where outputs lie', { outputDirectory: 'elsewhere' }],
  ['the name of the image', { amiName: 'web-{{timestamp}}' }],
])('%s is not content', (_what, options) => {
  expect(withOptions({ userData: 'x', ...options })).toBe(withOptions({ userData: 'x' }));
});

test.each([
  ['an option', { userData: 'y' }],
  ['one tag', { userData: 'x', tags: { team: 'web' } }],
  ['the image that it starts from', { userData: 'x', sourceAmi: 'ami-1' }],
  ['a region to copy to', { userData: 'x', amiRegions: ['eu-west-1'] }],
])('%s is content', (_what, options) => {
  expect(withOptions(options)).not.toBe(withOptions({ userData: 'x' }));
});

test('an option named type does not hide the type of the source', () => {
  // GIVEN
  const source = (type: string) => digestOf((image) => new Source(image, 'x', { type, configuration: { type: 'small' } }));

  // THEN
  expect(source('one')).not.toBe(source('two'));
});

test('regions to copy to are a set', () => {
  // GIVEN
  const base = withOptions({ amiRegions: ['eu-west-1', 'us-east-1'] });

  // THEN
  expect(withOptions({ amiRegions: ['us-east-1', 'eu-west-1'] })).toBe(base);
  expect(withOptions({ amiRegions: ['us-east-1', 'eu-west-1', 'us-east-1'] })).toBe(base);
  expect(withOptions({ amiRegions: ['us-east-1'] })).not.toBe(base);
});

test('the order in which a map was written is not content', () => {
  expect(withOptions({ tags: { a: '1', b: '2' } })).toBe(withOptions({ tags: { b: '2', a: '1' } }));
});

test('the bytes of a script are content', () => {
  // GIVEN
  const folder = temporaryFolder();
  const script = write(path.join(folder, 'install.sh'), 'echo 1\n');
  const before = withScript(script);

  // WHEN
  write(script, 'echo 2\n');

  // THEN
  expect(withScript(script)).not.toBe(before);
});

test('the executable bit of a file is content, and no other bit is', () => {
  // GIVEN
  const folder = temporaryFolder();
  const file = write(path.join(folder, 'install.sh'), 'echo 1\n', 0o644);
  const digest = () => digestOf((image) => {
    new ShellLocalProvisioner(image, 'step', { inline: [`ls ${Asset.of(file).path}`] });
    return nullSource(image, 'local');
  });
  const before = digest();

  // THEN
  fs.chmodSync(file, 0o600);
  expect(digest()).toBe(before);
  fs.chmodSync(file, 0o755);
  expect(digest()).not.toBe(before);
});

test('the executable bit of a script that Packer executes is not content, since its copy always has it', () => {
  // GIVEN
  const folder = temporaryFolder();
  const script = write(path.join(folder, 'install.sh'), 'echo 1\n', 0o644);
  const before = withScript(script);

  // THEN
  fs.chmodSync(script, 0o755);
  expect(withScript(script)).toBe(before);
});

test('the folder that a script lies in is not content', () => {
  // GIVEN
  const folder = temporaryFolder();
  const one = write(path.join(folder, 'one', 'install.sh'), 'echo 1\n');
  const two = write(path.join(folder, 'two', 'install.sh'), 'echo 1\n');

  // THEN
  expect(withScript(two)).toBe(withScript(one));
});

test('a slash at the end of a folder is content, since it changes what Packer copies', () => {
  // GIVEN
  const folder = temporaryFolder();
  write(path.join(folder, 'site', 'index.html'), 'hello');
  const copy = (source: string) => digestOf((image) => {
    new FileProvisioner(image, 'site', { source, destination: '/srv' });
    return new NullSource(image, 'machine', { sshHost: '127.0.0.1' });
  });

  // THEN
  expect(copy(path.join(folder, 'site/'))).not.toBe(copy(path.join(folder, 'site')));
});

test('local files inside of longer texts are content', () => {
  // GIVEN
  const folder = temporaryFolder();
  const file = write(path.join(folder, 'ansible', 'site.yml'), '1');
  const run = (text: (asset: Asset) => string) => withLines(() => [text(Asset.of(path.join(folder, 'ansible')))]);
  const texts = [
    (asset: Asset) => `ansible-playbook ${asset.path}/site.yml`, (asset: Asset) => `/${asset.path}`, (asset: Asset) => `${asset.path}/${asset.path}`,
  ];
  const before = texts.map(run);

  // WHEN
  write(file, '2');

  // THEN
  texts.map(run).forEach((digest, index) => expect(digest).not.toBe(before[index]));
});

test('an empty folder inside of a folder is content', () => {
  // GIVEN
  const folder = temporaryFolder();
  write(path.join(folder, 'site', 'index.html'), 'hello');
  const copy = () => digestOf((image) => {
    new FileProvisioner(image, 'site', { source: path.join(folder, 'site'), destination: '/srv' });
    return new NullSource(image, 'machine', { sshHost: '127.0.0.1' });
  });
  const before = copy();

  // WHEN
  fs.mkdirSync(path.join(folder, 'site', 'empty'));

  // THEN
  expect(copy()).not.toBe(before);
});

test('an inline script that became a file is content by its lines', () => {
  // GIVEN
  const run = (line: string) => digestOf((image) => {
    new ShellProvisioner(image, 'format', { inline: [line] });
    return new NullSource(image, 'machine', { sshHost: '127.0.0.1' });
  });

  // THEN
  expect(run("docker ps --format '{{.Names}}'")).toBe(run("docker ps --format '{{.Names}}'"));
  expect(run("docker ps --format '{{.ID}}'")).not.toBe(run("docker ps --format '{{.Names}}'"));
});

test('the default of a variable that is used is content', () => {
  // GIVEN
  const release = (value?: string) => withLines((image) => [`fetch ${new Variable(image, 'release', { default: value }).stringValue}`]);

  // THEN
  expect(release('1')).toBe(release('1'));
  expect(release('2')).not.toBe(release('1'));
  expect(release(undefined)).not.toBe(release('1'));
});

test('a variable that nothing uses is not content', () => {
  // GIVEN
  const unused = withLines((image) => {
    new Variable(image, 'release', { default: '1' });
    return ['echo'];
  });

  // THEN
  expect(unused).toBe(withLines(() => ['echo']));
});

test('the default of a sensitive variable is not in the fingerprint', () => {
  // GIVEN
  const password = (value: string) =>
    withLines((image) => [`login ${new Variable(image, 'password', { default: value, sensitive: true }).stringValue}`]);

  // THEN
  expect(password('hunter2')).toBe(password('correct horse'));
});

test('a local value is content through what it stands for', () => {
  // GIVEN
  const local = (release: string, name = 'path') => withLines((image) => {
    const variable = new Variable(image, `${name}-release`, { name: `${name}_release`, default: release });
    return [`fetch ${new Local(image, name, { expression: `/srv/${variable.stringValue}` }).stringValue}`];
  });

  // THEN
  expect(local('2')).not.toBe(local('1'));
  expect(local('1', 'other')).toBe(local('1'));
});

test('a sensitive local value is not in the fingerprint', () => {
  // GIVEN
  const line = (expression: string) =>
    withLines((image) => [`echo ${new Local(image, 'x', { expression, sensitive: true }).stringValue}`]);

  // THEN
  expect(line('hunter2')).toBe(line('hunter1'));
});

test('a local value that refers to itself ends', () => {
  expect(withLines((image) => [new Local(image, 'a', { expression: Expression.asString('local.a') }).stringValue])).toMatch(/^[0-9a-f]{64}$/);
});

test('a data source is content by its options', () => {
  // GIVEN
  const lookup = (url: string) => withLines((image) =>
    [`fetch ${new DataSource(image, 'release', { type: 'http', configuration: { url } }).stringAttribute('body')}`]);

  // THEN
  expect(lookup('https://example.com/2')).not.toBe(lookup('https://example.com/1'));
});

test('names inside of functions are replaced with what they stand for', () => {
  // GIVEN
  const release = (name: string, value: string) =>
    withLines((image) => [`fetch ${PackerFn.upper(new Variable(image, name, { default: value }).stringValue)}`]);

  // THEN
  expect(release('other', '1')).toBe(release('release', '1'));
  expect(release('release', '2')).not.toBe(release('release', '1'));
});

test.each<[string, (first: string, second: string) => string]>([
  ['in a text', (first, second) => `fetch ${first}${second}`],
  ['in the argument of a function', (first, second) => `fetch ${PackerFn.upper(first + second)}`],
])('references in a row %s are each content', (_where, line) => {
  // GIVEN
  const release = (name: string, value: string) => withLines((image) => {
    const first = new Variable(image, name, { default: value });
    return [line(first.stringValue, new Variable(image, 'second', { default: '1' }).stringValue)];
  });

  // THEN
  expect(release('release', '2')).not.toBe(release('release', '1'));
  expect(release('other', '1')).toBe(release('release', '1'));
});

test('an empty text in an expression is content', () => {
  // GIVEN
  const json = (value: unknown) => withLines(() => [PackerFn.jsonencode(value)]);

  // THEN
  expect(json([''])).not.toBe(json([]));
});

test('a function and the same expression as text are one content', () => {
  // GIVEN
  const upper = (call: (release: Variable) => string) => withLines((image) => [call(new Variable(image, 'release', { default: '1' }))]);

  // THEN
  expect(upper(() => Expression.asString('upper(var.release)'))).toBe(upper((release) => PackerFn.upper(release.stringValue)));
});

test('a Go template and the same text as a literal differ where literals are escaped', () => {
  expect(withOptions({ userData: GoTemplate.of('{{timestamp}}') })).not.toBe(withOptions({ userData: '{{timestamp}}' }));
});

test('a text that looks like a variable is content as it is', () => {
  expect(withLines(() => ['echo var.a'])).not.toBe(withLines(() => ['echo var.b']));
});

test('the name of the source is content where a step uses it, and only there', () => {
  // GIVEN
  const named = (id: string, line: string) => digestOf((image) => {
    new ShellLocalProvisioner(image, 'step', { inline: [line] });
    return nullSource(image, id);
  });

  // THEN
  expect(named('two', `echo ${SourceContext.NAME}`)).not.toBe(named('one', `echo ${SourceContext.NAME}`));
  expect(named('two', 'echo')).toBe(named('one', 'echo'));
});

test('a salt is content', () => {
  // GIVEN
  const salted = (salt?: string) => digestOf((image) => nullSource(image, 'local'), 'web', { fingerprint: { salt } });

  // THEN
  expect(salted('1')).not.toBe(salted());
  expect(salted('2')).not.toBe(salted('1'));
});

const DOCKER = 'github.com/hashicorp/docker';

function withVersions(packerVersion: string | undefined, plugins: { [address: string]: string } = {}): Fingerprint {
  return fingerprintOf((image) => {
    Object.entries(plugins).forEach(([source, version], index) => image.requirePlugin(`plugin${index}`, { source, version }));
    return nullSource(image, 'local');
  }, 'web', { packerVersion });
}

test.each([
  '>= 1.11', '> 1.11.0', '~> 1.11.0', '<= 1.11.0', '!= 1.11.0', '>= 1.11.0, <= 1.11.0', '1.11.0, 1.11.0', '',
])('the versions of Packer and of plugins are not content where the constraint is %j', (constraint) => {
  // WHEN
  const { digest, tree } = withVersions(constraint, { [DOCKER]: constraint });

  // THEN
  expect(Object.keys(tree)).toEqual(['type', 'source']);
  expect(digest).toBe(withVersions(undefined).digest);
});

test.each(['1.2.3', '= 1.2.3', '=1.2.3', 'v1.2.3', '= v1.2.3', ' 1.2.3 '])('the versions that %j pins are content', (constraint) => {
  // WHEN
  const { digest, tree } = withVersions(constraint, { [DOCKER]: constraint });

  // THEN
  expect(tree.versions).toEqual({ packer: leafDigest('1.2.3'), [DOCKER]: leafDigest('1.2.3') });
  expect(digest).toBe(withVersions('1.2.3', { [DOCKER]: '1.2.3' }).digest);
});

test.each([['1', '1.0.0'], ['1.2', '1.2.0'], ['1.2.3-dev', '1.2.3-dev'], ['1.2.3+meta', '1.2.3+meta']])(
  'the constraint %j pins the version %s', (constraint, version) => {
    expect(withVersions(constraint).tree.versions).toEqual({ packer: leafDigest(version) });
  });

test('only what is pinned is among the versions', () => {
  // WHEN
  const { tree } = withVersions('>= 1.11', { [DOCKER]: '1.1.2', 'github.com/hashicorp/amazon': '~> 1.3' });

  // THEN
  expect(tree.versions).toEqual({ [DOCKER]: leafDigest('1.1.2') });
});

test('another pinned version is another content', () => {
  // WHEN
  const digests = [
    withVersions(undefined), withVersions('1.11.1'), withVersions('1.11.2'), withVersions(undefined, { [DOCKER]: '1.1.1' }),
    withVersions(undefined, { [DOCKER]: '1.1.2' }), withVersions(undefined, { 'github.com/hashicorp/amazon': '1.1.2' }),
  ].map(({ digest }) => digest);

  // THEN
  expect(new Set(digests).size).toBe(digests.length);
});

test('the local names of plugins and the order in which they are required are not content', () => {
  // WHEN
  const one = withVersions(undefined, { a: '1.0.0', b: '2.0.0' });
  const other = withVersions(undefined, { b: '2.0.0', a: '1.0.0' });

  // THEN
  expect(other.digest).toBe(one.digest);
});

test('the digest is made of the tree, and the format is numbered', () => {
  // WHEN
  const fingerprint = fingerprintOf((image) => nullSource(image, 'local'));

  // THEN
  expect(fingerprint.format).toBe(1);
  expect(fingerprint.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(Object.keys(fingerprint.tree)).toEqual(['type', 'source']);
});
