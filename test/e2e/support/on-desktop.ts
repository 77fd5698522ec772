import { mkdirSync, mkdtempSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { CDPSession } from 'playwright'
import { launchDesktop, type DesktopApp } from '../../desktop/support/desktop-app.ts'
import { answerSaveDialog } from '../../desktop/support/save-dialog.ts'
import {
  collectComplaints,
  USUAL,
  type OpenedApp,
  type OpenOptions,
  type SavedFile,
  type ServedApp,
} from './opened-app.ts'

/** The app while its process runs. */
interface Running {
  readonly app: DesktopApp
  readonly locale: string
  /** Stays, because what it pretends ends with it. */
  readonly devTools: CDPSession
  /** Who has the window, the last one now. */
  readonly openings: Opening[]
}

interface Opening {
  readonly system: Required<OpenOptions>
  /** What it showed when another one took the window. */
  address: string
}

/** The app in its window. Its process stays from one opening to the next; the language of its system needs another process. */
export async function runOnDesktop({
  dataDir,
  files,
}: {
  readonly dataDir: string
  readonly files: string
}): Promise<ServedApp> {
  let running: Running | null = null
  mkdirSync(files)

  async function start(locale: string): Promise<Running> {
    const app = await launchDesktop({ dataDir, locale })
    return { app, locale, devTools: await app.page.context().newCDPSession(app.page), openings: [] }
  }
  async function stop(): Promise<void> {
    const ending = running
    running = null
    await ending?.app.quit()
  }
  async function open(options: OpenOptions = {}): Promise<OpenedApp> {
    const system = { ...USUAL, ...options }
    if (running?.locale !== system.locale) await stop()
    const isNew = running === null
    const now = (running ??= await start(system.locale))
    const { page } = now.app
    const previous = now.openings.at(-1)
    if (previous) previous.address = page.url()
    const opening: Opening = { system, address: page.url() }
    now.openings.push(opening)
    const complaints = collectComplaints(page)
    await pretend(now, system)
    if (!isNew) await page.goto(new URL('/', page.url()).href)
    const scripts: { dispose(): Promise<void> }[] = []
    return {
      page,
      complaints,
      async reloadWith(script, given) {
        scripts.push(await page.addInitScript(script as never, given))
        await page.reload()
      },
      save: async (press) => save(now.app, files, press),
      async close() {
        for (const script of scripts) await script.dispose()
        now.openings.splice(now.openings.indexOf(opening), 1)
        const before = now.openings.at(-1)
        if (before === undefined) return
        await pretend(now, before.system)
        // Anew, and in one turn: the page that is left may still be on its way to the screen it begins with.
        const loaded = page.waitForEvent('load')
        await page.evaluate((address) => {
          history.replaceState(null, '', address)
          location.reload()
        }, before.address)
        await loaded
      },
    }
  }
  return { open, stop, close: stop }
}

/** Shows the page what a system of this kind would. */
async function pretend(
  { app, devTools }: Running,
  { viewport, deviceScaleFactor, colorScheme }: Required<OpenOptions>,
): Promise<void> {
  await devTools.send('Emulation.setDeviceMetricsOverride', { ...viewport, deviceScaleFactor, mobile: false })
  await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
}

/** Answers the save dialog of the file that is saved by `press`. */
async function save({ electron }: DesktopApp, folder: string, press: () => Promise<void>): Promise<SavedFile> {
  const path = join(mkdtempSync(join(folder, 'file-')), 'saved')
  const saved = await answerSaveDialog(electron, path)
  await press()
  const { defaultPath } = await saved()
  return { name: basename(defaultPath), path }
}
