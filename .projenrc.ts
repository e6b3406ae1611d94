import { JsiiPackage } from './projenrc/jsii-package';
import { zones } from './projenrc/rooms';
import { CDKTF_DEV, CDKTF_PEER, CONSTRUCTS_PEER, ROOT_TOOL_DEPS, VERSION } from './projenrc/versions';

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
  deps: ['ignore@7.0.16'],
  bundledDeps: ['ignore'],
  devDeps: ROOT_TOOL_DEPS,
  eslintOptions: {
    dirs: ['src', 'packages/*/src', '.projenrc.ts', 'projenrc'],
    devdirs: ['test', 'packages/*/test', 'tools', 'bench', 'examples'],
    fileExtensions: ['.ts', '.mjs'],
  },
});
core.package.addField('workspaces', ['.', 'packages/*']);
core.eslint?.addRules({ 'import/no-restricted-paths': ['error', { zones: zones() }] });

new JsiiPackage({
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

core.synth();
