import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { areasOf } from './docgen/areas.mjs';
import { exportedTypes } from './docgen/assemblies.mjs';
import { Links } from './docgen/links.mjs';
import { overview } from './docgen/overview.mjs';
import { areaPage } from './docgen/page.mjs';
import { ROOT } from './paths.mjs';
import { run } from './say.mjs';

/** Writes API.md and docs/api, from what jsii says of the packages of this repository (or of that in another folder). */
await run(() => writeApi(process.argv[2] ?? ROOT));

function writeApi(root) {
  const areas = areasOf(exportedTypes(root));
  const folder = join(root, 'docs', 'api');
  mkdirSync(folder, { recursive: true });
  // A page whose area is gone goes too.
  readdirSync(folder).forEach(page => rmSync(join(folder, page)));
  const links = new Links(areas);
  areas.forEach(area => writeFileSync(join(folder, `${area.page}.md`), areaPage(area, links.from(area.page))));
  writeFileSync(join(root, 'API.md'), overview(areas));
}
