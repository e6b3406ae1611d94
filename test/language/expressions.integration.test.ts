import * as fs from 'fs';
import * as path from 'path';
import * as fc from 'fast-check';
import { text } from './arbitraries';
import { packer, temporaryFolder } from './support';
import { Asset, Expression, FileSource, Image, Local, PackerApp, PackerFn, Variable } from '../../src';

/** Builds files with these contents, and reads them back. */
function built(contents: (image: Image) => string[]): string[] {
  const folder = temporaryFolder();
  const app = new PackerApp({ outdir: folder });
  const image = new Image(app, 'image');
  const names = contents(image).map((content, index) => {
    new FileSource(image, `f${index}`, { content, target: `f${index}` });
    return path.join(folder, 'images/image', `f${index}`);
  });
  app.synth();
  packer(path.join(folder, 'images/image'), 'build', '.');
  return names.map((name) => fs.readFileSync(name, 'utf8'));
}

test('any text arrives byte for byte through functions', () => {
  fc.assert(fc.property(fc.array(text, { minLength: 10, maxLength: 10 }), (texts) => {
    const results = built(() => texts.flatMap((literal) => [
      PackerFn.base64encode(literal), PackerFn.base64decode(PackerFn.base64encode(literal)), PackerFn.join('', [literal]),
    ]));

    expect(results).toEqual(texts.flatMap((literal) => [Buffer.from(literal).toString('base64'), literal, literal]));
  }), { numRuns: 1, seed: 7, endOnFailure: true });
});

test('Packer evaluates references, functions and late numbers in texts', () => {
  expect(built((image) => {
    const x = new Variable(image, 'x', { default: 'Abc' });
    const list = new Local(image, 'list', { expression: ['b', x.stringValue] });
    const map = new Local(image, 'map', { expression: { k: 1, [x.stringValue]: '${literal}' } });
    return [
      `${PackerFn.upper(`<${x.stringValue}>`)}!`, PackerFn.join('|', list.listValue), PackerFn.element(list.listValue, 1),
      `${PackerFn.length(list.listValue)}${PackerFn.length('é')}`, PackerFn.lookup(map.value, 'Abc', ''), PackerFn.jsonencode(map.value),
      Expression.asString('"${1 + 1}"'), PackerFn.format('$%s', [x.stringValue]), `$$${x.stringValue}$${x.stringValue}%${x.stringValue}`,
    ];
  })).toEqual(['<ABC>!', 'b|Abc', 'Abc', '21', '${literal}', '{"Abc":"${literal}","k":1}', '2', '$Abc', '$$Abc$Abc%Abc']);
});

test('Packer reads the files of assets with its functions, and their content arrives with all braces', () => {
  // GIVEN
  const folder = temporaryFolder();
  fs.mkdirSync(path.join(folder, 'conf {{ ${x} é'));
  fs.writeFileSync(path.join(folder, 'conf {{ ${x} é/motd'), 'docker {{.Id}} ${x} %{y}\n');
  fs.writeFileSync(path.join(folder, 'conf {{ ${x} é/motd.tpl'), 'hello ${name} {{.Id}}\n');

  // WHEN
  const results = built(() => {
    const asset = Asset.of(path.join(folder, 'conf {{ ${x} é'));
    return [PackerFn.file(asset.file('motd')), PackerFn.templatefile(asset.file('motd.tpl'), { name: 'a{{b' }), asset.path];
  });

  // THEN
  expect(results).toEqual(['docker {{.Id}} ${x} %{y}\n', 'hello a{{b {{.Id}}\n', './assets/f2/content/conf {{ ${x} é']);
});

test('Packer lists the files of an asset', () => {
  // GIVEN
  const folder = temporaryFolder();
  fs.mkdirSync(path.join(folder, 'conf', 'sites'), { recursive: true });
  for (const name of ['motd', 'sites/a.conf', 'sites/b.conf']) { fs.writeFileSync(path.join(folder, 'conf', name), ''); }

  // WHEN
  const results = built(() => [PackerFn.join(',', PackerFn.fileset(Asset.of(path.join(folder, 'conf')).path, '**/*.conf'))]);

  // THEN
  expect(results).toEqual(['sites/a.conf,sites/b.conf']);
});
