import { typescript } from 'projen';

/** Commands that work right after a clone, before anything is installed. */
const TOOLS: Record<string, string> = {
  'demo': 'Set up what is missing, then run the quick start',
  'quickstart': 'Set up what is missing, then run cdktf on the quick start',
  'quickstart-docker': 'Set up what is missing, then run cdktf on the quick start with Docker',
  'test': 'Set up what is missing, then run every check and test',
  'bench': 'Set up what is missing, then run the benchmarks',
};

/** Adds the commands of this repository to the root package. */
export function addScripts(project: typescript.TypeScriptProject): void {
  for (const [name, description] of Object.entries(TOOLS)) {
    const task = project.tasks.tryFind(name) ?? project.addTask(name, { description });
    const command = `node tools/${name}.mjs`;
    task.reset(command, { receiveArgs: true });
    // Not through projen, which is not there before the first install.
    project.package.setScript(name, command);
  }

  project.package.setScript('generate', 'node tools/generate.mjs');
  project.package.setScript('schema:update', 'node tools/schema-update.mjs');
  project.package.setScript('schema:check', 'node tools/schema-check.mjs');
  project.annotateGenerated('/src/plugins/**');

  project.addTask('docgen', { description: 'Write API.md and docs/api anew, after a compile', exec: 'node tools/docgen.mjs' });
  ['/API.md', '/docs/api/**'].forEach(pages => project.gitattributes.addAttributes(pages, 'linguist-generated'));

  // `commit-and-tag-version` writes the next version into it.
  project.package.file.readonly = false;
  project.package.setScript('release', 'commit-and-tag-version');

  // One install for the whole repository, by npm alone.
  project.defaultTask?.env('PROJEN_DISABLE_POST', 'true');
}
