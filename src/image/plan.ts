import { IConstruct } from 'constructs';
import { AssemblyImage } from './assembly';
import * as errors from './errors';
import { imageEntries } from './image-entry';
import { parentsOf } from './image-graph';
import { fileEntries, PlannedFile } from './owned-files';
import { Synthesis } from './synthesis';
import { templateFiles } from './template-files';
import { joinedName } from '../language/names';
import { describeProblems, PackerTemplate, problemsOf } from '../language/template';

/** Something that prevents a synthesis. */
export interface PlanProblem {
  readonly path: string;
  readonly message: string;
}

/**
 * What a synthesis would write, and everything that prevents it. Goes through a tree one template after the other and keeps of
 * each only what is written, since thousands of them would not be held in memory for nothing.
 */
export class Plan {
  public readonly problems: PlanProblem[] = [];
  public readonly images: AssemblyImage[] = [];
  public readonly files: PlannedFile[] = [];
  private readonly synthesis = new Synthesis();
  private readonly directories = new Map<string, PackerTemplate>();

  constructor(root: IConstruct) {
    for (const construct of root.node.findAll()) {
      if (PackerTemplate.isPackerTemplate(construct)) {
        this.addTemplate(construct);
      } else {
        this.validate(construct);
      }
    }
  }

  private addTemplate(template: PackerTemplate): void {
    const rendered = this.synthesis.render(template);
    const own = problemsOf(rendered);
    for (const { construct, message } of own) { this.problem(construct, message); }
    this.validate(template, describeProblems(template, own));
    const directory = this.directoryOf(template);
    for (const { image, address } of parentsOf(rendered)) {
      if (image.node.root !== template.node.root) { this.problem(template, errors.parentOfAnotherApp(address)); }
    }
    if (this.problems.length === 0) { this.add(template, directory); }
    this.synthesis.forget(template);
  }

  private validate(construct: IConstruct, reported: readonly string[] = []): void {
    for (const message of construct.node.validate()) {
      if (!reported.includes(message)) { this.problem(construct, message); }
    }
  }

  /** The directory of a template, relative to the output directory. */
  private directoryOf(template: PackerTemplate): string {
    const directory = `images/${joinedName(template.node.path.split('/'), '-')}`;
    // Some file systems do not tell upper case from lower case.
    const key = directory.toLowerCase();
    const other = this.directories.get(key);
    if (other) { this.problem(template, errors.sameDirectory(directory, other.node.path)); }
    this.directories.set(key, template);
    return directory;
  }

  private add(template: PackerTemplate, directory: string): void {
    const files = templateFiles(this.synthesis.render(template), directory);
    try {
      this.images.push(...imageEntries(template, directory, fileEntries(files), this.synthesis));
    } catch (error) {
      // Fingerprinting follows the uses of artifacts, and so meets circles.
      this.problem(template, (error as Error).message);
    }
    this.files.push(...files);
  }

  private problem(construct: IConstruct, message: string): void {
    this.problems.push({ path: construct.node.path, message });
  }
}
