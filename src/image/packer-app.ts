import { Construct, IConstruct } from 'constructs';
import { ASSEMBLY_VERSION, AssemblyImage } from './assembly';
import * as errors from './errors';
import { Image } from './image';
import { imageEntry } from './image-entry';
import { parentsOf } from './image-graph';
import { fileEntries, PlannedFile, writeAssembly } from './owned-files';
import { Synthesis } from './synthesis';
import { templateFiles } from './template-files';
import { markWriter } from './writer';
import { joinedName } from '../language/names';
import { describeProblems, PackerTemplate, problemsOf, rememberingTemplates, renderedTemplate } from '../language/template';

/** What an app is. */
export interface PackerAppProps {
  /**
   * The directory that is written.
   *
   * @default 'packer.out'
   */
  readonly outdir?: string;
}

const APP = Symbol.for('cdk-packer.PackerApp');

/**
 * The root of a tree of images that are built without Terraform, or by the command `cdk-packer`.
 *
 * @example
 * const app = new PackerApp();
 * const motd = new Image(app, 'motd');
 * new FileSource(motd, 'text', { content: 'welcome', target: 'motd.txt' });
 * app.synth();  // then: cd packer.out/images/motd && packer build .
 */
export class PackerApp extends Construct {
  /** Whether `value` is an app (of any copy of this library). */
  public static isPackerApp(value: any): value is PackerApp {
    return typeof value === 'object' && value !== null && APP in value;
  }

  /** The directory that is written. */
  public readonly outdir: string;

  public constructor(props: PackerAppProps = {}) {
    super(undefined as any, '');
    this.outdir = props.outdir ?? 'packer.out';
    Object.defineProperty(this, APP, { value: true });
    markWriter(this);
  }

  /**
   * Writes every template below this app, with the local files it uses, and the index `images.json`. Warnings go to the standard error.
   *
   * @throws when something is invalid, with all problems; nothing is written then
   */
  public synth(): void {
    rememberingTemplates(() => this.write());
  }

  private write(): void {
    const templates = templatesBelow(this);
    const synthesis = new Synthesis();
    const planned: PlannedFile[] = [];
    const problems = [...this.problems(templates), ...sameDirectories(templates), ...foreignParents(templates)];
    if (problems.length === 0) { problems.push(...graphProblems(templates, synthesis)); }
    if (problems.length > 0) { throw errors.synthesisFailed(problems); }
    const images: AssemblyImage[] = [];
    for (const template of templates) {
      const files = templateFiles(synthesis.render(template), directoryOf(template));
      planned.push(...files);
      images.push(imageEntry(template, directoryOf(template), fileEntries(files), synthesis));
    }
    writeAssembly(this.outdir, { version: ASSEMBLY_VERSION, images }, planned);
    for (const { path, message } of images.flatMap(({ warnings }) => warnings)) {
      process.stderr.write(`[WARNING] [${path}] ${message}\n`);
    }
  }

  private problems(templates: readonly PackerTemplate[]): Problem[] {
    const known = new Map(templates.map((template) => [template, problemsOf(renderedTemplate(template))]));
    return this.node.findAll().flatMap((construct) => {
      const own = (PackerTemplate.isPackerTemplate(construct) && known.get(construct)) || [];
      const described = new Set(describeProblems(construct, own));
      return [
        ...own.map(({ construct: { node }, message }) => ({ path: node.path, message })),
        ...construct.node.validate().filter((message) => !described.has(message)).map((message) => ({ path: construct.node.path, message })),
      ];
    });
  }
}

interface Problem {
  readonly path: string;
  readonly message: string;
}

function templatesBelow(construct: IConstruct): PackerTemplate[] {
  return construct.node.children.flatMap((child) => [
    ...(PackerTemplate.isPackerTemplate(child) ? [child] : []),
    ...templatesBelow(child),
  ]);
}

/** The directory of a template, relative to the output directory. */
function directoryOf(template: PackerTemplate): string {
  return `images/${joinedName(template.node.path.split('/'), '-')}`;
}

function sameDirectories(templates: readonly PackerTemplate[]): Problem[] {
  const seen = new Map<string, PackerTemplate>();
  return templates.flatMap((template) => {
    const directory = directoryOf(template);
    // Some file systems do not tell upper case from lower case.
    const key = directory.toLowerCase();
    const other = seen.get(key);
    seen.set(key, template);
    return other ? [{ path: template.node.path, message: errors.sameDirectory(directory, other.node.path) }] : [];
  });
}

function foreignParents(templates: readonly PackerTemplate[]): Problem[] {
  return templates.flatMap((template) => parentsOf(renderedTemplate(template))
    .filter(({ image }) => image.node.root !== template.node.root)
    .map(({ address }) => ({ path: template.node.path, message: errors.parentOfAnotherApp(address) })));
}

/** Fingerprinting follows the uses of artifacts, and so meets circles. */
function graphProblems(templates: readonly PackerTemplate[], synthesis: Synthesis): Problem[] {
  for (const template of templates) {
    if (!Image.isImage(template)) { continue; }
    try {
      for (const source of synthesis.render(template).sources.keys()) { synthesis.fingerprint(template, source); }
    } catch (error) {
      return [{ path: template.node.path, message: (error as Error).message }];
    }
  }
  return [];
}
