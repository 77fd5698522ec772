import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { openDemo } from './support/pages.ts'
import {
  board,
  createPlan,
  goToPlans,
  openPlan,
  planWith,
  shiftBar,
  shiftWith,
  storedPlans,
} from './support/plan-page.ts'

let app: ServedApp
let opened: OpenedApp

beforeAll(async () => {
  app = await serveApp({ demo: true, months: 4 })
  opened = await app.open({ viewport: { width: 1280, height: 800 } })
  await openDemo(opened.page)
}, 180_000)
afterAll(async () => app.close())

const names = async (): Promise<readonly string[]> => board(opened.page).locator('.board-name-text').allTextContents()
const people = async (): Promise<readonly string[]> => (await names()).slice(1)

describe(`the rows of the board, ${WHERE}`, () => {
  beforeEach(async () => {
    const { page } = opened
    const long = Array.from({ length: 3 }, (_, index) =>
      shiftWith(`long ${index}`, { agentId: `Alexandrina Wilhelmina van ${10 - 4 * index}`, day: index + 1 }),
    )
    await openPlan(page, await createPlan(page, planWith([...long, shiftWith('open', { day: 3, startMinute: 480 })])))
  }, 120_000)

  it('begin with the unassigned shifts, and are found by a part of a name', async () => {
    const { page } = opened
    const all = await names()
    expect(all[0]).toBe('Unassigned')
    await page.getByRole('searchbox', { name: 'Find an agent' }).fill(all[2]!.slice(0, 5).toUpperCase())
    await expect.poll(people).toEqual(all.slice(1).filter((name) => name.startsWith(all[2]!.slice(0, 5))))
    await expect.poll(() => page.getByRole('toolbar', { name: 'Rows' }).innerText()).toMatch(/\d+ of \d+ agents/u)
    await page.getByRole('searchbox', { name: 'Find an agent' }).fill('')
    await expect.poll(names).toEqual(all)
  })

  it('leave out who has no shift, sort by hours, and group by pool', async () => {
    const { page } = opened
    await page.getByRole('checkbox', { name: 'Hide unused' }).press('Space')
    await expect.poll(async () => (await people()).length).toBe(3)
    await page.getByRole('checkbox', { name: 'Hide unused' }).press('Space')
    await page.getByRole('checkbox', { name: 'Group by pool' }).press('Space')
    await board(page).locator('.board-group').first().waitFor()
    await takeScreenshot(page, 'plan-rows')
    await page.getByRole('checkbox', { name: 'Group by pool' }).press('Space')
    await page.getByRole('button', { name: /Sort by/u }).click()
    await page.getByRole('option', { name: 'By hours' }).click()
    await expect.poll(async () => (await people()).slice(0, 3).every((name) => name.startsWith('Alexand'))).toBe(true)
  })

  it('have room for a long name in two lines, and a column that is made wider by keys', async () => {
    const { page } = opened
    const row = board(page).locator('[data-row^="Alexandrina"]').first()
    expect((await row.boundingBox())!.height).toBeGreaterThanOrEqual(56)
    const name = row.locator('.board-name')
    const before = (await name.boundingBox())!.width
    await page.getByRole('separator', { name: 'Width of the names' }).focus()
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await name.boundingBox())!.width).toBe(before + 64)
    const bar = (await shiftBar(page, 'open').boundingBox())!
    const cell = (await board(page).locator('[data-row=""] [data-column="2"]').boundingBox())!
    expect(bar.x).toBeGreaterThanOrEqual(cell.x)
    expect(opened.complaints).toEqual([])
  })
})

it(`a plan goes to the archive and comes back by Undo, ${WHERE}`, async () => {
  const { page } = opened
  await createPlan(page, planWith([], { name: 'For the archive' }))
  await goToPlans(page)
  await page.getByRole('button', { name: 'Archive For the archive' }).click()
  await expect
    .poll(async () => (await storedPlans(page)).find(({ name }) => name === 'For the archive')?.archived)
    .toBe(true)
  await page.locator('.toast', { hasText: 'For the archive archived.' }).getByRole('button', { name: 'Undo' }).click()
  await expect
    .poll(async () => (await storedPlans(page)).find(({ name }) => name === 'For the archive')?.archived)
    .toBe(false)
  await page.getByRole('button', { name: 'Archive For the archive' }).waitFor()
})
