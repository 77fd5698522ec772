import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDemo } from '../e2e/support/pages.ts'
import { copyRecentDemo } from '../support/prepared-demo.ts'
import { ask, RUNTIME, useDesktopApp } from './support/desktop-app.ts'
import { answerSaveDialog } from './support/save-dialog.ts'

const app = useDesktopApp('file')

beforeAll(async () => {
  await copyRecentDemo(app.dataDir)
  await app.start()
  await openDemo(app.page)
})

describe(`saving a file, on ${RUNTIME}`, () => {
  it('asks where to, and writes the figures of the screen', async () => {
    const target = join(app.dataDir, 'saved.csv')
    const saved = await answerSaveDialog(app.electron, target)
    await app.page.getByRole('button', { name: 'CSV' }).first().click()
    const { defaultPath, title } = await saved()
    expect(basename(defaultPath)).toMatch(/\.csv$/)
    expect(title).toBe(`Save ${basename(defaultPath)}`)
    const text = readFileSync(target, 'utf8')
    expect(text.split('\n').length).toBeGreaterThan(20)
    expect(text.split(/\r?\n/)[0]).toMatch(/visitors/i)
  })

  it('writes a backup that the backend hands out once', async () => {
    const target = join(app.dataDir, 'saved.covercast')
    const saved = await answerSaveDialog(app.electron, target)
    const [workspace] = await ask<readonly { id: string }[]>(app.page, '/trpc/workspaces.list')
    const prepared = await ask<{ path: string; fileName: string; bytes: number }>(app.page, '/trpc/workspaces.backup', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: workspace!.id }),
    })
    await app.page.evaluate(
      ({ path, fileName }) => Object.assign(document.createElement('a'), { href: path, download: fileName }).click(),
      prepared,
    )
    const { defaultPath } = await saved()
    expect(basename(defaultPath)).toBe(prepared.fileName)
    expect(readFileSync(target).byteLength).toBe(prepared.bytes)
  })

  it('says in words where a file cannot be written, and leaves nothing of it', async () => {
    await app.electron.evaluate(
      ({ dialog, session }, target) => {
        const told = Promise.withResolvers<readonly string[]>()
        Object.assign(globalThis, { told: told.promise })
        dialog.showErrorBox = (...words) => told.resolve(words)
        session.defaultSession.once('will-download', (_, item) => item.setSavePath(target))
      },
      join(app.dataDir, 'in-the-way', 'figures.csv'),
    )
    writeFileSync(join(app.dataDir, 'in-the-way'), 'a file where a folder should be')
    await app.page.getByRole('button', { name: 'CSV' }).first().click()
    const [title, text] = await app.electron.evaluate(
      () => (globalThis as unknown as { told: Promise<readonly string[]> }).told,
    )
    expect(title).toBe('The file could not be saved')
    expect(text).toMatch(/\.csv could not be written to .*no part of it was kept\. Check that the folder exists/u)
    expect(readFileSync(join(app.dataDir, 'in-the-way'), 'utf8')).toBe('a file where a folder should be')
    expect(readdirSync(app.dataDir).filter((name) => /figures|part|crdownload/u.test(name))).toEqual([])
  })

  it('saves nothing that comes from elsewhere', async () => {
    const target = join(app.dataDir, 'foreign.txt')
    await app.page.evaluate(() =>
      Object.assign(document.createElement('a'), { href: 'data:text/plain,x', download: 'foreign.txt' }).click(),
    )
    await expect
      .poll(() => readFileSync(join(app.dataDir, 'covercast.log'), 'utf8'))
      .toContain('A download from elsewhere was refused.')
    expect(existsSync(target)).toBe(false)
  })
})
