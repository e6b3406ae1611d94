import { TerraformLocal, TerraformOutput } from 'cdktf';
import * as fc from 'fast-check';
import { findPart, PartExpression } from 'cdk-packer/lib/image/artifact-part';
import { ARTIFACT_FACTS } from 'cdk-packer/lib/plugins/artifact-facts';
import { evaluate } from './evaluate';
import { testStack, Written } from './synthesis';
import { foundPart } from '../src/found-part';
import { escapeTerraform } from '../src/terraform-expression';

/** What Terraform finds in each of the ids, by the numbers of the expressions. Nothing is null. */
function foundByTerraform(expressions: readonly PartExpression[], ids: readonly string[]): Array<Array<string | null>> {
  const stack = testStack();
  const id = new TerraformLocal(stack, 'id', 'any').expression;
  expressions.forEach((expression, index) => new TerraformOutput(stack, `part${index}`, { value: foundPart(expression, id) }));
  const { output } = Written.by(stack).terraform;
  const outputs = Object.entries<any>(output).map(([name, { value }]) =>
    [name, { value: `\${[for id in local.ids : try(${value.slice(2, -1).replaceAll('local.id', 'id')}, null)]}` }]);
  const found = evaluate({ locals: { ids: ids.map(escapeTerraform) }, output: Object.fromEntries(outputs) });
  return expressions.map((_expression, index) => found[`part${index}`]);
}

function foundByProgram(expressions: readonly PartExpression[], ids: readonly string[]): Array<Array<string | null>> {
  return expressions.map((expression) => ids.map((id) => findPart(expression, id) ?? null));
}

/** All that the facts say, and some that use more of the language. */
const EXPRESSIONS: readonly PartExpression[] = [
  ...new Set([
    ...Object.values(ARTIFACT_FACTS).flat().flatMap(({ parts = {} }) => Object.values(parts)),
    '/resourceGroups/([^/]+)/', '(?:^([a-z]+):)|(?:/([0-9]+)$)', '^[^:]*:(\\d+)$', '([\\w.-]+)@', '^(a+?)b', '\\$\\\\(.)', '(?:^|,)(é|\\/)',
  ]),
].flatMap((expression) => [{ expression }, { expression, otherwise: 'latest' }]);

const character = fc.constantFrom(...'aab1//::.,-_@é$\\"%{}😀 ');
const id = fc.oneof(
  fc.string({ unit: character, minLength: 1, maxLength: 12 }),
  fc.array(fc.constantFrom('web', 'registry.example.com:5000', '/', ':', '1.2', '/resourceGroups/', 'sfo3,nyc3', '42', '@'), { minLength: 1, maxLength: 6 })
    .map((words) => words.join('')),
);

test('Terraform and this library find the same parts in an artifact id', () => {
  // GIVEN
  const ids = fc.sample(id, { numRuns: 300, seed: 1 });

  // THEN
  expect(foundByTerraform(EXPRESSIONS, ids)).toEqual(foundByProgram(EXPRESSIONS, ids));
});

test.each([
  ['(?::([^/:]+))?$', 'web', 'latest'],
  ['(?::([^/:]+))?$', 'registry.example.com:5000/web', 'latest'],
  ['(?::([^/:]+))?$', 'registry.example.com:5000/web:2', '2'],
  ['^(\\d+)$', 'forty', null],
])('%s finds in %s: %s', (expression, artifactId, part) => {
  // GIVEN
  const expressions = [{ expression, otherwise: 'latest' }];

  // THEN
  expect(foundByTerraform(expressions, [artifactId])).toEqual([[part]]);
  expect(foundByProgram(expressions, [artifactId])).toEqual([[part]]);
});
