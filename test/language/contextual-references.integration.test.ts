import * as fs from 'fs';
import * as path from 'path';
import { temporaryFolder } from './support';
import { isKnownAt, Place } from '../../src/language/contextual-references';
import { PACKER_1_16_0 } from '../programs/packers';

const REFERENCES: { readonly [reference: string]: string } = {
  'source.name': 'a', 'build.name': 'b', 'build.ID': 'Null', 'path.root': '.', 'packer.version': '1.16.0',
};

/** Templates that write an expression to the file `out`, where that can be seen. */
const TEMPLATES: { readonly [place in Place]: (hcl: string) => any } = {
  'variable': (hcl) => ({ ...template({}, said('${var.v}')), variable: { v: { default: hcl } } }),
  'local': (hcl) => ({ ...template({}, said('${local.v}')), local: { v: { expression: hcl } } }),
  'data': (hcl) => ({ ...template({}, said('${data.null.v.output}')), data: { null: { v: { input: hcl } } } }),
  'source': (hcl) => ({ source: { file: { a: { content: hcl, target: 'out' } } }, build: { sources: ['source.file.a'] } }),
  'build': (hcl) => template({ description: hcl }, said('')),
  'meta-argument': (hcl) => template({}, { ...said(''), name: hcl }),
  'repetition': (hcl) => {
    const { build: { provisioner, ...build }, ...others } = template({}, said('${each.value}'));
    return { ...others, build: { ...build, dynamic: { provisioner: { for_each: [hcl], iterator: 'each', labels: ['shell-local'], content: provisioner['shell-local'] } } } };
  },
  'override': (hcl) => template({}, { ...said(''), override: { a: said(hcl) } }),
  'step': (hcl) => template({}, said(hcl)),
};
const INVISIBLE: readonly string[] = ['build', 'meta-argument'];

function template(build: any, step: any): any {
  return {
    source: { null: { a: { communicator: 'none' } } },
    build: { name: 'b', ...build, sources: ['source.null.a'], provisioner: { 'shell-local': step } },
  };
}

function said(hcl: string): any {
  return { inline: [`printf %s '${hcl}' > out`] };
}

/** What Packer writes for an expression at a place; undefined when it refuses it. */
function built(place: Place, hcl: string): string | undefined {
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, 'template.pkr.json'), JSON.stringify(TEMPLATES[place](hcl)));
  const { code } = PACKER_1_16_0.run(['build', '.'], { cwd: folder });
  return code === 0 ? fs.readFileSync(path.join(folder, 'out'), 'utf8') : undefined;
}

const PLACES = Object.keys(TEMPLATES) as Place[];
const AT = PLACES.flatMap((place) => Object.keys(REFERENCES).map((reference): [string, Place] => [reference, place]));

test.each(PLACES)('Packer knows what may stand in the place: %s', (place) => {
  const known = Object.keys(REFERENCES).filter((reference) => isKnownAt(reference, place));

  const result = built(place, known.map((reference) => `\${${reference}}`).join('|') || 'x');

  const expected = known.map((reference) => REFERENCES[reference]).join('|') || 'x';
  expect(result).toBe(INVISIBLE.includes(place) ? '' : expected);
});

test.each(AT.filter(([reference, place]) => !isKnownAt(reference, place)))('Packer does not know %s in the place: %s', (reference, place) => {
  // In local values and data sources, it silently takes a text in its place.
  expect([undefined, '<unknown>']).toContain(built(place, `\${${reference}}`));
});

test.each<Place>(['local', 'data', 'build', 'meta-argument', 'repetition', 'override'])('the fingerprint of HCP Packer is not known in the place: %s', (place) => {
  expect(isKnownAt('packer.versionFingerprint', place)).toBe(false);
  expect([undefined, '<unknown>']).toContain(built(place, '${packer.versionFingerprint}'));
});

test.each(['SSHPrivateKeyFile', 'SSHAgentAuth'])('Packer refuses build.%s, so there is no constant for it', (name) => {
  expect(built('step', `\${build.${name}}`)).toBeUndefined();
});

test('in defaults of variables Packer knows env and no other function', () => {
  expect(built('variable', '${env("HOME")}')).toBe(process.env.HOME);
  expect(built('variable', '${upper("a")}')).toBeUndefined();
  expect(built('local', '${env("HOME")}')).toBeUndefined();
});
