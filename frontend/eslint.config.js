import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const forbid = (...group) => ({ 'no-restricted-imports': ['error', { patterns: [{ group, message: 'Imports flow lib, components → features → app.' }] }] })

export default defineConfig(
  globalIgnores(['node_modules', 'dist', 'src/lib/api/schema.d.ts']),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // The router's redirect() and notFound() are values that are thrown.
      '@typescript-eslint/only-throw-error': 'off',
      'max-lines': ['error', 300],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat.recommended],
    rules: {
      // A region that scrolls has to take the focus, or the keyboard cannot scroll it.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['region', 'group'], tags: [] }],
    },
  },
  { files: ['src/lib/**', 'src/components/**'], rules: forbid('@/features/*', '@/app/*') },
  { files: ['src/features/access/**'], rules: forbid('@/app/*', '@/features/*') },
  { files: ['src/features/jobs/**'], rules: forbid('@/app/*', '@/features/*') },
  { files: ['src/features/webhooks/**'], rules: forbid('@/app/*', '@/features/*') },
  { files: ['src/features/products/**'], rules: forbid('@/app/*', '@/features/imports/*', '@/features/settings/*') },
  { files: ['src/features/imports/**'], rules: forbid('@/app/*', '@/features/products/*') },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } } },
)
