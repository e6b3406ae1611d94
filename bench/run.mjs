import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SOURCES, STEPS } from './images.mjs';
import { measureLoad } from './load.mjs';
import { measureCompile, measurePackage } from './package.mjs';
import { measureSynth } from './synth.mjs';

const PAGE = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs', 'benchmarks.md');
const BEGIN = '<!-- begin: written by npm run bench -->';
const END = '<!-- end -->';

/** A ratio, or a size in megabytes, above its bound fails the benchmark. */
const BOUNDS = { synth: 8, load: 0.5, plugin: 0.25, growth: 1.5, memory: 2000, package: 5 };
/** The biggest plugins: what the others take is less. */
const PLUGINS = { 'with `amazon`': 'amazon', 'with `vsphere`': 'vsphere', 'with `proxmox`': 'proxmox' };

const one = measureSynth(1, 51);
const hundred = measureSynth(100, 15);
const thousand = measureSynth(1000, 7);
const plugins = Object.fromEntries(Object.entries(PLUGINS).map(([name, namespace]) => [name, ['..', namespace]]));
const load = measureLoad({ '`cdk-packer`': '..', ...plugins, '`cdktf`': 'cdktf', '`constructs`': 'constructs' }, 15);
const more = Math.max(...Object.keys(PLUGINS).map(name => load[name])) - load['`cdk-packer`'];
const compile = measureCompile();
const packed = measurePackage();

const checks = [
  ['synthesis of 1,000 images ÷ floor', thousand.ratio, BOUNDS.synth],
  ['loading `cdk-packer` ÷ loading `cdktf`', load['`cdk-packer`'] / load['`cdktf`'], BOUNDS.load],
  ['loading one plugin more ÷ loading `cdktf`', more / load['`cdktf`'], BOUNDS.plugin],
  ['time for an image among 1,000 ÷ among 100', thousand.synth / 1000 / (hundred.synth / 100), BOUNDS.growth],
  ['memory that compiling `cdk-packer` takes, MB', compile.bytes / 1e6, BOUNDS.memory],
  ['package `cdk-packer`, MB', packed / 1e6, BOUNDS.package],
];

const text = `${synthTable()}\n\n${loadTable()}\n\n${checkTable()}\n\nCompiling \`cdk-packer\` with jsii: ${Math.round(compile.seconds)} s. ${machine()}\n`;
console.log(`\n${text}`);
writePage(text);
process.exitCode = checks.some(([, ratio, bound]) => ratio > bound) ? 1 : 0;

function synthTable() {
  const rows = [[1, one], [100, hundred], [1000, thousand]].map(([count, { construct, synth, floor, ratio }]) =>
    [count.toLocaleString('en'), ms(construct), ms(synth), ms(synth / count), ms(floor), ratio.toFixed(1)]);
  return table([`images (${SOURCES} sources, ${STEPS} steps)`, 'construct', 'synthesize', 'for one image', 'floor', '÷ floor'], rows);
}

function loadTable() {
  return table(['library', 'load'], Object.entries(load).map(([name, time]) => [name, ms(time)]));
}

function checkTable() {
  return table(['', 'measured', 'bound', ''],
    checks.map(([name, ratio, bound]) => [name, ratio.toFixed(2), `${bound}`, ratio > bound ? '**above**' : 'ok']));
}

function machine() {
  return `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${process.platform}.`;
}

function table(head, rows) {
  const lines = [head, head.map((_, column) => (column === 0 ? ':---' : '---:')), ...rows];
  return lines.map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

function ms(time) {
  return `${time < 10 ? time.toFixed(2) : Math.round(time).toLocaleString('en')} ms`;
}

function writePage(measured) {
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : `${BEGIN}\n${END}\n`;
  const [before, after] = [page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)];
  writeFileSync(PAGE, `${page.slice(0, before)}\n\n${measured}\n${page.slice(after)}`);
}
