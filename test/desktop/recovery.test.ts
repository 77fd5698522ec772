import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { RUNTIME, useDesktopApp } from './support/desktop-app.ts'

const app = useDesktopApp('test')

beforeEach(async () => {
  // A file where there should be a folder: nothing in it can be opened.
  writeFileSync(join(app.dataDir, 'workspaces'), 'not a folder')
  await app.start()
})

describe(`data that cannot be opened, on ${RUNTIME}`, () => {
  it('is said in words, and tried again when the user asks for it', async () => {
    const { page } = app
    await page.getByRole('heading', { name: 'Covercast could not open its data' }).waitFor()
    await page.getByRole('link', { name: 'Try again' }).click()
    await page.getByRole('heading', { name: 'Covercast could not open its data' }).waitFor()
    rmSync(join(app.dataDir, 'workspaces'))
    await page.getByRole('link', { name: 'Try again' }).click()
    await page.getByRole('button', { name: 'Open demo' }).waitFor()
    await expect.poll(() => page.getByRole('heading', { name: 'Covercast could not open its data' }).count()).toBe(0)
  })

  it('lets the user read the log', async () => {
    await app.page.getByRole('link', { name: 'Open log' }).waitFor()
    await app.electron.evaluate(({ shell }) => {
      shell.openPath = async (path) => {
        Object.assign(globalThis, { openedPath: path })
        return ''
      }
    })
    await app.page.getByRole('link', { name: 'Open log' }).click()
    await expect
      .poll(() => app.electron.evaluate(() => (globalThis as unknown as { openedPath?: string }).openedPath))
      .toBe(join(app.dataDir, 'covercast.log'))
  })

  it('lets the user quit', async () => {
    const ended = new Promise((resolve) => app.electron.process().once('exit', resolve))
    // The window goes while it is being clicked.
    await app.page
      .getByRole('link', { name: 'Quit' })
      .click({ noWaitAfter: true })
      .catch(() => undefined)
    expect(await ended).toBe(0)
  })
})
