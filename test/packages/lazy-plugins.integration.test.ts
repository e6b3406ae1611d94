import * as fs from 'fs';
import * as path from 'path';
import { run } from './package';

const ROOT = path.join(__dirname, '..', '..');

/** The namespaces of the API that are plugins. */
const NAMESPACES = [...fs.readFileSync(path.join(ROOT, 'src', 'plugins', 'index.ts'), 'utf8').matchAll(/^export \* as (\w+) from '.\/([\w-]+)';$/gm)]
  .map(([, name, folder]) => ({ name, folder }));

/** What a program prints that has the compiled library as `library`. */
function print(program: string): any {
  const plugins = path.join(ROOT, 'lib', 'plugins') + path.sep;
  return JSON.parse(run(process.execPath, ['-e', `
    const library = require(${JSON.stringify(ROOT)});
    const folders = () => [...new Set(Object.keys(require.cache).filter((file) => file.startsWith(${JSON.stringify(plugins)}))
      .map((file) => file.slice(${plugins.length}).split(/[/\\\\]/)[0]))].sort();
    console.log(JSON.stringify((${program})()));
  `], ROOT));
}

test('every plugin but the core is a namespace that is loaded on first use', () => {
  const code = fs.readFileSync(path.join(ROOT, 'lib', 'plugins', 'index.js'), 'utf8');

  expect(NAMESPACES).toHaveLength(84);
  expect([...code.matchAll(/^lazy\("(\w+)", /gm)].map(([, name]) => name)).toEqual(NAMESPACES.map(({ name }) => name));
  expect(code).not.toMatch(/^exports\.\w+ = __importStar/m);
});

test('the library alone loads no plugin', () => {
  expect(print('() => folders()')).toEqual(['artifact-facts.js', 'core', 'index.js', 'shared']);
});

test('the first use of a plugin loads this one', () => {
  expect(print('() => { library.qemu.QemuSource; return folders(); }')).toEqual(['artifact-facts.js', 'core', 'index.js', 'qemu', 'shared']);
});

test('the first use of a class loads this one', () => {
  const modules = print(`() => {
    library.qemu.QemuSource, library.ShellProvisioner, library.amazon.AmazonEbsSource;
    return Object.keys(require.cache).filter((file) => /(source|provisioner|post-processor)\\.js$/.test(file) && file.includes("plugins")).map((file) => require("path").basename(file)).sort();
  }`);

  expect(modules).toEqual(['amazon-ebs-source.js', 'qemu-source.js', 'shell-provisioner.js']);
});

test('all plugins can be loaded', () => {
  const loaded = print(`() => ${JSON.stringify(NAMESPACES.map(({ name }) => name))}.filter((name) => Object.keys(library[name]).length > 0)`);

  expect(loaded).toEqual(NAMESPACES.map(({ name }) => name));
});

test('a namespace is the same object each time', () => {
  expect(print('() => library.qemu === library.qemu && library.qemu.QemuSource === require("./lib/plugins/qemu").QemuSource')).toBe(true);
});
