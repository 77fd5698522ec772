import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright'
import { prepareBareDemo } from '../../support/bare-demo.ts'
import { copyRecentDemo } from '../../support/prepared-demo.ts'
import { HOST } from './host.ts'
import { serveInBrowser } from './in-browser.ts'
import { runOnDesktop } from './on-desktop.ts'
import type { ServedApp } from './opened-app.ts'

export { HOST, OWN_CITY, WHERE } from './host.ts'
export type { OpenedApp, ServedApp } from './opened-app.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
/** A folder for pictures of the screens; absent: none are made. The README's are made with COVERCAST_SCREENSHOTS=docs/images. */
const SCREENSHOTS = process.env['COVERCAST_SCREENSHOTS']

export interface ServeOptions {
  /** Begins with the demo's workspace, synced up to the beginning of the tests; or never synced. */
  readonly demo?: boolean | 'not-synced'
  /** How many months of the demo are enough; absent: all. */
  readonly months?: number
}

/** Starts the app as it was built, on the host of this project, with a data folder of its own. */
export async function serveApp({ demo = false, months }: ServeOptions = {}): Promise<ServedApp> {
  const folder = mkdtempSync(join(tmpdir(), 'covercast-e2e-'))
  const dataDir = join(folder, 'data')
  if (demo === 'not-synced') await prepareBareDemo(dataDir)
  else if (demo) await copyRecentDemo(dataDir, months)
  const served = await (HOST === 'browser'
    ? serveInBrowser(dataDir)
    : runOnDesktop({ dataDir, files: join(folder, 'saved') }))
  return {
    ...served,
    close: async () => {
      await served.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** Keeps a picture of the page where a person can look at it, if pictures are wanted. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  if (SCREENSHOTS === undefined) return
  const folder = resolve(ROOT, SCREENSHOTS)
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
