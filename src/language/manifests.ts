import { Block } from './block';
import { Build } from './build';
import { genericOption } from './position';
import { Leaf } from './resolved';
import { Segment } from './segments';
import { WORK_DIRECTORY } from './template-settings';

/** One file for each build, source and chain, since several builds that append to one file corrupt it. */
export function manifestName(build: Build, source: string, chain?: number): string {
  return manifestParts(build, chain).map((part) => (typeof part === 'string' ? part : source)).join('');
}

function manifestParts({ name }: Build, chain?: number): Segment[] {
  return [name === undefined ? '' : `${name}.`, { hcl: 'source.name' }, chain === undefined ? '.manifest.json' : `.${chain}.manifest.json`];
}

/** The post-processor that writes such a file. */
export function manifestBlock(build: Build, chain?: number): Block {
  const output = new Leaf([{ hcl: `var.${WORK_DIRECTORY}` }, '/', ...manifestParts(build, chain)], []);
  return { type: 'post-processor', labels: ['manifest'], repeated: true, options: [{ schema: genericOption('output'), value: output }] };
}
