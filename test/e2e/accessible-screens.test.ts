import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { faults } from './support/axe.ts'
import { heatmap, openDemo, SYNC_MS, topBlocks, waitForSync } from './support/pages.ts'

const THEMES = ['light', 'dark'] as const

let app: ServedApp

beforeAll(async () => {
  app = await serveApp()
})
afterAll(async () => app.close())

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name }).click()
  await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor()
}

describe(`the first screens, ${WHERE}`, () => {
  it.each(THEMES)('are accessible in the %s theme', async (colorScheme) => {
    const { page, close } = await app.open({ colorScheme })
    await page.getByRole('button', { name: 'Open demo' }).waitFor()
    expect(await faults(page, 'welcome')).toEqual([])
    await takeScreenshot(page, `welcome-${colorScheme}`)
    await page.getByRole('button', { name: 'Connect database' }).click()
    await page.getByRole('button', { name: 'Test the connection' }).waitFor()
    expect(await faults(page, 'connect')).toEqual([])
    await close()
  })
})

describe(`every screen, ${WHERE}`, () => {
  beforeAll(async () => {
    const { page, close } = await app.open()
    await openDemo(page)
    await close()
  })

  it.each(THEMES)('is accessible in the %s theme', async (colorScheme) => {
    const { page, close } = await app.open({ colorScheme })
    await waitForSync(page)
    await topBlocks(page).first().waitFor({ timeout: SYNC_MS })
    for (const tab of ['Heatmap', 'By hour', 'By day']) {
      await page.getByRole('tab', { name: tab }).click()
      await page.getByRole('tabpanel').locator('table, svg').first().waitFor()
      expect(await faults(page, tab)).toEqual([])
      await takeScreenshot(page, `coverage-${tab.toLowerCase().replace(' ', '-')}-${colorScheme}`)
    }
    await page.getByRole('tab', { name: 'Heatmap' }).click()
    await page.getByRole('button', { name: 'Show the heatmap as a table' }).click()
    await page.getByRole('button', { name: 'Show the trend as a table' }).click()
    expect(await faults(page, 'tables')).toEqual([])
    await page.getByRole('button', { name: 'Show the trend as a table' }).click()
    await page.getByRole('button', { name: 'Show the heatmap as a table' }).click()
    await heatmap(page)
      .getByRole('gridcell', { name: /^Friday 12:00/ })
      .click()
    await page.getByRole('region', { name: 'Friday 12:00–13:00' }).locator('tbody tr').first().waitFor()
    expect(await faults(page, 'behind a cell')).toEqual([])
    await page.keyboard.press('Escape')
    for (const screen of ['Settings', 'Log', 'About']) {
      await goTo(page, screen)
      expect(await faults(page, screen)).toEqual([])
      await takeScreenshot(page, `${screen.toLowerCase()}-${colorScheme}`)
    }
    await close()
  })
})
