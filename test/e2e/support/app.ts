import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright'
import { launchBrowser } from '../../support/chromium.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
/** The README's pictures are made with COVERCAST_SCREENSHOTS=docs/images. */
const SCREENSHOTS = join(ROOT, process.env['COVERCAST_SCREENSHOTS'] ?? join('node_modules', '.cache', 'screenshots'))
const USUAL: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, locale: 'en-GB', colorScheme: 'light', reducedMotion: 'reduce' }

/** The built app, served as a user's computer serves it, with a data folder of its own. */
export interface ServedApp {
  /** Opens the app in a browser of its own. */
  readonly open: (options?: BrowserContextOptions) => Promise<OpenedApp>
  /** Ends the server, as if the user had closed the app. */
  readonly stop: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface OpenedApp {
  readonly page: Page
  readonly context: BrowserContext
  /** What the page complained about in its console, and errors nobody caught. */
  readonly complaints: readonly string[]
}

/** Starts the app: `covercast serve` as it was built. */
export async function serveApp(): Promise<ServedApp> {
  const folder = mkdtempSync(join(tmpdir(), 'covercast-e2e-'))
  const [browser, { server, url }] = await Promise.all([launchBrowser(), startServer(folder)])
  return {
    open: async (options = {}) => openApp(browser, url, options),
    stop: async () => stop(server),
    close: async () => {
      await browser.close()
      await stop(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Keeps a picture of the page where a person can look at it. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true })
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) })
}

async function startServer(folder: string): Promise<{ readonly server: ChildProcess; readonly url: string }> {
  const server = spawn(process.execPath, [join(ROOT, 'out', 'main', 'cli.js'), 'serve', '--no-open', '--json', '--data-dir', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TZ: 'America/New_York' },
  })
  const lines = createInterface({ input: server.stdout! })
  let text = ''
  for await (const line of lines) {
    text += line
    const url = /"url":\s*"([^"]+)"/.exec(text)?.[1]
    if (url !== undefined) return { server, url }
  }
  throw new Error(`The app did not start: ${text}`)
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  await ended
}

async function openApp(browser: Browser, url: string, options: BrowserContextOptions): Promise<OpenedApp> {
  const context = await browser.newContext({ ...USUAL, ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(url)
  return { page, context, complaints }
}
