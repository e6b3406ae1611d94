import { exportedTypes, membersOf } from './assemblies';

test('every exported type says what it is, or where that is said', () => {
  const silent = exportedTypes().filter(({ docs }) => !docs?.summary && !docs?.see).map(({ fqn }) => fqn);

  expect(silent).toEqual([]);
});

test('every exported member says what it is', () => {
  const silent = exportedTypes().flatMap((type) => membersOf(type)
    .filter(({ docs, overrides }) => !docs?.summary && !docs?.see && !overrides)
    .map(({ name }) => `${type.fqn}.${name}`));

  expect(silent).toEqual([]);
});

test('every option that can be left out says what is then', () => {
  // Of plugins only they know it.
  const silent = exportedTypes()
    .filter(({ datatype, locationInModule }) => datatype && !locationInModule.filename.startsWith('src/plugins/'))
    .flatMap(({ fqn, properties = [] }) => properties
      .filter(({ docs, optional }) => optional && !docs?.default)
      .map(({ name }) => `${fqn}.${name}`));

  expect(silent).toEqual([]);
});

test('every `@see` is a page of Packer, the repository of a plugin, or the name of a type', () => {
  const names = exportedTypes().map(({ name }) => name);
  const page = /^https:\/\/(developer\.hashicorp\.com\/packer\/(docs|integrations|guides)(\/[a-z0-9_.-]+)*(#[\w-]+)?|github\.com(\/[\w.-]+){2})$/;

  const odd = exportedTypes().flatMap((type) => [type, ...membersOf(type)])
    .flatMap(({ docs }) => docs?.see ?? [])
    .filter((see) => !page.test(see) && !names.includes(see));

  expect(odd).toEqual([]);
});
