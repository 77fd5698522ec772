import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedApp, serveApp, type ServedApp, takeScreenshot } from './support/app.ts'
import { heatmap, openDemo, waitForSync } from './support/pages.ts'

const THEMES = ['light', 'dark'] as const

let app: ServedApp
let first: OpenedApp

beforeAll(async () => {
  app = await serveApp()
  first = await app.open()
  await first.page.getByRole('button', { name: 'Open the demo' }).waitFor()
})
afterAll(async () => app.close())

/** What axe finds wrong, in few words. */
async function faults(page: Page, where: string, exempt: readonly string[] = []): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).disableRules([...exempt]).analyze()
  return violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`).join(' | ')}`)
}

/**
 * The widget library puts a button for screen readers, "Dismiss", into its popovers but outside of their dialog; and a long list under a
 * search field is moved through, and scrolled, from that field.
 */
const OVER_THE_PAGE = ['region', 'scrollable-region-focusable']

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name }).click()
  await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor()
}

describe('the first screens', () => {
  it.each(THEMES)('are accessible in the %s theme', async (colorScheme) => {
    const { page, context } = await app.open({ colorScheme })
    await page.getByRole('button', { name: 'Open the demo' }).waitFor()
    expect(await faults(page, 'welcome')).toEqual([])
    await takeScreenshot(page, `welcome-${colorScheme}`)
    await page.getByRole('button', { name: 'Connect a database' }).click()
    await page.getByRole('button', { name: 'My tables have other names' }).click()
    expect(await faults(page, 'connect')).toEqual([])
    await context.close()
  })
})

describe('every screen', () => {
  beforeAll(async () => openDemo(first.page))

  it.each(THEMES)('is accessible in the %s theme', async (colorScheme) => {
    const { page, context } = await app.open({ colorScheme })
    await waitForSync(page)
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
    await heatmap(page).getByRole('gridcell', { name: /^Friday 12:00/ }).click()
    await page.getByRole('region', { name: 'Fridays 12:00–13:00' }).locator('tbody tr').first().waitFor()
    expect(await faults(page, 'behind a cell')).toEqual([])
    await page.keyboard.press('Escape')
    for (const screen of ['Settings', 'Log', 'About']) {
      await goTo(page, screen)
      expect(await faults(page, screen)).toEqual([])
      await takeScreenshot(page, `${screen.toLowerCase()}-${colorScheme}`)
    }
    await context.close()
  })

  it.each(THEMES)('has accessible menus and dialogs in the %s theme', async (colorScheme) => {
    const { page, context } = await app.open({ colorScheme })
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
    for (const [key, dialog] of [['Control+k', 'Commands'], ['?', 'Keyboard shortcuts']] as const) {
      await page.keyboard.press(key)
      await page.getByRole('dialog', { name: dialog }).waitFor()
      expect(await faults(page, dialog, OVER_THE_PAGE)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await context.close()
  })
})
