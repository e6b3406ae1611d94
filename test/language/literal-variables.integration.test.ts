import * as fs from 'fs';
import * as path from 'path';
import { packer, temporaryFolder } from './support';
import { FileSource, GoTemplate, Image, Local, PackerApp, PackerFn, ProvenancePostProcessor, Variable } from '../../src';

/** The contents of files that Packer writes, by their names. */
function contents(texts: (image: Image) => { [name: string]: string }, ...args: string[]): { [name: string]: string } {
  const folder = temporaryFolder();
  const app = new PackerApp({ outdir: folder });
  const image = new Image(app, 'image', { packerVersion: '>= 1.16.0' });
  const files = texts(image);
  for (const [name, content] of Object.entries(files)) { new FileSource(image, `file-${name}`, { content, target: `${name}.txt` }); }
  app.synth();
  packer(path.join(folder, 'images/image'), 'build', ...args, '.');
  return Object.fromEntries(Object.keys(files).map((name) => [name, fs.readFileSync(path.join(folder, 'images/image', `${name}.txt`), 'utf8')]));
}

test('what is written as the value of a variable or a local arrives, whatever Packer would run in it', () => {
  expect(contents((image) => {
    const release = new Variable(image, 'release', { default: '{{build_name}} {{nonsense}} {{`' });
    const list = new Variable(image, 'list', { type: 'list(string)', default: ['{{a}}', 'b{'] });
    const map = new Variable(image, 'map', { type: 'map(string)', default: { a: '{{a}}' } });
    const local = new Local(image, 'local', { expression: `{{${release.stringValue}}}` });
    return {
      text: release.stringValue,
      joined: `{${release.stringValue}}{${local.stringValue}`,
      list: PackerFn.join(',', list.listValue),
      map: PackerFn.jsonencode(map.value),
      upper: PackerFn.upper(release.stringValue),
      encoded: PackerFn.base64encode(release.stringValue),
    };
  })).toEqual({
    text: '{{build_name}} {{nonsense}} {{`',
    joined: '{{{build_name}} {{nonsense}} {{`}{{{{{build_name}} {{nonsense}} {{`}}',
    list: '{{a}},b{',
    map: '{"a":"{{a}}"}',
    upper: '{{BUILD_NAME}} {{NONSENSE}} {{`',
    encoded: Buffer.from('{{build_name}} {{nonsense}} {{`').toString('base64'),
  });
});

test('a map of texts arrives whole', () => {
  // GIVEN
  const folder = temporaryFolder();
  const app = new PackerApp({ outdir: folder });
  const image = new Image(app, 'image', { packerVersion: '>= 1.16.0' });
  new FileSource(image, 'base', { content: '', target: 'base' });
  const map = new Variable(image, 'map', { type: 'map(string)', default: { format: '{{.Id}}' } });
  new ProvenancePostProcessor(image, 'provenance', { outputDir: 'p', userVariables: map.value });

  // WHEN
  app.synth();
  packer(path.join(folder, 'images/image'), 'build', '.');

  // THEN
  const statement = JSON.parse(fs.readFileSync(path.join(folder, 'images/image/p/base.provenance.json'), 'utf8'));
  expect(statement.predicate.buildDefinition.externalParameters.userVariables).toEqual({ format: '{{.Id}}' });
});

test('a value that is given for a build is run as Packer does, unless the variable is literal', () => {
  expect(contents((image) => ({
    plain: new Variable(image, 'plain', { default: 'stable' }).stringValue,
    usual: new Variable(image, 'usual', { default: '{{x}}' }).stringValue,
    literal: new Variable(image, 'literal', { literal: true }).stringValue,
    any: `${new Variable(image, 'any', { literal: true, type: 'any' }).value}`,
  }), ...['plain', 'usual', 'literal', 'any'].flatMap((name) => ['-var', `${name}={{build_name}}`]))).toEqual({
    plain: 'file-plain',
    usual: '{{build_name}}',
    literal: '{{build_name}}',
    any: '{{build_name}}',
  });
});

test('a default can be a Go template', () => {
  expect(contents((image) => ({
    meant: new Variable(image, 'meant', { default: GoTemplate.BUILD_NAME }).stringValue,
    allowed: new Variable(image, 'allowed', { default: '{{build_name}}', literal: false }).stringValue,
  }))).toEqual({ meant: 'file-meant', allowed: 'file-allowed' });
});
