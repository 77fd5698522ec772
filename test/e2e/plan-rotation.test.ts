import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { parseLocalDate } from '../../shared/time/local.ts'
import { openDemo } from './support/pages.ts'
import { goToPlans, shiftBar, storedPlan, storedPlans, waitForEditor, waitUntilSaved } from './support/plan-page.ts'

let app: ServedApp
let page: Page

beforeAll(async () => {
  app = await serveApp({ demo: true })
  page = (await app.open({ viewport: { width: 1280, height: 800 }, locale: 'en-US' })).page
  await openDemo(page)
}, 180_000)
afterAll(async () => app.close())

const stored = async () =>
  (await storedPlan(page, (await storedPlans(page)).find(({ name }) => name === 'Four on')!.id)).plan

describe(`a rotation, ${WHERE}`, () => {
  it('is made of the usual shifts, and shows its weeks', async () => {
    await goToPlans(page)
    await page.getByRole('button', { name: 'New plan' }).click()
    const dialog = page.getByRole('dialog', { name: 'New plan' })
    await dialog.getByText('Rotation', { exact: true }).click()
    await dialog.getByRole('button', { name: /The same days every week/u }).click()
    await page.getByRole('option', { name: '4 on, 4 off' }).click()
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Four on')
    await takeScreenshot(page, 'new-rotation')
    await dialog.getByRole('button', { name: 'Create plan' }).click()
    await waitForEditor(page)
    await page.getByText('Rotation of 8 weeks').waitFor()
    await page.getByRole('radiogroup', { name: 'Week of the rotation' }).getByText('2', { exact: true }).click()
    await page.getByText('Every week 2').waitFor()
    expect((await stored()).rotation).toMatchObject({ cycleWeeks: 8, cycles: 7 })
  }, 180_000)

  it('changes every cycle or one week, and takes a week back', async () => {
    await waitForEditor(page)
    const { shifts, rotation } = await stored()
    const before = shifts.length
    const second = parseLocalDate(rotation!.anchor) + 7
    const [one, other] = shifts.filter(({ day }) => day > second && day < second + 6)
    await shiftBar(page, one!.id).focus()
    await page.keyboard.press('Delete')
    await waitUntilSaved(page)
    await expect.poll(async () => before - (await stored()).shifts.length).toBe(7)
    await page.getByText('This week only').click()
    await shiftBar(page, other!.id).focus()
    await page.keyboard.press('Delete')
    await page.getByText('1 day of an agent differs from the rotation').waitFor()
    await takeScreenshot(page, 'plan-rotation')
    await expect.poll(async () => before - (await stored()).shifts.length).toBe(8)
    await page.getByRole('button', { name: 'Reset to rotation' }).click()
    await expect.poll(async () => before - (await stored()).shifts.length).toBe(7)
  })
})
