// Compiled code of an index loads what it exports at once. These are the forms in which TypeScript writes that:
//   exports.amazon = __importStar(require("./amazon"));
const NAMESPACE = /^exports\.(\w+) = (__importStar\(require\("\.\/[\w-]+"\)\));$/gm;
//   var qemu_source_1 = require("./qemu-source");
//   Object.defineProperty(exports, "QemuSource", { enumerable: true, get: function () { return qemu_source_1.QemuSource; } });
const CLASS = new RegExp([
  /^var (\w+) = (require\("\.\/[\w-]+"\));\n/,
  /Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return \1\.\3; \} \}\);$/,
].map(({ source }) => source).join(''), 'gm');

const MARKER = 'Object.defineProperty(exports, "__esModule", { value: true });\n';

// In the same file, since Node finds the names that an ES module can import by reading: `exports.amazon = void 0` above stays.
const LAZY = `function lazy(name, load) {
    Object.defineProperty(exports, name, {
        enumerable: true, configurable: true, get: function () {
            var value = load();
            Object.defineProperty(exports, name, { enumerable: true, value: value });
            return value;
        }
    });
}
`;

/**
 * The compiled code of an index whose namespaces and classes are loaded when they are first used.
 *
 * @returns the code, and the names that are loaded so
 */
export function lazyExports(code) {
  const names = [];
  const lazy = (name, value) => {
    names.push(name);
    return `lazy("${name}", function () { return ${value}; });`;
  };
  const lines = code
    .replace(NAMESPACE, (_, name, load) => lazy(name, load))
    .replace(CLASS, (_, _variable, load, name) => lazy(name, `${load}.${name}`));
  if (names.length > 0 && !lines.includes(MARKER)) throw new Error('The compiled code does not look as TypeScript writes it.');
  return { code: names.length > 0 ? lines.replace(MARKER, `${MARKER}${LAZY}`) : code, names };
}
