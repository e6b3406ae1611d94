import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';

/** Where programs that were built or installed for the tests are kept. */
export const CACHE = process.env.CDK_PACKER_CACHE || path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'cdk-packer');

/** What `npm test` says of the programs: in a variable, or as it last wrote it down when jest is run alone. */
export function given(variable: string): string {
  const value = process.env[variable] ?? remembered()[variable];
  if (!value) { throw new Error(`${variable} is not known: run npm test once, which finds or builds the programs that the tests need`); }
  return value;
}

function remembered(): { [variable: string]: string } {
  const file = path.join(CACHE, 'test-programs.json');
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
}
