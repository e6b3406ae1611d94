import { javascript } from 'projen';
import { JEST_VERSION, NODE_VERSION, PROJEN_VERSION, TYPESCRIPT_VERSION } from './versions';

export const REPOSITORY = 'https://github.com/cdk-packer/cdk-packer';

/** What all packages of this repository share, whatever compiles them. */
export const PACKAGE_OPTIONS = {
  authorName: 'The cdk-packer authors',
  authorOrganization: true,
  license: 'Apache-2.0',
  licensed: true,
  defaultReleaseBranch: 'main',
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
};
