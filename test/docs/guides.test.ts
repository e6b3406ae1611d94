import * as fs from 'fs';
import * as path from 'path';
import * as ts from 'typescript';

const ROOT = path.join(__dirname, '..', '..');
const PAGES = ['README.md', 'packages/cdktf/README.md', 'examples/quickstart/README.md', ...guides()];

function guides(): string[] {
  return fs.readdirSync(path.join(ROOT, 'docs')).filter((file) => file.endsWith('.md')).map((file) => `docs/${file}`);
}

function read(page: string): string {
  return fs.readFileSync(path.join(ROOT, page), 'utf8');
}

/** Programs in TypeScript, by the page and the line where they begin. Each is a file of its own. */
function programs(): Map<string, string> {
  const found = new Map<string, string>();
  for (const page of PAGES) {
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

test.each(PAGES)('the links of %s lead somewhere', (page) => {
  const targets = [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target]) => target);

  const missing = targets.filter((target) => !fs.existsSync(path.join(ROOT, path.dirname(page), target)));

  expect(missing).toEqual([]);
});
