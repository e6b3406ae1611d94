import { javascript } from 'projen';
import { zones } from './rooms';

/** What is linted, and where tools of development may be imported. */
export const LINT_OPTIONS: javascript.EslintOptions = {
  dirs: ['src', 'packages/*/src', 'packages/cli/generator', '.projenrc.ts', 'projenrc'],
  devdirs: ['test', 'packages/*/test', 'tools', 'bench', 'examples'],
  fileExtensions: ['.ts', '.mjs'],
  commandOptions: { fix: false },
};

/** Rules that need the types of the whole program. */
const TYPED_RULES = ['@typescript-eslint/no-floating-promises', '@typescript-eslint/return-await'];
const WITHOUT_TYPES = {
  parserOptions: { projectService: false },
  rules: Object.fromEntries(TYPED_RULES.map(rule => [rule, 'off'])),
};

/** Adds the rules of this repository to projen's. */
export function addLintRules(eslint: javascript.Eslint): void {
  eslint.addRules({
    'import/no-restricted-paths': ['error', { zones: zones() }],
    // File modes and checksums are made of bits.
    'no-bitwise': 'off',
  });
  ['/lib/', '/packages/*/lib/', 'dist/', 'cdktf.out/'].forEach(pattern => eslint.addIgnorePattern(pattern));

  const scripts = {
    ...WITHOUT_TYPES,
    files: ['*.mjs'],
    parser: 'espree',
    parserOptions: { ...WITHOUT_TYPES.parserOptions, ecmaVersion: 2022 },
  };
  eslint.addOverride(scripts);

  // Generated code is read by nobody line by line: its imports are checked, its layout is not.
  const generated = {
    files: ['src/plugins/**/*.ts'],
    parserOptions: WITHOUT_TYPES.parserOptions,
    rules: {
      ...WITHOUT_TYPES.rules,
      ...Object.fromEntries(['indent', 'max-len', 'quotes', 'quote-props'].map(rule => [`@stylistic/${rule}`, 'off'])),
    },
  };
  eslint.addOverride(generated);
}
