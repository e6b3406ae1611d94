import * as fs from 'fs';
import * as path from 'path';
import { Annotations, App, Aspects, TerraformStack, Testing } from 'cdktf';
import { Asset, FileSource, ShellLocalProvisioner } from 'cdk-packer';
import { Data, fileImage, temporaryFolder, testStack, Written } from './synthesis';
import { Image } from '../src';

const SCRIPT = path.join(__dirname, 'fixtures', 'pack.sh');

/** An image with a script, and a value of the stack. */
function imageWithScript(stack: TerraformStack): Image {
  const web = fileImage(stack, 'web', new Data(stack, 'zone').id);
  new ShellLocalProvisioner(web, 'pack', { script: SCRIPT });
  return web;
}

test('the files of an image lie in the folder of its stack, beside their index', () => {
  // GIVEN
  const stack = testStack();
  imageWithScript(stack);
  // WHEN
  const written = Written.by(stack);
  // THEN
  expect(written.directory).toBe(path.join(App.of(stack).outdir, 'stacks', 'shop'));
  expect(written.files()).toEqual([
    'cdk.tf.json',
    'images',
    'images.json',
    'images/web',
    'images/web/SHA256SUMS',
    'images/web/assets',
    'images/web/assets/pack',
    'images/web/assets/pack/script',
    'images/web/assets/pack/script/pack.sh',
    'images/web/build.sh',
    'images/web/template.pkr.json',
  ]);
});

test('the list of digests names the template and the local files, as `sha256sum -c` reads it', () => {
  // GIVEN
  const stack = testStack();
  imageWithScript(stack);
  // WHEN
  const written = Written.by(stack);
  // THEN
  expect(written.text('images/web/SHA256SUMS')).toBe([
    `${written.digest('images/web/assets/pack/script/pack.sh')}  assets/pack/script/pack.sh\n`,
    `${written.digest('images/web/template.pkr.json')}  template.pkr.json\n`,
  ].sort().join(''));
});

test('the supervisor is written as it is shipped, and executable', () => {
  // GIVEN
  const stack = testStack();
  imageWithScript(stack);
  // WHEN
  const written = Written.by(stack);
  // THEN
  expect(written.text('images/web/build.sh')).toBe(fs.readFileSync(path.join(__dirname, '..', 'supervisor', 'build.sh'), 'utf8'));
  expect(fs.statSync(path.join(written.directory, 'images/web/build.sh')).mode & 0o111).toBe(0o111);
});

test('the index lists the image, its target and its files', () => {
  // GIVEN
  const stack = testStack();
  imageWithScript(stack);
  // WHEN
  const written = Written.by(stack);
  // THEN
  const { version, images: [image] } = written.json('images.json');
  expect(version).toBe(1);
  expect(image).toMatchObject({ path: 'shop/web', directory: 'images/web' });
  expect(image.targets.map(({ address, source, local }: any) => ({ address, source, local })))
    .toEqual([{ address: 'shop/web:file.text', source: 'file.text', local: true }]);
  expect(image.targets[0].fingerprint.digest).toBe(written.triggers('web_text_build').fingerprint);
  expect(image.files.map((file: any) => file.path)).toEqual([
    'images/web/template.pkr.json',
    'images/web/assets/pack/script/pack.sh',
    'images/web/SHA256SUMS',
    'images/web/build.sh',
  ]);
});

test('a second synthesis gives the same bytes and touches no file of an image', () => {
  // GIVEN
  const stack = testStack();
  imageWithScript(stack);
  const written = Written.by(stack);
  const files = written.files().filter((file) => fs.statSync(path.join(written.directory, file)).isFile());
  const stat = () => files.filter((file) => file !== 'cdk.tf.json').map((file) => {
    const { mtimeMs, ino } = fs.statSync(path.join(written.directory, file));
    return { file, mtimeMs, ino };
  });
  const bytes = () => files.map((file) => written.digest(file));
  const [bytesBefore, statBefore] = [bytes(), stat()];
  // WHEN
  App.of(stack).synth();
  // THEN
  expect(bytes()).toEqual(bytesBefore);
  expect(stat()).toEqual(statBefore);
});

