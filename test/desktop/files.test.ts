import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemo } from '../e2e/support/pages.ts'
import { ask, launchDesktop, makeDataDir, RUNTIME, type DesktopApp } from './support/desktop-app.ts'

const folder = makeDataDir()
let app: DesktopApp

beforeAll(async () => {
  app = await launchDesktop({ dataDir: folder.path })
  await openDemo(app.page)
})
afterAll(async () => {
  await app.quit()
  folder.remove()
})

interface Asked {
  readonly defaultPath: string
  readonly title: string
}

/** Answers the save dialog of the next download: a path, or null to leave it to the app. Settles with what the dialog would have shown. */
async function answerSaveDialog(target: string): Promise<() => Promise<Asked>> {
  await app.electron.evaluate(({ session }, path) => {
    const asked = Promise.withResolvers<unknown>()
    Object.assign(globalThis, { asked: asked.promise })
    session.defaultSession.once('will-download', (_, item) => {
      const { defaultPath = '', title = '' } = item.getSaveDialogOptions()
      item.setSavePath(path)
      item.once('done', () => asked.resolve({ defaultPath, title }))
    })
  }, target)
  return () => app.electron.evaluate(() => (globalThis as unknown as { asked: Promise<Asked> }).asked)
}

describe(`saving a file, on ${RUNTIME}`, () => {
  it('asks where to, and writes the figures of the screen', async () => {
    const target = join(folder.path, 'saved.csv')
    const saved = await answerSaveDialog(target)
    await app.page.getByRole('button', { name: 'CSV' }).first().click()
    const { defaultPath, title } = await saved()
    expect(basename(defaultPath)).toMatch(/\.csv$/)
    expect(title).toBe(`Save ${basename(defaultPath)}`)
    const text = readFileSync(target, 'utf8')
    expect(text.split('\n').length).toBeGreaterThan(20)
    expect(text.split(/\r?\n/)[0]).toMatch(/visitors/i)
  })

  it('writes a backup that the backend hands out once', async () => {
    const target = join(folder.path, 'saved.covercast')
    const saved = await answerSaveDialog(target)
    const [workspace] = await ask<readonly { id: string }[]>(app.page, '/trpc/workspaces.list')
    const prepared = await ask<{ path: string; fileName: string; bytes: number }>(app.page, '/trpc/workspaces.backup', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: workspace!.id }),
    })
    await app.page.evaluate(({ path, fileName }) => Object.assign(document.createElement('a'), { href: path, download: fileName }).click(), prepared)
    const { defaultPath } = await saved()
    expect(basename(defaultPath)).toBe(prepared.fileName)
    expect(readFileSync(target).byteLength).toBe(prepared.bytes)
  })

  it('saves nothing that comes from elsewhere', async () => {
    const target = join(folder.path, 'foreign.txt')
    await app.page.evaluate(() => Object.assign(document.createElement('a'), { href: 'data:text/plain,x', download: 'foreign.txt' }).click())
    await expect.poll(() => readFileSync(join(folder.path, 'covercast.log'), 'utf8')).toContain('A download from elsewhere was refused.')
    expect(existsSync(target)).toBe(false)
  })
})
