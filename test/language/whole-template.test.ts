import { wholeTemplate } from './whole-template';

const json = wholeTemplate().toJson();

test('the whole document', () => {
  expect(JSON.stringify(json, null, 2)).toMatchSnapshot();
});

test('blocks stand in the order of the language', () => {
  expect(Object.keys(json)).toEqual(['packer', 'variable', 'local', 'data', 'source', 'build']);
});

test('a variable says its type, default, description and whether it is sensitive', () => {
  expect(json.variable).toEqual({
    release: { type: 'string', default: 'stable-$${x}', description: 'What is installed: ${release}' },
    ports: { type: 'list(number)', default: [80, 443] },
    secret: { type: 'string', default: 's3cret', sensitive: true },
  });
});

test('local values may be maps, with keys in order', () => {
  expect(JSON.stringify(json.local.tags)).toBe('{"expression":{"$${key}":[1,true,null],"a":"$${literal}","b":"${var.release}"},"sensitive":true}');
  expect(json.local.built).toEqual({ expression: '${formatdate("YYYY", timestamp())}' });
});

test('data sources and sources are labelled by type and name', () => {
  expect(json.data).toEqual({ null: { nothing: { input: '${var.release}' } } });
  expect(json.source).toEqual({
    null: { local: { communicator: 'none' } },
    file: { file: { content: '${data.null.nothing.output} {{`{{`}} ${local.built}', target: 'out.txt' } },
  });
});

test('a build says its name, description and sources', () => {
  const [{ name, description, sources }] = json.build;

  expect({ name, description, sources }).toEqual({
    name: 'smoke', description: 'Costs 5 $${dollars}', sources: ['source.file.file', 'source.null.local'],
  });
});

test('provisioners are a list of one block each, meta-arguments after the options', () => {
  const [greet, remove, ...more] = json.build[0].provisioner;

  expect(more).toEqual([]);
  expect(JSON.stringify(remove)).toBe('{"shell-local":{"inline":["rm -rf caches"],"max_retries":2,"continue_on_error":true}}');
  expect(Object.keys(greet['shell-local'])).toEqual([
    'environment_vars', 'execute_command', 'inline', 'use_linux_pathing', 'valid_exit_codes', 'pause_before', 'only', 'override',
  ]);
  expect(greet['shell-local']).toMatchObject({
    environment_vars: ['ROOT=${path.root}', 'LATE=late'],
    inline: [
      'echo ${source.type}.${source.name} ${build.PackerRunUUID} "$HOME"',
      'echo ${join(",", var.ports)} ${lookup(local.tags, "a", "none")}',
    ],
    only: ['null.local'],
    override: { local: { inline: ['echo ${upper(var.release)}', 'echo done'] } },
  });
});

test('post-processors are always chains, in order', () => {
  expect(json.build[0]['post-processors']).toEqual([
    {
      'post-processor': [
        { checksum: { checksum_types: ['sha256'], output: 'out.{{.ChecksumType}}', keep_input_artifact: true } },
        { 'shell-local': { inline: ['true'] } },
      ],
    },
    { 'post-processor': [{ manifest: { custom_data: { release: '${var.release}' }, only: ['file.file'] } }] },
  ]);
});

test('the same tree gives the same bytes', () => {
  expect(JSON.stringify(wholeTemplate().toJson())).toBe(JSON.stringify(json));
});
