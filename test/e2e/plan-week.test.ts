import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedApp, serveApp, type ServedApp, WHERE } from './support/app.ts'
import { openDemo } from './support/pages.ts'
import {
  agentsOf,
  board,
  createPlan,
  openPlan,
  planWith,
  pointAt,
  shiftWith,
  waitForEditor,
} from './support/plan-page.ts'

let app: ServedApp
let opened: OpenedApp
let planId: string

beforeAll(async () => {
  app = await serveApp({ demo: true })
  opened = await app.open({ viewport: { width: 1280, height: 800 }, locale: 'en-US' })
  await openDemo(opened.page)
  const [ana] = await agentsOf(opened.page)
  planId = await createPlan(
    opened.page,
    planWith([shiftWith('sat', { agentId: ana!.id, day: 6, startMinute: 900, endMinute: 1200 })]),
  )
}, 180_000)
afterAll(async () => app.close())

describe(`the week of a plan, ${WHERE}`, () => {
  it('adds up quick steps, and names at once the week that is asked for', async () => {
    const { page } = opened
    await openPlan(page, planId, '2026-11-30')
    for (let step = 0; step < 3; step++) await page.getByRole('button', { name: 'Next week' }).click()
    expect(page.url()).toContain('week=2026-12-21')
    await expect.poll(() => page.getByRole('button', { name: /^Go to another week: / }).textContent()).toContain('21')
    await page.locator('.plan-editor[aria-busy="false"]').waitFor({ timeout: 60_000 })
    await waitForEditor(page)
    await expect.poll(() => page.locator('.board-day').first().textContent()).toContain('21')
  })

  it('says a date whole or shorter, never cut', async () => {
    const cut = await opened.page
      .locator('.board-day')
      .evaluateAll((days) => days.filter((day) => day.scrollWidth > day.clientWidth).length)
    expect(cut).toBe(0)
    await expect.poll(() => opened.page.locator('.board-day').first().textContent()).toMatch(/21$/u)
  })

  it('keeps what is said of a drag in sight at the right edge', async () => {
    const { page } = opened
    const bar = (await page.locator('[data-shift="sat"]').first().boundingBox())!
    const agentId = await page
      .locator('[data-shift="sat"]')
      .first()
      .evaluate((shift) => shift.closest<HTMLElement>('[data-row]')!.dataset['row']!)
    const to = await pointAt(page, { agentId, column: 6, minute: 1200 })
    await page.mouse.move(bar.x + bar.width / 2, bar.y + bar.height / 2)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 4 })
    const label = (await page.locator('.ghost-label').boundingBox())!
    const edge = (await board(page).evaluate((grid) => grid.closest('.board')!.getBoundingClientRect().right))!
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect(label.width).toBeGreaterThan(20)
    expect(label.x + label.width).toBeLessThanOrEqual(edge)
  })

  it('goes to the week of a date', async () => {
    const { page } = opened
    await page.getByRole('button', { name: /^Go to another week: / }).click()
    await page.getByRole('spinbutton', { name: /^month/ }).press('ArrowUp')
    await page.getByRole('button', { name: 'Show this week' }).click()
    await page.waitForURL(/week=2026-01-18/u)
    await expect.poll(() => page.getByRole('button', { name: /^Go to another week: / }).textContent()).toContain('18')
  })

  it('holds plans side by side without running over the window', async () => {
    const { page } = opened
    await page.evaluate(
      (id) => void (location.hash = `${/^(#\/w\/[^/]+)\//.exec(location.hash)![1]!}/plans?compare=${id}`),
      planId,
    )
    await page.locator('.scenario-table table').waitFor({ timeout: 60_000 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280)
  })
})
