import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { Construct } from 'constructs';
import { Image, NullSource, PackerApp, Source } from '../../src';
import { Assembly } from '../../src/image/assembly';
import { Fingerprint } from '../../src/image/fingerprint';
import { Synthesis } from '../../src/image/synthesis';
import { ComponentSchema, option, typed } from '../../src/language/component-schema';

const folders: string[] = [];

afterEach(() => {
  folders.splice(0).forEach((folder) => fs.rmSync(folder, { recursive: true, force: true }));
});

/** An empty folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'cdk-packer-test-')));
  folders.push(folder);
  return folder;
}

/** Writes a file, with the folders that it needs. */
export function write(file: string, text: string, mode = 0o644): string {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  fs.chmodSync(file, mode);
  return file;
}

/** The relative paths of all files, links and empty folders below a folder, sorted. */
export function list(folder: string, below = ''): string[] {
  return fs.readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(below, entry.name);
    if (!entry.isDirectory()) { return [name]; }
    const inside = list(folder, name);
    return inside.length === 0 ? [`${name}/`] : inside;
  }).sort();
}

/** What `images.json` says. */
export function assemblyIn(outdir: string): Assembly {
  return JSON.parse(fs.readFileSync(path.join(outdir, 'images.json'), 'utf8'));
}

/** A source without a machine: nothing in it matters but its name. */
export function nullSource(scope: Construct, id: string): Source {
  return new NullSource(scope, id, { communicator: 'none' });
}

/** What an image and its target look like. Gives the source that is meant. */
export type Define = (image: Image) => Source;

/** The fingerprint of a target of a new image. */
export function fingerprintOf(define: Define, imageId = 'web', props: ConstructorParameters<typeof Image>[2] = {}): Fingerprint {
  const image = new Image(new PackerApp(), imageId, props);
  return new Synthesis().fingerprint(image, define(image));
}

/** The digest of `fingerprintOf`. */
export function digestOf(define: Define, imageId?: string, props?: ConstructorParameters<typeof Image>[2]): string {
  return fingerprintOf(define, imageId, props).digest;
}

const CLOUD: ComponentSchema = {
  kind: 'source',
  type: 'test-cloud',
  options: [
    option('ami_name', { role: 'naming' }),
    option('ami_regions', { type: 'list(string)', role: 'distribution' }),
    option('instance_type', { role: 'environment' }),
    option('output_directory', { role: 'output path' }),
    option('password', { role: 'credential' }),
    option('root_password', { role: 'secret' }),
    option('source_ami', { role: 'parent image' }),
    option('tags', { type: 'map(string)' }),
    option('timeout', { role: 'effort' }),
    option('type'),
    option('user_data'),
    option('user_data_file', { role: 'input path' }),
  ],
};

/** A source with an option of every role. */
export class CloudSource extends Source {
  constructor(scope: Construct, id: string, props: { [option: string]: any } = {}) {
    super(scope, id, typed(CLOUD, props));
  }
}
