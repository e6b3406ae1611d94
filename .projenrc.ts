import { CliPackage } from './projenrc/cli-package';
import { addExampleTests } from './projenrc/example-tests';
import { JsiiPackage } from './projenrc/jsii-package';
import { addLintRules, LINT_OPTIONS } from './projenrc/lint';
import { addScripts } from './projenrc/scripts';
import { CDKTF_DEV, CDKTF_PEER, CONSTRUCTS_PEER, ROOT_TOOL_DEPS, VERSION } from './projenrc/versions';

/** What a plain `packer build` of the example leaves beside it. */
const GOLDEN_BASE_OUTPUT = ['CONTENTS', 'SHA256SUMS', 'root/', '*.manifest.json', '*.tar'].map((name) => `/examples/golden-base/${name}`);

const core = new JsiiPackage({
  names: {
    npm: 'cdk-packer',
    dist: 'cdk-packer',
    python: 'cdk_packer',
    java: 'org.cdkpacker',
    dotnet: 'CdkPacker',
    go: 'cdkpacker',
  },
  description: 'Packer images as constructs, for every CDK',
  keywords: ['packer', 'cdk', 'cdktf', 'cdktn', 'constructs', 'images', 'ami'],
  projenrcTs: true,
  peerDeps: [CONSTRUCTS_PEER],
  deps: ['fastest-levenshtein@1.0.16', 'ignore@7.0.16', 'semver@7.8.6'],
  bundledDeps: ['fastest-levenshtein', 'ignore', 'semver'],
  devDeps: ROOT_TOOL_DEPS,
  eslintOptions: LINT_OPTIONS,
});
core.compileTask.exec('node tools/lazy-plugins.mjs');
core.compileTask.exec('node tools/strip-source-maps.mjs');
core.gitignore.addPatterns('.jsii.tabl.json', ...GOLDEN_BASE_OUTPUT);
core.package.addField('workspaces', ['.', 'packages/*']);
addExampleTests(core.jest!);
addLintRules(core.eslint!);
addScripts(core);
for (const folder of ['.ci', 'bench', 'docs', 'examples', 'packages', 'rosetta', 'schema/*', 'tools']) {
  core.addPackageIgnore(`/${folder}`);
}
for (const file of ['.editorconfig', '.npmrc', '.jsii.tabl.json', '.versionrc.json', 'API.md', 'CONTRIBUTING.md']) {
  core.addPackageIgnore(`/${file}`);
}
core.addPackageIgnore('!/schema/images.schema.json');
core.package.addBin({ 'cdk-packer': 'bin/cdk-packer' });
core.addPackageIgnore('!/bin/');

const cdktf = new JsiiPackage({
  parent: core,
  outdir: 'packages/cdktf',
  names: {
    npm: '@cdk-packer/cdktf',
    dist: 'cdk-packer-cdktf',
    python: 'cdk_packer_cdktf',
    java: 'org.cdkpacker.cdktf',
    dotnet: 'CdkPacker.Cdktf',
    go: 'cdkpackercdktf',
  },
  description: 'Packer images in a Terraform stack of CDK for Terraform',
  keywords: ['packer', 'cdktf', 'constructs', 'images', 'ami'],
  peerDeps: [CONSTRUCTS_PEER, CDKTF_PEER, `cdk-packer@^${VERSION}`],
  devDeps: [CDKTF_DEV, `cdk-packer@${VERSION}`],
  eslint: false,
});

cdktf.addPackageIgnore('!/supervisor/');
cdktf.addPackageIgnore('/rosetta/');
cdktf.addPackageIgnore('.jsii.tabl.json');

new CliPackage(core);

core.synth();
