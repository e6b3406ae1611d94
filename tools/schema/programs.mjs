import { EARLIER_PACKERS, findEarlierPacker, findPacker } from '../packer.mjs';
import { findPlugins } from '../plugins.mjs';

/** The programs at hand that tell facts which are committed: Packer in all tested versions, and the plugins that the tests work with. */
export async function programs({ installedVersions, pluginAddress }) {
  const packer = await findPacker({ exactly: true });
  const earlier = [];
  for (const version of EARLIER_PACKERS) earlier.push(await findEarlierPacker(version));
  const { path, versions } = await findPlugins(packer);
  return [
    ...[packer, ...earlier].map(found => ({ plugin: 'packer', file: found.path })),
    ...versions.map(text => text.split(' ')).map(([plugin, version]) => {
      const installed = installedVersions(pluginAddress(`github.com/hashicorp/${plugin}`), path);
      return { plugin, file: installed.find(found => found.version === version).file };
    }),
  ];
}
