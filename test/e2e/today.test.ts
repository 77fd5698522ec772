import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { faults } from './support/axe.ts'
import { openDemo, scrollsSideways, waitForSync } from './support/pages.ts'

/** What to expect of a day is learned when it is first looked at. */
const LEARNED_MS = 60_000

let app: ServedApp
let opened: OpenedApp

beforeAll(async () => {
  app = await serveApp({ demo: true })
  opened = await app.open()
  await openDemo(opened.page)
})
afterAll(async () => app.close())

describe(`today, ${WHERE}`, () => {
  it('says coverage so far, what is still expected, and the status of agents', async () => {
    const { page } = opened
    await page.keyboard.press('Alt+0')
    await page.getByRole('heading', { name: 'Agent status' }).waitFor({ timeout: LEARNED_MS })
    const card = page.getByRole('region', { name: 'Today in figures' })
    await expect
      .poll(() => card.innerText())
      .toMatch(
        /Next visitor covered[\s\S]*Coverage so far[\s\S]*Rest of the day[\s\S]*80% range[\s\S]*more visitors[\s\S]*Whole day/u,
      )
    await card.getByText('no plan is published for today').waitFor()
    await card.getByText('Data updates when you sync').waitFor()
  })

  it('has its hours as a table, by the keyboard', async () => {
    const { page } = opened
    await page.getByRole('button', { name: 'Show the hours as a table' }).press('Enter')
    const table = page.getByRole('table', { name: 'Today by hour' })
    await expect.poll(() => table.getByRole('row').count()).toBeGreaterThanOrEqual(24)
    await page.getByRole('button', { name: 'Show the hours as a table' }).press('Enter')
    await page.getByRole('figure', { name: /^Visitors by hour today/u }).waitFor()
  })

  it('follows syncs of its own accord once they are set', async () => {
    const { page } = opened
    await page.keyboard.press('Alt+2')
    const live = page.getByRole('region', { name: 'While Covercast is open' })
    const alerts = page.getByRole('region', { name: 'Alerts' })
    await alerts.getByText('Automatic sync is off: alerts are checked only while it is on').waitFor()
    await live.getByRole('button', { name: /Automatic sync/u }).press('Enter')
    await page.getByRole('option', { name: 'Every 60 minutes' }).press('Enter')
    await alerts.getByText('Automatic sync is off').waitFor({ state: 'detached' })
    expect(await faults(page, 'settings')).toEqual([])
    await page.keyboard.press('Alt+0')
    await page.getByText('Syncs every 60 minutes while Covercast is open. Next sync at').waitFor()
  })

  it.each(['light', 'dark'] as const)('is accessible in the %s theme', async (colorScheme) => {
    const { page, close } = await app.open({ colorScheme })
    await waitForSync(page)
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Today' }).click()
    await page.getByRole('heading', { name: 'Agent status' }).waitFor({ timeout: LEARNED_MS })
    expect(await faults(page, 'today')).toEqual([])
    await takeScreenshot(page, `today-${colorScheme}`)
    await close()
  })

  it.each([
    { width: 1280, height: 800 },
    { width: 640, height: 400 },
    { width: 1920, height: 1080 },
  ])('never scrolls sideways, at $width', async (viewport) => {
    const { page, close } = await app.open({ viewport })
    await waitForSync(page)
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Today' }).click()
    await page.getByRole('heading', { name: 'Agent status' }).waitFor({ timeout: LEARNED_MS })
    expect(await scrollsSideways(page)).toBe(false)
    await close()
  })

  it('left the console without a complaint', () => {
    expect(opened.complaints).toEqual([])
  })
})
