import * as fs from 'fs';
import * as path from 'path';
import * as fc from 'fast-check';
import { text } from './arbitraries';
import { packer, temporaryFolder } from './support';
import { Build, BuildSource, DynamicIterator, Expression, FileSource, Local, NullSource, PackerApp, PackerFn, PackerTemplate, ShellLocalProvisioner, Variable } from '../../src';

const NASTY = [
  '', '\uFEFF', '\uFEFFx', '\r', 'a\rb', '$\r', '$$\r${x}', '\r\n', '\n', '\t', '\u0000', '\u0001\u001f\u007f\u0085', '\u2028', '"', '\\', '\\"', '\\n', '\\u0041',
  '${x}', '$${x}', '$$${x}', '%{if true}', '%%{x}', '$', '$$', '%', '${', '{{', '}}', '{{x}}', '{{{', '${{x}}', '{{`{{`}}', '~}', '${~ x ~}', '<<EOF\nx\nEOF\n', '#', '//', '/* */',
  'é', '日本', '😀', '👩‍👩‍👧', '\uFFFD', '\u{10FFFF}', '_', 'null', 'true', 'for', '1',
];

const texts = fc.array(text, { minLength: 20, maxLength: 20 }).map((more) => [...NASTY, ...more]);
const RUNS = { numRuns: 1, seed: 20260404, endOnFailure: true };

beforeEach(() => { jest.spyOn(process.stderr, 'write').mockReturnValue(true); });

/** The folders of a template in JSON and in HCL, in which Packer has run. */
function builtFrom(template: PackerTemplate): string[] {
  const forms = { json: JSON.stringify(template.toJson()), hcl: template.toHcl() };
  return Object.entries(forms).map(([form, content]) => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, `template.pkr.${form}`), content);
    packer(folder, 'build', '.');
    if (form === 'hcl') { expect(packer(folder, 'fmt', '-check', '.')).toBe(''); }
    return folder;
  });
}

test('any text arrives byte for byte as the content of a file, from JSON and from HCL', () => {
  fc.assert(fc.property(texts.map((all) => all.slice(0, 60)), (literals) => {
    // GIVEN
    const template = new PackerTemplate(new PackerApp(), 'web');
    const x = new Variable(template, 'x', { default: 'v$' });
    literals.forEach((content, index) => new FileSource(template, `f${index}`, { content: index % 2 ? content : `${content}${x.stringValue}${content}`, target: `f${index}` }));
    new Build(template, 'build');

    // WHEN
    const folders = builtFrom(template);

    // THEN
    for (const folder of folders) {
      expect(literals.map((_, index) => fs.readFileSync(path.join(folder, `f${index}`)).toString('utf8')))
        .toEqual(literals.map((content, index) => (index % 2 ? content : `${content}v$${content}`)));
    }
  }), RUNS);
});

test('any text arrives as a default, a value, a key, an argument of a function, and where Packer evaluates nothing', () => {
  fc.assert(fc.property(texts, (literals) => {
    // GIVEN
    const template = new PackerTemplate(new PackerApp(), 'web');
    const list = new Variable(template, 'list', { type: 'list(string)', default: literals });
    const map = new Local(template, 'map', { expression: Object.fromEntries(literals.map((literal) => [literal, [literal, { [literal]: list.value }]])) });
    const encoded = new Local(template, 'encoded', { expression: literals.map((literal) => PackerFn.base64encode(literal)) });
    literals.forEach((literal, index) => new Variable(template, `d${index}`, {
      default: literal,
      description: literal,
      validation: [{ condition: Expression.asAny(`length(var.d${index}) >= 0`), errorMessage: `A ${literal}.` }],
    }));
    const all = PackerFn.jsonencode({ list: list.value, map: map.value, encoded: encoded.value, defaults: literals.map((_, index) => Expression.asAny(`var.d${index}`)) });
    const base = new FileSource(template, 'all', { content: PackerFn.base64encode(all) });
    const build = new Build(template, 'build', { description: literals.join('') });
    new BuildSource(build, 'out', { source: base, configuration: { target: 'out' } });

    // WHEN
    const folders = builtFrom(template);

    // THEN
    for (const folder of folders) {
      expect(JSON.parse(Buffer.from(fs.readFileSync(path.join(folder, 'out'), 'utf8'), 'base64').toString('utf8'))).toEqual({
        list: literals,
        map: Object.fromEntries(literals.map((literal) => [literal, [literal, { [literal]: literals }]])),
        encoded: literals.map((literal) => Buffer.from(literal).toString('base64')),
        defaults: literals,
      });
    }
  }), RUNS);
});

test('any text arrives in the lists and maps that steps are repeated over, and in what differs for one source', () => {
  fc.assert(fc.property(texts.map((all) => all.filter((one) => !/[\u0000]|\{\{/.test(one) && !one.endsWith('{')).slice(0, 40)), (literals) => {
    // GIVEN
    const template = new PackerTemplate(new PackerApp(), 'web');
    const source = new NullSource(template, 'local', { communicator: 'none' });
    const build = new Build(template, 'build');
    const each = DynamicIterator.over(Object.fromEntries(literals.map((literal, index) => [`k${String(index).padStart(2, '0')}${literal}`, literal])));
    new ShellLocalProvisioner(build, 'each', {
      forEach: each, inline: ['printf "%s\\n" "$TEXT" | base64 -w 0 >>each; echo >>each'], environmentVars: [`TEXT=${PackerFn.base64encode(each.key + each.stringValue)}`],
    });
    new ShellLocalProvisioner(build, 'one', { inline: ['false'] }).overrideFor(source, {
      inline: [...literals.map((_, index) => `printenv T${index} | base64 -w 0 >>one; echo >>one`)], environment_vars: literals.map((literal, index) => `T${index}=${literal}`),
    });

    // WHEN
    const folders = builtFrom(template);

    // THEN
    const decoded = (file: string) => fs.readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => Buffer.from(line, 'base64').toString('utf8').replace(/\n$/, ''));
    for (const folder of folders) {
      expect(decoded(path.join(folder, 'each')).map((line) => Buffer.from(line, 'base64').toString('utf8')))
        .toEqual(literals.map((literal, index) => `k${String(index).padStart(2, '0')}${literal}${literal}`));
      expect(decoded(path.join(folder, 'one'))).toEqual(literals);
    }
  }), RUNS);
});
