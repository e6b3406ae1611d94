import * as fc from 'fast-check';
import { FileSource, Provisioner, ShellLocalProvisioner } from 'cdk-packer';
import { Data, testStack, Written } from './synthesis';
import { isTerraformExpression } from '../src/terraform-expression';
import { Image } from '../src';

/** Texts full of what means something to Terraform, Packer, JSON or a shell. */
const text = fc.array(fc.oneof(
  fc.constantFrom('${', '%{', '$', '%', '{', '}', '"', '\\', '\n', '\'', '`', '$$', '%%', 'var.x', 'if true', '~', 'é', '😀', ' '),
  fc.string({ maxLength: 3 }),
), { maxLength: 12 }).map((parts) => parts.join(''));

/** What HCL makes of a template without references. */
function evaluated(template: string): string {
  return template.replace(/\$\{"(\$+)"\}/g, '\u0000$1').replace(/\$\$\{/g, '${').replace(/%%\{/g, '%{').replace(/\u0000/g, '');
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') { return [value]; }
  if (typeof value !== 'object' || value === null) { return []; }
  return Object.entries(value).flatMap(([key, item]) => [key, ...leaves(item)]);
}

/** Expressions that stand in the configuration of Terraform when nothing but harmless text was given. */
function expressions(given: string, key: string): Set<string> {
  const stack = testStack();
  const value = new Data(stack, 'value');
  const web = new Image(stack, 'web');
  new FileSource(web, 'text', { content: 'x', target: 'x' });
  new Provisioner(web, 'run', { type: 'acme', configuration: { text: given, env: { [key]: `${given}${value.id}` } } });
  const found = leaves(Written.by(stack).terraform).filter(isTerraformExpression);
  // Digests differ.
  return new Set(found.map((leaf) => leaf.replace(/[0-9a-f]{16,}/g, '')));
}

test('literal text arrives in the template with its dollar signs escaped', () => {
  // Go templates by purpose: braces stay as they are, but what begins an action must be one.
  const withoutActions = text.filter((given) => !given.includes('{{'));
  fc.assert(fc.property(withoutActions, (given) => {
    // GIVEN
    const stack = testStack();
    const web = new Image(stack, 'web');
    new FileSource(web, 'text', { content: 'x', target: 'x' });
    new ShellLocalProvisioner(web, 'run', { inline: ['true'], executeCommand: ['/bin/sh', given] });
    // WHEN
    const [{ 'shell-local': step }] = Written.by(stack).template('web').build[0].provisioner;
    // THEN
    expect(evaluated(step.execute_command[1])).toBe(given);
    expect(isTerraformExpression(step.execute_command[1])).toBe(false);
  }), { numRuns: 40 });
});

test('literal text, also in keys, never becomes an expression of Terraform', () => {
  const harmless = expressions('x', 'KEY');
  fc.assert(fc.property(text, text, (given, key) => {
    const named = [...expressions(given, key)].map((leaf) => leaf.replace(/run_env_[a-z0-9_]*/g, 'run_env_key'));
    expect(new Set(named)).toEqual(harmless);
  }), { numRuns: 40 });
});
