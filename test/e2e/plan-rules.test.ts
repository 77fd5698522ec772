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
  app = await serveApp()
  opened = await app.open()
  page = opened.page
  await openDemo(page)
  await page.getByRole('link', { name: 'Plans' }).click()
  await page.getByRole('button', { name: 'New plan' }).click()
  await page.getByRole('button', { name: 'Make the plan' }).click()
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
      ['Break owed, minutes', '30'],
    ] as const) {
      await field(name).focus()
      await page.keyboard.type(text)
    }
    await dialog().getByText('Write a number from 0 to 48.').waitFor()
    expect(await saveButton().isDisabled()).toBe(true)
    expect(await faults(page, 'rules')).toEqual([])
    await field('Break owed, in a shift longer than so many hours').focus()
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
    expect(await field('Hours a week, at most').inputValue()).toBe('20')
    expect(await field('Rest between shifts, at least').inputValue()).toBe('11')
    expect(await field('Break owed, minutes').inputValue()).toBe('30')
    expect(await field('Break owed, in a shift longer than so many hours').inputValue()).toBe('6.5')
    expect(await field('Hourly cost').inputValue()).toBe('24')
  })

  it('are left as they are by Cancel, and taken back when their fields are emptied', async () => {
    await field('Hours a week, at most').fill('5')
    await dialog().getByRole('button', { name: 'Cancel' }).click()
    await rulesButton().click()
    expect(await field('Hours a week, at most').inputValue()).toBe('20')
    for (const name of ['Hours a week, at most', 'Break owed, minutes', 'Break owed, in a shift longer than so many hours', 'Hourly cost']) await field(name).fill('')
    await saveButton().click()
    await dialog().waitFor({ state: 'detached' })
    await rulesButton().click()
    expect(await field('Hours a week, at most').inputValue()).toBe('')
    expect(await field('Rest between shifts, at least').inputValue()).toBe('11')
    expect(await field('Hourly cost').inputValue()).toBe('')
  })

  it('left the console without a complaint', () => {
    expect(opened.complaints).toEqual([])
  })
})
