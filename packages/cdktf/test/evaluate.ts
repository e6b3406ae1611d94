import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';
import { temporaryFolder } from './synthesis';

/** What Terraform makes of outputs that name no resource. In texts, `<folder>` is the folder that it runs in. */
export function evaluate(configuration: any, files: { [name: string]: string } = {}): { [output: string]: any } {
  const folder = temporaryFolder();
  const all = { ...files, 'main.tf.json': JSON.stringify(configuration) };
  for (const [name, text] of Object.entries(all)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text.replaceAll('<folder>', fs.realpathSync(folder)));
  }
  const terraform = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.env.TERRAFORM ?? 'terraform', args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) { throw new Error(stdout + stderr); }
    return stdout;
  };
  terraform('apply', '-auto-approve', '-input=false', '-no-color');
  const outputs: { [name: string]: { value: any } } = JSON.parse(terraform('output', '-json'));
  return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
}
