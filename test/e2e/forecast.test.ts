import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { faultsInBothThemes } from './support/axe.ts'
import { openDemo, scrollsSideways } from './support/pages.ts'

let app: ServedApp
let opened: OpenedApp

const week = (page: Page): Locator => page.getByRole('radiogroup', { name: 'Weeks' })
const chosenWeek = (page: Page): Locator => week(page).getByRole('radio', { checked: true })
const detail = (page: Page, name: string): Locator =>
  page.getByRole('radiogroup', { name: 'Interval length' }).locator('label', { hasText: new RegExp(`^${name}$`) })
const marks = (page: Page): Locator => page.getByRole('complementary', { name: 'Marked days' })

async function openForecast(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Forecast' }).click()
  await page.getByRole('heading', { level: 1, name: 'Forecast' }).waitFor()
  await page.locator('.forecast[data-revision] svg').first().waitFor()
}

/** Visitors of the chosen week, read from the name that is read out. */
async function expectedOf(page: Page): Promise<number> {
  const name = (await chosenWeek(page).getAttribute('aria-label')) ?? ''
  return Number(/: ([\d,]+) visitors? expected/.exec(name)?.[1]?.replaceAll(',', ''))
}

/** Waits until no forecast is being computed. */
async function settled(page: Page): Promise<void> {
  await page.locator('.forecast[aria-busy=false]').waitFor()
}

beforeAll(async () => {
  app = await serveApp({ demo: true })
  opened = await app.open()
  await openDemo(opened.page)
  await openForecast(opened.page)
})
afterAll(async () => app.close())

describe(`the weeks to come, ${WHERE}`, () => {
  it('are sums with their ranges, next week first in mind', async () => {
    const { page } = opened
    await expect
      .poll(() =>
        week(page)
          .getByRole('radio', { name: /visitors expected, 80% range [\d,]+–[\d,]+$/ })
          .count(),
      )
      .toBe(5)
    expect(await expectedOf(page)).toBeGreaterThan(1000)
    const names = await week(page)
      .getByRole('radio')
      .evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).checked))
    expect(names).toEqual([false, true, false, false, false])
    await expect.poll(() => page.getByText(/^[\d,]+ visitors expected \(80% range [\d,]+–[\d,]+\)\.$/).count()).toBe(1)
  })

  it('are drawn by day and by slot, with the range named and the zone on the axis', async () => {
    const { page } = opened
    for (const [name, places] of [
      ['Days', 7],
      ['Hours', 168],
      ['Quarter-hours', 672],
    ] as const) {
      await detail(page, name).click()
      const chart = page.getByRole('img', {
        name: new RegExp(`: expected visitors of ${places} (days|intervals) with their 80% range; New York time\\.$`),
      })
      await chart.locator('svg').waitFor()
      await chart.getByText('New York time').waitFor()
      await expect.poll(() => page.getByText('80% range: 8 of 10 should be within it').count()).toBe(1)
    }
    // By day, and past ones by the hour.
    await detail(page, 'Hours').click()
    await detail(page, 'Days').click()
  })

  it('are other weeks at a press of a key', async () => {
    const { page } = opened
    await chosenWeek(page).focus()
    await page.keyboard.press('ArrowRight')
    const dates = (await chosenWeek(page).getAttribute('aria-label'))!.split(':')[0]!
    expect(dates).toMatch(/^\d+(?: \w+)? – \d+ \w+$/)
    await page.getByRole('region', { name: dates }).waitFor()
    await page.keyboard.press('ArrowLeft')
    await settled(page)
  })

  it('are in a table and in a file as well', async () => {
    const { page } = opened
    await page.getByRole('button', { name: 'Show the forecast as a table' }).click()
    const rows = page.locator('.forecast-panel table tbody tr')
    await expect.poll(() => rows.count()).toBe(7)
    await expect.poll(() => rows.first().innerText()).toMatch(/^Monday .*\t[\d,]+\t[\d,]+–[\d,]+/)
    const { name, path } = await opened.save(() =>
      page.getByRole('button', { name: 'Save the forecast as CSV' }).click(),
    )
    expect(name).toMatch(/^forecast-days-week-\d{4}-\d\d-\d\d-America-New_York-all-pools\.csv$/)
    expect(readFileSync(path, 'utf8').replace('\uFEFF', '').split('\r\n')[0]).toBe(
      'date,expected,lower_80,upper_80,lower_95,upper_95,known_day,effect',
    )
    await page.getByRole('button', { name: 'Show the forecast as a table' }).click()
  })

  it('are those of one pool where one is chosen, and stay so', async () => {
    const { page } = opened
    const all = await expectedOf(page)
    await page.getByRole('button', { name: 'Pool: All pools' }).click()
    await page.getByRole('option').nth(1).click()
    await settled(page)
    await expect.poll(() => expectedOf(page)).toBeLessThan(all)
    await page.reload()
    await page.getByRole('button', { name: /^Pool: (?!All)/ }).click()
    await page.getByRole('option', { name: 'All pools' }).click()
    await expect.poll(() => expectedOf(page)).toBe(all)
  })
})

