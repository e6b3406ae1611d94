/** What the renderer needs to know of a template besides its tree. */
export interface TemplateSettings {
  readonly packerVersion: string;
  readonly requiredPlugins: ReadonlyMap<string, { readonly source: string; readonly version: string }>;
  /** The library's own manifests and the variable `work_dir` are part of the template. */
  readonly managed: boolean;
}

/** The name of the variable below which outputs lie. */
export const WORK_DIRECTORY = 'work_dir';

/** The oldest version of Packer that templates are written for. */
export const OLDEST_PACKER = '1.9.4';
