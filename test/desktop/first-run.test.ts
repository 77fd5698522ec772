import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cells, coverageCard, waitForSync } from '../e2e/support/pages.ts'
import { ask, launchDesktop, makeDataDir, RUNTIME, type DesktopApp } from './support/desktop-app.ts'

const folder = makeDataDir()
let app: DesktopApp

beforeAll(async () => {
  app = await launchDesktop({ dataDir: folder.path })
})
afterAll(async () => {
  await app.quit()
  folder.remove()
})

const logText = (): string => readFileSync(join(folder.path, 'covercast.log'), 'utf8')
const filesBelow = (path: string): readonly string[] => readdirSync(path, { recursive: true }).map(String)

describe(`the first run, on ${RUNTIME}`, () => {
  it('leads from an empty window to the figures of the demo, by mouse, with progress on the way', async () => {
    const { page } = app
    await page.getByRole('button', { name: 'Open the demo' }).click()
    // Its progress comes over a stream of events.
    await page.getByRole('progressbar').first().waitFor()
    await waitForSync(page)
    await expect.poll(() => coverageCard(page).innerText(), { timeout: 15_000 }).toMatch(/Coverage\s+\d+\s%/)
    expect(await cells(page).count()).toBe(168)
  })

  it('is on an origin of its own, which the page cannot tell from any other', async () => {
    const { electron, page } = app
    const info = await ask<{ host: string; dataFolder: string }>(page, '/trpc/app.info')
    expect(info).toMatchObject({ host: 'desktop', dataFolder: folder.path })
    const address = await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getURL())
    expect(address).toMatch(/^app:\/\/covercast\/#\/w\/[^/]+\/coverage/)
    expect(await page.evaluate(() => isSecureContext)).toBe(true)
  })

  it('shows the window once there is something to show', async () => {
    const window = await app.electron.evaluate(({ BrowserWindow }) => {
      const [only, ...others] = BrowserWindow.getAllWindows()
      return { isVisible: only!.isVisible(), others: others.length }
    })
    expect(window).toEqual({ isVisible: true, others: 0 })
  })

  it('starts a sync again from its button, and stops it in the middle of quitting without leaving anything half done', async () => {
    const { page } = app
    await page.getByRole('button', { name: 'Sync', exact: true }).click()
    await app.quit()
    const files = filesBelow(join(folder.path, 'workspaces'))
    expect(files.filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([])
    expect(files.filter((name) => /backups.work-.*\.sqlite$/.test(name))).toHaveLength(1)
    expect(logText().trimEnd().split('\n').at(-1)).toMatch(/info {2}Covercast was closed\.$/)
    expect(logText()).not.toContain('error')
    expect(existsSync(join(folder.path, 'transfers'))).toBe(false)
  })

  it('finds the next time what it had', async () => {
    app = await launchDesktop({ dataDir: folder.path })
    await waitForSync(app.page)
    await expect.poll(() => coverageCard(app.page).innerText(), { timeout: 15_000 }).toMatch(/Coverage\s+\d+\s%/)
  })

  it('closes its data as cleanly when the system asks it to end', async () => {
    const ended = new Promise((resolve) => app.electron.process().once('exit', resolve))
    app.electron.process().kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(filesBelow(join(folder.path, 'workspaces')).filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([])
    expect(logText().trimEnd().split('\n').at(-1)).toMatch(/Covercast was closed\.$/)
    app = await launchDesktop({ dataDir: folder.path })
  })
})
