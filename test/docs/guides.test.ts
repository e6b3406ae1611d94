import * as path from 'path';
import * as ts from 'typescript';
import { ROOT } from './assemblies';
import { read, WRITTEN_PAGES } from './pages';

/** Programs in TypeScript, by the page and the line where they begin. Each is a file of its own. */
function programs(): Map<string, string> {
  const found = new Map<string, string>();
  for (const page of WRITTEN_PAGES) {
    for (const match of read(page).matchAll(/^```ts[^\n]*\n(.*?)^```$/gms)) {
      const line = read(page).slice(0, match.index).split('\n').length;
      found.set(path.join(ROOT, `${page.replace(/[/.]/g, '-')}-line-${line}.ts`), `${match[1]}\nexport {};\n`);
    }
  }
  return found;
}

test('every program in the README and the guides compiles', () => {
  // GIVEN
  const files = programs();
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    types: ['node'],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file) ?? readFile(file);
  host.getSourceFile = (file, version, ...rest) => (files.has(file)
    ? ts.createSourceFile(file, files.get(file)!, version)
    : getSourceFile(file, version, ...rest));

  // WHEN
  const problems = ts.getPreEmitDiagnostics(ts.createProgram([...files.keys()], options, host)).map(({ file, messageText }) =>
    `${path.basename(file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);

  // THEN
  expect(files.size).toBeGreaterThan(0);
  expect(problems).toEqual([]);
});
