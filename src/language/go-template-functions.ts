/** The functions of Go's text/template. */
export const GO_BUILTINS: readonly string[] = [
  'and', 'call', 'eq', 'ge', 'gt', 'html', 'index', 'js', 'le', 'len', 'lt', 'ne', 'not', 'or', 'print', 'printf', 'println', 'slice', 'urlquery',
];

/** The functions that Packer's plugin SDK adds, whatever the version of Packer: template/interpolate/funcs.go. */
export const SDK_FUNCTIONS: readonly string[] = [
  'build', 'build_name', 'build_type', 'isotime', 'lower', 'packer_version', 'pwd', 'replace', 'replace_all', 'split', 'strftime', 'timestamp', 'upper', 'uuid',
];

/** Functions that some plugins add in templates of JSON only, with what to use instead. */
export const LEGACY_FUNCTIONS: { readonly [name: string]: string } = {
  clean_ami_name: 'Use PackerFn.regexReplace.',
  clean_image_name: 'Use PackerFn.regexReplace.',
  clean_resource_name: 'Use PackerFn.regexReplace.',
};

/** Functions that the SDK knows and that always fail in templates of HCL, with what to use instead. */
export const REFUSED_FUNCTIONS: { readonly [name: string]: string } = {
  aws_secretsmanager: 'Use PackerFn.awsSecretsmanager.',
  aws_secretsmanager_raw: 'Use PackerFn.awsSecretsmanagerRaw.',
  consul_key: 'Use PackerFn.consulKey.',
  env: 'Use a Variable with PackerFn.env as its default.',
  sed: 'Use `replace`, or PackerFn.regexReplace.',
  template_dir: 'Use PathContext.ROOT.',
  user: 'Use the variable: `variable.stringValue`.',
  vault: 'Use PackerFn.vault.',
};
