import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveApp, type ServedApp, WHERE } from './support/app.ts'
import { faults, OVER_THE_PAGE } from './support/axe.ts'
import { openDemo, waitForSync } from './support/pages.ts'

const THEMES = ['light', 'dark'] as const

let app: ServedApp

beforeAll(async () => {
  app = await serveApp({ demo: true })
  const { page, close } = await app.open()
  await openDemo(page)
  await close()
})
afterAll(async () => app.close())

describe(`every menu and dialog, ${WHERE}`, () => {
  it.each(THEMES)('is accessible in the %s theme', async (colorScheme) => {
    const { page, close } = await app.open({ colorScheme })
    await waitForSync(page)
    await page.getByRole('tab', { name: 'By day' }).click()
    for (const name of [/^Pool:/, /^Dates:/, /^Time zone:/, /^Countries:/]) {
      await page.getByRole('button', { name }).click()
      await page.getByRole('dialog').waitFor()
      expect(await faults(page, String(name), OVER_THE_PAGE)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await page.getByRole('button', { name: /^Workspace:/ }).click()
    expect(await faults(page, 'workspaces', OVER_THE_PAGE)).toEqual([])
    await page.getByRole('menuitem', { name: 'Manage workspaces' }).click()
    await page.getByRole('button', { name: 'Erase Demo' }).click()
    expect(await faults(page, 'erase')).toEqual([])
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('tab', { name: 'Heatmap' }).click()
    for (const [key, dialog] of [
      ['Control+k', 'Commands'],
      ['?', 'Keyboard shortcuts'],
    ] as const) {
      await page.keyboard.press(key)
      await page.getByRole('dialog', { name: dialog }).waitFor()
      expect(await faults(page, dialog, OVER_THE_PAGE)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await close()
  })
})
