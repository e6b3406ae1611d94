import { posix, relative } from 'node:path';
import { cdk } from 'projen';
import { PACKAGE_OPTIONS, REPOSITORY } from './package-options';
import { JSII_VERSION, TOOL_DEPS, VERSION } from './versions';

/** `missing-dev-dependency` asks for the peer's minimum, where two frameworks disagree. */
const JSII = 'jsii --silence-warnings=reserved-word --silence-warnings=missing-dev-dependency';

/** What one package is called in each of the registries. */
export interface PackageNames {
  readonly npm: string;
  /** The name on PyPI, which is the artifact's name in Maven too. */
  readonly dist: string;
  readonly python: string;
  readonly java: string;
  readonly dotnet: string;
  /** The folder in the Go module. */
  readonly go: string;
}

/** What one package of this repository adds to what all of them share. */
export interface JsiiPackageOptions extends Omit<cdk.JsiiProjectOptions,
'name' | 'author' | 'authorAddress' | 'repositoryUrl' | 'defaultReleaseBranch' | 'devDeps'> {
  readonly names: PackageNames;
  readonly devDeps?: string[];
}

/** A jsii package of this repository: every package has the same compiler, test runner and targets. */
export class JsiiPackage extends cdk.JsiiProject {
  constructor({ names, devDeps = [], ...options }: JsiiPackageOptions) {
    super({
      name: names.npm,
      author: PACKAGE_OPTIONS.authorName,
      authorAddress: REPOSITORY,
      repositoryUrl: REPOSITORY,
      stability: cdk.Stability.EXPERIMENTAL,
      jsiiVersion: JSII_VERSION,
      ...PACKAGE_OPTIONS,
      publishToPypi: { distName: names.dist, module: names.python },
      publishToMaven: { javaPackage: names.java, mavenGroupId: 'org.cdkpacker', mavenArtifactId: names.dist },
      publishToNuget: { dotNetNamespace: names.dotnet, packageId: names.dotnet },
      publishToGo: { moduleName: 'github.com/cdk-packer/cdk-packer-go', packageName: names.go },
      ...options,
    });
    // After projen's own, which would take the versions away again.
    this.addDevDeps(...TOOL_DEPS, ...devDeps);
    this.package.addVersion(VERSION);
    this.compileTask.reset(JSII);
    this.watchTask.reset(`${JSII} -w`);
    // The tests of all packages share what is in the root's.
    this.tsconfigDev.file.addOverride('compilerOptions.rootDir', posix.join('..', relative(this.outdir, this.root.outdir)));
    this.jest?.file?.addOverride('testMatch', ['<rootDir>/test/**/*.test.ts']);
    this.loadPluginsOnFirstUse();
    this.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');
    // `npm pack` packs what is there. Its own output is for programs.
    this.package.setScript('prepack', `node ${posix.join(relative(this.outdir, this.root.outdir), 'tools/set-up.mjs')} 1>&2`);
    // For consumers whose compiler does not read `tscOutDir` from the assembly.
    this.package.file.addOverride('jsii.tsc', { outDir: this.libdir, rootDir: this.srcdir });
  }
  /** In tests as in the package: see `tools/lazy-exports.mjs`. */
  private loadPluginsOnFirstUse() {
    const transformer = `<rootDir>/${posix.join(relative(this.outdir, this.root.outdir), 'tools/jest-transformer.mjs')}`;
    this.jest?.file?.addOverride('transform', { '^.+\\.[t]sx?$': [transformer, { tsconfig: 'test/tsconfig.json' }] });
  }
}
