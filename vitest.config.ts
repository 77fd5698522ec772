import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { DEEP } from './test/support/deep.ts'
import { useFastTemp } from './test/support/fast-temp.ts'
import { noteRunBegan } from './test/support/run-began.ts'

const BUILD = 'test/support/global-build.ts'
const POSTGRES = 'test/support/global-postgres.ts'

useFastTemp()
noteRunBegan()
// Hundreds of processes and threads load the same built files: each compiles them anew otherwise.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules', '.cache', 'covercast-node')

/** A test of a property that goes on for as long as it may (test/support/deep.ts). */
const DEEP_TIMEOUT_MS = 120_000

const EVERY_FILE: readonly string[] = ['**/*']

interface ProjectNeeds {
  readonly globalSetup: readonly string[]
  /** Milliseconds: when a test is taken to hang. Many times what it takes, because the machine may be busy with something else. */
  readonly timeout?: number
  /** Where the tests are; else in the folder of the project's name. */
  readonly folder?: string
  /** The test files of the folder, by name; else all. */
  readonly only?: readonly string[]
  /** Test files of the folder that another project has. */
  readonly except?: readonly string[]
  /** Whether Vite compiles what is tested. Only the page's widgets need it; Node runs all else as it is, in three quarters of the time. */
  readonly compiled?: boolean
  /** On which host the end-to-end tests run. */
  readonly host?: 'browser' | 'desktop'
}

function project(
  name: string,
  { globalSetup, timeout = 5_000, folder = name, only = EVERY_FILE, except = [], compiled = false, host }: ProjectNeeds,
): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      include: only.map((file) => `test/${folder}/${file}.test.ts`),
      exclude: except.map((file) => `test/${folder}/${file}.test.ts`),
      experimental: { viteModuleRunner: compiled },
      // Most tests wait for a process, a disk or a page, so four files at once pay even on two cores.
      maxWorkers: Math.max(4, availableParallelism() - 1),
      // End-to-end tests run after all else.
      ...(host === undefined ? {} : { provide: { host, isWhole: only === EVERY_FILE }, sequence: { groupOrder: 1 } }),
      environment: 'node',
      // Files share a process: a test that changes something global puts it back.
      isolate: false,
      // Node 24 can abort when many threads come and go on processors with memory protection keys (nodejs/node#64500).
      execArgv: ['--no-memory-protection-keys'],
      globalSetup: [...globalSetup],
      setupFiles: ['test/support/same-cases.ts', ...(host === undefined ? [] : ['test/e2e/support/show-failure.ts'])],
      testTimeout: DEEP ? Math.max(timeout, DEEP_TIMEOUT_MS) : timeout,
      // A poll waits as long as it takes on a slow machine; what is wrong stays wrong.
      expect: { poll: { timeout: Math.min(timeout, 60_000) } },
      hookTimeout: Math.max(timeout, 10_000),
    },
  }
}

/** Where the window could do something else than a browser, besides what test/desktop looks at: addresses, the way back, passwords, paper. */
const DIFFERS_BY_HOST = ['password', 'print', 'screen-state'] as const

/** End-to-end tests that look at more screens in the deep run. */
const DEEP_SCREENS = ['languages', 'staffing', 'suggest'] as const

export default defineConfig({
  test: {
    projects: [
      project('unit', { globalSetup: [], timeout: 180_000, except: ['renderer/**/*'] }),
      project('page', { globalSetup: [], timeout: 180_000, folder: 'unit', only: ['renderer/**/*'], compiled: true }),
      project('hosts', { globalSetup: [BUILD, POSTGRES], timeout: 180_000 }),
      project('integration', { globalSetup: [BUILD, POSTGRES], timeout: 180_000 }),
      // Breaks the built app in every way, a few times; `npm run campaign` does so often.
      project('campaign', { globalSetup: [BUILD, POSTGRES], timeout: 180_000 }),
      project('desktop', { globalSetup: [BUILD], timeout: 240_000 }),
      project('packaging', { globalSetup: [BUILD], timeout: 240_000 }),
      project('e2e', { globalSetup: [BUILD, POSTGRES], timeout: 240_000, host: 'browser' }),
      project('e2e-window', {
        globalSetup: [BUILD, POSTGRES],
        timeout: 240_000,
        folder: 'e2e',
        only: DIFFERS_BY_HOST,
        host: 'desktop',
      }),
      // What looks at more in the deep run than in `npm test` (test/deep.ts).
      project('e2e-deep', {
        globalSetup: [BUILD, POSTGRES],
        timeout: 240_000,
        folder: 'e2e',
        only: DEEP_SCREENS,
        host: 'browser',
      }),
      // All of them, by `npm run check:desktop`.
      project('e2e-desktop', { globalSetup: [BUILD, POSTGRES], timeout: 240_000, folder: 'e2e', host: 'desktop' }),
    ],
  },
})
