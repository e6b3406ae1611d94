import { escapeTerraform, isTerraformExpression, unescapeTerraform } from '../src/terraform-expression';

test.each(['${x}', 'a ${x}', '%{if x}', '%${x}', '$%{if x}', '$ ${x}'])('%j is an expression', (text) => {
  expect(isTerraformExpression(text)).toBe(true);
});

test.each(['', 'x', '$', '$x', '$${x}', '$$${x}', '$$$${x}', '%%{x}', '%%%{x}', '{x}'])('%j is no expression', (text) => {
  expect(isTerraformExpression(text)).toBe(false);
});

test.each([1, true, null, undefined, ['${x}']])('%j is no expression', (value) => {
  expect(isTerraformExpression(value)).toBe(false);
});

test.each([['${x}', '$${x}'], ['$${x}', '$$${x}'], ['%{x}', '%%{x}'], ['$x %y {z}', '$x %y {z}']])('%j is escaped as %j', (text, escaped) => {
  expect(escapeTerraform(text)).toBe(escaped);
  expect(isTerraformExpression(escaped)).toBe(false);
  expect(unescapeTerraform(escaped)).toBe(text);
});
