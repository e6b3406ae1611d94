// What stands for a namespace in compiled code: `exports.amazon = __importStar(require("./amazon"));`
const NAMESPACE = /^exports\.(\w+) = (__importStar\(require\("\.\/[\w-]+"\)\));$/gm;

// In the same file, since Node finds the names of an ES module's imports by reading: `exports.amazon = void 0` above stays.
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
 * Compiled code whose namespaces are loaded when they are first used.
 *
 * @returns the code, and how many namespaces there are in it
 */
export function lazyExports(code) {
  let count = 0;
  const lines = code.replace(NAMESPACE, (_, name, load) => {
    count++;
    return `lazy("${name}", function () { return ${load}; });`;
  });
  const marker = 'Object.defineProperty(exports, "__esModule", { value: true });\n';
  if (count > 0 && !lines.includes(marker)) throw new Error('The compiled code does not look as TypeScript writes it.');
  return { code: count > 0 ? lines.replace(marker, `${marker}${LAZY}`) : code, count };
}
