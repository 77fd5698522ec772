import { defineConfig, type OxlintOverride } from 'oxlint'

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

const HOSTS = ['desktop', 'http', 'terminal']
const ROOTS = ['**/main.ts', '**/browser-host.ts', '**/cli.ts', '**/data-worker.ts', '**/launch.ts']
const rooms = (...names: readonly string[]): readonly string[] => names.flatMap((name) => [`**/${name}/**`, `./${name}/**`])

const PURE = 'shared/ is pure: it sees luxon, zod and the floors of shared/ below it.'
const SHARED_MODULES = ['luxon', 'zod']
const SHARED_TOP = ['contract', 'compare', 'recommend', 'optimise']

const TRANSLATES = 'A host translates: it sees the backend, never the store, the sync or another host.'
const DESKTOP_ROOMS = [...rooms('renderer', 'test', 'store', 'sync', 'http', 'terminal'), ...ROOTS]

const house: readonly Room[] = [
  { files: ['shared/**'], rooms: rooms('electron', 'renderer', 'test'), onlyModules: SHARED_MODULES, message: PURE },
  {
    files: ['shared/predict/**', 'shared/plan/**'],
    rooms: rooms('electron', 'renderer', 'test', 'compare', 'recommend', 'optimise'),
    onlyModules: SHARED_MODULES,
    message: PURE,
  },
  {
    files: ['shared/coverage/**'],
    rooms: rooms('electron', 'renderer', 'test', ...SHARED_TOP.slice(1), 'predict', 'plan'),
    onlyModules: SHARED_MODULES,
    message: PURE,
  },
  {
    files: ['shared/time/**'],
    rooms: rooms('electron', 'renderer', 'test', ...SHARED_TOP.slice(1), 'predict', 'plan', 'coverage'),
    onlyModules: SHARED_MODULES,
    message: PURE,
  },
  {
    files: ['renderer/**'],
    rooms: rooms('test'),
    typesOnly: rooms('electron'),
    modules: ['electron', 'node:*', 'better-sqlite3', 'pg', 'echarts', 'echarts/**'],
    message: 'The renderer reaches the backend over tRPC only, and charts over renderer/charts.',
  },
  {
    files: ['renderer/charts/**'],
    rooms: rooms('test', 'features'),
    typesOnly: rooms('electron'),
    modules: ['electron', 'node:*', 'better-sqlite3', 'pg'],
    message: 'Charts are dumb: they see shared/ and echarts.',
  },
  {
    files: ['electron/**'],
    rooms: rooms('renderer', 'test'),
    modules: ELSEWHERE,
    message: 'electron/ never imports the renderer; each outside module has one room.',
  },
  {
    files: ['electron/{desktop,http,terminal}/**'],
    rooms: [...rooms('renderer', 'test', 'store', 'sync', ...HOSTS), ...ROOTS],
    modules: ELSEWHERE,
    message: TRANSLATES,
  },
  {
    files: ['electron/desktop/**'],
    rooms: DESKTOP_ROOMS,
    modules: except('electron'),
    withheld: { module: 'electron', names: ['shell'], message: 'Links and files are handed to other programs by open-outside.ts alone, which checks them.' },
    message: TRANSLATES,
  },
  { files: ['electron/desktop/open-outside.ts'], rooms: DESKTOP_ROOMS, modules: except('electron'), message: TRANSLATES },
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
  const onlyModules = room.onlyModules ? ['*', ...room.onlyModules.map((module) => `!${module}`), '!./**', '!../**'] : []
  const patterns = [
    { group: [...onlyModules, ...room.rooms, ...(room.modules ?? [])], message: room.message },
    ...(room.withheld ? [{ group: [room.withheld.module], importNames: [...room.withheld.names], message: room.withheld.message }] : []),
    ...(room.typesOnly ? [{ group: [...room.typesOnly], allowTypeImports: true, message: room.message }] : []),
  ]
  return { files: [...room.files], rules: { 'no-restricted-imports': ['error', { patterns }] } }
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
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    'max-params': ['error', { max: 3 }],
    'max-lines': ['error', { max: 400, skipBlankLines: true }],
    eqeqeq: 'error',
    'no-console': 'error',
  },
  overrides: house.map(boundary),
})
