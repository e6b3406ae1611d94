import { Fn, Lazy, TerraformLocal, TerraformStack, TerraformVariable } from 'cdktf';
import { Expression, GoTemplate, Image as CoreImage, PackerFn, ShellLocalProvisioner } from 'cdk-packer';
import { Data, fileImage, testStack, Written } from './synthesis';

/** A step with these options, in an image that is written. */
function step(options: (value: Data, stack: TerraformStack, image: CoreImage) => { [option: string]: any }): { written: Written; body: any } {
  const stack = testStack();
  const image = fileImage(stack, 'web');
  new ShellLocalProvisioner(image, 'run', options(new Data(stack, 'value'), stack, image));
  const written = Written.by(stack);
  return { written, body: written.template('web').build[0].provisioner[0]['shell-local'] };
}

test('a text of Terraform becomes a string variable, named by its place', () => {
  // WHEN
  const { written, body } = step(({ id }) => ({ command: id }));
  // THEN
  expect(body.command).toBe('${var.run_command}');
  expect(written.template('web').variable.run_command).toEqual({ type: 'string' });
  expect(written.terraform.locals.web_run_command).toBe('${terraform_data.value.id}');
  expect(written.environment('web_text_build').PKR_VAR_run_command).toBe('${local.web_run_command}');
});

test('a text of Terraform inside a longer text is put in where it stands', () => {
  // WHEN
  const { written, body } = step(({ id }) => ({ command: `a\${b} ${id} "c"` }));
  // THEN
  expect(body.command).toBe('a$${b} ${var.run_command} "c"');
  expect(written.terraform.locals.web_run_command).toBe('${terraform_data.value.id}');
});

test('a dollar before a value stays a dollar', () => {
  // WHEN
  const { body } = step(({ id }) => ({ command: `cost: $${id}` }));
  // THEN
  expect(body.command).toBe('cost: ${"$"}${var.run_command}');
});

test('several values in one text are several variables', () => {
  // WHEN
  const { body } = step(({ id, output }) => ({ command: `${id}${output.text}` }));
  // THEN
  expect(body.command).toBe('${var.run_command}${var.run_command_2}');
});

test('the same value at two positions is one variable', () => {
  // WHEN
  const { written, body } = step((value) => ({ command: value.id, environmentVars: [`A=${value.id}`] }));
  // THEN
  expect(body).toMatchObject({ command: '${var.run_command}', environment_vars: ['A=${var.run_command}'] });
  expect(Object.keys(written.template('web').variable)).toEqual(['run_command', 'work_dir']);
});

test('a number alone is handed over as JSON and decoded', () => {
  // WHEN
  const { written, body } = step(({ output }) => ({ inline: ['true'], validExitCodes: [0, output.number] }));
  // THEN
  expect(body.valid_exit_codes).toEqual([0, '${jsondecode(var.run_valid_exit_codes_1)}']);
  expect(written.environment('web_text_build').PKR_VAR_run_valid_exit_codes_1).toBe('${jsonencode(local.web_run_valid_exit_codes_1)}');
});

test.each([
  ['after text', 'port=', ''],
  ['after a minus', 'x-', ''],
  ['alone', '', ''],
  ['between digits', '1', '2'],
])('a number in a text, %s, is used as it is printed', (_where, before, after) => {
  // WHEN
  const { written, body } = step(({ output }) => ({ command: `${before}${output.number}${after}` }));
  // THEN
  expect(body.command).toBe(`${before}\${var.run_command}${after}`);
  expect(written.environment('web_text_build').PKR_VAR_run_command).toBe('${local.web_run_command}');
});

test('a number in a text is recognised as Java prints it', () => {
  // WHEN
  const { body } = step(({ output }) => ({ command: `port ${String(output.number).replace('e+', 'E')}` }));
  // THEN
  expect(body.command).toBe('port ${var.run_command}');
});

test('a list that is one value is decoded as a whole', () => {
  // WHEN
  const { written, body } = step(({ output }) => ({ inline: output.list }));
  // THEN
  expect(body.inline).toBe('${jsondecode(var.run_inline)}');
  expect(written.environment('web_text_build').PKR_VAR_run_inline).toBe('${jsonencode(local.web_run_inline)}');
});

