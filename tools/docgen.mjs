import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Documentation, Language } from 'jsii-docgen';
import { ROOT } from './paths.mjs';

// Writes API.md of the packages in the given folders, or of the one in this folder. They have to be compiled.
const folders = process.argv.slice(2);
for (const folder of folders.length > 0 ? folders : ['.']) await writeApi(resolve(folder));

async function writeApi(folder) {
  const assembliesDir = mkdtempSync(join(tmpdir(), 'cdk-packer-docgen-'));
  try {
    gatherAssemblies(folder, assembliesDir);
    const api = await Documentation.forProject(folder, { assembliesDir });
    // Only the root module: the generated part of the API is too long for a page.
    const markdown = await api.toMarkdown({ language: Language.TYPESCRIPT, allSubmodules: false });
    writeFileSync(join(folder, 'API.md'), markdown.render());
  } finally {
    rmSync(assembliesDir, { recursive: true });
  }
}

/**
 * Copies what jsii says of a package and of those it needs into one folder.
 * jsii-docgen itself would search `node_modules`, where the link of a workspace leads round in a circle.
 */
function gatherAssemblies(folder, target) {
  const { dependencies = {}, dependencyClosure = {} } = JSON.parse(readFileSync(join(folder, '.jsii'), 'utf8'));
  const needed = new Set([...Object.keys(dependencies), ...Object.keys(dependencyClosure)]);
  const packages = [folder, ...[...needed].map(name => join(ROOT, 'node_modules', name))];
  packages.forEach((source, place) => {
    mkdirSync(join(target, `${place}`));
    for (const file of ['.jsii', '.jsii.gz'].filter(name => existsSync(join(source, name)))) {
      cpSync(join(source, file), join(target, `${place}`, file));
    }
  });
}
