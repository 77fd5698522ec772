import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { faults } from './support/axe.ts'
import { openDemo } from './support/pages.ts'

/** Learning from the past weeks takes a moment on a slow machine. */
const PREDICTION_MS = 60_000

let app: ServedApp
let opened: OpenedApp
let page: Page

beforeAll(async () => {
  app = await serveApp({ demo: true, months: 4 })
  opened = await app.open()
  page = opened.page
  await openDemo(page)
  await page.getByRole('link', { name: 'Plans' }).click()
  await page.getByRole('button', { name: 'New plan' }).click()
  await page.getByRole('button', { name: 'Create plan' }).click()
  await rulesButton().waitFor({ timeout: PREDICTION_MS })
})
afterAll(async () => app.close())

const rulesButton = () => page.getByRole('button', { name: 'Rules', exact: true })
const dialog = () => page.getByRole('dialog', { name: 'Rules of this plan' })
const field = (name: string) => dialog().getByRole('textbox', { name })
const saveButton = () => dialog().getByRole('button', { name: 'Save', exact: true })

describe(`the rules of a plan, ${WHERE}`, () => {
  it('are opened, said and saved by the keyboard alone, and say what is wrong where it is', async () => {
    await rulesButton().press('Enter')
    await dialog().waitFor()
    for (const [name, text] of [
      ['Hours a week, at most', '20'],
      ['Rest between shifts, at least', '11'],
      ['Required break, minutes', '30'],
    ] as const) {
      await field(name).focus()
      await page.keyboard.type(text)
    }
    await dialog().getByText('Enter a number from 0 to 48.').waitFor()
    await expect.poll(() => saveButton().isDisabled()).toBe(true)
    expect(await faults(page, 'rules')).toEqual([])
    await field('Required break, in more than this many hours').focus()
    await page.keyboard.type('6,5')
    await field('Hourly cost').focus()
    await page.keyboard.type('24')
    await takeScreenshot(page, 'plan-rules')
    await page.keyboard.press('Enter')
    await dialog().waitFor({ state: 'detached' })
  })

  it('hold for the plan at once, and after a reload', async () => {
    await page.getByText('Cost', { exact: true }).waitFor()
    await page.reload()
    await rulesButton().click({ timeout: PREDICTION_MS })
    await expect.poll(() => field('Hours a week, at most').inputValue()).toBe('20')
    await expect.poll(() => field('Rest between shifts, at least').inputValue()).toBe('11')
    await expect.poll(() => field('Required break, minutes').inputValue()).toBe('30')
    await expect.poll(() => field('Required break, in more than this many hours').inputValue()).toBe('6.5')
    await expect.poll(() => field('Hourly cost').inputValue()).toBe('24')
  })

  it('are left as they are by Cancel, and taken back when their fields are emptied', async () => {
    await field('Hours a week, at most').fill('5')
    await dialog().getByRole('button', { name: 'Cancel' }).click()
    await rulesButton().click()
    await expect.poll(() => field('Hours a week, at most').inputValue()).toBe('20')
    for (const name of [
      'Hours a week, at most',
      'Required break, minutes',
      'Required break, in more than this many hours',
      'Hourly cost',
    ])
      await field(name).fill('')
    await saveButton().click()
    await dialog().waitFor({ state: 'detached' })
    await rulesButton().click()
    await expect.poll(() => field('Hours a week, at most').inputValue()).toBe('')
    await expect.poll(() => field('Rest between shifts, at least').inputValue()).toBe('11')
    await expect.poll(() => field('Hourly cost').inputValue()).toBe('')
  })

  it('come from a law in one press, can be changed, and name their article where they are broken', async () => {
    await dialog().getByRole('button', { name: 'Law' }).click()
    await page.getByRole('option', { name: 'Germany: Arbeitszeitgesetz' }).click()
    await dialog().getByRole('button', { name: 'Fill in' }).click()
    await expect.poll(() => field('Hours a day, at most').inputValue()).toBe('10')
    await expect.poll(() => field('Average hours a week, at most').inputValue()).toBe('48')
    await expect.poll(() => field('Longer break, minutes').inputValue()).toBe('45')
    await dialog().getByText('Sources, checked').click()
    await expect
      .poll(() => dialog().getByRole('link', { name: 'ArbZG § 5' }).first().getAttribute('href'))
      .toContain('gesetze-im-internet')
    await takeScreenshot(page, 'plan-rules-pack')
    expect(await faults(page, 'rules of a pack')).toEqual([])
    await field('Hours a day, at most').fill('1')
    await dialog().getByRole('button', { name: 'Add hours' }).click()
    await field('People, at least').fill('9')
    await saveButton().click()
    await dialog().waitFor({ state: 'detached' })
    const panel = page.getByRole('complementary', { name: 'This plan' })
    await panel
      .getByText(/over the 1 h allowed$/u)
      .first()
      .waitFor()
    await panel
      .getByText(/of at least 9 people/u)
      .first()
      .waitFor()
    await panel.getByText(/^Checked: .*minimum staff/u).waitFor()
    await takeScreenshot(page, 'plan-minimum-staff')
    expect(await faults(page, 'violations')).toEqual([])
  })

  it('are set to usual limits with one press where none is set', async () => {
    await rulesButton().click()
    for (const name of [
      'Hours a day, at most',
      'Start to end of a day, at most',
      'Rest between shifts, at least',
      'Weekly rest, at least',
    ])
      await field(name).fill('')
    for (const name of ['Required break, minutes', 'Required break, in more than this many hours'])
      await field(name).fill('')
    for (let remove = dialog().getByRole('button', { name: /^Remove/u }); (await remove.count()) > 0;)
      await remove.first().click()
    await saveButton().click()
    await dialog().waitFor({ state: 'detached' })
    const panel = page.getByRole('complementary', { name: 'This plan' })
    await panel.getByText('No work rules set.').waitFor()
    await takeScreenshot(page, 'plan-no-rules')
    await panel.getByRole('button', { name: 'Use usual limits' }).click()
    const checked = panel.getByText(/^Checked: /u)
    await checked.waitFor()
    await expect
      .poll(() => checked.textContent())
      .toBe('Checked: hours a week, shift length, rest, consecutive days and breaks.')
  })

  it('want notice of whatever differs from what is published, as soon as it is', async () => {
    await rulesButton().click()
    await dialog().getByRole('button', { name: 'Require notice' }).click()
    await saveButton().click()
    await dialog().waitFor({ state: 'detached' })
    const late = page
      .getByRole('complementary', { name: 'This plan' })
      .getByText(/changes? with \d+ days? of notice, 14 required/u)
    await late.first().waitFor()
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('button', { name: 'Done' }).click()
    await late.first().waitFor({ state: 'detached' })
    await page.locator('.board [data-shift]').first().focus()
    await page.keyboard.press('ArrowRight')
    await late.first().waitFor()
    await expect.poll(() => late.first().textContent()).toMatch(/1 shift changes with /u)
    await takeScreenshot(page, 'plan-notice')
  })

  it('left the console without a complaint', () => {
    expect(opened.complaints).toEqual([])
  })
})
