import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type OpenedApp, serveApp, type ServedApp } from './support/app.ts'
import { heatmap, openDemo, waitForSync } from './support/pages.ts'

let app: ServedApp
let opened: OpenedApp
let page: Page

beforeAll(async () => {
  app = await serveApp()
  opened = await app.open()
  await openDemo(opened.page)
})
beforeEach(() => {
  page = opened.page
})
afterAll(async () => app.close())

const chooseDays = async (days: number): Promise<void> => {
  await page.getByRole('button', { name: /^Dates:/ }).click()
  await page.getByRole('button', { name: `Last ${days} days` }).click()
  await page.getByRole('button', { name: `Dates: Last ${days} days` }).waitFor()
}

describe('the state of the coverage screen', () => {
  it('follows back and forward', async () => {
    await chooseDays(7)
    await page.getByRole('tab', { name: 'By day' }).click()
    await page.getByRole('link', { name: 'About' }).click()
    await page.goBack()
    await page.getByRole('tab', { name: 'By day', selected: true }).waitFor()
    await page.goBack()
    await page.getByRole('tab', { name: 'Heatmap', selected: true }).waitFor()
    await page.goBack()
    await page.getByRole('button', { name: 'Dates: Last 30 days' }).waitFor()
    await page.goForward()
    await page.getByRole('button', { name: 'Dates: Last 7 days' }).waitFor()
    expect(page.url()).toContain('days=7')
  })

  it('lies in the address, so that it can be kept or sent', async () => {
    await page.getByRole('tab', { name: 'By hour' }).click()
    const address = page.url()
    await chooseDays(90)
    await page.goto(address)
    await page.getByRole('button', { name: 'Dates: Last 7 days' }).waitFor()
    expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('By hour')
  })

  it('is as it was when the app is opened again', async () => {
    await chooseDays(14)
    const again = await app.open()
    await again.page.getByRole('button', { name: 'Dates: Last 14 days' }).waitFor()
    expect(await again.page.getByRole('tab', { selected: true }).innerText()).toBe('By hour')
    await again.context.close()
  })

  it('takes any two dates from the calendar fields', async () => {
    await page.getByRole('button', { name: /^Dates:/ }).click()
    const from = page.getByRole('group', { name: 'From' }).getByRole('spinbutton')
    await from.first().click()
    // Day, month and year in turn; the field moves on by itself.
    await page.keyboard.type('02032026')
    const to = page.getByRole('group', { name: 'To', exact: true }).getByRole('spinbutton')
    await to.first().click()
    await page.keyboard.type('15032026')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    expect(page.url()).toContain('from=2026-03-02&to=2026-03-15')
    await chooseDays(30)
  })

  it('filters by pool and country, and says so', async () => {
    await page.getByRole('tab', { name: 'Heatmap' }).click()
    await heatmap(page).waitFor()
    const visitors = async (): Promise<number> => Number(/visitors\s+([\d,]+)/.exec(await page.locator('.card').innerText())?.[1]?.replaceAll(',', ''))
    const all = await visitors()
    await page.getByRole('button', { name: /^Pool:/ }).click()
    await page.getByRole('option').nth(1).click()
    await page.waitForURL(/pool=/)
    await page.locator('.coverage:not([aria-busy=true])').waitFor()
    const ofPool = await visitors()
    expect(ofPool).toBeLessThan(all)
    await page.getByRole('button', { name: /^Countries:/ }).click()
    await page.getByText('Only these').click()
    await page.getByRole('option', { name: /Germany/ }).click()
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.getByRole('button', { name: 'Countries: Only Germany' }).waitFor()
    await page.locator('.coverage:not([aria-busy=true])').waitFor()
    expect(await visitors()).toBeLessThan(ofPool)
    await page.goBack()
    await page.goBack()
  })

  it('saves the numbers of a chart as CSV', async () => {
    await page.getByRole('tab', { name: 'By day' }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save the days of the week as CSV' }).click()])
    expect(download.suggestedFilename()).toMatch(/\.csv$/)
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
    expect(lines).toHaveLength(8)
    await page.getByRole('tab', { name: 'Heatmap' }).click()
  })
})

describe('settings', () => {
  it('change the theme at once, and for good', async () => {
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByText('Dark', { exact: true }).click()
    await page.locator('html[data-theme=dark]').waitFor()
    const again = await app.open()
    await again.page.locator('html[data-theme=dark]').waitFor()
    await again.context.close()
    await page.getByText('As the system', { exact: true }).click()
    await page.locator('html[data-theme=light]').waitFor()
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light')
  })

  it('change the target, which the heatmap follows', async () => {
    await page.getByRole('textbox', { name: 'Target coverage' }).fill('75')
    await page.getByRole('textbox', { name: 'Target coverage' }).press('Tab')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('Saved.').waitFor()
    await page.getByRole('link', { name: 'Coverage' }).click()
    await heatmap(page).waitFor()
    expect(await page.locator('.legend').innerText()).toMatch(/on target, 75/)
  })

  it('rename, back up, erase and restore a workspace', async () => {
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('button', { name: 'Rename Demo' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Harbor')
    await page.getByRole('button', { name: 'Rename', exact: true }).click()
    await page.getByRole('button', { name: 'Workspace: Harbor' }).waitFor()
    const [backup] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Back up Harbor' }).click()])
    const file = await backup.path()
    await page.getByRole('button', { name: 'Erase Harbor' }).click()
    await page.getByRole('region', { name: 'Erase Harbor?' }).getByRole('button', { name: 'Erase Harbor' }).click()
    await page.getByRole('button', { name: 'Open the demo' }).click()
    await waitForSync(page)
    await page.getByRole('link', { name: 'Settings' }).click()
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Restore from a backup' }).click()])
    await chooser.setFiles(file)
    await page.getByText('Harbor was restored.').waitFor()
    await page.getByRole('button', { name: /^Workspace:/ }).click()
    await page.getByRole('menuitem', { name: /Harbor/ }).click()
    await waitForSync(page)
    expect(await page.getByRole('button', { name: /^Workspace:/ }).innerText()).toBe('Harbor')
  })

  it('left the console without a complaint', () => {
    expect(opened.complaints).toEqual([])
  })
})
