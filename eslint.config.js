import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import { importX } from 'eslint-plugin-import-x'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { stateOverrideAccess } from './eslint/state-override-access.js'

const FEATURE_ROOMS = [
  'briefings',
  'articles',
  'topics',
  'officers',
  'bulletin',
  'members',
  'enquiries',
  'reading',
  'exchange',
  'sources',
]
const OUTER_ROOMS = ['worker', 'admin', 'components', 'app']

const zone = (target, from, message, except = []) => ({ target, from, except, message })

/** Who may import whom: the table of docs/architecture.md, as rules. */
const IMPORT_TABLE = [
  zone('./src/lib', './src', 'src/lib is movable: it imports nothing of ours.', ['./lib']),
  zone('./src/lib', './collections', 'src/lib is movable: it imports nothing of ours.'),
  zone('./src/lib', './templates', 'src/lib is movable: it imports nothing of ours.'),
  zone('./src/config', './src', 'src/config may import src/lib alone.', ['./config', './lib']),
  zone('./templates', './src', 'Templates are pure: they may import src/lib alone.', ['./lib']),
  zone('./templates', './collections', 'Templates know no database.'),
  zone('./src/access', './src', 'src/access may import src/lib and the generated types.', [
    './access',
    './lib',
    './payload-types.ts',
  ]),
  zone('./collections', './src', 'Collections may import access, lib and the generated types.', [
    './access',
    './lib',
    './payload-types.ts',
  ]),
  ...['search', 'mail'].map((room) =>
    zone(`./src/${room}`, './src', 'A port imports lib, config, access and the generated types.', [
      `./${room}`,
      './lib',
      './config',
      './access',
      './payload-types.ts',
    ]),
  ),
  ...FEATURE_ROOMS.flatMap((room) =>
    [...FEATURE_ROOMS.filter((other) => other !== room), ...OUTER_ROOMS].map((other) =>
      zone(`./src/${room}`, `./src/${other}`, 'Feature rooms do not import each other.'),
    ),
  ),
  ...['./src', './templates'].map((target) =>
    zone(target, './scripts', 'Only a command may import scripts.'),
  ),
  ...FEATURE_ROOMS.concat('search', 'mail', 'access', 'lib', 'config', 'components', 'repair').map(
    (room) => zone(`./src/${room}`, './collections', 'Rooms name collections by slug.'),
  ),
  zone('./src/components', './src', 'Components take props: they import lib and types.', [
    './components',
    './lib',
    './access',
    './payload-types.ts',
  ]),
  zone('./src/repair', './src', 'The repair imports lib, config and the generated types.', [
    './repair',
    './lib',
    './config',
    './payload-types.ts',
  ]),
  zone('./src/worker', './src/app', 'The worker knows no routes.'),
]

const RESTRICTED_SYNTAX = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Read the environment through src/config.',
  },
  { selector: 'ExportAllDeclaration', message: 'Name what is exported: no barrels.' },
]

export default tseslint.config(
  {
    ignores: [
      '.next/**',
      'dist/**',
      'data/**',
      'migrations/**',
      'next-env.d.ts',
      'src/payload-types.ts',
      'src/app/(payload)/admin/importMap.js',
      'test-results/**',
      'playwright-report/**',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  importX.flatConfigs.typescript,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.mjs', '*.js', 'eslint/*.js', 'scripts/*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: {
      'import-x': importX,
      'react-hooks': reactHooks,
      signpost: { rules: { 'state-override-access': stateOverrideAccess } },
    },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })],
    },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones: IMPORT_TABLE }],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'signpost/state-override-access': 'error',
      'no-restricted-syntax': ['error', ...RESTRICTED_SYNTAX],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'max-lines': ['error', 250],
      'max-depth': ['error', 3],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
    },
  },
  { files: ['src/**', 'collections/**', 'templates/**'], rules: { 'no-console': 'error' } },
  {
    files: [
      'src/config/**',
      '*.config.*',
      'tests/**',
      'scripts/launch.mjs',
      'scripts/command/child-environment.ts',
      'src/instrumentation.ts',
    ],
    rules: {
      'no-restricted-syntax': ['error', ...RESTRICTED_SYNTAX.slice(1)],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
  },
  {
    files: ['tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
)