describe(`past forecasts, ${WHERE}`, () => {
  it('say how good they were, without a MAPE', async () => {
    const { page } = opened
    await page.getByRole('tab', { name: 'Past forecasts' }).click()
    await page.getByText(/^Average error: \d+% per hour, \d+% per day,? and \d+% per week\.$/).waitFor()
    const words = await page.getByRole('tabpanel').innerText()
    expect(words).toMatch(/\d+ of 10 hours were within their 80% range\./)
    expect(words).toMatch(/Repeating the previous week would be off by \d+%\./)
    expect(words).not.toContain('MAPE')
  })

  it('lie under what came, by day and week after week by slot', async () => {
    const { page } = opened
    await page
      .getByRole('img', {
        name: /^Last 8 weeks: expected visitors of 56 days .*, and actual visitors; New York time\.$/,
      })
      .waitFor()
    await detail(page, 'Hours').click()
    await page.getByRole('button', { name: 'Previous week' }).click()
    await page.getByText(/^[\d,]+ expected \([\d,]+–[\d,]+\), [\d,]+ actual$/).waitFor()
    await page.keyboard.press('Alt+t')
    await expect.poll(() => page.locator('.forecast-panel thead').innerText()).toMatch(/Actual\s+Within range/)
    await expect.poll(() => page.locator('.forecast-panel tbody tr').count()).toBeGreaterThan(166)
    await page.keyboard.press('Alt+t')
    await detail(page, 'Days').click()
    await page.getByRole('tab', { name: 'Next weeks' }).click()
  })
})

