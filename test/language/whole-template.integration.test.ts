import * as fs from 'fs';
import * as path from 'path';
import { packer, smallTemplate, writeTemplate } from './support';
import { wholeTemplate } from './whole-template';
import { Expression, Variable } from '../../src';

test('Packer accepts a template with every kind of element', () => {
  expect(packer(writeTemplate(wholeTemplate()), 'validate', '.')).toContain('The configuration is valid.');
});

test('Packer builds it, and what was written arrives', () => {
  const folder = writeTemplate(wholeTemplate());

  packer(folder, 'build', '-only=smoke.file.file', '.');

  expect(fs.readFileSync(path.join(folder, 'out.txt'), 'utf8')).toBe(`stable-\${x} {{ ${new Date().getUTCFullYear()}`);
  expect(fs.readdirSync(folder).sort()).toEqual(['out.sha256', 'out.txt', 'packer-manifest.json', 'template.pkr.json']);
});

test('Packer obeys overrides of the language\'s own blocks', () => {
  // GIVEN
  const { template, build } = smallTemplate();
  const port = new Variable(template, 'port', { type: 'number', default: 80 });
  port.addOverride('validation', [{ condition: Expression.asAny('var.port > 0'), error_message: 'Too small.' }]);
  build.addOverride('name', 'renamed');

  // WHEN
  const folder = writeTemplate(template);

  // THEN
  expect(packer(folder, 'build', '.')).toContain("Build 'renamed.null.local' finished");
  expect(() => packer(folder, 'build', '-var', 'port=0', '.')).toThrow('Too small.');
});
