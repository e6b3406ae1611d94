import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { App, Testing, TerraformStack } from 'cdktf';

/** An app that writes into a folder of its own, which is deleted with `removeFolders`. */
export function testApp(): App {
  return Testing.app({ outdir: temporaryFolder() });
}

const folders: string[] = [];

/** A new empty folder. */
export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk-packer-'));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders.splice(0)) { fs.rmSync(folder, { recursive: true, force: true }); }
});

/** What `app.synth()` wrote for one stack. */
export class Written {
  public static by(stack: TerraformStack): Written {
    const app = App.of(stack);
    app.synth();
    return new Written(path.join(app.outdir, 'stacks', stack.node.id));
  }

  constructor(public readonly directory: string) {}

  public text(file: string): string {
    return fs.readFileSync(path.join(this.directory, file), 'utf8');
  }

  public json(file: string): any {
    return JSON.parse(this.text(file));
  }

  /** The Terraform configuration. */
  public get terraform(): any {
    return this.json('cdk.tf.json');
  }

  /** The resource of this name. */
  public resource(name: string): any {
    return this.terraform.resource.terraform_data[name];
  }

  /** The Packer template of an image. */
  public template(image: string): any {
    return this.json(`images/${image}/template.pkr.json`);
  }

  /** Every file and folder, sorted. */
  public files(): string[] {
    return fs.readdirSync(this.directory, { recursive: true, encoding: 'utf8' }).sort();
  }
}
