import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { hasDisplay } from '../../../electron/desktop/choose-host.ts'
import { installedRuntime } from '../../../electron/desktop/electron-runtime.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const real = hasDisplay(process.platform, process.env) ? installedRuntime(ROOT) : null

/** What these tests run on: real Electron where it is installed (and there is a display), else the stand-in. Part of every test's name. */
export const RUNTIME = real === null ? 'the stand-in for Electron' : 'real Electron'
export const IS_REAL = real !== null
const EXECUTABLE = real ?? join(ROOT, 'test', 'electron-double', 'electron')
const ENVIRONMENT = { ...process.env, ELECTRON_DOUBLE_NODE: process.execPath, TZ: 'America/New_York' } as Record<string, string>

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
  /** The language of the system, as the page sees it. */
  readonly locale?: string
}

/** A data folder of its own for every test. */
export function makeDataDir(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'covercast-desktop-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) }
}

/** Starts the app, exactly as it was built. */
export async function launchDesktop({ dataDir, switches = [], app = ROOT, locale }: LaunchOptions): Promise<DesktopApp> {
  const electron = await _electron.launch({
    executablePath: EXECUTABLE,
    args: [...switches, app, `--data-dir=${dataDir}`],
    env: ENVIRONMENT,
    ...(locale === undefined ? {} : { locale }),
  })
  const page = await electron.firstWindow()
  return { electron, page, quit: () => electron.close() }
}

/** Starts the app a second time on the same data folder; the code it ended with. */
export async function launchAgain(dataDir: string): Promise<number | null> {
  const isRoot = process.getuid?.() === 0
  const child = spawn(EXECUTABLE, [...(IS_REAL && isRoot ? ['--no-sandbox'] : []), ROOT, `--data-dir=${dataDir}`], { env: ENVIRONMENT, stdio: 'ignore' })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

/** What a procedure of the app answers to its page. */
export async function ask<T>(page: Page, path: string, init: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string } = {}): Promise<T> {
  const answer = await page.evaluate(
    async ({ url, options }) => {
      const response = await fetch(url, options)
      return ((await response.json()) as { result: { data: unknown } }).result.data
    },
    { url: path, options: init },
  )
  return answer as T
}