test('the same program gives the same bytes in another process', () => {
  // GIVEN
  const synth = () => {
    const stack = testStack();
    imageWithScript(stack);
    const written = Written.by(stack);
    return written.files().filter((file) => /\.json$|SUMS$/.test(file) && file !== 'cdk.tf.json').map((file) => written.text(file));
  };
  // THEN
  expect(synth()).toEqual(synth());
});

test('files that synthesis did not make survive', () => {
  // GIVEN
  const stack = testStack();
  imageWithScript(stack);
  const written = Written.by(stack);
  const foreign = ['images/web/notes.txt', 'work/web/text/abc/manifest.json', 'terraform.tfstate'];
  for (const file of foreign) {
    fs.mkdirSync(path.dirname(path.join(written.directory, file)), { recursive: true });
    fs.writeFileSync(path.join(written.directory, file), 'mine');
  }
  // WHEN
  App.of(stack).synth();
  // THEN
  expect(foreign.map((file) => written.text(file))).toEqual(['mine', 'mine', 'mine']);
});

test('the files of an image that is gone are removed, and foreign ones beside them are not', () => {
  // GIVEN
  const outdir = temporaryFolder();
  const synth = (id: string) => {
    const stack = new TerraformStack(Testing.app({ outdir }), 'shop');
    fileImage(stack, id);
    return Written.by(stack);
  };
  const written = synth('old');
  fs.writeFileSync(path.join(written.directory, 'images/old/notes.txt'), 'mine');
  // WHEN
  synth('new');
  // THEN
  expect(written.files().filter((file) => file.startsWith('images/'))).toEqual([
    'images/new',
    'images/new/SHA256SUMS',
    'images/new/build.sh',
    'images/new/template.pkr.json',
    'images/old',
    'images/old/notes.txt',
  ]);
});

test('a stack without images has no index', () => {
  // GIVEN
  const stack = testStack();
  new Data(stack, 'zone');
  // WHEN
  const written = Written.by(stack);
  // THEN
  expect(written.files()).toEqual(['cdk.tf.json']);
});

test('a local file is copied as it was when the stack was synthesized', () => {
  // GIVEN
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, 'site.txt'), 'one');
  const stack = testStack();
  new ShellLocalProvisioner(fileImage(stack, 'web'), 'pack', { inline: [`cat ${Asset.of(folder).file('site.txt')}`] });
  const before = Written.by(stack).triggers('web_text_build').fingerprint;
  // WHEN
  fs.writeFileSync(path.join(folder, 'site.txt'), 'two');
  const written = Written.by(stack);
  // THEN
  expect(written.text(`images/web/assets/pack/inline.0/${path.basename(folder)}/site.txt`)).toBe('two');
  expect(written.triggers('web_text_build').fingerprint).not.toBe(before);
});

test('what aspects add to an image is written', () => {
  // GIVEN
  const stack = testStack();
  const web = fileImage(stack, 'web');
  // WHEN
  addSourceByAspect(stack, web);
  const written = Written.by(stack);
  // THEN
  expect(Object.keys(written.template('web').source.file)).toEqual(['text', 'added']);
  expect(Object.keys(written.terraform.resource.terraform_data)).toContain('web_added_build');
});

function addSourceByAspect(stack: TerraformStack, image: Image): void {
  Aspects.of(stack).add({
    visit: (construct) => {
      if (construct === image && !image.node.tryFindChild('added')) { new FileSource(image, 'added', { content: 'x', target: 'x' }); }
    },
  });
}

test('an error annotation that is ignored does not keep images from being written', () => {
  // GIVEN
  process.env.CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS = 'true';
  try {
    const stack = testStack();
    Annotations.of(fileImage(stack, 'web')).addError('not today');
    // WHEN
    const written = Written.by(stack);
    // THEN
    expect(written.files()).toContain('images/web/template.pkr.json');
  } finally {
    delete process.env.CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS;
  }
});
