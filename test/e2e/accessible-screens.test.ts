import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveApp, type ServedApp, WHERE } from './support/app.ts'
import { faultsInBothThemes } from './support/axe.ts'
import { heatmap, openDemo, SYNC_MS, topBlocks, waitForSync } from './support/pages.ts'

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
  it('are accessible in both themes', async () => {
    const { page, close } = await app.open()
    await page.getByRole('button', { name: 'Open demo' }).waitFor()
    expect(await faultsInBothThemes(page, 'welcome', { picture: 'welcome' })).toEqual([])
    await page.getByRole('button', { name: 'Connect database' }).click()
    await page.getByRole('button', { name: 'Test the connection' }).waitFor()
    expect(await faultsInBothThemes(page, 'connect')).toEqual([])
    await close()
  })
})

describe(`every screen, ${WHERE}`, () => {
  beforeAll(async () => {
    const { page, close } = await app.open()
    await openDemo(page)
    await close()
  })

  it('is accessible in both themes', async () => {
    const { page, close } = await app.open()
    await waitForSync(page)
    await topBlocks(page).first().waitFor({ timeout: SYNC_MS })
    for (const tab of ['Heatmap', 'By hour', 'By day']) {
      await page.getByRole('tab', { name: tab }).click()
      await page.getByRole('tabpanel').locator('table, svg').first().waitFor()
      expect(
        await faultsInBothThemes(page, tab, { picture: `coverage-${tab.toLowerCase().replace(' ', '-')}` }),
      ).toEqual([])
    }
    await page.getByRole('tab', { name: 'Heatmap' }).click()
    await page.getByRole('button', { name: 'Show the heatmap as a table' }).click()
    await page.getByRole('button', { name: 'Show the trend as a table' }).click()
    expect(await faultsInBothThemes(page, 'tables')).toEqual([])
    await page.getByRole('button', { name: 'Show the trend as a table' }).click()
    await page.getByRole('button', { name: 'Show the heatmap as a table' }).click()
    await heatmap(page)
      .getByRole('gridcell', { name: /^Friday 12:00/ })
      .click()
    await page.getByRole('region', { name: 'Friday 12:00–13:00' }).locator('tbody tr').first().waitFor()
    expect(await faultsInBothThemes(page, 'behind a cell')).toEqual([])
    await page.keyboard.press('Escape')
    for (const screen of ['Settings', 'Log', 'About']) {
      await goTo(page, screen)
      expect(await faultsInBothThemes(page, screen, { picture: screen.toLowerCase() })).toEqual([])
    }
    await close()
  })
})