test('a list of numbers that is one value is decoded as a whole', () => {
  // WHEN
  const { body } = step(({ output }) => ({ inline: ['true'], validExitCodes: output.numbers }));
  // THEN
  expect(body.valid_exit_codes).toBe('${jsondecode(var.run_valid_exit_codes)}');
});

test('a list with values as its elements keeps its literals', () => {
  // WHEN
  const { body } = step(({ id }) => ({ inline: ['a', id, `b ${id}`] }));
  // THEN
  expect(body.inline).toEqual(['a', '${var.run_inline_1}', 'b ${var.run_inline_1}']);
});

test('a list that the framework makes late keeps its literals', () => {
  // WHEN
  const { written, body } = step(({ id }) => ({ inline: Lazy.listValue({ produce: () => ['a', id, `b ${id}`] }) }));
  // THEN
  expect(body.inline).toEqual(['a', '${jsondecode(var.run_inline_1)}', '${jsondecode(var.run_inline_2)}']);
  expect(written.terraform.locals).toMatchObject({
    web_run_inline_1: '${terraform_data.value.id}',
    web_run_inline_2: 'b ${terraform_data.value.id}',
  });
});

test('a map that is one value is decoded as a whole', () => {
  // WHEN
  const { body } = step(({ output }) => ({ inline: ['true'], env: output.map }));
  // THEN
  expect(body.env).toBe('${jsondecode(var.run_env)}');
});

test('a map with values in it keeps its literals', () => {
  // WHEN
  const { body } = step(({ id }) => ({ inline: ['true'], env: { B: 'x', A: id } }));
  // THEN
  expect(body.env).toEqual({ A: '${var.run_env_a}', B: 'x' });
});

test('a boolean value is decoded', () => {
  // WHEN
  const { body } = step(({ output }) => ({ inline: ['true'], useLinuxPathing: output.any }));
  // THEN
  expect(body.use_linux_pathing).toBe('${jsondecode(var.run_use_linux_pathing)}');
});

test('a value in the key of a map is put in where it stands', () => {
  // WHEN
  const { body } = step(({ id }) => ({ inline: ['true'], env: { [`ID_${id}`]: 'x' } }));
  // THEN
  expect(body.env).toEqual({ 'ID_${var.run_env}': 'x' });
});

test('a late text that turns out to be literal is used as if it had been written', () => {
  // WHEN
  const { written, body } = step(() => ({ command: Lazy.stringValue({ produce: () => 'echo {{ "x" }}'.replace(/[{}]/g, '') }) }));
  // THEN
  expect(body.command).toBe('echo  "x" ');
  expect(written.template('web').variable).toEqual({ work_dir: { type: 'string', default: '.' } });
});

test('late numbers, lists and objects that turn out to be literal are used as if they had been written', () => {
  // WHEN
  const { written, body } = step(() => ({
    inline: Lazy.listValue({ produce: () => ['a', 'b'] }),
    validExitCodes: [Lazy.numberValue({ produce: () => 3 })],
    env: Lazy.anyValue({ produce: () => ({ A: 'x' }) }),
  }));
  // THEN
  expect(body).toEqual({ inline: ['a', 'b'], valid_exit_codes: [3], env: { A: 'x' } });
  expect(written.template('web').variable).toEqual({ work_dir: { type: 'string', default: '.' } });
});

test('a late text is read as Terraform would read it', () => {
  // WHEN
  const { body } = step(() => ({
    inline: [Lazy.stringValue({ produce: () => 'echo $${HOME} %%{x}' })],
    env: Lazy.anyValue({ produce: () => ({ '$${A}': '$${B}' }) }),
  }));
  // THEN
  expect(body).toEqual({ inline: ['echo $${HOME} %%{x}'], env: { '$${A}': '$${B}' } });
});

test('functions of Terraform are left to Terraform', () => {
  // WHEN
  const { written, body } = step(({ id, output }) => ({ command: Fn.join('-', [Fn.upper(id), output.text]) }));
  // THEN
  expect(body.command).toBe('${var.run_command}');
  expect(written.terraform.locals.web_run_command).toBe('${join("-", [upper(terraform_data.value.id), terraform_data.value.output])}');
});

