// What the compiler does not say: the craft that DESIGN asks for, as rules. Type-aware, so it sees what a value is.
import tseslint from 'typescript-eslint';

/** Tables and catalogues are as long as what they list. */
const CATALOGUES = ['src/text/**', 'src/**/verbs.ts', 'src/protocols/tls/registered/*-names.ts', 'src/model/notes/**', 'src/cli/help.ts'];

const FORBIDDEN_SYNTAX = [
  { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
  { selector: 'TSEnumDeclaration', message: 'Unions of string literals, not enums.' },
  { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'Modules, not namespaces.' },
];

const rules = {
  'no-restricted-syntax': ['error', ...FORBIDDEN_SYNTAX],
  eqeqeq: 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  'no-param-reassign': 'error',
  'no-console': 'error',
  'object-shorthand': 'error',
  // A switch over a union is one decision, however many rows it has.
  complexity: ['error', { max: 20, variant: 'modified' }],
  'max-depth': ['error', 4],
  'max-params': ['error', 6],
  'max-lines': ['error', 300],
  'max-lines-per-function': ['error', 60],
  '@typescript-eslint/no-explicit-any': 'error',
  // Packages that are loaded late are named by their types' import.
  '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
  '@typescript-eslint/consistent-type-exports': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/no-base-to-string': 'error',
  '@typescript-eslint/restrict-plus-operands': 'error',
  '@typescript-eslint/no-import-type-side-effects': 'error',
  '@typescript-eslint/prefer-readonly': 'error',
};

/** These have a default export because others ask for one: programs that read them, packages that they describe. */
const CONFIGURATIONS = ['test/*.config.*', 'test/*.d.ts'];

export default [
  { ignores: ['dist/**', 'coverage/**'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: ['test/tsconfig.json', 'src/report/html/page/tsconfig.json'], tsconfigRootDir: new URL('..', import.meta.url).pathname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules,
  },
  { files: CATALOGUES, rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' } },
  // A suite is one long function by the nature of its runner.
  { files: ['test/**'], rules: { 'max-lines-per-function': 'off', 'max-lines': ['error', 500] } },
  { files: CONFIGURATIONS, rules: { 'no-restricted-syntax': 'off' } },
];