describe(`marked days, ${WHERE}`, () => {
  it('are marked by a click on their day, and change the forecast at once', async () => {
    const { page } = opened
    const before = await expectedOf(page)
    const box = (await page.locator('.forecast-panel .chart').boundingBox())!
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    const form = page.getByRole('form', { name: 'Mark a day' })
    await form.getByText(/^Forecast like past holidays\./).waitFor()
    await form.getByLabel('Note').fill('Founders day')
    await form.getByRole('button', { name: 'Mark day' }).click()
    await marks(page)
      .getByRole('status')
      .getByText(
        /^Thursday, .* is marked as a holiday\. The (week shown is now expected|forecast of the week shown is unchanged)/,
      )
      .waitFor()
    const holiday = marks(page).getByRole('listitem').filter({ hasText: 'Holiday: Founders day' })
    await expect.poll(() => holiday.count()).toBe(1)
    await page.locator('.forecast-panel .chart').getByText('Founders day').waitFor()
    await expect.poll(() => expectedOf(page)).toBeLessThan(before)
    const known = page.getByRole('list', { name: 'Known days of this week' })
    await known
      .getByText(/^Founders day, Thu.*: \d+% fewer visitors than usual \(80% range −\d+% to [−+]\d+%\)\./)
      .waitFor()
  })

  it('can be changed, and unmarked', async () => {
    const { page } = opened
    await marks(page)
      .getByRole('button', { name: /^Edit mark of Thursday/ })
      .click()
    const form = page.getByRole('form', { name: 'Edit mark' })
    await form.locator('label', { hasText: 'Event' }).click()
    await form.getByLabel('Expected effect (optional)').fill('lots')
    await form.getByText('Enter a change such as +40%, −20% or +200.').waitFor()
    await expect.poll(() => form.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
    await form.getByLabel('Expected effect (optional)').fill('+40%')
    await form.getByRole('button', { name: /Repeats/ }).click()
    await page.getByRole('option', { name: 'Every year' }).click()
    await page.getByRole('listbox').waitFor({ state: 'detached' })
    const until = form.getByRole('group', { name: 'Repeat until (optional)' })
    for (const [part, value] of [
      ['month', '12'],
      ['day', '31'],
      ['year', '2030'],
    ] as const) {
      await until.getByRole('spinbutton', { name: new RegExp(`^${part}`, 'iu') }).focus()
      await page.keyboard.type(value)
    }
    await expect.poll(() => form.getByRole('button', { name: 'Save' }).isDisabled()).toBe(false)
    await form.locator('label', { hasText: 'Only some hours of the day' }).click()
    await takeScreenshot(page, 'forecast-mark-form')
    await form.locator('label', { hasText: 'Only some hours of the day' }).click()
    await form.getByRole('button', { name: 'Save' }).click()
    const event = marks(page).getByRole('listitem').filter({ hasText: 'Event: Founders day' })
    await event.getByText(/^Every year, until .*2030,? and \+40% expected$/).waitFor()
    await page
      .getByRole('list', { name: 'Known days of this week' })
      .getByText(/^Founders day, .*: 40% more visitors than usual .* You expect \+40%\.$/)
      .waitFor()
    await takeScreenshot(page, 'forecast-known-day')
    await marks(page)
      .getByRole('button', { name: /^Remove mark of Thursday/ })
      .click()
    await marks(page).getByText('No days are marked.', { exact: false }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Mark a day')
  })

  it('are those of the countries that visitors come from, once they are chosen', async () => {
    const { page } = opened
    const holidays = page.getByRole('region', { name: 'Public holidays' })
    await holidays
      .getByText(/^The forecast does not know any public holidays\. Most visitors are in United States/)
      .waitFor()
    await holidays.getByRole('button', { name: 'Use their holidays' }).click()
    await marks(page)
      .getByRole('status')
      .getByText(/^The forecast knows the holidays of United States/)
      .waitFor()
    await holidays.getByText('Dates: date-holidays, CC BY-SA 3.0').waitFor()
    await holidays.getByRole('button', { name: /^Region of United States/ }).click()
    await page.keyboard.type('new york')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await holidays.getByText('United States, New York', { exact: true }).waitFor()
    await settled(page)
    expect(await faultsInBothThemes(page, 'public holidays', { picture: 'forecast-holidays' })).toEqual([])
    await page.reload()
    await holidays.getByText('United States, New York', { exact: true }).waitFor()
    for (let left = await holidays.getByRole('listitem').count(); left > 0; left -= 1) {
      await holidays
        .getByRole('button', { name: /^Remove holidays of/ })
        .first()
        .click()
      await expect.poll(() => holidays.getByRole('listitem').count()).toBe(left - 1)
    }
    await holidays.getByText(/^The forecast does not know any public holidays\./).waitFor()
  })

  it('are marked by the keyboard alone', async () => {
    const { page } = opened
    await page.keyboard.press('Control+k')
    await page.keyboard.type('mark a day')
    await page.keyboard.press('Enter')
    const form = page.getByRole('form', { name: 'Mark a day' })
    await form.waitFor()
    await page.keyboard.type('05032026')
    await form.getByText('Excluded from the weekday pattern; used to learn holidays.').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => form.count()).toBe(0)
  })

  it('are suggested with their reason; refused ones are not suggested again', async () => {
    const { page } = opened
    const open = marks(page).getByRole('button', { name: /^Ignore .+/ })
    await open.first().waitFor()
    const count = await open.count()
    await expect
      .poll(() =>
        marks(page)
          .getByText(/ visitors?\. About .* are usual on such a day\./iu)
          .count(),
      )
      .toBe(count)
    await open.first().click()
    await expect.poll(() => open.count()).toBe(count - 1)
    await page.reload()
    await marks(page).getByRole('button', { name: '1 suggestion ignored' }).click()
    await expect.poll(() => open.count()).toBe(count - 1)
    await marks(page)
      .getByRole('button', { name: /^Suggest .* again$/ })
      .click()
    await expect.poll(() => open.count()).toBe(count)
  })

  it('are taken from a suggestion only when it is accepted', async () => {
    const { page } = opened
    const before = await expectedOf(page)
    await expect.poll(() => marks(page).getByRole('list', { name: 'Marks' }).count()).toBe(0)
    await marks(page)
      .getByRole('button', { name: /^Mark .* as an? (holiday|outage|event)$/ })
      .first()
      .click()
    await marks(page).getByRole('list', { name: 'Marks' }).getByRole('listitem').waitFor()
    await settled(page)
    expect(Math.abs((await expectedOf(page)) - before) / before).toBeLessThan(0.2)
    await marks(page)
      .getByRole('button', { name: /^Remove mark of / })
      .click()
    await expect.poll(() => expectedOf(page)).toBe(before)
  })
})

describe(`the forecast screen, ${WHERE}`, () => {
  it('is accessible in both themes', async () => {
    const { page, close } = await app.open()
    await openForecast(page)
    await settled(page)
    expect(await faultsInBothThemes(page, 'next weeks', { picture: 'forecast' })).toEqual([])
    await page.getByRole('button', { name: 'Mark a day' }).click()
    await page.getByRole('tab', { name: 'Past forecasts' }).click()
    await page
      .getByRole('img', { name: /^Last 8 weeks/ })
      .locator('svg')
      .waitFor()
    expect(await faultsInBothThemes(page, 'past forecasts and a new mark', { picture: 'forecast-past' })).toEqual([])
    await page.getByRole('tab', { name: 'Next weeks' }).click()
    await close()
  })

  it.each([
    [1280, 800],
    [1920, 1080],
    [640, 400],
    [320, 640],
  ])('fits into %i x %i without scrolling sideways', async (width, height) => {
    const { page, close } = await app.open({ viewport: { width, height } })
    await openForecast(page)
    expect(await scrollsSideways(page)).toBe(false)
    await close()
  })

  it('complains about nothing', () => {
    expect(opened.complaints).toEqual([])
  })
})
