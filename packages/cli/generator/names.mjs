// How names of Packer become names of the library. schema/README.md describes the rules.

/** The words of a name in whatever spelling: `ssh_host`, `resolv-conf`, `networkName`, `AWSPollingConfig`, `CPUs`. */
export function words(name) {
  return name
    // The last letter belongs to the word before it: the plural of `CPUs`, the version of `IPv4`.
    .replace(/[A-Z]{2,}(s(?![a-z])|[a-z](?=\d))/g, word => ` ${word.toLowerCase()}`)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map(word => word.toLowerCase());
}

export function camelCase(name) {
  const pascal = pascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

export function pascalCase(name) {
  return words(name).map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

export function kebabCase(name) {
  return words(name).join('-');
}

export function constantCase(name) {
  return words(name).join('_').toUpperCase();
}

/** How `option()` in src/language/component-schema.ts names an option by itself. */
export function plainName(name) {
  return name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

/** Names that jsii does not allow in props, because builders in other languages have methods of that name. */
const FORBIDDEN = ['build'];

/** The name of an option in props. `taken` are the names that the props have already. */
export function propName(option, isBlock, taken = []) {
  const name = camelCase(option);
  return FORBIDDEN.includes(name) || taken.includes(name) ? `${name}${isBlock ? 'Options' : 'Option'}` : name;
}

/** Members of the class that every data source extends. */
const DATA_SOURCE_MEMBERS = [
  'addOverride', 'attribute', 'listAttribute', 'name', 'node', 'numberAttribute', 'stringAttribute', 'toString', 'type', 'with',
];

/** The name of the getter of an output. */
export function outputName(output) {
  const name = camelCase(output);
  return DATA_SOURCE_MEMBERS.includes(name) ? `${name}Output` : name;
}

const CLASS_SUFFIX = { 'source': 'Source', 'provisioner': 'Provisioner', 'post-processor': 'PostProcessor', 'data': 'DataSource' };

export function className({ type, kind }) {
  return `${pascalCase(type)}${CLASS_SUFFIX[kind]}`;
}

/**
 * The name of the interface of a Go struct `package.Struct`: that of the struct, with `Options` for `Config`. A struct that is
 * only called `Config` takes the name of its package, and so does one whose name is `taken`.
 */
export function interfaceName(struct, taken = []) {
  const [goPackage, goName] = struct.split('.');
  const base = goName.replace(/(Config|Options)$/, '');
  const name = base === goName ? pascalCase(goName) : `${pascalCase(base || goPackage)}Options`;
  if (!taken.includes(name)) return name;
  const longer = `${pascalCase(goPackage)}${name}`;
  return taken.includes(longer) ? numbered(longer, taken) : longer;
}

function numbered(name, taken) {
  let number = 2;
  while (taken.includes(`${name}${number}`)) number++;
  return `${name}${number}`;
}
