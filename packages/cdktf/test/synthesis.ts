import { createHash } from 'crypto';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { App, IResolvable, TerraformResource, TerraformResourceConfig, TerraformStack, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { FileSource } from 'cdk-packer';
import { Image } from '../src';

/** An app that writes into a folder of its own, which is deleted with `removeFolders`. */
export function testApp(): App {
  return Testing.app({ outdir: temporaryFolder() });
}

/** A stack in an app of its own. */
export function testStack(id = 'shop'): TerraformStack {
  return new TerraformStack(testApp(), id);
}

/** An image that is a file with this text. */
export function fileImage(scope: Construct, id: string, content: any = 'hello'): Image {
  const image = new Image(scope, id);
  new FileSource(image, 'text', { content, target: 'text.txt' });
  return image;
}

/** A resource that needs no provider, and no Terraform at synth as the framework's own class for it does. */
export class Data extends TerraformResource {
  constructor(scope: Construct, id: string, private readonly input?: any, more: Partial<TerraformResourceConfig> = {}) {
    super(scope, id, { terraformResourceType: 'terraform_data', terraformGeneratorMetadata: { providerName: 'terraform' }, ...more });
  }

  /** Its id, a text. */
  public get id(): string {
    return this.getStringAttribute('id');
  }

  /** What was put in, as what is asked for. */
  public get output(): ComplexValue {
    return new ComplexValue(this);
  }

  protected synthesizeAttributes(): { [name: string]: any } {
    return { input: this.input };
  }
}

/** The output of a resource as values of each type. */
export class ComplexValue {
  constructor(private readonly resource: Data) {}

  public get text(): string { return this.resource.getStringAttribute('output'); }
  public get number(): number { return this.resource.getNumberAttribute('output'); }
  public get list(): string[] { return this.resource.getListAttribute('output'); }
  public get numbers(): number[] { return this.resource.getNumberListAttribute('output'); }
  public get map(): { [key: string]: string } { return this.resource.getStringMapAttribute('output'); }
  public get any(): IResolvable { return this.resource.getBooleanAttribute('output'); }
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

  /** What is written about all stacks. */
  public get manifest(): any {
    return this.json('../../manifest.json');
  }

  /** What makes Terraform replace the resource of this name. */
  public triggers(name: string): any {
    return this.resource(name).triggers_replace;
  }

  /** The environment in which a resource runs its command. */
  public environment(name: string): { [name: string]: string } {
    return this.resource(name).provisioner[0]['local-exec'].environment;
  }

  /** SHA-256 of a file. */
  public digest(file: string): string {
    return createHash('sha256').update(fs.readFileSync(path.join(this.directory, file))).digest('hex');
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
