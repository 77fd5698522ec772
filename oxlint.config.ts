import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type OxlintOverride } from 'oxlint'
import { READ_ATTRIBUTES } from './test/support/page-texts.ts'

/**
 * The house's floors: a room imports only from rooms below it. Each rule names what the files of a room may not import;
 * docs/architecture.md draws the whole.
 */
interface Room {
  readonly files: readonly string[]
  /** Rooms above or beside this one. */
  readonly rooms: readonly string[]
  /** Modules that live elsewhere, or that this room alone may not see. */
  readonly modules?: readonly string[]
  /** Everything but these, for rooms that name what they may see. */
  readonly onlyModules?: readonly string[]
  /** Rooms of which types, but no code, may be seen. */
  readonly typesOnly?: readonly string[]
  /** Of a module that may be seen otherwise, what may not. */
  readonly withheld?: { readonly module: string; readonly names: readonly string[]; readonly message: string }
  readonly message: string
}

const ELSEWHERE = ['electron', 'better-sqlite3', 'pg', 'pg-*', 'echarts', 'echarts/**', 'react', 'react-dom']
const except = (...names: readonly string[]): readonly string[] => ELSEWHERE.filter((module) => !names.includes(module))

const HOSTS = ['desktop', 'browser', 'terminal']
const ROOTS = ['**/main.ts', '**/browser-host.ts', '**/cli.ts', '**/data-worker.ts', '**/launch.ts']
const rooms = (...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => [`**/${name}/**`, `./${name}/**`])
/** electron/sync/ as a host sees it: the backend has a room of that name too. */
const ENGINE = ['../sync/**', '../../sync/**']

const PURE = 'shared/ is pure: it sees luxon, zod and the floors of shared/ below it.'
const SHARED_MODULES = ['luxon', 'zod']
const SHARED_TOP = ['contract', 'compare', 'recommend', 'optimise', 'roster', 'handout', 'alerts', 'health']

const TRANSLATES = 'A host translates: it sees the backend, never the store, the sync or another host.'
const DESKTOP_ROOMS = [...rooms('renderer', 'test', 'store', 'browser', 'terminal'), ...ENGINE, ...ROOTS]

/** The screens, each a room of its own. */
const FEATURES = readdirSync(join(import.meta.dirname, 'renderer/features'))
/** A screen as the files of another would import it, from up to four folders below their own. */
const asFeature = (name: string): readonly string[] =>
  ['../', '../../', '../../../', '../../../../'].map((up) => `${up}${name}/**`)

const NOT_IN_THE_PAGE = ['electron', 'node:*', 'better-sqlite3', 'pg', 'echarts', 'echarts/**']
const IN_THE_PAGE =
  'The page reaches the backend over tRPC only, knows its types by app/rpc/procedures.ts, and charts by renderer/charts.'
const pageRoom = (files: readonly string[], unseen: readonly string[], message = IN_THE_PAGE): Room => ({
  files,
  rooms: rooms('test', 'electron', ...unseen),
  modules: NOT_IN_THE_PAGE,
  message,
})

