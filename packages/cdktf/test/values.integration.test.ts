import { project } from './end-to-end/projects';
import { failure, success } from './end-to-end/run';

const SEPARATOR = '\n=====\n';

/** Everything that could be mangled on the way through Terraform, the environment, Packer's variables and templates. */
const TEXT = 'a "b" \'c\' \\d \\n `e` $f ${g} $${h} %{i} %%{j} {k} {{ .L }} {{`m`}}\n\tline two; é 😀 \u2028 $(n) $';
const WITHOUT_GO_TEMPLATE = TEXT.replace(/\{\{.*?\}\}/g, '');
const LIST = ['one', '', 'with "quotes"', '${two}', '%{three}', '{four}', 'é\n😀'];
const OBJECT = { b: [1, 2.5, -3], a: { nested: true, none: null, text: '<&>' } };

/** A stack that gets its values only when it is applied, and an image made of `parts`. */
const PROGRAM = (parts: string) => `
  const stack = new TerraformStack(app, 'app');
  const { PackerFn } = require('cdk-packer');
  const given = new TerraformVariable(stack, 'given', { type: 'string' });
  const values = new DataResource(stack, 'values', { input: Fn.jsondecode(given.stringValue) });
  const value = (name) => values.output.lookup(name);
  const web = new Image(stack, 'web');
  ${parts}
`;

const GIVEN = JSON.stringify({ text: TEXT, plain: WITHOUT_GO_TEMPLATE, list: LIST, number: 8080, fraction: 0.1, object: OBJECT, yes: true });

test('values arrive in Packer as they are, alone, in texts and in functions', async () => {
  // GIVEN
  const shop = project(PROGRAM(`
    const text = Token.asString(value('text'));
    new FileSource(web, 'file', { target: 'file.txt', content: [
      text,
      '{' + text + '}',
      PackerFn.upper(text),
      PackerFn.base64encode(text),
      PackerFn.jsonencode(Token.asList(value('list'))),
      PackerFn.jsonencode(value('object')),
      'port-' + Token.asNumber(value('number')) + ' ' + Token.asNumber(value('fraction')),
      PackerFn.format('%d %t', [Token.asNumber(value('number')), value('yes')]),
      Fn.join('-', [text, text]),
      '\${literal} {{ literal }}',
    ].join(${JSON.stringify(SEPARATOR)}) });
    new TerraformOutput(stack, 'file', { value: web.artifactOf(web.node.findChild('file')).file('*') });
  `));
  shop.environment.TF_VAR_given = GIVEN;

  // WHEN
  const stack = await shop.synthStack();
  await success(stack.apply());

  // THEN
  const file = shop.read(stack.outputs.file.slice(shop.directory.length + 1));
  expect(file.split(SEPARATOR)).toEqual([
    TEXT,
    `{${TEXT}}`,
    TEXT.toUpperCase(),
    Buffer.from(TEXT).toString('base64'),
    // As Go writes JSON.
    JSON.stringify(LIST).replace(/\u2028/g, '\\u2028'),
    JSON.stringify({ a: { nested: true, none: null, text: '<&>' }, b: OBJECT.b }).replace(/</g, '\\u003c').replace(/>/g, '\\u003e').replace(/&/g, '\\u0026'),
    'port-8080 0.1',
    '8080 true',
    `${TEXT}-${TEXT}`,
    '${literal} {{ literal }}',
  ]);
});

test('values arrive in the environment of a step as they are', async () => {
  // GIVEN
  const shop = project(PROGRAM(`
    new FileSource(web, 'file', { target: 'file.txt', content: 'x' });
    new ShellLocalProvisioner(web, 'dump', {
      script: './dump.sh',
      environmentVars: ['PLAIN=' + Token.asString(value('plain')), 'NUMBER=' + Token.asNumber(value('number')), 'LITERAL=\${x} "y" \\'z\\''],
      validExitCodes: [Token.asNumber(value('number')), 0],
    });
    new ShellLocalProvisioner(web, 'list', { inline: Token.asList(value('commands')), env: Token.asStringMap(value('env')) });
  `), { 'dump.sh': '#!/bin/sh\nprintf "%s|%s|%s" "$PLAIN" "$NUMBER" "$LITERAL" >"$PROJECT/dump"\n' });
  shop.environment.TF_VAR_given = JSON.stringify({
    plain: WITHOUT_GO_TEMPLATE,
    number: 8080,
    commands: ['printf %s "$A" >"$PROJECT/one"', 'printf %s \'$B\' >"$PROJECT/two"'],
    env: { A: 'x \'y\' "z" ${w}' },
  });

  // WHEN
  const stack = await shop.synthStack();
  await success(stack.apply());

  // THEN
  expect(shop.read('dump')).toBe(`${WITHOUT_GO_TEMPLATE}|8080|\${x} "y" 'z'`);
  expect([shop.read('one'), shop.read('two')]).toEqual(['x \'y\' "z" ${w}', '$B']);
});

