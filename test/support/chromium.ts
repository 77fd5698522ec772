import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type LaunchOptions } from 'playwright'

const CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'covercast-chromium')
/** How long a page is waited for, however busy the machine is: what is there is found at once, what is wrong stays wrong. */
export const PATIENCE_MS = 90_000
const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/google-chrome']

/** What a test has of a browser that others use too. */
export interface SharedBrowser extends Pick<Browser, 'newContext' | 'newPage'> {
  /** Closes what was opened by this test; the others' pages stay. */
  readonly close: () => Promise<void>
}

let running: Promise<Browser> | undefined

/** The one browser of this process: starting one takes longer than most tests, and contexts have nothing in common. */
export async function shareBrowser(): Promise<SharedBrowser> {
  if (running !== undefined && !(await running).isConnected()) running = undefined
  running ??= launchBrowser()
  const browser = await running
  const contexts: BrowserContext[] = []
  return {
    async newContext(options) {
      const context = await browser.newContext(options)
      contexts.push(context)
      return context
    },
    async newPage(options) {
      const page = await browser.newPage(options)
      contexts.push(page.context())
      return page
    },
    async close() {
      await Promise.all(contexts.splice(0).map((context) => context.close()))
    },
  }
}

/** Starts the browser of the tests: $CHROMIUM, else Playwright's own, else the one packed in npm, else the system's. */
export async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.launch(browserOptions())
  browser.on('context', (context) => context.setDefaultTimeout(PATIENCE_MS))
  return browser
}

/** How Playwright starts that browser. Throws where none is to be had. */
export function browserOptions(): LaunchOptions {
  const chosen = process.env['CHROMIUM']
  if (chosen) return { executablePath: chosen, chromiumSandbox: false }
  if (existsSync(chromium.executablePath())) return { chromiumSandbox: false }
  if (process.platform === 'linux' && process.arch === 'x64') return packedBrowser()
  const system = SYSTEM_BROWSERS.find((path) => existsSync(path))
  if (system) return { executablePath: system, chromiumSandbox: false }
  throw new Error('No Chromium to test with: set CHROMIUM to one, or run `npx playwright install chromium`.')
}

function packedBrowser(): LaunchOptions {
  if (!existsSync(CACHE)) unpack()
  return {
    executablePath: join(CACHE, 'chromium'),
    chromiumSandbox: false,
    // For the browser only: Node must not load these libraries.
    env: { ...process.env, LD_LIBRARY_PATH: join(CACHE, 'al2023', 'lib'), FONTCONFIG_PATH: join(CACHE, 'fonts') },
  }
}

/** Unpacks beside the cache, then renames: two runs at once never see half a browser. */
function unpack(): void {
  mkdirSync(join(CACHE, '..'), { recursive: true })
  const folder = mkdtempSync(`${CACHE}-`)
  // Pretending to be where the package expects to be makes it unpack its libraries and fonts too.
  execFileSync(
    process.execPath,
    ['--input-type=module', '-e', `await (await import('@sparticuz/chromium')).default.executablePath()`],
    {
      cwd: join(import.meta.dirname, '..', '..'),
      env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    },
  )
  const config = join(folder, 'fonts', 'fonts.conf')
  const fontFolders = `<dir>${join(CACHE, 'fonts')}</dir><dir>/usr/share/fonts</dir>`
  // Where the package's own machine has its fonts goes first: a checkout may lie in /tmp too.
  const without = readFileSync(config, 'utf8').replace(/<dir>\/(tmp|var\/task)[^<]*<\/dir>/g, '')
  writeFileSync(config, without.replace('<fontconfig>', `<fontconfig>\n  ${fontFolders}`))
  try {
    renameSync(folder, CACHE)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    if (!existsSync(CACHE)) throw error
  }
}
