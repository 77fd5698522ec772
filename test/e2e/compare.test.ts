import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PLAN } from '../../electron/sync/demo/published-plan.ts'
import { HOST, type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { faults, faultsInBothThemes } from './support/axe.ts'
import { openDemo, scrollsSideways, waitForSync } from './support/pages.ts'
import { publishDemoPlan } from './support/publish-plan.ts'

/** A prediction with all its draws, on a slow machine. */
const PREDICTED_MS = 120_000

let app: ServedApp
let opened: OpenedApp

beforeAll(async () => {
  app = await serveApp({ demo: true })
  opened = await app.open()
  await openDemo(opened.page)
})
afterAll(async () => app.close())

const grid = (page: Page, name: string): Locator =>
  page.getByRole('grid', { name: new RegExp(`^${name} (?:in )?coverage`) })
const goTo = async (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name }).click()

/** In the page: how many published weeks are predicted. */
async function comparedWeeks(): Promise<number> {
  const workspaceId = /^#\/w\/([^/]+)/.exec(location.hash)![1]!
  const answer = await fetch(`/trpc/compare.list?input=${encodeURIComponent(JSON.stringify({ workspaceId }))}`)
  const { result } = (await answer.json()) as {
    readonly result: { readonly data: { readonly weeks: readonly unknown[] } }
  }
  return result.data.weeks.length
}

