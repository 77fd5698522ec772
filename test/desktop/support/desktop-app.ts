import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { hasDisplay } from '../../../electron/desktop/choose-host.ts'
import { installedRuntime } from '../../../electron/desktop/electron-runtime.ts'
import { PATIENCE_MS } from '../../support/chromium.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const real = hasDisplay(process.platform, process.env) ? installedRuntime(ROOT) : null

/** What these tests run on: real Electron where it is installed (and there is a display), else the stand-in. Part of every test's name. */
export const RUNTIME = real === null ? 'the stand-in for Electron' : 'real Electron'
export const IS_REAL = real !== null
const EXECUTABLE = real ?? join(ROOT, 'test', 'electron-double', 'electron')
const ENVIRONMENT = { ...process.env, ELECTRON_DOUBLE_NODE: process.execPath, TZ: 'America/New_York' } as Record<
  string,
  string
>

process.stderr.write(`The desktop tests run on ${RUNTIME}.\n`)

/** The built app in its window. */
export interface DesktopApp {
  readonly electron: ElectronApplication
  readonly page: Page
  /** Quits as its menu does, and waits until the process has ended. */
  readonly quit: () => Promise<void>
}

export interface LaunchOptions {
  readonly dataDir: string
  /** For Electron itself. */
  readonly switches?: readonly string[]
  /** Folder of another app than the one built here. */
  readonly app?: string
  /** Files and links to open. */
  readonly opened?: readonly string[]
  /** The language of the system, as the page sees it. */
  readonly locale?: string
}

/** Starts the app, exactly as it was built. */
export async function launchDesktop({
  dataDir,
  switches = [],
  app = ROOT,
  opened = [],
  locale,
}: LaunchOptions): Promise<DesktopApp> {
  const electron = await _electron.launch({
    executablePath: EXECUTABLE,
    args: [...switches, app, `--data-dir=${dataDir}`, ...opened],
    env: ENVIRONMENT,
    ...(locale === undefined ? {} : { locale }),
  })
  electron.context().setDefaultTimeout(PATIENCE_MS)
  const page = await electron.firstWindow()
  return { electron, page, quit: () => electron.close() }
}

/** The app of some tests, on a data folder of its own. */
export interface TestedApp extends DesktopApp {
  readonly dataDir: string
  /** Starts it, the first time or again. */
  readonly start: (options?: Omit<LaunchOptions, 'dataDir'>) => Promise<void>
}

const HOOKS = { file: [beforeAll, afterAll], test: [beforeEach, afterEach] } as const

/** An app for all tests of a file, or for each. It and its folder are gone after. */
export function useDesktopApp(per: keyof typeof HOOKS): TestedApp {
  const [before, after] = HOOKS[per]
  let dataDir = ''
  let running: DesktopApp | null = null
  before(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'covercast-desktop-'))
  })
  after(async () => {
    await running?.quit()
    running = null
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 })
  })
  return {
    get dataDir() {
      return dataDir
    },
    get electron() {
      return running!.electron
    },
    get page() {
      return running!.page
    },
    quit: () => running!.quit(),
    async start(options = {}) {
      running = await launchDesktop({ ...options, dataDir })
    },
  }
}

/** Starts the app a second time on the same data folder, to open files and links; the code it ended with. */
export async function launchAgain(dataDir: string, opened: readonly string[] = []): Promise<number | null> {
  const isRoot = process.getuid?.() === 0
  const child = spawn(
    EXECUTABLE,
    [...(IS_REAL && isRoot ? ['--no-sandbox'] : []), ROOT, `--data-dir=${dataDir}`, ...opened],
    {
      env: ENVIRONMENT,
      stdio: 'ignore',
    },
  )
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

/** What a procedure of the app answers to its page. */
export async function ask<T>(
  page: Page,
  path: string,
  init: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string } = {},
): Promise<T> {
  const answer = await page.evaluate(
    async ({ url, options }) => {
      const response = await fetch(url, options)
      return ((await response.json()) as { result: { data: unknown } }).result.data
    },
    { url: path, options: init },
  )
  return answer as T
}
