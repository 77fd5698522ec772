import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { faults, OVER_THE_PAGE } from './support/axe.ts'
import { openDemo, scrollsSideways } from './support/pages.ts'

let app: ServedApp
let opened: OpenedApp
let page: Page

beforeAll(async () => {
  app = await serveApp({ demo: true, months: 4 })
  opened = await app.open()
  page = opened.page
  await openDemo(page)
  await page.getByRole('link', { name: 'Agents' }).click()
  await list().waitFor()
})
afterAll(async () => app.close())

const list = (): Locator => page.getByRole('table', { name: 'Agents' })
const rowOf = (name: string): Locator => list().getByRole('row', { name: new RegExp(`^${name}`) })
const panel = (name: string): Locator => page.getByRole('region', { name })
const field = (name: string): Locator => page.getByRole('textbox', { name })
const names = async (): Promise<readonly string[]> => list().locator('.agents-name').allInnerTexts()
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
const save = async (button = 'Save'): Promise<void> => {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.getByText('Saved.', { exact: true }).waitFor()
}
/** The cells of an agent's row, by column. */
const said = async (name: string): Promise<readonly string[]> =>
  (await rowOf(name).locator('th, td').allTextContents()).map((text) => text.replaceAll('\u00a0', ' '))

describe(`agents of the source, ${WHERE}`, () => {
  it('are listed by name with their pools, and nothing more than the source says', async () => {
    expect(await names()).toEqual((await names()).toSorted((one, other) => one.localeCompare(other, 'en')))
    expect((await names()).length).toBeGreaterThan(10)
    expect(await said('Diego Ramirez')).toEqual([
      'Diego Ramirez',
      'Everyone, Sales',
      expect.stringMatching(/^\d+ \w+ 20\d\d$/),
      '–plan default',
      'Any time',
      '–plan default',
      '–plan default',
    ])
    await takeScreenshot(page, 'agents')
  })

  it('are found by name and by pool', async () => {
    const search = page.getByRole('searchbox', { name: 'Search an agent or pool' })
    await search.fill('night')
    await expect.poll(names).toEqual(['Ava Torres', 'Noah Petrov', 'Sam Whitfield'])
    await search.fill('zzz')
    await page.getByText('No agent or pool matches “zzz”.').waitFor()
    await search.press('Escape')
    await expect.poll(async () => (await names()).length).toBeGreaterThan(10)
  })

  it('have hours, availability and days off, which are still there after a reload', async () => {
    await rowOf('Diego Ramirez').click()
    await panel('Diego Ramirez').waitFor()
    await field('Hours a week, at most').fill('32')
    await page.getByRole('button', { name: 'Monday' }).click()
    await page.getByRole('option', { name: 'From – to' }).click()
    await page.getByRole('button', { name: 'Copy Monday to Tuesday–Friday' }).click()
    for (const day of ['Saturday', 'Sunday']) {
      await page.getByRole('button', { name: day }).click()
      await page.getByRole('option', { name: 'Unavailable' }).click()
    }
    await page.getByRole('button', { name: /^Days off/ }).click()
    await page.getByRole('group', { name: 'To', exact: true }).getByRole('spinbutton').first().click()
    await page.keyboard.type('31122099')
    await page.getByText('That is more than a year.').waitFor()
    for (const edge of ['From', 'To']) {
      await page.getByRole('group', { name: edge, exact: true }).getByRole('spinbutton').first().click()
      await page.keyboard.type(edge === 'From' ? '24122026' : '02012027')
    }
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('button', { name: /^Remove 24 Dec 2026.*2 Jan 2027$/ }).waitFor()
    await save()
    await page.reload()
    await panel('Diego Ramirez').waitFor()
    await expect.poll(() => field('Hours a week, at most').inputValue()).toBe('32')
    await expect.poll(() => page.getByRole('button', { name: /^Remove 24 Dec 2026.*2 Jan 2027$/ }).count()).toBe(1)
    expect((await said('Diego Ramirez')).slice(3, 5)).toEqual(['up to 32', 'Mon–Fri 9:00–17:00'])
    await expect.poll(() => page.getByRole('group', { name: 'Friday, to' }).innerText()).toMatch(/17.*00/su)
  })

  it('say what is wrong where it is, and are not saved until it is right', async () => {
    await field('Hours a week, at least').fill('40')
    await page.getByText('That is more than the maximum, 32.').waitFor()
    await field('Consecutive days, at most').fill('five')
    await page.getByText('Enter a whole number from 1 to 366.').waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true)
    await field('Consecutive days, at most').fill('5')
    await field('Hours a week, at least').fill('none')
    await expect.poll(() => page.getByRole('button', { name: 'Save', exact: true }).isEnabled()).toBe(true)
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(() => field('Consecutive days, at most').inputValue()).toBe('')
  })

  it('keep what was typed and not saved while one looks elsewhere', async () => {
    await field('Hourly cost').fill('24.5')
    await rowOf('Ava Torres').click()
    await panel('Ava Torres').waitFor()
    await expect.poll(() => field('Hourly cost').inputValue()).toBe('')
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('link', { name: 'Agents' }).click()
    await rowOf('Diego Ramirez').click()
    await page.getByText('Not saved yet.').waitFor()
    await expect.poll(() => field('Hourly cost').inputValue()).toBe('24.5')
    await save()
    expect((await said('Diego Ramirez'))[5]).toBe('24.5')
  })

  it('serve other pools, live elsewhere, and go back to what the source says', async () => {
    await page.getByText('Only these', { exact: true }).click()
    await page.getByRole('checkbox', { name: 'Support' }).press('Space')
    await page.getByRole('button', { name: /^Time zone/ }).click()
    await page.getByRole('searchbox', { name: 'Search for a city or time zone' }).fill('Lisbon')
    await page.getByRole('option', { name: /^Lisbon/ }).click()
    await save()
    expect((await said('Diego Ramirez'))[1]).toBe('Everyone, Sales, Support')
    expect((await said('Diego Ramirez'))[6]).toBe('Lisbon')
    await page.getByRole('button', { name: 'Use database values' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Use database values' }).click()
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    await expect
      .poll(async () => said('Diego Ramirez'))
      .toEqual([
        'Diego Ramirez',
        'Everyone, Sales',
        expect.any(String),
        '–plan default',
        'Any time',
        '–plan default',
        '–plan default',
      ])
    await expect.poll(() => page.getByRole('button', { name: 'Use database values' }).count()).toBe(0)
  })
})

describe(`an agent who is not in the source yet, ${WHERE}`, () => {
  it('is added by the keyboard alone, with hours and availability', async () => {
    await press('Escape')
    await panel('Diego Ramirez').waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Diego Ramirez/)
    await press('Alt+1', 'Alt+a')
    await list().waitFor()
    await press('Control+k')
    await page.getByRole('dialog', { name: 'Commands' }).waitFor()
    await page.keyboard.type('new hire')
    await page.getByRole('option', { name: /^Add agent/ }).waitFor()
    await press('Enter')
    await panel('New agent').waitFor()
    const focused = (attribute: string) =>
      page.evaluate((name) => document.activeElement?.getAttribute(name), attribute)
    await panel('New agent').locator('input:focus').waitFor()
    await page.keyboard.type('Zoë Quist')
    // The email is left out.
    await press('Tab', 'Tab', 'Tab')
    await page.keyboard.type('24')
    // The other nine limits, then the average, night work and minors.
    await press(...Array.from({ length: 12 }, () => 'Tab'))
    // Monday's list of choices, then its times.
    await press('Enter')
    await page.getByRole('listbox').waitFor()
    await press('End', 'Enter')
    await page.getByRole('listbox').waitFor({ state: 'detached' })
    await expect.poll(() => focused('aria-haspopup')).toBe('listbox')
    await press('Tab')
    await page.keyboard.type('0830')
    await press('Tab')
    await page.keyboard.type('1200')
    for (let tabs = 0; tabs < 40 && (await page.evaluate(() => document.activeElement?.textContent)) !== 'Add'; tabs++)
      await press('Tab')
    await press('Enter')
    await page.getByText('Saved.', { exact: true }).waitFor()
    expect((await said('Zoë Quist')).slice(3, 5)).toEqual(['up to 24', expect.stringContaining('Mon 8:30–12:00')])
    expect((await said('Zoë Quist'))[0]).toBe('Zoë Quistadded manually')
  })

  it('is there after a reload, reached with the arrows, and can be removed', async () => {
    await page.reload()
    await panel('Zoë Quist').waitFor()
    await press('Escape')
    await panel('Zoë Quist').waitFor({ state: 'detached' })
    await rowOf('Tom Becker').getByRole('button').focus()
    await press('ArrowDown', 'Enter')
    await panel('Zoë Quist').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('agent-title')
    await page.getByRole('button', { name: 'Remove', exact: true }).press('Enter')
    await page.getByRole('alertdialog', { name: 'Remove Zoë Quist?' }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Keep')
    await press('Tab', 'Enter')
    await panel('Zoë Quist').waitFor({ state: 'detached' })
    expect(await names()).not.toContain('Zoë Quist')
  })
})

describe(`the screen of agents, ${WHERE}`, () => {
  it.each([
    ['light', 1280, 800],
    ['dark', 1920, 1080],
  ] as const)('is accessible in the %s theme, and fits %i by %i', async (colorScheme, width, height) => {
    const other = await app.open({ colorScheme, viewport: { width, height } })
    await other.page.getByRole('link', { name: 'Agents' }).click()
    await other.page.getByRole('table', { name: 'Agents' }).waitFor()
    expect(await faults(other.page, 'agents')).toEqual([])
    await other.page.getByRole('row', { name: /^Grace Kim/ }).click()
    await other.page.getByRole('region', { name: 'Grace Kim' }).waitFor()
    await other.page.getByRole('button', { name: 'Monday' }).click()
    await other.page.getByRole('option', { name: 'From – to' }).click()
    await other.page.getByRole('textbox', { name: 'Hours a week, at most' }).fill('999')
    expect(await faults(other.page, 'agent')).toEqual([])
    expect(await scrollsSideways(other.page)).toBe(false)
    await takeScreenshot(other.page, `agents-${colorScheme}`)
    await other.page.getByRole('button', { name: /^Days off/ }).click()
    await other.page.getByRole('grid', { name: /20\d\d/ }).waitFor()
    expect(await faults(other.page, 'days off', OVER_THE_PAGE)).toEqual([])
    await other.close()
  })

  it('left the console without a complaint', () => {
    expect(opened.complaints).toEqual([])
  })
})
