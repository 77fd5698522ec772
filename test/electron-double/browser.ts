import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright'
import { browserOptions } from '../support/chromium.ts'
import { connectCdp, type CdpConnection } from './cdp.ts'

export interface DoubleBrowser {
  readonly cdp: CdpConnection
  /** Where Playwright connects. */
  readonly devToolsUrl: string
  /** Files that are being downloaded, by their id. */
  readonly downloads: string
  /** At once: the process is about to end. */
  kill(): void
}

const REMOVAL_TRIES = 40
const REMOVAL_PAUSE_MS = 25

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--remote-debugging-port=0',
  '--lang=en-US',
  '--accept-lang=en-US',
  '--no-first-run',
  '--no-startup-window',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  // A process of its own would write its cache after the profile is gone.
  '--enable-features=NetworkServiceInProcess2',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
]

/** Starts the tests' Chromium without any window. */
export async function startBrowser(): Promise<DoubleBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'electron-double-'))
  const { executablePath = chromium.executablePath(), env } = browserOptions()
  const child = spawn(executablePath, [...FLAGS, `--user-data-dir=${profile}`], {
    // The C locale makes the headless shell report a language that is none (en-US@posix).
    env: { ...((env ?? process.env) as NodeJS.ProcessEnv), LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const kill = (): void => {
    child.kill('SIGKILL')
    removeFolder(profile)
  }
  process.once('exit', kill)
  const devToolsUrl = await new Promise<string>((resolve, reject) => {
    const lines: string[] = []
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines.push(line)
      const url = /^DevTools listening on (?<url>ws:\/\/\S+)$/u.exec(line)?.groups?.['url']
      if (url !== undefined) resolve(url)
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`Chromium ended at once:\n${lines.join('\n')}`)))
  })
  const cdp = await connectCdp(devToolsUrl)
  const { targetInfos } = await cdp.send<{ targetInfos: readonly { targetId: string; type: string }[] }>(
    'Target.getTargets',
  )
  for (const { targetId, type } of targetInfos) if (type === 'page') await cdp.send('Target.closeTarget', { targetId })
  const downloads = join(profile, 'downloads')
  await cdp.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: downloads,
    eventsEnabled: true,
  })
  return { cdp, devToolsUrl, downloads, kill }
}

/** What the browser has started of its own dies a moment later, and writes until then. */
function removeFolder(path: string): void {
  for (let tries = 0; tries < REMOVAL_TRIES && existsSync(path); tries++) {
    if (tries > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, REMOVAL_PAUSE_MS)
    try {
      rmSync(path, { recursive: true, force: true })
    } catch {
      // Something was written into it meanwhile.
    }
  }
}
