import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { openDemo } from './support/pages.ts'

let app: ServedApp
let opened: OpenedApp
let page: Page

beforeAll(async () => {
  app = await serveApp({ demo: true })
  opened = await app.open()
  page = opened.page
  await openDemo(page)
  await page.getByRole('link', { name: 'Settings' }).click()
})
afterAll(async () => app.close())

const field = (name: string) => page.getByRole('textbox', { name })
const saveButton = () => page.getByRole('button', { name: 'Save', exact: true })
const save = async (): Promise<void> => {
  await saveButton().click()
  await page.getByText('Saved.', { exact: true }).waitFor()
}
const reload = async (): Promise<void> => {
  await page.reload()
  await page.getByRole('heading', { name: 'Figures of this workspace' }).waitFor()
}

describe(`the figures of a workspace, ${WHERE}`, () => {
  it.each([
    ['Target coverage', '85'],
    ['Late-arrival window', '240'],
    ['Group rare countries', '25'],
    ['Longest query', '30'],
    ['Critical from', '400'],
    ['High from', '80'],
    ['Medium from', '40'],
  ])('%s is saved, and still there after a reload', async (name, value) => {
    await field(name).fill(value)
    await save()
    await reload()
    await expect.poll(() => field(name).inputValue()).toBe(value)
  })

  it('the time zone is saved', async () => {
    await page.getByRole('button', { name: /^Time zone of the workspace:/ }).click()
    await page.getByRole('searchbox').fill('Mumbai')
    await page.getByRole('option', { name: /^Kolkata/ }).click()
    await save()
    await reload()
    await expect
      .poll(() => page.getByRole('button', { name: 'Time zone of the workspace: Kolkata' }).isVisible())
      .toBe(true)
  })

  it('the history to keep is saved, and everything again', async () => {
    const keep = page.getByRole('button', { name: /Keep history/ })
    await expect.poll(() => keep.innerText()).toContain('Everything')
    for (const choice of ['12 months', 'Everything']) {
      await keep.click()
      await page.getByRole('option', { name: choice }).click()
      await save()
      await reload()
      await expect.poll(() => keep.innerText()).toContain(choice)
    }
  })

  it('can be saved while one still types', async () => {
    await expect.poll(() => saveButton().isDisabled()).toBe(true)
    await field('Target coverage').fill('88')
    await expect.poll(() => saveButton().isEnabled()).toBe(true)
    await field('Target coverage').press('Enter')
    await page.getByText('Saved.', { exact: true }).waitFor()
  })

  it('says that a number is out of range, and does not change it', async () => {
    await field('Target coverage').fill('500')
    await page.getByText('Choose a number from 50 to 100.').waitFor()
    await field('Late-arrival window').click()
    await expect.poll(() => field('Target coverage').inputValue()).toBe('500')
    await expect.poll(() => saveButton().isDisabled()).toBe(true)
    await takeScreenshot(page, 'settings-out-of-range')
    await field('Target coverage').fill('7.5')
    await page.getByText('Enter a whole number from 50 to 100.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => field('Target coverage').inputValue()).toBe('88')
  })

  it('goes by the priorities on the staffing screen, which must be in order', async () => {
    await field('High from').fill('401')
    await page.getByText('Critical needs at least as many missed visitors as high, and high as medium.').waitFor()
    await expect.poll(() => saveButton().isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Undo' }).click()
    const priorities = async (): Promise<readonly string[]> => [
      ...new Set(await page.locator('.block-priority').allTextContents()),
    ]
    await page.getByRole('link', { name: 'Staffing' }).click()
    await page.locator('.block-card').first().waitFor({ timeout: 45_000 })
    expect((await priorities())[0]).toBe('Priority: A · first 50%')
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('button', { name: /Priority of recommendations/ }).click()
    await page.getByRole('option', { name: 'By number of missed visitors' }).click()
    await field('Critical from').fill('1000000')
    await field('High from').fill('1000000')
    await field('Medium from').fill('1')
    await save()
    await page.getByRole('link', { name: 'Staffing' }).click()
    await expect.poll(priorities).toEqual(['Priority: Medium'])
    await page.getByRole('link', { name: 'Settings' }).click()
  })

  it('keeps what was typed and not saved when one goes elsewhere', async () => {
    await field('Longest query').fill('45')
    await page.getByRole('link', { name: 'Coverage' }).click()
    await page.getByRole('link', { name: 'Settings' }).click()
    await expect.poll(() => field('Longest query').inputValue()).toBe('45')
    await page.getByText('Not saved yet.').waitFor()
    await save()
  })

  it('writes costs in the currency that was chosen', async () => {
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('button', { name: 'Currency: Not set' }).click()
    await page.getByRole('searchbox', { name: 'Search for a currency' }).fill('euro')
    await page.getByRole('option', { name: /^EUR/u }).click()
    await page.getByRole('button', { name: 'Currency: EUR' }).waitFor()
    await takeScreenshot(page, 'settings-currency')
    await page.getByRole('link', { name: 'Agents' }).click()
    await page.getByRole('button', { name: 'Diego Ramirez' }).click()
    await page.getByRole('textbox', { name: 'Hourly cost' }).fill('24.5')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('button', { name: 'Close' }).click()
    await expect.poll(() => page.getByRole('cell', { name: '€24.50' }).count()).toBe(1)
    await page.getByRole('link', { name: 'Settings' }).click()
  })

  it('left the console without a complaint', () => {
    expect(opened.complaints).toEqual([])
  })
})
