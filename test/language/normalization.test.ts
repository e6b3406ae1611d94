import { smallTemplate } from './support';
import { Local } from '../../src';

function warningsOf(expression: any): string[] {
  const { template } = smallTemplate();
  new Local(template, 'text', { expression });
  return template.warnings().map(({ path, message }) => `[${path}] ${message}`);
}

test.each([
  ['a letter and an accent of its own', 'e\u0301'],
  ['half a surrogate pair', 'a\ud83d'],
])('%s is a warning, since Packer changes it', (_, text) => {
  expect(warningsOf([text])).toEqual([
    expect.stringMatching(/^\[web\/text\] expression\.0: the text is not in Unicode's normal form C .* and Packer will change it/),
  ]);
});

test('text in normal form C is no warning', () => {
  expect(warningsOf(['é', '日本', '🚀', 'plain'])).toEqual([]);
});
