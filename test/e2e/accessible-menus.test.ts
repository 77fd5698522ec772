import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveApp, type ServedApp, WHERE } from './support/app.ts'
import { faultsInBothThemes, OVER_THE_PAGE } from './support/axe.ts'
import { closeDialog, openDemo, waitForSync } from './support/pages.ts'

let app: ServedApp

beforeAll(async () => {
  app = await serveApp({ demo: true })
  const { page, close } = await app.open()
  await openDemo(page)
  await close()
})
afterAll(async () => app.close())

describe(`every menu and dialog, ${WHERE}`, () => {
  it('is accessible in both themes', async () => {
    const { page, close } = await app.open()
    await waitForSync(page)
    await page.getByRole('tab', { name: 'By day' }).click()
    for (const name of [/^Pool:/, /^Dates:/, /^Time zone:/, /^Countries:/]) {
      await page.getByRole('button', { name }).click()
      await page.getByRole('dialog').waitFor()
      expect(await faultsInBothThemes(page, String(name), { exempt: OVER_THE_PAGE })).toEqual([])
      await closeDialog(page)
    }
    await page.getByRole('button', { name: /^Workspace:/ }).click()
    expect(await faultsInBothThemes(page, 'workspaces', { exempt: OVER_THE_PAGE })).toEqual([])
    await page.getByRole('menuitem', { name: 'Manage workspaces' }).click()
    await page.getByRole('button', { name: 'Erase Demo' }).click()
    expect(await faultsInBothThemes(page, 'erase')).toEqual([])
    await page.getByRole('button', { name: 'Keep it' }).click()
    await closeDialog(page)
    await page.getByRole('tab', { name: 'Heatmap' }).click()
    for (const [key, dialog] of [
      ['Control+k', 'Commands'],
      ['?', 'Keyboard shortcuts'],
    ] as const) {
      await page.keyboard.press(key)
      await page.getByRole('dialog', { name: dialog }).waitFor()
      expect(await faultsInBothThemes(page, dialog, { exempt: OVER_THE_PAGE })).toEqual([])
      await closeDialog(page)
    }
    await close()
  })
})
