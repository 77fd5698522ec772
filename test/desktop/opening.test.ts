import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { copyRecentDemo } from '../support/prepared-demo.ts'
import { ask, launchAgain, RUNTIME, useDesktopApp } from './support/desktop-app.ts'

const app = useDesktopApp('file')
const PLAN = {
  kind: 'weekly',
  name: 'Winter',
  timeZone: 'UTC',
  shifts: [{ agentId: null, dayOfWeek: 1, start: '09:00', end: '17:00' }],
}
const planFile = (): string => join(app.dataDir, 'Winter week.covercast')

beforeAll(async () => {
  await copyRecentDemo(app.dataDir)
  writeFileSync(planFile(), JSON.stringify(PLAN))
  await app.start({ opened: [planFile()] })
})

// Electron's window takes its title from the page.
const title = (): Promise<string> => app.page.title()
const workspaces = (): Promise<readonly { readonly id: string; readonly name: string }[]> =>
  ask(app.page, '/trpc/workspaces.list')

describe(`opening from outside, on ${RUNTIME}`, () => {
  it('shows a double-clicked plan before it is imported', async () => {
    const dialog = app.page.getByRole('dialog', { name: 'Import a roster' })
    await dialog.getByText('Plan file').waitFor()
    await app.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(title).toBe('Plans – Demo – Covercast')
    const recent = await app.electron.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()!
        .items.flatMap((menu) => menu.submenu?.items ?? [])
        .find(({ label }) => label === 'Open Recent')!
        .submenu!.items.map(({ label }) => label),
    )
    expect(recent[0]).toBe(`Winter week.covercast – ${app.dataDir}`)
  })

  it('follows a link of a second start to a screen', async () => {
    expect(await launchAgain(app.dataDir, ['covercast://open/coverage?days=14&tab=day'])).toBe(0)
    await app.page.getByRole('tab', { name: 'By day', selected: true }).waitFor()
    await expect.poll(title).toBe('Coverage – Demo – Covercast')
  })

  it('asks before a backup becomes a workspace, which then waits for its connection to be confirmed', async () => {
    const [workspace] = await workspaces()
    const prepared = await ask<{ readonly path: string }>(app.page, '/trpc/workspaces.backup', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: workspace!.id }),
    })
    const bytes = await app.page.evaluate(
      async (path) => Array.from(new Uint8Array(await (await fetch(path)).arrayBuffer())),
      prepared.path,
    )
    const backup = join(app.dataDir, 'Backup.covercast')
    writeFileSync(backup, Uint8Array.from(bytes))
    expect(await launchAgain(app.dataDir, [backup])).toBe(0)
    const dialog = app.page.getByRole('dialog', { name: 'Restore this backup?' })
    await dialog.getByText('Backup.covercast is a backup').waitFor()
    expect(await workspaces()).toHaveLength(1)
    await dialog.getByRole('button', { name: 'Restore' }).click()
    await dialog.getByRole('textbox', { name: 'Name of the restored workspace' }).fill('Restored')
    await dialog.getByRole('button', { name: 'Restore' }).click()
    await expect.poll(title).toBe('Coverage – Restored – Covercast')
    expect((await workspaces()).map(({ name }) => name).toSorted()).toEqual(['Demo', 'Restored'])
  })

  it('says what it does not open, and changes nothing', async () => {
    await app.page.evaluate(() => {
      const dropped = new DataTransfer()
      dropped.items.add(new File(['x'], 'holiday.png'))
      dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, cancelable: true }))
    })
    const dialog = app.page.getByRole('dialog', { name: 'This can’t be opened' })
    await dialog.getByText('holiday.png isn’t a file that Covercast opens.').waitFor()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await dialog.waitFor({ state: 'detached' })
    expect(await workspaces()).toHaveLength(2)
  })

  it('imports a plan that is dropped on any screen', async () => {
    await app.page.evaluate((text) => {
      const dropped = new DataTransfer()
      dropped.items.add(new File([text], 'dropped.covercast'))
      dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, cancelable: true }))
    }, JSON.stringify(PLAN))
    await app.page.getByRole('dialog', { name: 'Import a roster' }).getByText('Plan file').waitFor()
    await expect.poll(title).toBe('Plans – Restored – Covercast')
  })
})
