import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Rooms that people, files and the clock may reach; every other room is the core: same input, same bytes. */
const EDGE = ['src/{state,map,embed,panels,cli,compute,saved}/**', 'src/{main,embed}.tsx', 'src/cli.ts']

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.cache/'] },
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      'no-eval': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // tsc knows the names.
      'no-undef': 'off',
    },
  },
  // A bench prints: one JSON line per measurement.
  { files: ['tests/bench/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.{mjs,js}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'console',
          'process',
          'performance',
          'setTimeout',
          'clearTimeout',
          'URL',
          'Buffer',
          'TextDecoder',
          'TextEncoder',
          'fetch',
          'structuredClone',
          'globalThis',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: EDGE,
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'window', 'document', 'navigator', 'localStorage', 'indexedDB', 'XMLHttpRequest'].map((name) => ({
          name,
          message: 'The core reaches no network, page or storage.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'No chance in the core: pass `random`.' },
        { object: 'Date', property: 'now', message: 'No clock in the core: pass `asOf`.' },
        ...['localeCompare', 'toLocaleString', 'toLocaleDateString', 'toLocaleUpperCase', 'toLocaleLowerCase'].map(
          (property) => ({ property, message: 'No locale in the core.' }),
        ),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'No clock in the core: pass `asOf`.',
        },
      ],
    },
  },
  {
    files: ['src/{panels,map,embed}/**/*.{ts,tsx}', 'src/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
)
