import { Client } from 'pg'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createSmallCompany } from '../support/small-company.ts'
import type { TestDatabase } from '../support/source-database.ts'
import { giveStrangeNames } from '../support/strange-schema.ts'
import { type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { faults, OVER_THE_PAGE } from './support/axe.ts'
import { coverageCard, scrollsSideways, waitForSync } from './support/pages.ts'

let app: ServedApp
let database: TestDatabase

beforeAll(async () => {
  database = await createSmallCompany(inject('postgresUrl'), {
    now: Date.now(),
    days: 20,
    visitsPerDay: 200,
    alone: true,
    schema: 'plain',
  })
  await giveStrangeNames(database)
  await database.run(`
drop view crm.shifts;
create view crm.shifts as
  select id, who as person_id, organization_id as tenant_id, started_at as "from", ended_at at time zone 'UTC' as feierabend, started_at as noted_at, 'x' as remark from crm.shift_log_raw;
${Array.from({ length: 290 }, (_, table) => `create table crm.other_${table} (${Array.from({ length: 7 }, (__, column) => `column_${column} text`).join(', ')});`).join('\n')}`)
  app = await serveApp()
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function testConnection(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connect database' }).click()
  await page.getByRole('textbox', { name: 'URL' }).fill(database.url)
  await page.getByRole('button', { name: 'Test the connection' }).click()
  await page.getByRole('heading', { name: 'Tables' }).waitFor()
}

async function choose(page: Page, field: RegExp, option: RegExp): Promise<void> {
  await page.getByRole('button', { name: field }).click()
  await page.getByRole('option', { name: option }).click()
}

const isFocused = async (place: Locator): Promise<boolean> =>
  place.evaluate((element) => element === document.activeElement)
const isInSight = async (place: Locator): Promise<boolean> =>
  place.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  })

async function seeInBothThemes(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const [width, height] of [
      [1920, 1080],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height })
      await takeScreenshot(page, `${name}-${colorScheme}-${width}`)
      expect(await scrollsSideways(page)).toBe(false)
    }
    expect(await faults(page, `${name} ${colorScheme}`)).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

describe(`a database with other names, ${WHERE}`, () => {
  let opened: OpenedApp
  let page: Page
  beforeAll(async () => {
    opened = await app.open()
    page = opened.page
    await testConnection(page)
  })

  it('has its likeliest tables chosen, and says what is still to do', async () => {
    await page.getByText('Choose what to read. Still to do: sessions.').waitFor()
    await region(page, 'Visits').getByRole('button', { name: 'Table: Visits: Büro "Nord".Hits' }).waitFor()
    await region(page, 'Sessions').getByText('Choose a column.').waitFor()
    await expect
      .poll(() => region(page, 'First look').getByRole('button', { name: 'Show figures' }).isDisabled())
      .toBe(true)
    await region(page, 'Sessions').scrollIntoViewIfNeeded()
    await seeInBothThemes(page, 'pick-columns')
  })

  it('is picked by mouse, where a column that cannot be chosen says why', async () => {
    await page.getByRole('button', { name: /^End: / }).click()
    await expect.poll(() => page.getByRole('option', { name: /remark/ }).getAttribute('aria-disabled')).toBe('true')
    await expect.poll(() => page.getByRole('option', { name: /remark/ }).innerText()).toContain('text: wrong type')
    await takeScreenshot(page, 'pick-column-list')
    expect(await faults(page, 'column list', OVER_THE_PAGE)).toEqual([])
    await page.getByRole('option', { name: /feierabend/ }).click()

    // Only now is there something to ask about time zones.
    await page.getByText('They have no time zone: crm.shifts.feierabend.').waitFor()
    await expect
      .poll(() => region(page, 'First look').getByRole('button', { name: 'Show figures' }).isDisabled())
      .toBe(true)
    await page.getByText('Yes, they are in UTC').click()
  })

  it('shows its first day before anything is stored', async () => {
    await region(page, 'First look').getByRole('button', { name: 'Show figures' }).click()
    await page.getByRole('heading', { name: 'The connection works' }).waitFor()
    const look = region(page, 'First look')
    await look.getByText(/^Visitors by pool: /).waitFor()
    await expect
      .poll(() => look.innerText())
      .toMatch(/Small company: [^]*Visitors[^]*Covered[^]*Missed[^]*Coverage[^]*Agents online/)
    await look.scrollIntoViewIfNeeded()
    await seeInBothThemes(page, 'first-look')
  })

  it('keeps what was typed when other tables are chosen afterwards', async () => {
    await page.getByRole('textbox', { name: 'Name of the workspace' }).fill('Our desk')
    await choose(page, /How far back/, /^4 weeks/)
    await choose(page, /^Table: Agents: /, /^Not read/)
    await region(page, 'First look').getByRole('button', { name: 'Show figures' }).click()
    await page.getByRole('heading', { name: 'The connection works' }).waitFor()
    await expect.poll(() => page.getByRole('textbox', { name: 'Name of the workspace' }).inputValue()).toBe('Our desk')
    await page.getByRole('button', { name: /^4 weeks.*How far back/ }).waitFor()
    await region(page, 'First look')
      .getByText(/^Visitors by pool: /)
      .waitFor()
  })

  it('can stop testing, and test again', async () => {
    const locker = new Client({ connectionString: database.url, ssl: false })
    await locker.connect()
    try {
      await locker.query('begin; lock table "Büro ""Nord"""."Hits" in access exclusive mode')
      await page.getByRole('button', { name: 'Test the connection' }).click()
      await page.locator('form').getByRole('button', { name: 'Cancel' }).click()
      await expect.poll(() => page.locator('form').getByText('Canceled.').innerText()).toBe('Canceled.')
    } finally {
      await locker.end()
    }
    await page.getByRole('button', { name: 'Test the connection' }).click()
    await page.getByRole('heading', { name: 'The connection works' }).waitFor()
    await region(page, 'First look')
      .getByText(/^Visitors by pool: /)
      .waitFor()
  })

  it('is connected with the mapping that was picked', async () => {
    await page.getByRole('button', { name: 'Mapping document' }).click()
    const document = JSON.parse(await page.getByLabel('Mapping as JSON').innerText()) as Record<string, unknown>
    expect(document).toMatchObject({
      schema: 'Büro "Nord"',
      timestampsWithoutZone: 'utc',
      sessions: { schema: 'crm', table: 'shifts', endedAt: 'feierabend' },
      calls: null,
    })

    await page.getByRole('button', { name: 'Connect and sync', exact: true }).click()
    await waitForSync(page)
    await page
      .getByRole('banner')
      .getByRole('button', { name: /Our desk/ })
      .waitFor()
    await expect.poll(async () => coverageCard(page).innerText()).toMatch(/visitors\s+\d,\d{3}/)
    expect(opened.complaints).toEqual([])
  })

  it('keeps its choices: the settings show them, and changing what only describes leaves the history', async () => {
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('button', { name: 'Test or change the connection' }).click()
    await page.getByRole('button', { name: 'Test the connection' }).click()
    await page.getByRole('button', { name: 'Choose tables' }).press('Enter')
    await expect.poll(async () => isFocused(region(page, 'Visits').getByRole('button').first())).toBe(true)
    await region(page, 'Sessions').getByRole('button', { name: 'Table: Sessions: crm.shifts' }).waitFor()
    await choose(page, /^Table: Pools: /, /^Not read/)
    await region(page, 'First look').getByRole('button', { name: 'Show figures' }).click()
    await page.getByRole('button', { name: 'Use this connection' }).click()
    await waitForSync(page)
    await expect.poll(async () => coverageCard(page).innerText()).toMatch(/visitors\s+\d,\d{3}/)
    expect(opened.complaints).toEqual([])
  })
})

