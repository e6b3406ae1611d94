// The table of what components leave. It stands apart from the classes, so that it is read without loading them.
import { literal } from './literal.mjs';
import { SourceFile } from './source-file.mjs';

const KINDS = { 'builder': 'source', 'post-processor': 'post-processor' };

/**
 * What the overlays say of artifacts: pairs of kind and type (`source docker`) and cases, sorted.
 *
 * @param overlays of the plugins, by their names
 */
export function artifactFacts(overlays) {
  return Object.values(overlays)
    .flatMap(({ components = {} }) => Object.entries(components))
    .filter(([, { artifact, drop }]) => artifact && !drop)
    .map(([key, { artifact }]) => {
      const [kind, type] = key.split(' ');
      return [`${KINDS[kind]} ${type}`, artifact.map(({ see: _see, ...facts }) => facts)];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The file with the table. */
export function artifactFile(overlays) {
  const file = new SourceFile('artifact-facts.ts');
  file.import('ArtifactFacts', '../language/artifact-schema');
  file.add('/** What sources and post-processors leave, by kind and type. */', 'export const ARTIFACT_FACTS: ArtifactFacts = {');
  for (const [component, cases] of artifactFacts(overlays)) {
    file.add(`  ${literal(component)}: [`, ...cases.map(one => `    ${literal(one)},`), '  ],');
  }
  file.add('};');
  return file;
}
