import * as here from '../../src';

/** A second copy of the library in the same process, as when two packages bring their own. */
function secondCopy(): typeof here {
  let copy: typeof here | undefined;
  jest.isolateModules(() => { copy = require('../../src'); }); // eslint-disable-line @typescript-eslint/no-require-imports
  return copy!;
}

const there = secondCopy();

test('the second copy is a copy', () => {
  expect(there.PackerTemplate).not.toBe(here.PackerTemplate);
});

test('references of one copy work in the template of another', () => {
  // GIVEN
  const template = new here.PackerTemplate(new here.PackerApp(), 'web');
  const variable = new there.Variable(template, 'x', { default: 'a' });
  const packages: string[] = ['nginx'];

  // WHEN
  new there.FileSource(template, 'f', {
    content: [
      variable.stringValue, there.PackerFn.upper(variable.stringValue), `${variable.numberValue}`,
      there.Lazy.stringValue({ produce: () => packages.join(' ') }), there.Asset.of('./site').path, here.PackerFn.lower(there.Asset.of('./site').path),
    ].join(' '),
    target: there.RuntimePath.of('/tmp/f'),
  });

  // THEN
  expect(template.toJson()).toEqual({
    packer: { required_version: '>= 1.9.4' },
    variable: { x: { type: 'string', default: 'a' } },
    source: {
      file: {
        f: {
          content: '${var.x} ${upper(var.x)} ${var.x} nginx ${path.root}/assets/f/content/site ${lower("${path.root}/assets/f/content/site")}',
          target: '/tmp/f',
        },
      },
    },
  });
});

test('numbers of two copies do not collide', () => {
  expect(here.Expression.asNumber('var.a')).not.toBe(there.Expression.asNumber('var.b'));
});

test('elements of one copy are found in the template of another, with their order and selections', () => {
  // GIVEN
  const template = new here.PackerTemplate(new here.PackerApp(), 'web');
  const a = new there.NullSource(template, 'a', { communicator: 'none' });
  new here.NullSource(template, 'b', { communicator: 'none' });
  const build = new there.Build(template, 'build');

  // WHEN
  const group = new there.ProvisionerGroup(build, 'group', { only: [a] });
  new here.ShellLocalProvisioner(group, 'one', { inline: ['one'] });
  new there.ShellLocalProvisioner(build, 'two', { inline: ['two'] });

  // THEN
  expect(template.toJson().build[0].provisioner).toEqual([
    { 'shell-local': { inline: ['one'], only: ['null.a'] } }, { 'shell-local': { inline: ['two'] } },
  ]);
});

test('each copy recognises the things of the other', () => {
  const template = new here.PackerTemplate(new here.PackerApp(), 'web');

  expect(there.PackerTemplate.isPackerTemplate(template)).toBe(true);
  expect(there.Source.isSource(new here.NullSource(template, 'a'))).toBe(true);
  expect(there.Asset.isAsset(here.Asset.of('./site'))).toBe(true);
  expect(there.Source.isSource(template)).toBe(false);
  expect(there.Asset.isAsset({ localPath: './site' })).toBe(false);
});