describe(`comparing, ${WHERE}`, () => {
  it('says what to do while nothing is published', async () => {
    const { page } = opened
    await page.keyboard.press('Alt+c')
    await page.getByRole('heading', { name: 'No plan is published yet' }).waitFor()
    expect(await faults(page, 'nothing published')).toEqual([])
    await page.getByRole('button', { name: 'Open plans' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Plans' }).waitFor()
  })

  it('shows of a week that runs what is known so far, and says so', async () => {
    const { page } = opened
    await publishDemoPlan(page)
    await expect.poll(() => page.evaluate(comparedWeeks), { timeout: PREDICTED_MS }).toBe(1)
    await page.reload()
    await goTo(page, 'Compare')
    await grid(page, 'Difference').waitFor()
    const card = page.getByRole('region', { name: 'The week in figures' })
    await card.getByText(/Week in progress: data for \d+%/u).waitFor()
    await card.getByText(/No published week is complete yet/u).waitFor()
    await page
      .getByRole('table', { name: 'Why coverage of the week differed from its prediction' })
      .getByRole('rowheader', { name: 'Staffing' })
      .waitFor()
    await expect.poll(() => page.getByRole('grid').count()).toBe(3)
  })

  it.runIf(HOST === 'browser')('is on paper by the shortcut, with nothing wider than the sheet', async () => {
    const { page } = opened
    await page.getByRole('button', { name: /^(?:Save|Print) this comparison/u }).waitFor()
    await page.context().addInitScript(() => {
      globalThis.print = () => document.documentElement.setAttribute('data-asked', 'yes')
    })
    const [paper] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('ControlOrMeta+p')])
    await paper.locator('html[data-asked]').waitFor({ timeout: PREDICTED_MS })
    await expect
      .poll(() => paper.getByRole('heading', { level: 1 }).textContent())
      .toBe(`${DEMO_PLAN.name}: planned vs. actual`)
    await expect
      .poll(() => paper.getByRole('heading', { level: 2 }).allTextContents())
      .toEqual([
        'Summary',
        'Why the week differed',
        'Day by day',
        'Predicted, by hour',
        'Actual, by hour',
        'Difference, by hour',
        'In numbers',
        'Schedule adherence',
      ])
    await expect
      .poll(() =>
        paper.getByRole('table', { name: 'From predicted to actual' }).locator('.paper-waterfall-bar').count(),
      )
      .toBe(5)
    await expect
      .poll(() => paper.getByRole('table', { name: /coverage by hour and day of the week$/u }).count())
      .toBe(3)
    await expect
      .poll(() => paper.getByRole('table', { name: 'Agents, scheduled and online' }).getByRole('row').count())
      .toBeGreaterThan(1)
    await paper.emulateMedia({ media: 'print' })
    await takeScreenshot(paper, 'print-compare')
    // What is left of A4 between the margins, upright and turned.
    for (const [size, parts] of [
      [{ width: 688, height: 1000 }, '.sheet *:not(.part-wide, .part-wide *)'],
      [{ width: 1016, height: 673 }, '.part-wide *'],
    ] as const) {
      await paper.setViewportSize(size)
      const wide = await paper.evaluate((selector) => {
        const { right } = document.querySelector('.sheet')!.getBoundingClientRect()
        return [...document.querySelectorAll(selector)]
          .filter((element) => element.getBoundingClientRect().right > right + 1)
          .map(({ tagName, textContent }) => `${tagName} ${(textContent ?? '').slice(0, 40)}`)
      }, parts)
      expect(wide).toEqual([])
    }
    await paper.close()
  })

  it('is moved through by the keyboard: from cell to cell, and to why one differed', async () => {
    const { page } = opened
    const predicted = grid(page, 'Predicted')
    await predicted.locator('[tabindex="0"]').focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowDown')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toMatch(/^Monday 01:00–02:00: predicted \d+%/u)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Why Monday 01:00–02:00 differed' }).waitFor()
    expect(page.url()).toContain('at=1-1')
    await expect.poll(() => predicted.locator('[aria-selected="true"]').count()).toBe(1)
    await page.getByRole('button', { name: 'Show the week' }).press('Enter')
    await page.getByRole('heading', { name: 'Why the week differed' }).waitFor()
    // The button went; the keyboard goes on from where it was.
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('compare-why')
  })

  it('answers in sight what is pointed at and chosen far below', async () => {
    const { page } = opened
    const last = grid(page, 'Difference').locator('[data-place="23-3"]')
    await last.scrollIntoViewIfNeeded()
    await last.hover()
    const seen = await page.locator('.compare-sentence').evaluate((sentence) => {
      const { left, top, height } = sentence.getBoundingClientRect()
      return {
        words: sentence.textContent,
        isOnTop: sentence.contains(document.elementFromPoint(left + 1, top + height / 2)),
      }
    })
    expect(seen).toEqual({ words: expect.stringMatching(/ 23:00–24:00: predicted /u) as string, isOnTop: true })
    await last.click()
    const heading = page.getByRole('heading', { name: /^Why \w+ 23:00–24:00 differed$/u })
    await heading.waitFor()
    expect(
      await heading.evaluate((element) =>
        element.contains(
          document.elementFromPoint(element.getBoundingClientRect().left + 4, element.getBoundingClientRect().top + 8),
        ),
      ),
    ).toBe(true)
    await page.getByRole('button', { name: 'Show the week' }).click()
  })

  it('lists the keys of its own heatmaps', async () => {
    const { page } = opened
    await page.keyboard.press('?')
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect
      .poll(() => list.innerText())
      .toMatch(/In the heatmaps[\s\S]*First and last day of the week[\s\S]*Show why an hour differed/u)
    await expect.poll(() => list.getByText('Show every date behind an hour').count()).toBe(0)
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })
  })

  it('shows days and hours as tables, and one day alone', async () => {
    const { page } = opened
    await page.getByRole('tab', { name: 'By day' }).press('Enter')
    const table = page.getByRole('table', { name: 'Predicted and actual by day' })
    await expect.poll(() => table.getByRole('row').count()).toBe(8)
    expect(await table.locator('xpath=..').evaluate((frame) => frame.scrollWidth - frame.clientWidth)).toBe(0)
    await page.getByRole('group', { name: 'Why one day differed' }).getByRole('button').first().press('Enter')
    await page.getByRole('heading', { name: /^Why \w{3},? \d+ \w+ differed/u }).waitFor()
    await page.getByRole('tab', { name: 'By hour' }).click()
    await page.getByRole('table', { name: 'Predicted and actual by hour of the day' }).waitFor()
    await page.getByRole('tab', { name: 'Heatmaps' }).click()
  })

  it('says how each agent kept to the schedule, shift by shift', async () => {
    const { page } = opened
    const agent = page.getByRole('button', { name: 'Liam O’Connor' })
    await agent.press('Enter')
    await expect.poll(() => agent.getAttribute('aria-expanded')).toBe('true')
    await expect
      .poll(() => page.getByRole('list', { name: 'Shifts of Liam O’Connor' }).getByRole('listitem').count())
      .toBeGreaterThanOrEqual(3)
    const week = page.getByRole('table', { name: 'Scheduled and online time of Liam O’Connor, by quarter-hour' })
    await expect.poll(() => week.getByRole('row').count()).toBeGreaterThanOrEqual(4)
    await expect.poll(() => week.innerText()).toMatch(/as scheduled|\d\d:\d\d–\d\d:\d\d/u)
    expect(await faults(page, 'an agent’s week')).toEqual([])
    await week.scrollIntoViewIfNeeded()
    await takeScreenshot(page, 'compare-agent')
    await page.emulateMedia({ colorScheme: 'dark' })
    await takeScreenshot(page, 'compare-agent-dark')
    await page.emulateMedia({ colorScheme: 'light' })
  })

  it('saves schedule adherence by quarter-hour as CSV', async () => {
    const { page, save } = opened
    const file = await save(async () =>
      page.getByRole('button', { name: 'Save schedule adherence by quarter-hour as CSV' }).click(),
    )
    expect(readFileSync(file.path, 'utf8')).toMatch(
      /^\uFEFFagent,agent_id,start,state,planned_minutes,online_minutes\r\n/u,
    )
  })

  it('saves predicted and actual as CSV, by its key as well', async () => {
    const { page, save } = opened
    const file = await save(async () =>
      page.getByRole('button', { name: 'Save predicted and actual by date and hour as CSV' }).click(),
    )
    expect(file.name).toMatch(/^compare-hours-Standard-week-\d{4}-\d\d-\d\d\.csv$/u)
    expect(readFileSync(file.path, 'utf8')).toMatch(/^\uFEFFdate,hour,known_share,predicted_visitors,/u)
    const adherence = await save(async () => page.keyboard.press('Alt+Shift+A'))
    expect(adherence.name).toMatch(/^compare-adherence-Standard-week-/u)
    expect((await save(async () => page.keyboard.press('Alt+Shift+V'))).name).toBe(file.name)
  })

  it('is accessible in both themes', async () => {
    const { page, close } = await app.open()
    await waitForSync(page)
    await goTo(page, 'Compare')
    await grid(page, 'Actual').waitFor()
    expect(await faultsInBothThemes(page, 'heatmaps', { picture: 'compare' })).toEqual([])
    await page.getByRole('tab', { name: 'By day' }).click()
    await page.getByRole('table', { name: 'Predicted and actual by day' }).waitFor()
    expect(await faultsInBothThemes(page, 'by day')).toEqual([])
    await close()
  })

  it.each([
    { name: '1280x800', viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
    { name: '1280x800 at 200%', viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
    { name: '1920x1080', viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 1 },
    { name: '320 wide', viewport: { width: 320, height: 640 }, deviceScaleFactor: 1 },
    // The desktop's window has one already.
    ...(HOST === 'browser'
      ? [{ name: '320 wide, beside a scroll bar', viewport: { width: 305, height: 640 }, deviceScaleFactor: 1 }]
      : []),
  ])('fits at $name, with cells that can be hit', async ({ name, ...size }) => {
    const { page, close } = await app.open(size)
    await waitForSync(page)
    await goTo(page, 'Compare')
    await grid(page, 'Actual').waitFor()
    expect(await scrollsSideways(page)).toBe(false)
    const boxes = await grid(page, 'Actual')
      .locator('[data-place]')
      .evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)),
      )
    expect(Math.min(...boxes)).toBeGreaterThanOrEqual(24)
    await takeScreenshot(page, `compare-${name.replaceAll(' ', '-')}`)
    await close()
  })

  it('replays past days under a plan, by day and by hour', async () => {
    const { page } = opened
    await page.getByRole('button', { name: 'Replay past days' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Replay past days under a plan' })
    await dialog.getByRole('button', { name: 'Replay', exact: true }).press('Enter')
    const answer = dialog.getByRole('region', { name: 'What the plan would have changed' })
    await answer.getByRole('table', { name: 'By day' }).waitFor({ timeout: PREDICTED_MS })
    await answer
      .getByText(/80% range: \d+–\d+/u)
      .first()
      .waitFor()
    await expect.poll(() => answer.getByRole('row').count()).toBe(29)
    await takeScreenshot(page, 'compare-replay')
    expect(await faultsInBothThemes(page, 'replay')).toEqual([])
    await answer.getByRole('tab', { name: 'By hour of the day' }).click()
    await expect.poll(() => answer.getByRole('row').count()).toBe(25)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  it('left the console without a complaint', () => {
    expect(opened.complaints).toEqual([])
  })
})
