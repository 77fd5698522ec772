import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heatmap, openDemo } from '../e2e/support/pages.ts'
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

const choose = (id: string): Promise<void> => app.electron.evaluate(({ Menu }, item) => Menu.getApplicationMenu()!.getMenuItemById(item)!.click(), id)

describe(`the menu, on ${RUNTIME}`, () => {
  it('starts a sync', async () => {
    interface Job {
      readonly id: string
      readonly state: string
    }
    const [workspace] = await ask<readonly { id: string }[]>(app.page, '/trpc/workspaces.list')
    const job = (): Promise<Job> => ask<Job>(app.page, `/trpc/sync.state?input=${encodeURIComponent(JSON.stringify({ workspaceId: workspace!.id }))}`)
    const before = await job()
    await choose('sync-now')
    await expect.poll(async () => (await job()).id).not.toBe(before.id)
    await expect.poll(async () => (await job()).state).toBe('done')
  })

  it('finds a command, and lists the keys', async () => {
    await choose('find-command')
    await app.page.getByRole('dialog', { name: 'Commands' }).waitFor()
    await app.page.keyboard.press('Escape')
    await app.page.getByRole('dialog', { name: 'Commands' }).waitFor({ state: 'detached' })
    await choose('shortcuts')
    const list = app.page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await list.waitFor()
    expect(await list.getByText('Find a command').count()).toBe(1)
    await app.page.keyboard.press('Escape')
    await app.page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor({ state: 'detached' })
  })

  it('leads to the settings without loading the page anew', async () => {
    await app.page.evaluate(() => Object.assign(globalThis, { isTheSamePage: true }))
    await choose('settings')
    await app.page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
    expect(await app.page.evaluate(() => 'isTheSamePage' in globalThis)).toBe(true)
    await app.page.goBack()
    await heatmap(app.page).waitFor()
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
    expect(paths).toEqual([join(folder.path, 'covercast.log'), folder.path])
    expect(paths.every((path) => existsSync(path))).toBe(true)
  })
})
