import { javascript } from 'projen';

/** An example that is a package has its tests beside it. They run with those of the root. */
export function addExampleTests(jest: javascript.Jest): void {
  jest.file!.addOverride('roots', ['<rootDir>/test', '<rootDir>/examples']);
  jest.file!.addOverride('testMatch', ['<rootDir>/test/**/*.test.ts', '<rootDir>/examples/*/test/**/*.test.ts']);
}
