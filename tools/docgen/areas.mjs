import { byName } from './names.mjs';

/**
 * The areas that are introduced in words of their own, in the order of the overview. A type belongs to the area with the longest
 * folder or beginning of a file that fits the file which declares it.
 */
const KNOWN = [
  { page: 'images', title: 'Images', of: ['src/image/'], is: 'Machine images, what they are built into, and the program around them.' },
  {
    page: 'language',
    title: 'Language',
    of: ['src/language/'],
    is: 'Templates, builds, sources, steps, variables and expressions: all that Packer itself knows.',
  },
  {
    page: 'functions',
    title: 'Functions',
    of: ['src/language/packer-function', 'src/language/function'],
    is: 'The functions of Packer, evaluated while it builds.',
  },
  { page: 'assets', title: 'Assets', of: ['src/assets/'], is: 'Local files and folders that are part of an image.' },
  { page: 'references', title: 'References', of: ['src/references/'], is: 'Values that are known later than the program runs.' },
  { page: 'testing', title: 'Testing', of: ['src/testing/'], is: 'Assertions over synthesized images.' },
  {
    page: 'core',
    title: 'Components of Packer',
    of: ['src/plugins/core/'],
    is: 'Sources, provisioners and post-processors that come with Packer, without a plugin.',
  },
  {
    page: 'shared',
    title: 'Shared options',
    of: ['src/plugins/shared/'],
    is: 'Options that components of several plugins take: how to reach the machine, how to run a script.',
  },
];

/** The areas that have types, each with its own, sorted by name: known areas, then plugins, then the other packages. */
export function areasOf(types) {
  const areas = new Map();
  for (const type of types) {
    const area = areaOf(type);
    if (!areas.has(area.page)) areas.set(area.page, { ...area, package: type.package, types: [] });
    areas.get(area.page).types.push(type);
  }
  areas.forEach(area => area.types.sort(byName));
  return [...areas.values()].sort((a, b) => rank(a) - rank(b) || (a.page < b.page ? -1 : 1));
}

function areaOf({ file, package: name }) {
  const fitting = KNOWN.flatMap(area => area.of.filter(start => file.startsWith(start)).map(start => ({ area, start })));
  if (fitting.length > 0) return fitting.reduce((best, next) => (next.start.length > best.start.length ? next : best)).area;
  const [, kind, page] = /^(packages|src\/plugins|src)\/([^/]+?)(?:\/|\.ts$)/.exec(file);
  return KINDS[kind](page, name);
}

/** Areas that nobody introduces: a new plugin, package or room has its page by itself. */
const KINDS = {
  'packages': (page, name) => ({ page, title: name, is: `What the package \`${name}\` adds.` }),
  'src/plugins': page => ({ page, title: `Plugin ${page}`, isPlugin: true, is: `Components of Packer's plugin \`${page}\`.` }),
  'src': page => ({ page, title: page[0].toUpperCase() + page.slice(1), is: `What \`src/${page}\` exports.` }),
};

function rank({ page, isPlugin }) {
  const place = KNOWN.findIndex(area => area.page === page);
  if (place >= 0) return place;
  return KNOWN.length + (isPlugin ? 0 : 1);
}
