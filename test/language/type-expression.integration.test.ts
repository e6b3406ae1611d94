import * as fs from 'fs';
import * as path from 'path';
import * as fc from 'fast-check';
import { anyType } from './arbitraries';
import { packer, temporaryFolder } from './support';
import { readType } from '../../src/language/type-expression';

test('Packer reads every type as it is read here, in JSON and when it is written anew in HCL', () => {
  fc.assert(fc.property(fc.array(anyType, { minLength: 150, maxLength: 150 }), (types) => {
    // GIVEN
    const json = temporaryFolder();
    const hcl = temporaryFolder();
    const variables = types.map((type, index) => [`v${index}`, type] as const);
    fs.writeFileSync(path.join(json, 't.pkr.json'), JSON.stringify({ variable: Object.fromEntries(variables.map(([name, type]) => [name, { type }])) }));
    const text = variables.map(([name, type]) => `variable "${name}" {\n  type = ${readType(type).type.text}\n}\n`).join('\n');
    fs.writeFileSync(path.join(hcl, 't.pkr.hcl'), text);

    // WHEN
    for (const folder of [json, hcl]) { packer(folder, 'validate', '-syntax-only', '.'); }
    packer(hcl, 'fmt', '.');

    // THEN
    expect(fs.readFileSync(path.join(hcl, 't.pkr.hcl'), 'utf8')).toBe(text);
  }), { numRuns: 2, seed: 20260202, endOnFailure: true });
});

test('what is no type here is none to Packer', () => {
  for (const type of [
    '', 'str', '"string"', 'list', 'list()', 'list(string', 'list(string, number)', 'list[string]', 'string number', 'tuple(string)', 'tuple([string number])',
    'object([])', 'object({ a })', 'object({ a = string b = string })', 'object({ a =\nstring })', 'object({ a = string, a = number })', 'object({ "a" = string })',
    'object({ for = string })', 'optional(string)', 'list(optional(string))', 'object({ a = optional(string, 1, 2) })', 'object({ a = string\n, b = string })', '${string}',
  ]) {
    expect(() => readType(type)).toThrow();
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, 't.pkr.json'), JSON.stringify({ variable: { x: { type } } }));

    expect(() => packer(folder, 'validate', '-syntax-only', '.')).toThrow('ended with 1');
  }
});
