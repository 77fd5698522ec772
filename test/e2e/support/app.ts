import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { HOST } from './host.ts'
import { serveInBrowser } from './in-browser.ts'
import { runOnDesktop } from './on-desktop.ts'
import type { ServedApp } from './opened-app.ts'

export { HOST, OWN_CITY, WHERE } from './host.ts'
export type { OpenedApp, ServedApp } from './opened-app.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
/** The README's pictures are made with COVERCAST_SCREENSHOTS=docs/images. */
const SCREENSHOTS = join(ROOT, process.env['COVERCAST_SCREENSHOTS'] ?? join('node_modules', '.cache', 'screenshots', HOST))

/** Starts the app as it was built, on the host of this project, with a data folder of its own. */
export async function serveApp(): Promise<ServedApp> {
  const folder = mkdtempSync(join(tmpdir(), 'covercast-e2e-'))
  const served = await (HOST === 'browser' ? serveInBrowser(folder) : runOnDesktop(folder))
  return {
    ...served,
    close: async () => {
      await served.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** Keeps a picture of the page where a person can look at it. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true })
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) })
}
