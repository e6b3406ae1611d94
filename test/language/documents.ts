import {
  Build, BuildSource, ChecksumPostProcessor, DataSource, Dynamic, DynamicIterator, Expression, FileSource, HcpPackerRegistry, Local, NullSource,
  PackerApp, PackerFn, PackerTemplate, PostProcessorChain, ProvisionerGroup, ShellLocalPostProcessor, ShellLocalProvisioner, Source, SourceContext,
  Variable,
} from '../../src';
import { AMAZON_PLUGIN } from '../programs/plugins';

/** A template that uses a part of the language, and the Packer that it needs. */
export interface Document {
  readonly title: string;
  readonly since: string;
  readonly template: PackerTemplate;
  /** It needs a plugin, a service or a version that cannot be had here, so it is validated only. */
  readonly validated?: true;
  readonly plugins?: true;
}

function newTemplate(since: string): PackerTemplate {
  return new PackerTemplate(new PackerApp(), 'web', { packerVersion: `>= ${since}` });
}

/** Variables of every type, with rules; local values; data. Everything is written into a file. */
export function valuesDocument(): Document {
  const template = newTemplate('1.9.4');
  const rule = (condition: string, errorMessage: string) => ({ condition: Expression.asAny(condition), errorMessage });
  const values = [
    new Variable(template, 'text', {
      default: 'a "b" ${c} %{d} {e}\n', description: 'Any ${text}', validation: [rule('length(var.text) > 3', 'Longer than ${3}.'), rule('var.text != ""', 'Not empty!')],
    }),
    new Variable(template, 'number', { type: 'number', default: 1.5, validation: [rule('var.number < 2', 'Less than 2.')] }),
    new Variable(template, 'yes', { type: 'bool', default: true }),
    new Variable(template, 'list', { type: 'list(list(number))', default: [[1, 2], []] }),
    new Variable(template, 'set', { type: 'set(string)', default: ['b', 'a', 'b'] }),
    new Variable(template, 'map', { type: 'map(bool)', default: { 'a b': true, 'null': false } }),
    new Variable(template, 'tuple', { type: 'tuple([string, number, list(string)])', default: ['a', 1, ['b']] }),
    new Variable(template, 'object', {
      type: 'object({\n  name = string, // the name\n  parts = list(object({ size = number }))\n})', default: { name: 'n', parts: [{ size: 1 }, { size: 2 }] },
    }),
    new Variable(template, 'nothing', { default: null }),
    new Variable(template, 'home', { default: Expression.asString('env("HOME")'), sensitive: true }),
    new Local(template, 'public', { expression: [{ a: 1, b: [true, null] }, 'x'] }),
    new Local(template, 'secret', { expression: PackerFn.upper('s3cret'), sensitive: true }),
    new Local(template, 'none', { expression: null }),
  ].map((element) => element.value);
  const data = new DataSource(template, 'nothing-at-all', { type: 'null', configuration: { input: 'in ${put}' } });
  new FileSource(template, 'values', { content: PackerFn.jsonencode([...values, data.attribute('output')]), target: 'values.json' });
  new Build(template, 'build', { description: 'All ${values}' });
  return { title: 'values', since: '1.9.4', template };
}

/** Several builds, sources of builds, groups, overrides, chains, and everything repeated. */
export function buildsDocument(): Document {
  const template = newTemplate('1.9.4');
  const languages = new Variable(template, 'languages', { type: 'map(string)', default: { de: 'Willkommen', fr: 'Bienvenue' } });
  const local = new NullSource(template, 'local', { communicator: 'none' });
  const text = new FileSource(template, 'text', { content: 'welcome ${x}\n' });

  const first = new Build(template, 'first', { name: 'first', sources: [local] });
  const german = new BuildSource(first, 'german', { source: text, name: 'german', configuration: { target: 'de.txt' } });
  new BuildSource(first, 'text', { source: text, configuration: { target: 'en.txt' } });
  const note = (scope: Build | ProvisionerGroup, id: string, props = {}) =>
    new ShellLocalProvisioner(scope, id, { inline: [`echo "${id} $X" >>"${SourceContext.NAME}.log"`], environmentVars: ['X=${x}'], ...props });
  note(first, 'before', { name: 'before ${all}' }).overrideFor(german, { environment_vars: ['X=override'] });
  const group = new ProvisionerGroup(first, 'group', { except: [local] });
  const each = DynamicIterator.over(languages.value, { name: 'language' });
  note(group, 'repeated', { forEach: each, environmentVars: [`X=${each.key} ${each.stringValue}`] });
  note(group, 'only', { only: [german], timeout: '1m', maxRetries: 1 });
  note(first, 'undo', { errorCleanup: true, pauseBefore: '1ms' });
  note(first, 'after');

  const chain = new PostProcessorChain(first, 'chain');
  const kind = DynamicIterator.over(['md5', 'sha1'], { name: 'kind' });
  new ChecksumPostProcessor(chain, 'sums', { only: [german], forEach: kind, checksumTypes: [kind.stringValue], output: `{{.ChecksumType}}-${kind.stringValue}.txt` });
  new ShellLocalPostProcessor(chain, 'end', { except: [local], name: 'end', keepInputArtifact: true, inline: [`echo end >>"${SourceContext.NAME}.log"`] });
  const second = new Build(template, 'second', { sources: [local] });
  new ShellLocalPostProcessor(second, 'tell', { inline: ['echo told >told.log'] });
  return { title: 'builds', since: '1.9.4', template };
}

