import { posix, relative } from 'node:path';
import { cdk, javascript } from 'projen';
import { JEST_VERSION, JSII_VERSION, NODE_VERSION, PROJEN_VERSION, TOOL_DEPS, TYPESCRIPT_VERSION, VERSION } from './versions';

const REPOSITORY = 'https://github.com/cdk-packer/cdk-packer';

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
      author: 'The cdk-packer authors',
      authorAddress: REPOSITORY,
      authorOrganization: true,
      repositoryUrl: REPOSITORY,
      license: 'Apache-2.0',
      licensed: true,
      defaultReleaseBranch: 'main',
      stability: cdk.Stability.EXPERIMENTAL,
      packageManager: javascript.NodePackageManager.NPM,
      npmAccess: javascript.NpmAccess.PUBLIC,
      github: false,
      release: false,
      depsUpgrade: false,
      sampleCode: false,
      // One for the whole repository: see scripts.ts.
      docgen: false,
      projenVersion: PROJEN_VERSION,
      peerDependencyOptions: { pinnedDevDependency: false },
      jsiiVersion: JSII_VERSION,
      typescriptVersion: TYPESCRIPT_VERSION,
      minNodeVersion: NODE_VERSION,
      workflowNodeVersion: '20',
      jestOptions: {
        jestVersion: JEST_VERSION,
        configFilePath: 'jest.config.json',
        junitReporting: false,
        coverageText: false,
        updateSnapshot: javascript.UpdateSnapshot.NEVER,
        jestConfig: {
          roots: ['<rootDir>/test'],
          // Tests with the real Packer and Terraform take their time.
          testTimeout: 300_000,
          collectCoverage: false,
          maxWorkers: 2,
        },
      },
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