test('a source is built without the values that only another source uses', async () => {
  // GIVEN
  const shop = project(PROGRAM(`
    new FileSource(web, 'one', { target: 'one.txt', content: PackerFn.jsonencode(Token.asList(value('list'))) });
    new FileSource(web, 'two', { target: 'two.txt', content: PackerFn.jsonencode(value('object')) });
    new TerraformOutput(stack, 'one', { value: web.artifactOf(web.node.findChild('one')).file('*') });
    new TerraformOutput(stack, 'two', { value: web.artifactOf(web.node.findChild('two')).file('*') });
  `));
  shop.environment.TF_VAR_given = JSON.stringify({ list: ['a'], object: { b: 1 } });

  // WHEN
  const stack = await shop.synthStack();
  await success(stack.apply());

  // THEN
  const read = (file: string) => shop.read(file.slice(shop.directory.length + 1));
  expect([read(stack.outputs.one), read(stack.outputs.two)]).toEqual(['["a"]', '{"b":1}']);
});

/** A step that notes that it ran, and uses a value. */
const NOTING = PROGRAM(`
  new FileSource(web, 'file', { target: 'file.txt', content: 'x' });
  new ShellLocalProvisioner(web, 'note', { inline: ['echo built >>"$NOTES"', ': ' + Token.asString(value('text'))] });
`);

test.each([
  ['null', null, 'is null. Give it a value.'],
  ['100000 bytes', 'x'.repeat(100000), 'has 100000 bytes or more'],
  ['fewer characters than bytes', '好'.repeat(40000), 'has 100000 bytes or more'],
  ['a Go template', 'a {{ .Name }}', 'contains \'{{\', which Packer would run as a Go template'],
])('a value that is %s is refused before anything is built', async (_what, text, reason) => {
  // GIVEN
  const shop = project(NOTING);
  shop.write('given.auto.tfvars.json', JSON.stringify({ given: JSON.stringify({ text }) }));
  const stack = await shop.synthStack();

  // WHEN
  const output = await failure(stack.apply('-var-file', shop.path('given.auto.tfvars.json')));

  // THEN
  const message = output.replace(/[\s│]+/g, ' ');
  expect(message).toContain(`image app/web:file.file: the value for inline.1 (variable note_inline_1) ${reason}`);
  expect(shop.built).toEqual([]);
  expect(shop.packerCalls).toEqual([]);
});

test('a value of almost 100000 bytes arrives', async () => {
  // GIVEN
  const text = `${'好'.repeat(33332)}xxx`;
  const shop = project(PROGRAM(`
    new FileSource(web, 'file', { target: 'file.txt', content: Token.asString(value('text')) });
    new TerraformOutput(stack, 'file', { value: web.artifactOf(web.node.findChild('file')).file('*') });
  `));
  shop.write('given.auto.tfvars.json', JSON.stringify({ given: JSON.stringify({ text }) }));
  const stack = await shop.synthStack();

  // WHEN
  await success(stack.apply('-var-file', shop.path('given.auto.tfvars.json')));

  // THEN
  expect(Buffer.byteLength(text)).toBe(99999);
  expect(shop.read(stack.outputs.file.slice(shop.directory.length + 1)) === text).toBe(true);
});

test('Terraform refuses a version that the stack does not allow', async () => {
  // GIVEN
  const shop = project(`
    const stack = new TerraformStack(app, 'app');
    new FileSource(new Image(stack, 'web'), 'file', { target: 'file.txt', content: 'x' });
    stack.addOverride('terraform.required_version', '>= 1.4, < 1.4');
  `);
  await shop.synth();

  // WHEN
  const output = await failure(shop.stack().terraform('init'));

  // THEN
  expect(output).toContain('Unsupported Terraform Core version');
});
