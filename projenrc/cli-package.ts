import { typescript } from 'projen';
import { PACKAGE_OPTIONS, REPOSITORY } from './package-options';
import { CLI_DEPS, CLI_TOOL_DEPS, VERSION } from './versions';

/** As jsii compiles the other packages, so that tests can share code. */
const COMPILER_OPTIONS = { module: 'node16', target: 'ES2022', lib: ['es2022'], skipLibCheck: true };

/** The command line. Plain TypeScript: it is a program, and no library for other languages. */
export class CliPackage extends typescript.TypeScriptProject {
  constructor(parent: typescript.TypeScriptProject) {
    super({
      ...PACKAGE_OPTIONS,
      parent,
      outdir: 'packages/cli',
      name: '@cdk-packer/cli',
      description: 'The command cdk-packer: typed classes for any plugin of Packer',
      keywords: ['packer', 'cdk', 'cdktf', 'images', 'cli'],
      authorUrl: REPOSITORY,
      repository: REPOSITORY,
      entrypoint: 'lib/index.js',
      eslint: false,
      peerDeps: [`cdk-packer@^${VERSION}`],
      deps: CLI_DEPS,
      tsconfig: { compilerOptions: COMPILER_OPTIONS },
      tsconfigDev: {
        fileName: 'test/tsconfig.json',
        compilerOptions: { ...COMPILER_OPTIONS, rootDir: '../../..', isolatedModules: true },
        include: ['../src/**/*.ts', '**/*.ts'],
      },
    });
    // After projen's own, which would take the versions away again.
    this.addDevDeps(`cdk-packer@${VERSION}`, ...CLI_TOOL_DEPS);
    this.package.addVersion(VERSION);
    // The facts on plugins that the repository keeps in one place are part of the package.
    this.compileTask.exec('node ../../tools/cli-schema.mjs');
    ['/schema/', '/lib/'].forEach(folder => this.gitignore.addPatterns(folder));
    // npm applies the root's rules here too, and there the facts stay out.
    ['!/generator/', '!/schema/', '!/schema/**'].forEach(folder => this.addPackageIgnore(folder));
    this.jest?.file?.addOverride('testMatch', ['<rootDir>/test/**/*.test.ts']);
    this.package.setScript('prepack', 'node ../../tools/set-up.mjs 1>&2');
  }
}
