// Whether overlays are well-formed and speak only of what there is.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { artifactProblems } from './check-artifacts.mjs';
import { knownComponents, knownStructs } from './known-names.mjs';
import { namesIn } from '../../packages/cli/generator/options.mjs';

/**
 * Everything that is wrong with the overlays, each with its file and key.
 *
 * @param schema what `readSchema` has read
 * @param format the file overlay.schema.json
 */
export function overlayProblems({ plugins, overlays, shared }, format) {
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync(format, 'utf8')));
  const facts = new Map(plugins.map(plugin => [plugin.plugin, plugin]));
  return [
    ...problemsIn('overlay/shared.json', shared, knownStructs(plugins), new Map(), validate),
    ...Object.entries(overlays).flatMap(([name, overlay]) => {
      const file = `overlay/${name}.json`;
      const plugin = facts.get(name);
      if (!plugin) return [`${file}: library.json has no plugin \`${name}\`.`];
      return problemsIn(file, overlay, knownStructs([plugin]), knownComponents(plugin), validate);
    }),
  ];
}

function problemsIn(file, overlay, structs, components, validate) {
  if (!validate(overlay)) {
    return validate.errors.map(({ instancePath, message, params }) => {
      const extra = params.additionalProperty ?? params.propertyName;
      return `${file}: ${keyOf(instancePath)}${message}${extra ? ` (${extra})` : ''}.`;
    });
  }
  return [
    ...Object.entries(overlay.structs ?? {}).flatMap(([name, struct]) => {
      const key = `structs › ${name}`;
      const known = structs.get(name);
      if (!known) return [`${file}: ${key}: no option is declared in this struct.`];
      return [...unknownOptions(file, key, struct, known.options), ...unknownInRules(file, key, struct, known.together)];
    }),
    ...Object.entries(overlay.components ?? {}).flatMap(([name, component]) => {
      const key = `components › ${name}`;
      const known = components.get(name);
      if (!known) return [`${file}: ${key}: the plugin has no such component.`];
      return [
        ...unknownOptions(file, key, component, known),
        ...unknownInRules(file, key, component, [known]),
        ...artifactProblems(component.artifact ?? [], known).map(problem => `${file}: ${key} › artifact › ${problem}`),
      ];
    }),
  ];
}

function unknownOptions(file, key, { options = {} }, known) {
  return Object.keys(options)
    .filter(name => !known.has(name))
    .map(name => `${file}: ${key} › options › ${name}: there is no such option.`);
}

/** A rule of a struct holds where all of its options are: there must be such a place. */
function unknownInRules(file, key, { requirements = [] }, bodies) {
  return requirements.flatMap((requirement, place) => {
    const names = namesIn(requirement);
    if (bodies.some(body => names.every(name => body.has(name)))) return [];
    const missing = names.filter(name => !bodies.some(body => body.has(name)));
    return [`${file}: ${key} › requirements › ${place}: ${missing.length > 0 ? `there is no option ${missing.join(', ')}` : 'its options are never together'}.`];
  });
}

function keyOf(instancePath) {
  const keys = instancePath.split('/').slice(1).map(key => key.replace(/~1/g, '/').replace(/~0/g, '~'));
  return keys.length > 0 ? `${keys.join(' › ')}: ` : '';
}