const house: readonly Room[] = [
  { files: ['shared/**'], rooms: rooms('electron', 'renderer', 'test'), onlyModules: SHARED_MODULES, message: PURE },
  {
    files: ['shared/language/**'],
    rooms: rooms('electron', 'renderer', 'test', ...SHARED_TOP, 'predict', 'plan', 'coverage', 'time'),
    onlyModules: ['intl-messageformat', '@formatjs/icu-messageformat-parser', '@schummar/icu-type-parser'],
    message: 'Texts, figures and dates know no subject; the one place with the library of messages.',
  },
  {
    files: ['shared/messages/**'],
    rooms: rooms('electron', 'renderer', 'test', ...SHARED_TOP, 'predict', 'plan', 'coverage', 'time', 'foundation'),
    onlyModules: [],
    message: 'A catalogue is texts: it sees other catalogues and the types of shared/language/.',
  },
  {
    files: ['shared/predict/**'],
    rooms: rooms('electron', 'renderer', 'test', ...SHARED_TOP),
    onlyModules: SHARED_MODULES,
    message: PURE,
  },
  {
    files: ['shared/roster/**'],
    rooms: rooms(
      'electron',
      'renderer',
      'test',
      ...SHARED_TOP.filter((name) => name !== 'roster'),
      'predict',
      'coverage',
    ),
    onlyModules: SHARED_MODULES,
    message: PURE,
  },
  {
    files: ['shared/handout/**'],
    rooms: rooms(
      'electron',
      'renderer',
      'test',
      ...SHARED_TOP.filter((name) => name !== 'handout'),
      'predict',
      'coverage',
    ),
    onlyModules: SHARED_MODULES,
    message: PURE,
  },
  {
    files: ['shared/health/**'],
    rooms: rooms('electron', 'renderer', 'test', ...SHARED_TOP.filter((room) => room !== 'health'), 'predict', 'plan'),
    onlyModules: SHARED_MODULES,
    message: PURE,
  },
  {
    files: ['shared/plan/**'],
    rooms: rooms('electron', 'renderer', 'test', ...SHARED_TOP, 'predict', 'coverage'),
    onlyModules: SHARED_MODULES,
    message: PURE,
  },
  {
    files: ['shared/coverage/**'],
    rooms: rooms('electron', 'renderer', 'test', ...SHARED_TOP, 'predict', 'plan'),
    onlyModules: SHARED_MODULES,
    message: PURE,
  },
  {
    files: ['shared/time/**'],
    rooms: rooms('electron', 'renderer', 'test', ...SHARED_TOP, 'predict', 'plan', 'coverage', 'language', 'messages'),
    onlyModules: SHARED_MODULES,
    message: PURE,
  },
  {
    files: ['shared/foundation/**'],
    rooms: rooms(
      'electron',
      'renderer',
      'test',
      ...SHARED_TOP,
      'predict',
      'plan',
      'coverage',
      'time',
      'language',
      'messages',
    ),
    onlyModules: SHARED_MODULES,
    message: PURE,
  },
  pageRoom(['renderer/**'], []),
  pageRoom(
    ['renderer/app/**'],
    ['features', 'print'],
    'What screens share knows no screen; app.tsx alone brings them together.',
  ),
  pageRoom(['renderer/app/app.tsx'], ['print']),
  {
    files: ['renderer/app/rpc/procedures.ts'],
    rooms: rooms('test', 'features', 'print'),
    typesOnly: rooms('electron'),
    modules: NOT_IN_THE_PAGE,
    message: IN_THE_PAGE,
  },
  pageRoom(
    ['renderer/kit/**'],
    ['app', 'charts', 'features', 'print'],
    'The kit has no subject: it sees format/ and shared/.',
  ),
  pageRoom(
    ['renderer/format/**'],
    ['app', 'kit', 'charts', 'features', 'print'],
    'Figures and dates are text: format/ sees messages/ and shared/.',
  ),
  pageRoom(
    ['renderer/messages/**'],
    ['app', 'kit', 'charts', 'features', 'print', 'format'],
    'A catalogue is texts: it sees shared/messages/ and the types of shared/language/.',
  ),
  pageRoom(['renderer/print/**'], ['frame']),
  {
    files: ['renderer/charts/**'],
    rooms: rooms('test', 'electron', 'app', 'kit', 'features', 'print'),
    modules: NOT_IN_THE_PAGE.filter((module) => !module.startsWith('echarts')),
    message: 'Charts are dumb: they see shared/ and echarts.',
  },
  ...FEATURES.map((feature): Room => ({
    files: [`renderer/features/${feature}/**`],
    rooms: [...rooms('test', 'electron', 'print'), ...FEATURES.filter((other) => other !== feature).flatMap(asFeature)],
    modules: NOT_IN_THE_PAGE,
    message: 'A screen imports no other screen: what two of them need lies in app/ or kit/.',
  })),
  {
    files: ['electron/**'],
    rooms: rooms('renderer', 'test'),
    modules: ELSEWHERE,
    message: 'electron/ never imports the renderer; each outside module has one room.',
  },
  {
    files: ['electron/{desktop,browser,terminal,printing}/**'],
    rooms: [...rooms('renderer', 'test', 'store', ...HOSTS), ...ENGINE, ...ROOTS],
    modules: ELSEWHERE,
    message: TRANSLATES,
  },
  {
    files: ['electron/desktop/**'],
    rooms: DESKTOP_ROOMS,
    modules: except('electron'),
    withheld: {
      module: 'electron',
      names: ['shell'],
      message: 'Links and files are handed to other programs by open-outside.ts alone, which checks them.',
    },
    message: TRANSLATES,
  },
  {
    files: ['electron/desktop/open-outside.ts'],
    rooms: DESKTOP_ROOMS,
    modules: except('electron'),
    message: TRANSLATES,
  },
  {
    files: ['electron/backend/**'],
    rooms: [...rooms('renderer', 'test', ...HOSTS), ...ROOTS],
    modules: ELSEWHERE,
    message: 'The backend is host-neutral.',
  },
  {
    files: ['electron/store/**'],
    rooms: [...rooms('renderer', 'test', 'backend', ...HOSTS), ...ROOTS],
    modules: except('better-sqlite3'),
    message: 'The store sees the interfaces of sync/ and shared/.',
  },
  {
    files: ['electron/sync/**'],
    rooms: [...rooms('renderer', 'test', 'backend', 'store', ...HOSTS), ...ROOTS],
    modules: ELSEWHERE,
    message: 'The sync sees its own interfaces and shared/.',
  },
  {
    files: ['electron/sync/postgres/**'],
    rooms: [...rooms('renderer', 'test', 'backend', 'store', 'demo', ...HOSTS), ...ROOTS],
    modules: except('pg', 'pg-*'),
    message: 'The sync sees its own interfaces and shared/.',
  },
]

