import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ask, launchAgain, RUNTIME, useDesktopApp } from './support/desktop-app.ts'

const app = useDesktopApp('test')

async function launch(switches: readonly string[] = []): Promise<void> {
  await app.start({ switches })
  await app.page.getByRole('button', { name: 'Open demo' }).waitFor()
}
const bounds = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getNormalBounds())

describe(`the window, on ${RUNTIME}`, () => {
  it('opens the next time where it was, and as large', async () => {
    await launch()
    const wanted = { x: 90, y: 70, width: 900, height: 640 }
    await app.electron.evaluate(
      ({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]!.setBounds(place),
      wanted,
    )
    await expect.poll(bounds).toEqual(wanted)
    await app.quit()
    expect(JSON.parse(readFileSync(join(app.dataDir, 'desktop', 'window.json'), 'utf8'))).toMatchObject({
      bounds: wanted,
    })
    await launch()
    expect(await bounds()).toEqual(wanted)
  })

  it('comes back to a display that there is', async () => {
    mkdirSync(join(app.dataDir, 'desktop'))
    const gone = { bounds: { x: 50_000, y: 50_000, width: 900, height: 640 }, isMaximized: false, isFullScreen: false }
    writeFileSync(join(app.dataDir, 'desktop', 'window.json'), JSON.stringify(gone))
    await launch()
    const isOnADisplay = await app.electron.evaluate(({ BrowserWindow, screen }) => {
      const { x, y } = BrowserWindow.getAllWindows()[0]!.getBounds()
      return screen
        .getAllDisplays()
        .some(
          ({ bounds }) => x >= bounds.x && x < bounds.x + bounds.width && y >= bounds.y && y < bounds.y + bounds.height,
        )
    })
    expect(isOnADisplay).toBe(true)
  })

  it('is brought to the front when the app is started a second time on the same data', async () => {
    await launch()
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.minimize())
    expect(await launchAgain(app.dataDir)).toBe(0)
    const state = () =>
      app.electron.evaluate(({ BrowserWindow }) => {
        const [window, ...others] = BrowserWindow.getAllWindows()
        return { isMinimized: window!.isMinimized(), isVisible: window!.isVisible(), others: others.length }
      })
    await expect.poll(state).toEqual({ isMinimized: false, isVisible: true, others: 0 })
  })

  it('offers to load its page again when that has crashed', async () => {
    await launch()
    await app.electron.evaluate(({ dialog, BrowserWindow }) => {
      const asked: unknown[] = []
      Object.assign(globalThis, { asked })
      dialog.showMessageBox = async (...args: readonly unknown[]) => {
        asked.push(args.at(-1))
        return { response: 0, checkboxChecked: false }
      }
      BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer()
    })
    await expect
      .poll(() => app.electron.evaluate(() => (globalThis as unknown as { asked: unknown[] }).asked))
      .toMatchObject([{ message: 'The page stopped working', buttons: ['Reload', 'Quit'] }])
    const text = () =>
      app.electron.evaluate(
        ({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript('document.body.innerText') as Promise<string>,
      )
    await expect.poll(text, { timeout: 10_000 }).toContain('Open demo')
    // By the window itself: Playwright reaches no page that has crashed once.
    const reports = await app.electron.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(
          "fetch('/trpc/app.crashReports').then((answer) => answer.text())",
        ) as Promise<string>,
    )
    expect(JSON.parse(reports)).toMatchObject({
      result: { data: [{ isNew: true, text: expect.stringContaining('The page stopped working') as string }] },
    })
  })

  it.runIf(process.platform === 'linux')(
    'keeps no password on a desktop whose keyring is plain text, and says so',
    async () => {
      await launch(['--password-store=basic'])
      expect(await ask(app.page, '/trpc/app.info')).toMatchObject({ capabilities: { keepsSecrets: false } })
      expect(readFileSync(join(app.dataDir, 'covercast.log'), 'utf8')).toContain('This desktop has no keyring')
    },
  )

  it('keeps passwords exactly where the system has a keyring', async () => {
    await launch()
    const hasKeyring = await app.electron.evaluate(async ({ safeStorage }) => {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return false
      if (process.platform !== 'linux') return true
      const sample = await safeStorage.encryptStringAsync('sample')
      return (
        !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend()) &&
        sample.toString('latin1', 0, 3) !== 'v10'
      )
    })
    expect(await ask(app.page, '/trpc/app.info')).toMatchObject({ capabilities: { keepsSecrets: hasKeyring } })
  })
})
