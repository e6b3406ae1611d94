import { assemblyIn, nullSource, temporaryFolder } from './kit';
import { BuildSource, Image, PackerApp, ShellLocalProvisioner, Source, Variable } from '../../src';
import { findPart, partExpression } from '../../src/image/artifact-part';
import { grammarOf } from '../../src/image/grammar';

jest.mock('../../src/plugins/artifact-facts', () => ({
  ARTIFACT_FACTS: {
    'source acme-cloud': [
      { when: { option: 'draft', is: [true] }, builderId: 'acme.cloud', form: 'none' },
      { when: { option: 'gallery_destination' }, builderId: 'acme.gallery', parts: { gallery: '/galleries/([^/]+)/', name: '/images/([^/]+)/' } },
      { builderId: 'acme.cloud', parts: { name: '^([^:]+):', id: ':(\\d+)$' } },
    ],
    'source acme-places': [{ builderId: 'acme.places', form: 'regions', regions: ['place', 'copies'] }],
    'source acme-disk': [{ when: { option: 'size', is: [1, 2] }, form: 'run', files: true }],
  },
}));

let app: PackerApp;
let base: Image;

beforeEach(() => {
  app = new PackerApp({ outdir: temporaryFolder() });
  base = new Image(app, 'base');
});

function cloud(configuration: { [option: string]: any } = {}, type = 'acme-cloud'): Source {
  return new Source(base, 'cloud', { type, configuration });
}

function late(): string {
  return new Variable(base, 'late').stringValue;
}

test('a part in another image is a variable, and the assembly says how it is found', () => {
  // GIVEN
  const web = new Image(app, 'web');
  nullSource(web, 'local');
  new ShellLocalProvisioner(web, 'use', { inline: [base.artifactOf(cloud()).name] });

  // WHEN
  app.synth();

  // THEN
  const { images } = assemblyIn(app.outdir);
  expect(images[0].targets[0].grammar).toEqual({ builderId: 'acme.cloud', form: 'id', parts: { name: '^([^:]+):', id: ':(\\d+)$' } });
  expect(images[1].variables).toEqual([{
    name: 'use_inline_0', sensitive: false, from: 'parent', parent: { address: 'base:acme-cloud.cloud', part: { kind: 'part', name: 'name' } },
  }]);
});

test('a part that artifacts of the kind do not have is an error, which names those that they have', () => {
  expect(() => base.artifactOf(cloud({ gallery_destination: { name: 'g' } })).resourceGroup).toThrow(
    'base/cloud: the artifact of acme-cloud, with these options, has no `resourceGroup`. It has `id`, `gallery` and `name`.');
});

test.each([
  ['a block', { gallery_destination: { name: 'g' } }, 'acme.gallery'],
  ['a list of blocks', { gallery_destination: [{ name: 'g' }] }, 'acme.gallery'],
  ['an empty block, as if it was not there', { gallery_destination: {} }, 'acme.cloud'],
  ['an empty text, as if it was not there', { gallery_destination: '' }, 'acme.cloud'],
  ['a value that another case asks for', { draft: false, gallery_destination: 'g' }, 'acme.gallery'],
  ['nothing', {}, 'acme.cloud'],
])('which case counts is decided by %s', (_what, configuration, builderId) => {
  expect(grammarOf(cloud(configuration)).builderId).toBe(builderId);
});

test.each([[1, 'run'], ['2', 'run'], [3, 'id']])('a number, also one that is spelled, may be a condition: %p', (size, form) => {
  expect(grammarOf(cloud({ size }, 'acme-disk')).form).toBe(form);
});

test('what may leave nothing leaves something when it is asked for', () => {
  // GIVEN
  const source = cloud({ draft: new Variable(base, 'draft', { type: 'bool' }).value });

  // THEN
  expect(grammarOf(source)).toMatchObject({ builderId: 'acme.cloud', form: 'id' });
});

test('when it is known only later which case counts, the parts of all can be asked for', () => {
  // GIVEN
  const grammar = grammarOf(cloud({ gallery_destination: late() }));

  // THEN
  expect(grammar).toEqual({
    builderId: '',
    form: 'id',
    local: false,
    files: false,
    regions: [],
    parts: { gallery: '/galleries/([^/]+)/', name: '(?:/images/([^/]+)/)|(?:^([^:]+):)' },
  });
  const name = partExpression(grammar, 'name')!;
  expect([findPart(name, 'web:12'), findPart(name, '/galleries/g/images/web/versions/1'), findPart(name, 'web')]).toEqual(['web', 'web', undefined]);
});

test('an override, and what a build adds to a source, may decide which case counts', () => {
  // GIVEN
  const source = cloud();
  const small = new BuildSource(base, 'small', { source, name: 'small', configuration: { gallery_destination: { name: 'g' } } });
  const large = new BuildSource(base, 'large', { source, name: 'large' });
  large.addOverride('draft', true);

  // THEN
  expect([source, small, large].map((one) => grammarOf(one))).toMatchObject([
    { builderId: 'acme.cloud', form: 'id' }, { builderId: 'acme.gallery' }, { form: 'none', because: 'draft' },
  ]);
});

test('the regions are those of the options that the facts name', () => {
  // GIVEN
  const artifact = base.artifactOf(cloud({ place: 'here', copies: ['there'], region: 'elsewhere' }, 'acme-places'));

  // THEN
  expect(Object.keys(artifact.idsByRegion)).toEqual(['here', 'there']);
  expect(() => artifact.idIn('elsewhere')).toThrow('only in here, there. Use one of them, or add the region to the option `copies`.');
  expect(() => artifact.name).toThrow('has no `name`. It has `idIn(region)` and `idsByRegion`.');
});

test('an artifact that is in one region has a single id, too', () => {
  // GIVEN
  const artifact = base.artifactOf(cloud({ place: 'here' }, 'acme-places'));

  // THEN
  expect(() => artifact.name).toThrow('has no `name`. It has `id`, `idIn(region)` and `idsByRegion`.');
});
