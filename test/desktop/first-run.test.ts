import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { cells, coverageCard, waitForSync } from '../e2e/support/pages.ts'
import { ask, RUNTIME, useDesktopApp } from './support/desktop-app.ts'

const app = useDesktopApp('file')

beforeAll(() => app.start())

const logText = (): string => readFileSync(join(app.dataDir, 'covercast.log'), 'utf8')
const filesBelow = (path: string): readonly string[] => readdirSync(path, { recursive: true }).map(String)

describe(`the first run, on ${RUNTIME}`, () => {
  it('leads from an empty window to the figures of the demo, by mouse, with progress on the way', async () => {
    const { page } = app
    await page.getByRole('button', { name: 'Open demo' }).click()
    // Its progress comes over a stream of events.
    await page.getByRole('progressbar').first().waitFor()
    await waitForSync(page)
    await expect.poll(() => coverageCard(page).innerText(), { timeout: 15_000 }).toMatch(/Coverage\s+\d+%/)
    await expect.poll(() => cells(page).count()).toBe(168)
  })

  it('is on an origin of its own, which the page cannot tell from any other', async () => {
    const { electron, page } = app
    const info = await ask<{ host: string; dataFolder: string }>(page, '/trpc/app.info')
    expect(info).toMatchObject({ host: 'desktop', dataFolder: app.dataDir })
    const address = await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.getURL(),
    )
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
    const files = filesBelow(join(app.dataDir, 'workspaces'))
    expect(files.filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([])
    expect(files.filter((name) => /backups.work-.*\.sqlite$/.test(name)).length).toBeGreaterThan(0)
    expect(logText().trimEnd().split('\n').at(-1)).toMatch(/info {2}Covercast was closed\.$/)
    expect(logText()).not.toContain('error')
    expect(existsSync(join(app.dataDir, 'transfers'))).toBe(false)
  })

  it('finds the next time what it had', async () => {
    await app.start()
    await waitForSync(app.page)
    await expect.poll(() => coverageCard(app.page).innerText(), { timeout: 15_000 }).toMatch(/Coverage\s+\d+%/)
  })

  it('closes its data as cleanly when the system asks it to end', async () => {
    expect(await ending(() => void app.electron.process().kill('SIGTERM'))).toBe(0)
    expectClosed()
  })

  it.runIf(process.platform !== 'win32')('holds up the end of the computer until its data is closed', async () => {
    await app.start()
    await waitForSync(app.page)
    const code = await ending(async () => {
      const isHeldUp = await app.electron.evaluate(({ powerMonitor }) => {
        let heldUp = false
        powerMonitor.emit('shutdown', { preventDefault: () => (heldUp = true) })
        return heldUp
      })
      expect(isHeldUp).toBe(true)
    })
    expect(code).toBe(0)
    expectClosed()
  })
})

/** The code that the app ends with. */
async function ending(asked: () => void | Promise<void>): Promise<unknown> {
  const ended = new Promise((resolve) => app.electron.process().once('exit', resolve))
  await asked()
  return ended
}

function expectClosed(): void {
  const left = filesBelow(join(app.dataDir, 'workspaces')).filter((name) => /-(wal|shm|journal)$/.test(name))
  expect(left.join(', ')).toBe('')
  expect(logText().trimEnd().split('\n').at(-1)).toMatch(/Covercast was closed\.$/)
}
