// Runs the quickstart with the real cdktf, Packer and Terraform, changes one script, and runs it again.
// It works on a copy in `.demo`, which stays for you to look at.
import { appendFileSync, cpSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cdktf } from './demo/cdktf.mjs';
import { imageTree, imageFiles } from './demo/images.mjs';
import { title, list, table } from './demo/show.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const COPY = join(HERE, '.demo');
const STACK = join(COPY, 'cdktf.out', 'stacks', 'shop');
const OUTPUTS = join(COPY, 'outputs.json');

rmSync(COPY, { recursive: true, force: true });
for (const part of ['main.ts', 'cdktf.json', 'tsconfig.json', 'scripts', 'rootfs', 'site']) {
  cpSync(join(HERE, part), join(COPY, part), { recursive: true });
}

title('1. The program', 'examples/quickstart/main.ts: two images and a server in one stack. `cdktf synth` writes their templates.');
await cdktf(['synth'], COPY);
list(imageTree(STACK));
title('   The files', `in ${relative(process.cwd(), STACK)}`);
list(imageFiles(STACK));

title('2. The first deployment', '`cdktf deploy` builds the images with Packer, then creates the server with the id of the web image.');
list(steps(await deploy()));
const before = outputs();
table(before);

title('3. A change', 'One line more in scripts/pack-web.sh. `cdktf diff` says what will be built again, and why.');
appendFileSync(join(COPY, 'scripts', 'pack-web.sh'), 'echo "one line more"\n');
const plan = await cdktf(['diff', 'shop'], COPY);
list(reasons(plan));

title('4. The second deployment', 'Only the web image is built again.');
list(steps(await deploy()));
const after = outputs();
table(after);

const rebuilt = ['base-image', 'web-image'].filter((name) => before[name] !== after[name]);
title('Result', `built again: ${rebuilt.join(', ')}; unchanged: ${['base-image', 'web-image'].filter((name) => !rebuilt.includes(name)).join(', ')}`);
if (rebuilt.join() !== 'web-image' || after['server-runs'].image !== after['web-image']) {
  console.error('This is not what should have happened.');
  process.exitCode = 1;
}

function deploy() {
  return cdktf(['deploy', 'shop', '--auto-approve', '--outputs-file', OUTPUTS], COPY);
}

function outputs() {
  return JSON.parse(readFileSync(OUTPUTS, 'utf8')).shop;
}

/** What Terraform did, and what the scripts of the images said. */
function steps(log) {
  return log
    .filter((line) => /: (?:Creation|Destruction|Modifications) complete|Apply complete|==> [\w.]+: (?:packed|one line)/.test(line))
    .map((line) => line.replace(/^.*\(local-exec\): ==> /, '  packer · ').replace(/ \[id=.*\]/, ''));
}

/** The lines of the plan that say what is replaced, and which step and option make it so. */
function reasons(log) {
  return log.filter((line, index) => /^# .* (?:must|will) be |^Plan:/.test(line) || isStep(line) || isStep(log[index - 1] ?? ''));
}

function isStep(line) {
  return /^~ "(?:\d+ |post-processor )/.test(line);
}
