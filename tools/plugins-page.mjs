// The page docs/plugins.md: which plugins the library brings, and what it knows of them.
import { className } from '../packages/cli/generator/names.mjs';
import { isNoOption } from '../packages/cli/generator/options.mjs';
import { componentKey, KINDS } from '../packages/cli/generator/plugin-model.mjs';

const INTRODUCTION = `<!-- Written by \`npm run generate\`. Do not edit. -->
# Plugins

Every component of these plugins has a typed class, but for those in parentheses, which fail with every HCL template. Those of Packer itself stand at the root of the API, those of a plugin in a namespace of its name
in camel case: \`amazon.AmazonEbsSource\`, \`windowsUpdate.WindowsUpdateProvisioner\`. A plugin is loaded when it is first used, and the
template requires it by itself: see [Templates](templates.md#plugins).

*Facts* says for how many of a plugin's options we know more than the type: what the option is to the image (content, place, credential,
effort…), what happens to \`{{ }}\` in it, what it needs and excludes. Options without facts count as content of the image, which is safe: a change
of one builds the image again.`;

/** @param schema what `readSchema` has read */
export function pluginsPage({ plugins, overlays, shared }) {
  const rows = plugins.map(plugin => row(plugin, overlays[plugin.plugin] ?? {}, shared));
  const components = plugins.reduce((sum, plugin) => sum + plugin.components.length, 0);
  return [
    INTRODUCTION,
    '',
    `${plugins.length} plugins, ${components} components.`,
    '',
    '| plugin | version | components | facts |',
    '|---|---|---|--:|',
    ...rows,
    '',
  ].join('\n');
}

function row(plugin, overlay, shared) {
  const name = plugin.plugin;
  const page = `api/${name === 'packer' ? 'core' : name}.md`;
  const components = plugin.components.map(({ kind, type }) => {
    if (overlay.components?.[componentKey({ kind, type })]?.drop) return `(\`${type}\`)`;
    const called = className({ type, kind: KINDS[kind] });
    return `[\`${called}\`](${page}#${called.toLowerCase()})`;
  });
  return `| [${name}](https://github.com/${plugin.repo}) | ${plugin.version} | ${components.sort().join(' ')} | ${coverage(plugin, overlay, shared)} |`;
}

/** How many of the options, those of nested blocks included, an overlay says something of. */
function coverage(plugin, overlay, shared) {
  let [known, all] = [0, 0];
  const count = (fields, kind, own) => {
    for (const field of fields.filter(one => !isNoOption(one, kind))) {
      const says = [own, overlay.structs?.[field.declaredIn], shared.structs?.[field.declaredIn]].some(layer => layer?.options?.[field.name]);
      all++;
      if (says) known++;
      if (field.fields) count(field.fields);
    }
  };
  for (const component of plugin.components) { count(component.fields, KINDS[component.kind], overlay.components?.[componentKey(component)]); }
  return all === 0 ? '–' : `${Math.floor(100 * known / all)} %`;
}
