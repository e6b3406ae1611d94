import { API_PAGES, leadsSomewhere, links, WRITTEN_PAGES } from './pages';

test.each([...WRITTEN_PAGES, ...API_PAGES])('the links of %s lead somewhere', (page) => {
  const dead = links(page).filter((link) => !leadsSomewhere(page, link));

  expect(dead).toEqual([]);
});

test.each([
  ['a file that is not there', 'docs/nothing.md'],
  ['a heading that is not there', 'docs/expressions.md#nothing'],
  ['a heading of the same page that is not there', '#nothing'],
])('a link to %s leads nowhere', (_, link) => {
  expect(leadsSomewhere('README.md', link)).toBe(false);
});
