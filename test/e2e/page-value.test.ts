import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { openDemo } from './support/pages.ts'

let app: ServedApp
let page: Page

beforeAll(async () => {
  app = await serveApp({ demo: true })
  const opened = await app.open()
  page = opened.page
  await openDemo(page)
})
afterAll(async () => app.close())

describe(`the value of pages, ${WHERE}`, () => {
  it('is nowhere without rules', async () => {
    await expect.poll(() => page.getByText('coverage by value').count()).toBe(0)
    await expect.poll(() => page.getByRole('button', { name: /^Pages:/u }).count()).toBe(0)
  })

  it('comes from rules that can be tested before they are saved', async () => {
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('button', { name: 'Add a rule' }).click()
    await page.getByRole('textbox', { name: 'Class' }).fill('Pricing')
    await page.getByRole('textbox', { name: 'Text to look for' }).fill('/pricing')
    await page.getByRole('textbox', { name: 'Weight', exact: true }).fill('3')
    await page.getByRole('textbox', { name: 'Value of a visitor of weight 1' }).fill('2.5')
    await page.getByRole('button', { name: 'Test on the last 7 days' }).click()
    await expect
      .poll(() =>
        page
          .getByRole('rowheader', { name: 'Pricing' })
          .or(page.getByRole('cell', { name: 'Pricing' }))
          .count(),
      )
      .toBeGreaterThan(0)
    await takeScreenshot(page, 'page-value-settings')
    const form = page.getByRole('form', { name: 'Value of pages' })
    await form.getByRole('button', { name: 'Save rules' }).click()
    await page.getByText('Saved. Days are counted again', { exact: false }).waitFor()
  })

  it('is beside plain coverage once days are counted again, and in the charts where it is wanted', async () => {
    await page.getByRole('link', { name: 'Coverage' }).click()
    await page.getByText('coverage by value').waitFor()
    // The sync that saving began.
    await page.getByText('Pages are known of', { exact: false }).waitFor({ state: 'detached', timeout: 120_000 })
    await page.getByText('value of missed visitors').waitFor()
    const toggle = page.getByRole('button', { name: /by the value of pages$/u })
    await toggle.click()
    await expect.poll(() => toggle.getAttribute('aria-pressed')).toBe('true')
    await takeScreenshot(page, 'page-value-coverage')
    await page.getByRole('button', { name: /^Pages:/u }).click()
    await page.getByRole('option', { name: 'Pricing' }).click()
    await page.getByRole('button', { name: 'Pages: Pricing' }).waitFor()
    await expect.poll(() => new URL(page.url()).href).toContain('Pricing')
  })
})
