import * as fs from 'fs';
import * as path from 'path';
import * as fc from 'fast-check';
import { expectedLog, plan, SOURCES, templateOf } from './random-templates';
import { packer, temporaryFolder } from './support';

// A template that fails is printed; smaller ones would cost a build each.
const RUNS = { endOnFailure: true, seed: 20260303 };

test('any template means the same in JSON and in HCL, which packer fmt leaves as it is', () => {
  fc.assert(fc.property(plan, (any) => {
    // GIVEN
    const template = templateOf(any);
    const [json, hcl] = [temporaryFolder(), temporaryFolder()];
    const text = template.toHcl();
    fs.writeFileSync(path.join(json, 'template.pkr.json'), JSON.stringify(template.toJson()));
    fs.writeFileSync(path.join(hcl, 'template.pkr.hcl'), text);

    // WHEN
    packer(hcl, 'fmt', '.');
    const inspected = packer(hcl, 'inspect', '.');

    // THEN
    expect(fs.readFileSync(path.join(hcl, 'template.pkr.hcl'), 'utf8')).toBe(text);
    expect(inspected).toBe(packer(json, 'inspect', '.'));
    expect(inspected).toContain('file.second_of_build');
  }), { ...RUNS, numRuns: 3 });
});

test.each(['json', 'hcl'])('Packer runs the steps of any tree in its order, depth first, for the sources that they are for (%s)', (form) => {
  fc.assert(fc.property(plan, (any) => {
    // GIVEN
    const template = templateOf(any);
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, `template.pkr.${form}`), form === 'json' ? JSON.stringify(template.toJson()) : template.toHcl());

    // WHEN
    packer(folder, 'build', '.');

    // THEN
    const logs = SOURCES.map((name) => {
      const file = path.join(folder, `${name}.log`);
      return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trimEnd().split('\n') : [];
    });
    expect(logs).toEqual(SOURCES.map((_, index) => expectedLog(any, index)));
    expect(logs[0].length).toBeGreaterThan(5);
  }), { ...RUNS, numRuns: 1 });
});
