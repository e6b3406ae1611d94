import { exportedTypes } from './assemblies';
import { API_PAGES, headings, links, read } from './pages';

/** The pages that have a section for a type. The adapters have classes with the names of the core's. */
function sections(): string[] {
  return API_PAGES.filter((page) => page !== 'API.md').flatMap((page) => headings(page).slice(1).map((name) => `${page}#${name}`)).sort();
}

test('every exported type has one section, on one page', () => {
  // WHEN
  const names = sections().map((section) => section.split('#')[1]).sort();

  // THEN
  expect(names).toEqual(exportedTypes().map(({ name }) => name).sort());
  expect(new Set(sections()).size).toBe(names.length);
});

test('every class is in the overview, or on the page on plugins', () => {
  const onPlugins = links('docs/plugins.md').filter((link) => link.startsWith('api/') && !link.startsWith('api/core.md'));
  const overview = [...links('API.md'), ...onPlugins].filter((link) => link.includes('#')).map((link) => link.split('#')[1]).sort();

  expect(overview).toEqual(exportedTypes().filter(({ kind }) => kind === 'class').map(({ name }) => name.toLowerCase()).sort());
});

test('every member is described on the page of its type, and only where it is declared', () => {
  const page = read('docs/api/language.md');

  expect(page.split('| `pauseBefore` |').length).toBe(2);
  expect(read('docs/api/core.md')).not.toContain('| `pauseBefore` |');
});
