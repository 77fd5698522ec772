import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { heatmap, openDemo } from '../e2e/support/pages.ts'
import { copyRecentDemo } from '../support/prepared-demo.ts'
import { ask, IS_REAL, RUNTIME, useDesktopApp } from './support/desktop-app.ts'

const app = useDesktopApp('file')

beforeAll(async () => {
  await copyRecentDemo(app.dataDir)
  await app.start()
  await openDemo(app.page)
})

const choose = (id: string): Promise<void> =>
  app.electron.evaluate(({ Menu }, item) => Menu.getApplicationMenu()!.getMenuItemById(item)!.click(), id)
const canChoose = (id: string): Promise<boolean> =>
  app.electron.evaluate(({ Menu }, item) => Menu.getApplicationMenu()!.getMenuItemById(item)!.enabled, id)

describe(`the menu, on ${RUNTIME}`, () => {
  it('starts a sync', async () => {
    interface Job {
      readonly id: string
      readonly state: string
    }
    const [workspace] = await ask<readonly { id: string }[]>(app.page, '/trpc/workspaces.list')
    const job = (): Promise<Job | null> =>
      ask<Job | null>(
        app.page,
        `/trpc/sync.state?input=${encodeURIComponent(JSON.stringify({ workspaceId: workspace!.id }))}`,
      )
    const before = await job()
    await choose('sync')
    await expect.poll(async () => (await job())?.id).not.toBe(before?.id)
    await expect.poll(async () => (await job())?.state).toBe('done')
  })

  it('finds a command, and lists the keys', async () => {
    await choose('palette')
    await app.page.getByRole('dialog', { name: 'Commands' }).waitFor()
    await app.page.keyboard.press('Escape')
    await app.page.getByRole('dialog', { name: 'Commands' }).waitFor({ state: 'detached' })
    await choose('shortcuts')
    const list = app.page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await list.waitFor()
    await expect.poll(() => list.getByText('Find a command').count()).toBe(1)
    await app.page.keyboard.press('Escape')
    await app.page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor({ state: 'detached' })
  })

  it.skipIf(IS_REAL)('shows the live figure in the tray where it is asked for', async () => {
    let said = ''
    app.electron.process().stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const shows = (liveFigure: boolean): Promise<void> =>
      app.page.evaluate(async (isShown) => {
        const body = JSON.stringify({ liveFigure: isShown })
        await fetch('/trpc/app.saveSettings', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      }, liveFigure)
    await shows(true)
    await expect.poll(() => said).toMatch(/tray: Demo: (?:\d+% chance|not known)/u)
    await shows(false)
    await expect.poll(() => said).toContain('tray: gone')
  })

  it('leads to the settings without loading the page anew', async () => {
    await app.page.evaluate(() => Object.assign(globalThis, { isTheSamePage: true }))
    await choose('go-settings')
    await app.page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
    expect(await app.page.evaluate(() => 'isTheSamePage' in globalThis)).toBe(true)
    await app.page.goBack()
    await heatmap(app.page).waitFor()
  })

  it('offers what the screen can do, and not what it cannot', async () => {
    await expect.poll(() => canChoose('tab-day')).toBe(true)
    // There is a demo already.
    expect(await canChoose('demo')).toBe(false)
    await choose('tab-day')
    await app.page.getByRole('tab', { name: 'By day', selected: true }).waitFor()
    await choose('go-log')
    await app.page.getByRole('heading', { name: 'Log', level: 1 }).waitFor()
    await expect.poll(() => canChoose('tab-day')).toBe(false)
    expect(await canChoose('go-coverage')).toBe(true)
    await choose('go-coverage')
    await expect.poll(() => canChoose('tab-day')).toBe(true)
    await choose('tab-heatmap')
    await heatmap(app.page).waitFor()
  })

  it('offers it again after the page was loaded anew', async () => {
    await app.page.reload()
    await heatmap(app.page).waitFor()
    await expect.poll(() => canChoose('palette')).toBe(true)
    await choose('palette')
    await app.page.getByRole('dialog', { name: 'Commands' }).waitFor()
    await app.page.keyboard.press('Escape')
    await app.page.getByRole('dialog', { name: 'Commands' }).waitFor({ state: 'detached' })
  })

  it('is not moved by a page that makes up commands', async () => {
    await app.page.evaluate(() =>
      document.documentElement.setAttribute('data-commands', 'open-log quit tab-hour __proto__ ' + 'x'.repeat(10_000)),
    )
    await expect.poll(() => canChoose('tab-day')).toBe(false)
    expect([await canChoose('tab-hour'), await canChoose('sync')]).toEqual([true, false])
    await app.page.reload()
    await expect.poll(() => canChoose('sync')).toBe(true)
  })

  it('opens the log and the data folder, and nothing else', async () => {
    await app.electron.evaluate(({ shell }) => {
      const paths: string[] = []
      Object.assign(globalThis, { paths })
      shell.openPath = async (path) => {
        paths.push(path)
        return ''
      }
    })
    await choose('open-log')
    await choose('show-data-folder')
    const paths = await app.electron.evaluate(() => (globalThis as unknown as { paths: string[] }).paths)
    expect(paths).toEqual([join(app.dataDir, 'covercast.log'), app.dataDir])
    expect(paths.every((path) => existsSync(path))).toBe(true)
  })
})
