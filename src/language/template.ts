import { Construct, IConstruct } from 'constructs';
import { kindOf, markKind } from './element-kind';
import { templateHcl } from './hcl';
import { Problem } from './problem';
import { renderTemplate, RenderedTemplate } from './rendering';
import { assetProblems } from './staged-assets';
import { TemplateSettings } from './template-settings';

/** What a template is. */
export interface PackerTemplateProps {
  /**
   * The versions of Packer that may build it, as a version constraint.
   *
   * @default '>= 1.9.4'
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/packer#version-constraint-syntax
   */
  readonly packerVersion?: string;
}

/** Where a plugin comes from. */
export interface RequiredPlugin {
  /** The address of the plugin, for example `github.com/hashicorp/docker`. */
  readonly source: string;
  /** The versions of the plugin that may be used, as a version constraint. */
  readonly version: string;
}

/** Something that is allowed and probably a mistake. */
export interface PackerWarning {
  /** The path of the construct. */
  readonly path: string;
  /** What is wrong, why, and what to do. */
  readonly message: string;
}

/**
 * One Packer template: a directory that one `packer build` builds. Sources, steps, variables and builds are constructs
 * below it. `Image` is a template with one build of its own, and what most programs use.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates
 *
 * @example
 * const app = new PackerApp();
 * const template = new PackerTemplate(app, 'smoke');
 * new NullSource(template, 'local', { communicator: 'none' });
 * const build = new Build(template, 'build');
 * new ShellLocalProvisioner(build, 'greet', { inline: ['echo hello'] });
 */
export class PackerTemplate extends Construct {
  /** Whether `value` is a template (of any copy of this library). */
  public static isPackerTemplate(value: any): value is PackerTemplate {
    return typeof value === 'object' && value !== null && kindOf(value) === 'template';
  }

  /** The versions of Packer that may build the template, as a version constraint. */
  public readonly packerVersion: string;
  private readonly requiredPlugins = new Map<string, RequiredPlugin>();
  /** @internal */
  public _managed = false;

  public constructor(scope: Construct, id: string, props: PackerTemplateProps = {}) {
    super(scope, id);
    markKind(this, 'template');
    this.packerVersion = props.packerVersion ?? '>= 1.9.4';
    this.node.addValidation({ validate: () => describeProblems(this, problemsOf(renderedTemplate(this))) });
  }

  /**
   * Requires a plugin, which `packer init` installs. Typed components require theirs by themselves; this says another version, another
   * source, or another local name. A local name has to be said before the components of the plugin are made.
   *
   * @param name - its local name, which begins the types of its components
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/blocks/packer#specifying-plugin-requirements
   */
  public requirePlugin(name: string, plugin: RequiredPlugin): void {
    this.requiredPlugins.set(name, plugin);
  }

  /**
   * The template as it is written: the exact content of `template.pkr.json`. Reads and writes no file.
   *
   * @throws when the template is invalid, with all problems
   */
  public toJson(): any {
    return this.valid().json;
  }

  /**
   * The same template in HCL's own syntax, for people who want to read it: laid out as `packer fmt` leaves it, but for
   * expressions that you write yourself, which stay as they are. Save it as `template.pkr.hcl`. In components without a typed class, lists of maps are written as blocks and single maps as arguments.
   *
   * @throws when the template is invalid, with all problems
   */
  public toHcl(): string {
    return templateHcl(this.valid().blocks);
  }

  /** What is allowed and probably a mistake. */
  public warnings(): PackerWarning[] {
    return renderedTemplate(this).warnings.map(({ construct, message }) => ({ path: construct.node.path, message }));
  }

  private valid(): RenderedTemplate {
    const rendered = renderedTemplate(this);
    if (rendered.problems.length > 0) {
      throw new Error(rendered.problems.map(({ construct, message }) => `[${construct.node.path}] ${message}`).join('\n'));
    }
    return rendered;
  }

  /** @internal */
  public get _settings(): TemplateSettings {
    return { packerVersion: this.packerVersion, requiredPlugins: this.requiredPlugins, managed: this._managed };
  }
}

let remembered: Map<PackerTemplate, RenderedTemplate> | undefined;

/** Renders a template as it is now; once only while `rememberingTemplates` runs. */
export function renderedTemplate(template: PackerTemplate): RenderedTemplate {
  let rendered = remembered?.get(template);
  if (!rendered) {
    rendered = renderTemplate(template, template._settings);
    remembered?.set(template, rendered);
  }
  return rendered;
}

/** Lets go of what `rememberingTemplates` remembers of a template. */
export function forgetTemplate(template: PackerTemplate): void {
  remembered?.delete(template);
}

/** Runs `work`, in which the tree does not change, so that each template is rendered once. */
export function rememberingTemplates<T>(work: () => T): T {
  if (remembered) { return work(); }
  remembered = new Map();
  try {
    return work();
  } finally {
    remembered = undefined;
  }
}

/** Everything that prevents a template from being written, missing local files included. */
export function problemsOf(rendered: RenderedTemplate): Problem[] {
  return [...rendered.problems, ...assetProblems(rendered.staged)];
}

/** Problems as validations report them: the framework puts the path of `owner` before each. */
export function describeProblems(owner: IConstruct, problems: readonly Problem[]): string[] {
  return problems.map(({ construct, message }) => (construct === owner ? message : `${construct.node.path}: ${message}`));
}
