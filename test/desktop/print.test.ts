import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDemo } from '../e2e/support/pages.ts'
import { readPdf } from '../support/read-pdf.ts'
import { copyRecentDemo } from '../support/prepared-demo.ts'
import { ask, RUNTIME, useDesktopApp } from './support/desktop-app.ts'
import { answerSaveDialog } from './support/save-dialog.ts'

const app = useDesktopApp('file')

beforeAll(async () => {
  await copyRecentDemo(app.dataDir)
  await app.start()
  await openDemo(app.page)
})

describe(`a PDF of the screen, on ${RUNTIME}`, () => {
  it('is made by a window that nobody sees, and saved where the user says', async () => {
    const target = join(app.dataDir, 'report.pdf')
    const saved = await answerSaveDialog(app.electron, target)
    await app.page.getByRole('button', { name: 'Save this report as PDF' }).click()
    expect(basename((await saved()).defaultPath)).toMatch(/coverage .* to .*\.pdf$/u)
    const pdf = await readPdf(readFileSync(target))
    expect(pdf).toMatchObject({ isTagged: true, images: 0 })
    expect(pdf.text).toContain('Harbor & Pine')
    expect(pdf.outline).toContain('Heatmap')
    await expect.poll(() => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  it('is offered in the folder of the last one, by its shortcut as well', async () => {
    const target = join(app.dataDir, 'again.pdf')
    const saved = await answerSaveDialog(app.electron, target)
    await app.page.keyboard.press('ControlOrMeta+p')
    expect(dirname((await saved()).defaultPath)).toBe(app.dataDir)
    expect((await readPdf(readFileSync(target))).pages.length).toBeGreaterThan(2)
  })

  it('is made in one window at a time, however many are asked for', async () => {
    await app.electron.evaluate(({ app: shell, webContents }) => {
      Object.assign(globalThis, { most: 0 })
      shell.on('web-contents-created', () => {
        const seen = globalThis as unknown as { most: number }
        seen.most = Math.max(seen.most, webContents.getAllWebContents().length)
      })
    })
    const [workspace] = await ask<readonly { id: string }[]>(app.page, '/trpc/workspaces.list')
    const body = JSON.stringify({ workspaceId: workspace!.id, kind: 'coverage', from: '2026-01-01', to: '2026-01-07' })
    const statuses = await app.page.evaluate(
      async (text) =>
        Promise.all(
          [1, 2, 3].map(
            async () =>
              (
                await fetch('/trpc/exports.pdf', {
                  method: 'POST',
                  headers: { 'content-type': 'application/json' },
                  body: text,
                })
              ).status,
          ),
        ),
      body,
    )
    expect(statuses).toEqual([200, 200, 200])
    expect(await app.electron.evaluate(() => (globalThis as unknown as { most: number }).most)).toBe(2)
  })
})
