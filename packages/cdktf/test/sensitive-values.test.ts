import { Fn, TerraformLocal, TerraformStack, TerraformVariable, Token } from 'cdktf';
import { NullSource, ShellLocalProvisioner } from 'cdk-packer';
import { Data, fileImage, testApp, testStack, Written } from './synthesis';
import { Image } from '../src';

/** That a value reached Packer as a secret: in a sensitive variable, with its output hidden, and nowhere in a trigger. */
function expectSecret(written: Written, variable: string): void {
  expect(written.template('web').variable[variable]).toEqual({ type: 'string', sensitive: true });
  expect(written.environment('web_text_build').CDK_PACKER_QUIET).toBe('1');
  expect(written.environment('web_text_build')[`PKR_VAR_${variable}`]).toBe(`\${local.web_${variable}}`);
  expect(written.triggers('web_text_build').values).toBeUndefined();
  expect(written.resource('web_text_build').input).not.toContain(variable);
}

test('an image without secrets shows the output of Packer', () => {
  // GIVEN
  const stack = testStack();
  fileImage(stack, 'web', new Data(stack, 'zone').id);
  // WHEN
  const written = Written.by(stack);
  // THEN
  expect(written.environment('web_text_build').CDK_PACKER_QUIET).toBeUndefined();
  expect(written.template('web').variable.text_content).toEqual({ type: 'string' });
});

test('a sensitive variable of Terraform is a secret', () => {
  // GIVEN
  const stack = testStack();
  const password = new TerraformVariable(stack, 'password', { sensitive: true });
  fileImage(stack, 'web', password.stringValue);
  // WHEN / THEN
  expectSecret(Written.by(stack), 'text_content');
});

test('a variable of Terraform that is not sensitive is no secret', () => {
  // GIVEN
  const stack = testStack();
  const name = new TerraformVariable(stack, 'name', {});
  new TerraformVariable(stack, 'name-of-something', { sensitive: true });
  fileImage(stack, 'web', name.stringValue);
  // WHEN
  const written = Written.by(stack);
  // THEN
  expect(written.template('web').variable.text_content).toEqual({ type: 'string' });
});

test('what a function makes of a secret is a secret', () => {
  // GIVEN
  const stack = testStack();
  const password = new TerraformVariable(stack, 'password', { sensitive: true });
  fileImage(stack, 'web', Fn.join('-', ['a', Fn.upper(password.stringValue)]));
  // WHEN / THEN
  expectSecret(Written.by(stack), 'text_content');
});

test('what the program marks with the function `sensitive` is a secret', () => {
  // GIVEN
  const stack = testStack();
  fileImage(stack, 'web', Token.asString(Fn.sensitive(new Data(stack, 'zone').id)));
  // WHEN / THEN
  expectSecret(Written.by(stack), 'text_content');
});

test('a local value made of a secret is a secret, through any number of local values', () => {
  // GIVEN
  const stack = testStack();
  const password = new TerraformVariable(stack, 'password', { sensitive: true });
  const first = new TerraformLocal(stack, 'first', { user: 'admin', password: password.stringValue });
  const second = new TerraformLocal(stack, 'second', `${first.asString}!`);
  fileImage(stack, 'web', second.asString);
  // WHEN / THEN
  expectSecret(Written.by(stack), 'text_content');
});

test('local values that refer to each other are followed once', () => {
  // GIVEN
  const stack = testStack();
  const first = new TerraformLocal(stack, 'first', 'x');
  const second = new TerraformLocal(stack, 'second', first.asString);
  first.expression = second.asString;
  fileImage(stack, 'web', first.asString);
  // WHEN
  const written = Written.by(stack);
  // THEN
  expect(written.template('web').variable.text_content).toEqual({ type: 'string' });
});

test('a secret of another stack is a secret', () => {
  // GIVEN
  const app = testApp();
  const [first, second] = [new TerraformStack(app, 'first'), new TerraformStack(app, 'second')];
  const password = new TerraformVariable(first, 'password', { sensitive: true });
  fileImage(second, 'web', Fn.upper(password.stringValue));
  // WHEN / THEN
  expectSecret(Written.by(second), 'text_content');
});

test('a secret of this stack does not make a value of the same name in another stack one', () => {
  // GIVEN
  const app = testApp();
  const [first, second] = [new TerraformStack(app, 'first'), new TerraformStack(app, 'second')];
  const name = new TerraformVariable(first, 'value', {});
  new TerraformVariable(second, 'value', { sensitive: true });
  fileImage(second, 'web', name.stringValue);
  // WHEN
  const written = Written.by(second);
  // THEN
  expect(written.template('web').variable.text_content).toEqual({ type: 'string' });
});

test('a secret of a stack inside of the stack does not make a value of the same name one', () => {
  // GIVEN
  const stack = testStack();
  const name = new TerraformVariable(stack, 'value', {});
  new TerraformVariable(new TerraformStack(stack, 'inner'), 'value', { sensitive: true });
  fileImage(stack, 'web', name.stringValue);
  // WHEN
  const written = Written.by(stack);
  // THEN
  expect(written.template('web').variable.text_content).toEqual({ type: 'string' });
});

test('a variable that becomes sensitive after it was first looked at is a secret', () => {
  // GIVEN
  const stack = testStack();
  const password = new TerraformVariable(stack, 'password', {});
  fileImage(stack, 'web', password.stringValue);
  Written.by(stack);
  // WHEN
  (password as { sensitive?: boolean }).sensitive = true;
  // THEN
  expectSecret(Written.by(stack), 'text_content');
});

test('any value in the position of a credential is a secret', () => {
  // GIVEN
  const stack = testStack();
  const web = new Image(stack, 'web');
  new NullSource(web, 'text', { sshHost: 'localhost', sshUsername: 'admin', sshPassword: new Data(stack, 'password').id });
  // WHEN / THEN
  expectSecret(Written.by(stack), 'text_ssh_password');
});

test('a value that is a secret at one place and content at another is two variables', () => {
  // GIVEN
  const stack = testStack();
  const value = new Data(stack, 'value');
  const web = new Image(stack, 'web');
  new NullSource(web, 'text', { sshHost: 'localhost', sshUsername: 'admin', sshPassword: value.id });
  new ShellLocalProvisioner(web, 'run', { inline: [`echo ${value.id}`] });
  // WHEN
  const written = Written.by(stack);
  // THEN
  expect(written.template('web').variable).toMatchObject({
    text_ssh_password: { type: 'string', sensitive: true },
    run_inline_0: { type: 'string' },
  });
  expect(written.triggers('web_text_build').values).toEqual({ '1 shell-local inline.0': '${local.web_run_inline_0}' });
});

test('another secret changes no trigger', () => {
  // GIVEN
  const triggers = (variable: string) => {
    const stack = testStack();
    const password = new TerraformVariable(stack, variable, { sensitive: true });
    fileImage(stack, 'web', password.stringValue);
    return Written.by(stack).triggers('web_text_build');
  };
  // WHEN
  const [before, after] = [triggers('one'), triggers('two')];
  // THEN
  expect(after).toEqual(before);
});