test('variables and local values of the stack are lifted', () => {
  // WHEN
  const { written, body } = step((_value, stack) => ({
    inline: [new TerraformVariable(stack, 'name', {}).stringValue, new TerraformLocal(stack, 'kind', 'x').asString],
  }));
  // THEN
  expect(body.inline).toEqual(['${var.run_inline_0}', '${var.run_inline_1}']);
  expect(written.terraform.locals).toMatchObject({ web_run_inline_0: '${var.name}', web_run_inline_1: '${local.kind}', kind: 'x' });
});

test('text that looks like an expression of Terraform is text', () => {
  // WHEN
  const { written, body } = step(() => ({ command: '${terraform.workspace}' }));
  // THEN
  expect(body.command).toBe('$${terraform.workspace}');
  expect(written.terraform.locals).not.toHaveProperty('web_run_command');
});

test('a value is an argument of a function of Packer', () => {
  // WHEN
  const { body } = step(({ id, output }) => ({
    inline: [PackerFn.upper(id), PackerFn.upper(`a ${id}`), PackerFn.join(',', output.list), PackerFn.jsonencode({ a: [id, output.number] })],
  }));
  // THEN
  expect(body.inline).toEqual([
    '${upper("${var.run_inline_0}")}',
    '${upper("a ${var.run_inline_0}")}',
    '${join(",", jsondecode(var.run_inline_2))}',
    '${jsonencode({ "a" = ["${var.run_inline_0}", jsondecode(var.run_inline_2)] })}',
  ]);
});

test('in an option that Packer renders once, braces of a value are kept from being a Go template', () => {
  // GIVEN
  const stack = testStack();
  const { id } = new Data(stack, 'value');
  fileImage(stack, 'web', `{${id}`);
  // WHEN
  const { content } = Written.by(stack).template('web').source.file.text;
  // THEN
  expect(content).toBe('{{`{`}}${replace(var.text_content, "{", "{{`{`}}")}');
});

test('a value beside a Go template is no part of the template', () => {
  // WHEN
  const { body } = step(({ id }) => ({ inline: ['true'], executeCommand: ['/bin/sh', '-c', `${id} ${GoTemplate.SCRIPT}`] }));
  // THEN
  expect(body.execute_command[2]).toBe('${var.run_execute_command_2} {{.Script}}');
});

test('in an option that Packer renders until nothing changes, Terraform refuses a value that would be a Go template', () => {
  // WHEN
  const { written } = step(({ id }) => ({ inline: [id] }));
  // THEN
  const { precondition } = written.resource('web_text_build').lifecycle;
  expect(precondition[2]).toEqual({
    condition: '${!can(regex("[{][{]", local.web_run_inline_0))}',
    error_message: 'image shop/web:file.text: the value for inline.0 (variable run_inline_0) contains \'{{\', '
      + 'which Packer would run as a Go template at this place. Hand it over through a file.',
  });
});

test('a value and a reference of Packer stand side by side', () => {
  // WHEN
  const { body } = step(({ id }, _stack, image) => ({ command: `${image.workDirectory}/${id} ${Expression.asString('upper("x")')}` }));
  // THEN
  expect(body.command).toBe('${var.work_dir}/${var.run_command} ${upper("x")}');
});

test('variables are named by their place, whatever Terraform calls the value', () => {
  // GIVEN
  const names = (id: string) => {
    const stack = testStack();
    fileImage(stack, 'web', new Data(stack, id).id);
    return Object.keys(Written.by(stack).template('web').variable);
  };
  // THEN
  expect(names('a-name')).toEqual(['text_content', 'work_dir']);
  expect(names('another')).toEqual(['text_content', 'work_dir']);
});

test('the assembly lists lifted variables without their values', () => {
  // WHEN
  const { written } = step(({ id }) => ({ command: id }));
  // THEN
  expect(written.json('images.json').images[0].variables).toEqual([{ name: 'run_command', sensitive: false, from: 'lifted' }]);
});