/** Nested blocks of a source, some of them repeated, inside of each other too. */
export function blocksDocument(): Document {
  const template = newTemplate('1.9.4');
  template.requirePlugin('amazon', AMAZON_PLUGIN);
  const volumes = new Variable(template, 'volume-tags', { name: 'volume_tags', type: 'map(map(string))', default: { '/dev/b': { team: 'web' } } });
  const volume = DynamicIterator.over(volumes.value, { name: 'volume' });
  const pair = DynamicIterator.over(volume.value, { name: 'pair' });
  const disk = DynamicIterator.over([{ name: '/dev/b', size: 2 }], { name: 'disk' });
  const tag = DynamicIterator.over({ team: 'web' }, { name: 'tag' });
  const machine = { region: 'us-east-1', source_ami: 'ami-1', instance_type: 't3.micro', communicator: 'none', access_key: 'a', secret_key: 'b' };
  new Source(template, 'volumes', {
    type: 'amazon-ebsvolume',
    configuration: {
      ...machine,
      ebs_volumes: [
        { device_name: '/dev/a', tag: [{ key: 'a', value: 'b' }] },
        Dynamic.of({
          forEach: volume,
          content: { device_name: volume.key, tag: [{ key: 'first', value: volume.key }, Dynamic.of({ forEach: pair, content: { key: pair.key, value: `${volume.key} ${pair.stringValue}` } })] },
        }),
      ],
    },
  });
  new Source(template, 'machine', {
    type: 'amazon-ebs',
    configuration: {
      ...machine,
      ami_name: 'web',
      launch_block_device_mappings: [
        { device_name: '/dev/a', volume_size: 1 },
        Dynamic.of({ forEach: disk, content: { device_name: disk.stringAttribute('name'), volume_size: disk.numberAttribute('size') } }),
        { device_name: '/dev/c', volume_size: 3 },
      ],
      run_tag: [Dynamic.of({ forEach: tag, content: { key: tag.key, value: `\${x} ${tag.stringValue}` } }), { key: 'last', value: 'one' }],
      tags: { 'a b': '${literal}' },
    },
  });
  new Build(template, 'build');
  return { title: 'blocks', since: '1.9.4', template, validated: true, plugins: true };
}

/** What is published to HCP Packer, which cannot be reached from a test. The block stands in the build, or from 1.13 on beside it. */
export function registryDocument(since: '1.9.4' | '1.13.0' | '1.15.0'): Document {
  const template = newTemplate(since);
  new NullSource(template, 'local', { communicator: 'none' });
  new Build(template, 'build');
  const team = new Variable(template, 'team', { default: 'web' });
  new HcpPackerRegistry(template, 'hcp', {
    bucketName: 'web-images',
    description: 'Images of the ${web}',
    bucketLabels: { 'team': team.stringValue, 'a b': '${x}' },
    buildLabels: { release: PackerFn.upper('x') },
    channels: since === '1.15.0' ? ['prod', team.stringValue] : undefined,
  });
  return { title: `registry of Packer ${since}`, since, template, validated: true };
}

/** What only the newest Packer knows. */
export function newestDocument(): Document {
  const template = newTemplate('1.16.0');
  const any = new Variable(template, 'any', { type: 'map(any)', default: { a: [1] } });
  const optional = new Variable(template, 'optional', { type: 'list(object({ a = string, b = optional(number, 1), c = optional(list(any)) }))', default: [{ a: 'x' }] });
  new FileSource(template, 'values', { content: PackerFn.jsonencode([any.value, optional.value]), target: 'values.json' });
  const build = new Build(template, 'build');
  new ShellLocalProvisioner(build, 'fail', { inline: ['exit 1'], continueOnError: true });
  new ShellLocalProvisioner(build, 'note', { inline: ['echo after >note.txt'] });
  return { title: 'newest', since: '1.16.0', template };
}

export const DOCUMENTS: readonly Document[] = [
  valuesDocument(), buildsDocument(), blocksDocument(), registryDocument('1.9.4'), registryDocument('1.13.0'), registryDocument('1.15.0'), newestDocument(),
];