it(`a database with other names is connected by keyboard alone, ${WHERE}`, async () => {
  const other = await serveApp()
  try {
    const { page, complaints } = await other.open()
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let presses = 0; presses < 120; presses += 1) {
        const focused = await page.evaluate(
          () =>
            `${document.activeElement?.getAttribute('aria-label') ?? ''} ${document.activeElement?.textContent ?? ''}`,
        )
        if (name.test(focused.trim())) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`The focus never comes to ${String(name)}.`)
    }
    await page.getByRole('button', { name: /^Connect database/ }).waitFor()
    await tabTo(/^Connect database/)
    await page.keyboard.press('Enter')
    // The focus is never lost: not on coming here, nor to what appears and goes while the database answers.
    const url = page.getByRole('textbox', { name: 'URL' })
    await expect.poll(async () => isFocused(url)).toBe(true)
    await page.keyboard.insertText(database.url)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Tables' }).waitFor()
    expect(await isFocused(url)).toBe(true)
    // A table is found by typing among 300, and chosen.
    await tabTo(/^Table: Sessions/)
    await page.keyboard.press('Enter')
    await page.getByRole('searchbox').waitFor()
    await page.keyboard.insertText('crm.shifts')
    await page.getByRole('option', { name: /crm\.shifts/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await tabTo(/^End: /)
    await page.keyboard.press('Enter')
    await page.keyboard.insertText('feier')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('Are these times in UTC?').waitFor()
    for (
      let presses = 0;
      presses < 60 &&
      !(await page.evaluate(
        () =>
          (document.activeElement as HTMLInputElement | null)?.type === 'radio' &&
          (document.activeElement as HTMLInputElement).value === 'refuse',
      ));
      presses += 1
    )
      await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowUp')
    await tabTo(/^Show figures/)
    await page.keyboard.press('Enter')
    const byPool = region(page, 'First look').getByText(/^Visitors by pool: /)
    await byPool.waitFor()
    await expect.poll(async () => isInSight(byPool)).toBe(true)
    await expect
      .poll(() => region(page, 'First look').evaluate((one) => one.contains(document.activeElement)))
      .toBe(true)
    await tabTo(/^Connect and sync/)
    await page.keyboard.press('Enter')
    await waitForSync(page)
    await expect.poll(async () => coverageCard(page).innerText()).toMatch(/visitors\s+\d,\d{3}/)
    expect(complaints).toEqual([])
  } finally {
    await other.close()
  }
})
