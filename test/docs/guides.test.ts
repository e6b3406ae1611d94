import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import * as ts from 'typescript';
import { ROOT } from './assemblies';
import { makeFiles, PROGRAMS } from './programs';

test('every program in the README and the guides compiles', () => {
  // GIVEN
  const files = new Map(PROGRAMS.map(({ name, text }) => [path.join(ROOT, name), text]));
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

test.each(PROGRAMS.map((program) => [program.name, program] as const))('the program of %s synthesizes', (_, program) => {
  // GIVEN
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk-packer-guide-'));
  makeFiles(program, folder);
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS };
  const { outputText } = ts.transpileModule(program.text, { compilerOptions });
  fs.writeFileSync(path.join(folder, 'main.js'), `${outputText}app.synth();\n`);

  // WHEN
  const { status, stderr } = spawnSync(process.execPath, ['main.js'], {
    cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_PATH: path.join(ROOT, 'node_modules') },
  });
  fs.rmSync(folder, { recursive: true });

  // THEN
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
