import js from '@eslint/js'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'site', 'docs-build', 'src/sets/shipped/*.json', '.cache'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    // The evaluator runs in browsers and edge workers too, and must give the same answer on every machine.
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**', 'src/intake/**', 'src/output/**', 'src/csv.ts', 'src/ndjson.ts', 'src/xlsx.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'Buffer', 'fetch', 'window', 'document', 'globalThis', 'setTimeout'],
      'no-restricted-imports': ['error', { patterns: ['node:*'] }],
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'the day is an argument' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'the day is an argument' },
        { selector: "NewExpression[callee.name='Function']", message: 'no code from data' },
        { selector: "CallExpression[callee.property.name='localeCompare']", message: 'the same order on every machine' },
      ],
    },
  },
  {
    files: ['bench/**', 'scripts/**', 'test/**', '*.config.{ts,js,mjs}', 'docs/**'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        performance: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        gc: 'readonly',
        setTimeout: 'readonly',
      },
    },
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/prefer-literal-enum-member': 'off',
    },
  },
  {
    // As a user would write them.
    files: ['docs/examples/**'],
    languageOptions: { globals: { Request: 'readonly', Response: 'readonly', require: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // Runs in the pages of the site.
    files: ['docs/typedoc/client.mjs'],
    languageOptions: { globals: { document: 'readonly', HTMLInputElement: 'readonly', location: 'readonly' } },
  },
)