function boundary(room: Room): OxlintOverride {
  // Within a group the last match wins, so what is forbidden again stands last.
  const onlyModules = room.onlyModules
    ? ['*', ...room.onlyModules.map((module) => `!${module}`), '!./**', '!../**']
    : []
  const patterns = [
    { group: [...onlyModules, ...room.rooms, ...(room.modules ?? [])], message: room.message },
    ...(room.withheld
      ? [{ group: [room.withheld.module], importNames: [...room.withheld.names], message: room.withheld.message }]
      : []),
    ...(room.typesOnly ? [{ group: [...room.typesOnly], allowTypeImports: true, message: room.message }] : []),
  ]
  return { files: [...room.files], rules: { 'no-restricted-imports': ['error', { patterns }] } }
}

/** What the page says is in renderer/messages, not in components. */
const noLiteralTexts: OxlintOverride = {
  files: ['renderer/**/*.tsx'],
  rules: {
    'react/jsx-no-literals': [
      'error',
      {
        noStrings: true,
        ignoreProps: true,
        restrictedAttributes: [...READ_ATTRIBUTES],
        allowedStrings: [' ', 'Σ', '·', '–', '—', '×', ':', '/', '(', ')', '+', '%'],
      },
    ],
  },
}

export default defineConfig({
  plugins: ['typescript', 'import', 'vitest', 'unicorn', 'oxc', 'react', 'jsx-a11y'],
  categories: { correctness: 'error' },
  ignorePatterns: ['out', 'out.next', 'out.old', 'dist', 'node_modules'],
  rules: {
    'typescript/no-floating-promises': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'import/no-default-export': 'error',
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    'max-params': ['error', { max: 3 }],
    'max-lines': ['error', { max: 400, skipBlankLines: true }],
    eqeqeq: 'error',
    'no-console': 'error',
  },
  overrides: [
    ...house.map(boundary),
    noLiteralTexts,
    // One table, and no shorter in two.
    { files: ['shared/contract/source/parts.ts'], rules: { 'max-lines': 'off' } },
  ],
})
