import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Shift } from '../../shared/plan/plan.ts'
import { DEEP } from '../support/deep.ts'
import { serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { faultsInBothThemes } from './support/axe.ts'
import { heatmap, openDemo, readCell, scrollsSideways, topBlocks, waitForSync } from './support/pages.ts'
import { storedPlan, storedPlans, waitForEditor, waitUntilSaved } from './support/plan-page.ts'

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const
/** Learning from half a year, and trying eight weeks, on a slow machine. */
const LEARN_MS = 120_000
const TRY_MS = 300_000

let app: ServedApp

beforeAll(async () => {
  app = await serveApp({ demo: true, months: 4 })
  const { page, close } = await app.open()
  await openDemo(page)
  await close()
})
afterAll(async () => app.close())

const cards = (page: Page): Locator =>
  page.getByRole('list', { name: 'Hours to staff better, most missed first' }).locator('.block-card')
/** Which hours lose the most depends on the day of the run; the lunch dip is always among them. */
const lunchOf = (list: Locator): Locator => list.filter({ hasText: /12:00\u2060?–\u2060?13:00/u }).first()
const outlined = (page: Page): Locator => heatmap(page).locator('.heatmap-outlined[aria-selected=true]')
const chosenHours = (page: Page): Locator => page.getByRole('region', { name: 'Outlined hours' })
const inShort = (page: Page): Locator => page.getByRole('region', { name: 'Summary' })

function countOf(text: string): number {
  return Number(text.replaceAll(',', ''))
}

/** What the outlined cells of the heatmap count together. */
async function outlinedSums(page: Page): Promise<{ readonly missed: number; readonly visitors: number }> {
  const names = await outlined(page).evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label')!))
  return names
    .map(readCell)
    .reduce((sum, cell) => ({ visitors: sum.visitors + cell.visitors, missed: sum.missed + cell.missed }))
}

async function openStaffing(page: Page): Promise<void> {
  await waitForSync(page)
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Staffing' }).click()
  await cards(page).first().waitFor({ timeout: LEARN_MS })
}

async function openTrust(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Accuracy' }).click()
  await inShort(page)
    .getByRole('heading', { name: /past weeks were/u })
    .waitFor({ timeout: TRY_MS })
  await page.getByRole('heading', { name: 'Week by week' }).waitFor()
  await page.getByRole('heading', { name: 'Model parameters by pool' }).waitFor({ timeout: LEARN_MS })
}

describe(`a manager, ${WHERE}`, () => {
  it('sees when most visitors are lost, how many agents it takes, and what they give', async () => {
    const { page, complaints, close } = await app.open()
    await openStaffing(page)
    expect((await inShort(page).getByRole('heading').textContent())!.replaceAll('\u2060', '')).toMatch(
      /^[\d,]+ of [\d,]+ visitors missed, (?:many|most) of them .*12:00–13:00/u,
    )
    const first = lunchOf(cards(page))
    expect((await first.getByRole('heading').textContent())!.replaceAll('\u2060', '')).toMatch(/12:00–13:00$/u)
    await expect
      .poll(() => first.locator('.block-advice').textContent())
      .toMatch(/^\+\d+ agents?about [\d,]+ more visitors covered a week$/u)
    await expect.poll(() => first.locator('.block-reason').textContent()).toMatch(/^A lunch dip: /u)
    const counts = (await cards(page).locator('.block-missed strong').allTextContents()).map(countOf)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    expect(complaints).toEqual([])
    await close()
  })

  it('goes from a card to the hours behind it in the heatmap, which count the same', async () => {
    const { page, close } = await app.open()
    await openStaffing(page)
    const first = lunchOf(cards(page))
    const missed = countOf((await first.locator('.block-missed strong').textContent())!)
    const visitors = countOf(/of ([\d,]+) visitors/u.exec((await first.locator('.block-rates p').textContent())!)![1]!)
    await first.getByRole('button', { name: /^Show in heatmap/u }).click()
    await outlined(page).first().waitFor()
    expect(await outlinedSums(page)).toEqual({ missed, visitors })
    await expect
      .poll(() => chosenHours(page).textContent())
      .toMatch(/12:00–13:00: [\d,]+ of [\d,]+ visitors missed .* A lunch dip: .*\+\d+ agents?: about /u)
    await page.goBack()
    await cards(page).first().waitFor()
    await close()
  })

  it(
    'goes from a card to planning its shifts: on each of its days as many as it suggests, in one step',
    async () => {
      const { page, close } = await app.open()
      await openStaffing(page)
      await lunchOf(cards(page))
        .getByRole('button', { name: /^Add shifts for this/u })
        .click()
      await page
        .getByText(
          /^Create a plan for \d+ more agents, .* 12:00–13:00\. They are added as unassigned shifts of a usual length, in one step/u,
        )
        .waitFor()
      const asked = new URLSearchParams(new URL(page.url()).hash.split('?')[1])
      const days = Array.from(asked.get('weekday')!, Number)
      expect(days.length).toBeGreaterThan(3)
      await page.getByRole('button', { name: 'New plan' }).first().click()
      await page.getByRole('dialog', { name: 'New plan' }).getByRole('button', { name: 'Create plan' }).click()
      await waitForEditor(page)
      await waitUntilSaved(page)
      const [plan] = await storedPlans(page)
      const openShifts = async (): Promise<readonly Shift[]> =>
        (await storedPlan(page, plan!.id)).plan.shifts.filter(({ agentId }) => agentId === null)
      const added = await openShifts()
      // As long as people come to work for, around the hour.
      for (const { startMinute, endMinute } of added) {
        expect(endMinute - startMinute).toBe(240)
        expect([startMinute <= 720, endMinute >= 780]).toEqual([true, true])
      }
      expect(new Set(added.map(({ day }) => day))).toEqual(new Set(days))
      for (const day of days)
        expect(added.filter((shift) => shift.day === day)).toHaveLength(Number(asked.get('agents') ?? 1))
      await takeScreenshot(page, 'plan-of-block')
      await page.keyboard.press('Control+z')
      await waitUntilSaved(page)
      expect(await openShifts()).toEqual([])
      await close()
    },
    2 * TRY_MS,
  )

  it('sees beside the charts what to change first, and the hours of it outlined', async () => {
    const { page, complaints, close } = await app.open()
    await waitForSync(page)
    const top = topBlocks(page)
    await top.first().waitFor({ timeout: LEARN_MS })
    await expect.poll(() => top.count()).toBe(3)
    const first = lunchOf(top).locator('.top-block-show')
    await expect.poll(() => first.getAttribute('aria-pressed')).toBe('false')
    await expect
      .poll(() => first.textContent())
      .toMatch(/12:00–13:00 [\d,]+ missed, priority [AB] · \w+ \d\d%\. \+\d+ agents?, about [\d,]+ more a week/u)
    await first.press('Enter')
    await chosenHours(page).waitFor()
    const missed = countOf(/12:00–13:00 ([\d,]+)/u.exec((await lunchOf(top).textContent())!)![1]!)
    expect((await outlinedSums(page)).missed).toBe(missed)
    await page.reload()
    await chosenHours(page).getByText('A lunch dip').waitFor({ timeout: LEARN_MS })
    await expect.poll(() => first.getAttribute('aria-pressed')).toBe('true')
    await first.press('Enter')
    await chosenHours(page).waitFor({ state: 'detached' })
    await expect.poll(() => outlined(page).count()).toBe(0)
    await top
      .nth(1)
      .getByRole('button', { name: /^Add shifts? for this/u })
      .click()
    await page.getByText(/^(?:Create a plan|Choose the plan) for \d+ more agents?, /u).waitFor()
    await page.goBack()
    await page.getByRole('button', { name: /^All \d+ in Staffing$/u }).click()
    await cards(page).first().waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  it('looks at each pool on its own, and at one of them', async () => {
    const { page, close } = await app.open()
    await openStaffing(page)
    await page.getByRole('radio', { name: 'Pool by pool' }).check({ force: true })
    await cards(page).locator('.block-pool').first().waitFor()
    const pools = new Set(await cards(page).locator('.block-pool').allTextContents())
    expect(pools.size).toBeGreaterThan(1)
    await page.getByRole('button', { name: /^Show \d+ more/u }).click()
    await expect.poll(() => cards(page).count()).toBeGreaterThan(12)
    await page.getByRole('button', { name: /^Pool: / }).click()
    await page.getByRole('option', { name: 'Sales' }).click()
    await page.waitForURL(/pool=id/u)
    await page.locator('.staffing-guide[aria-busy=false]').waitFor()
    await expect.poll(() => cards(page).locator('.block-pool').count()).toBe(0)
    await page.getByRole('button', { name: /^Pool: / }).click()
    await page.getByRole('option', { name: 'All pools' }).click()
    await page.getByRole('radio', { name: 'All pools together' }).check({ force: true })
    await page.waitForURL((url) => !url.hash.includes('by=pool'))
    await close()
  })

  it('chooses dates, and reads where none of them is synced', async () => {
    const { page, close } = await app.open()
    await openStaffing(page)
    const before = await inShort(page).textContent()
    await page.getByRole('button', { name: 'Dates: Last 30 days' }).click()
    await page.getByRole('button', { name: 'Last 7 days' }).click()
    await page.waitForURL(/days=7/u)
    await expect.poll(() => inShort(page).textContent()).not.toBe(before)
    await page.goto(`${page.url().split('?')[0]}?from=2019-01-01&to=2019-01-07`)
    await page.getByText('None of these dates is synced.').waitFor()
    await page.getByRole('button', { name: 'Show last 30 days, all pools' }).click()
    await cards(page).first().waitFor()
    await close()
  })

  it(
    'sees how accurate predictions are, and what they rest on',
    async () => {
      const { page, complaints, close } = await app.open()
      await openStaffing(page)
      await openTrust(page)
      await expect
        .poll(() => inShort(page).textContent())
        .toMatch(
          /(?:Accurate|Use with care): past weeks were .* points on average\..*\d of 8 weeks were within the 80% range\./u,
        )
      await expect.poll(() => page.locator('.trust-weeks tbody tr').count()).toBe(8)
      const pools = page.getByRole('region', { name: 'Parameters of each pool' })
      await expect.poll(() => pools.locator('tbody tr').count()).toBeGreaterThan(3)
      await page.getByRole('button', { name: 'As table' }).click()
      await expect
        .poll(() =>
          page
            .getByRole('region', { name: 'Predicted and actual coverage by hour of the day' })
            .locator('tbody tr')
            .count(),
        )
        .toBe(24)
      const together = await inShort(page).textContent()
      await page.getByRole('button', { name: /^Pool: / }).click()
      await page.getByRole('option', { name: 'Sales' }).click()
      await page.getByText('Visitors of Sales only.').waitFor()
      expect(await inShort(page).textContent()).not.toContain(together)
      expect([await page.locator('.trust-weeks tbody tr').count(), await pools.locator('tbody tr').count()]).toEqual([
        8, 1,
      ])
      await expect.poll(() => pools.locator('tbody td').last().textContent()).toMatch(/^\d+\.\d points$/u)
      await page.getByRole('button', { name: /^Pool: / }).click()
      await page.getByRole('option', { name: 'All pools' }).click()
      await page.waitForURL((url) => !url.hash.includes('pool='))
      expect(complaints).toEqual([])
      await close()
    },
    2 * TRY_MS,
  )

  it('does all of it with the keyboard', async () => {
    const { page, close } = await app.open()
    await waitForSync(page)
    await page.keyboard.press('Alt+S')
    await cards(page).first().waitFor({ timeout: LEARN_MS })
    await page.getByRole('tab', { name: 'What to change' }).focus()
    for (const name of ['Next months', 'Accuracy']) {
      await page.keyboard.press('ArrowRight')
      await page.getByRole('tab', { name, selected: true }).waitFor()
    }
    for (const name of ['Next months', 'What to change']) {
      await page.keyboard.press('ArrowLeft')
      await page.getByRole('tab', { name, selected: true }).waitFor()
    }
    await cards(page).first().waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowRight')
    await cards(page).locator('.block-pool').first().waitFor()
    await page.keyboard.press('ArrowLeft')
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    // Past the free moves, where they are known already, and the first card's shifts.
    for (let tabs = 0; tabs < 4 && !(await focused()).startsWith('Show in heatmap'); tabs++)
      await page.keyboard.press('Tab')
    await expect.poll(focused).toMatch(/^Show in heatmap/u)
    await page.keyboard.press('Enter')
    await chosenHours(page).waitFor()
    await close()
  })
})

describe(`the staffing screen, ${WHERE}`, () => {
  it(
    'is accessible in both themes, and fits',
    async () => {
      for (const viewport of DEEP ? SIZES : SIZES.slice(0, 1)) {
        const { page, close } = await app.open({ viewport })
        await openStaffing(page)
        await lunchOf(cards(page))
          .getByRole('button', { name: /^Show in heatmap/u })
          .click()
        await chosenHours(page).getByText('A lunch dip').waitFor()
        await topBlocks(page).first().waitFor()
        expect(
          await faultsInBothThemes(page, 'what to change', { picture: `coverage-outlined-${viewport.width}` }),
        ).toEqual([])
        expect(await scrollsSideways(page)).toBe(false)
        await page.goBack()
        await cards(page).first().waitFor()
        expect(await faultsInBothThemes(page, 'guide', { picture: `staffing-${viewport.width}` })).toEqual([])
        expect(await scrollsSideways(page)).toBe(false)
        await page.getByRole('tab', { name: 'Next months' }).click()
        await page.getByLabel('Hires', { exact: true }).fill('2')
        await page.getByLabel('A covered visitor is worth').fill('4')
        await page.getByLabel('An agent hour costs').fill('20')
        await page.getByText('Paid back by').waitFor({ timeout: TRY_MS })
        await page.locator('.ahead-answer[aria-busy=false]').waitFor()
        expect(await faultsInBothThemes(page, 'next months', { picture: `staffing-ahead-${viewport.width}` })).toEqual(
          [],
        )
        expect(await scrollsSideways(page)).toBe(false)
        await openTrust(page)
        expect(await faultsInBothThemes(page, 'trust', { picture: `staffing-trust-${viewport.width}` })).toEqual([])
        expect(await scrollsSideways(page)).toBe(false)
        await close()
      }
    },
    2 * TRY_MS,
  )

  it.each([
    { width: 640, height: 400 },
    { width: 320, height: 640 },
  ])(
    'does not scroll sideways at $width wide',
    async (viewport) => {
      const { page, close } = await app.open({ viewport })
      await openStaffing(page)
      expect(await scrollsSideways(page)).toBe(false)
      await openTrust(page)
      expect(await scrollsSideways(page)).toBe(false)
      await close()
    },
    2 * TRY_MS,
  )
})
