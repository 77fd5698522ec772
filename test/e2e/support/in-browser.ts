import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { shareBrowser, type SharedBrowser } from '../../support/chromium.ts'
import { OWN_ZONE } from './host.ts'
import { collectComplaints, USUAL, type OpenedApp, type OpenOptions, type ServedApp } from './opened-app.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')

/** `covercast serve` as it was built, and a browser. */
export async function serveInBrowser(dataDir: string): Promise<ServedApp> {
  const [browser, { server, url }] = await Promise.all([shareBrowser(), startServer(dataDir)])
  return {
    open: async (options = {}) => openPage(browser, url, options),
    stop: async () => stop(server),
    close: async () => {
      await browser.close()
      await stop(server)
    },
  }
}

async function startServer(dataDir: string): Promise<{ readonly server: ChildProcess; readonly url: string }> {
  const server = spawn(
    process.execPath,
    [join(ROOT, 'out', 'main', 'cli.js'), 'serve', '--no-open', '--json', '--data-dir', dataDir],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, TZ: 'America/New_York' },
    },
  )
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

async function openPage(browser: SharedBrowser, url: string, options: OpenOptions): Promise<OpenedApp> {
  const context = await browser.newContext({ ...USUAL, ...options, reducedMotion: 'reduce', timezoneId: OWN_ZONE })
  const page = await context.newPage()
  const complaints = collectComplaints(page)
  await page.goto(url)
  return {
    page,
    complaints,
    async reloadWith(script, given) {
      await page.addInitScript(script as never, given)
      await page.reload()
    },
    async save(press) {
      const [download] = await Promise.all([page.waitForEvent('download'), press()])
      return { name: download.suggestedFilename(), path: await download.path() }
    },
    close: async () => context.close(),
  }
}
