import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { HOUR_MS } from '../../shared/foundation/minutes.ts'
import { createDatabase, insertOrganization, insertPageviews, type TestDatabase } from '../support/source-database.ts'
import { type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { faults } from './support/axe.ts'
import { waitForSync } from './support/pages.ts'

const ORGANIZATION = '00000000-0000-4000-8000-000000000009'
const DAYS = 10

let app: ServedApp
let opened: OpenedApp
let page: Page
let databases: readonly TestDatabase[]

beforeAll(async () => {
  databases = [await createDatabase(inject('postgresUrl')), await createDatabase(inject('postgresUrl'))]
  app = await serveApp()
  opened = await app.open()
  page = opened.page
})
afterAll(async () => {
  await app.close()
  for (const database of databases) await database.drop()
})

/** Connects a database whose visits were so many hours ago, and goes to its forecast. */
async function openForecastOf({ client, url }: TestDatabase, name: string, hoursAgo: readonly number[]): Promise<void> {
  await insertOrganization(client, { id: ORGANIZATION, name })
  const now = Date.now()
  await insertPageviews(
    client,
    hoursAgo.map((hours) => ({ organizationId: ORGANIZATION, createdAt: now - hours * HOUR_MS })),
  )
  await page.getByRole('textbox', { name: 'URL' }).fill(url)
  await page.getByRole('button', { name: 'Test the connection' }).click()
  await page.getByRole('heading', { name: 'The connection works' }).waitFor()
  await page.getByRole('button', { name: 'Connect and sync', exact: true }).click()
  await page.getByRole('button', { name: `Workspace: ${name}` }).waitFor()
  await waitForSync(page)
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Forecast' }).click()
}

const chart = () => page.locator('.forecast-panel .chart svg')

describe(`the forecast of a source with little history, ${WHERE}`, () => {
  it('says that there is none where not even a day is over', async () => {
    await page.getByRole('button', { name: 'Connect database' }).click()
    await openForecastOf(databases[0]!, 'Opened today', [0.1])
    await page.getByRole('heading', { name: 'Not enough data for a forecast' }).waitFor()
    await expect
      .poll(() => page.getByText('A forecast needs at least one full day of data', { exact: false }).count())
      .toBe(1)
    expect(await faults(page, 'no history')).toEqual([])
    await takeScreenshot(page, 'forecast-no-history')
  })

  it('says how uncertain a few days are', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('connect another')
    await page.keyboard.press('Enter')
    await openForecastOf(
      databases[1]!,
      'Opened last week',
      Array.from({ length: DAYS * 24 }, (_, hour) => hour + 0.5),
    )
    await chart().waitFor()
    await page.getByText(/^Only (2|3) weeks of data are available, so ranges are wide\./).waitFor()
    expect(await faults(page, 'little history')).toEqual([])
    await page.getByRole('tab', { name: 'Past forecasts' }).click()
    await page.getByText(/Only (one week|2 weeks) could be tested, so this is uncertain\./).waitFor()
    await takeScreenshot(page, 'forecast-little-history')
    await page.getByRole('tab', { name: 'Next weeks' }).click()
  })
})

describe(`a forecast that is behind, ${WHERE}`, () => {
  it('says what it does not know of, and offers to sync', async () => {
    await opened.reloadWith(
      (ahead) => {
        const now = Date.now.bind(Date)
        Date.now = () => now() + ahead
      },
      3 * 24 * HOUR_MS,
    )
    await page.getByText(/^This forecast does not include visitors after .*\.$/).waitFor()
    await expect.poll(() => page.getByRole('main').getByRole('button', { name: 'Sync now' }).count()).toBe(1)
  })

  it('stays when it cannot be computed anew, and says what to do', async () => {
    await opened.reloadWith((path) => {
      const real = fetch.bind(globalThis)
      Object.assign(globalThis, {
        isDown: true,
        fetch: (input: RequestInfo | URL, init?: RequestInit) =>
          (globalThis as { isDown?: boolean }).isDown === true &&
          String(input instanceof Request ? input.url : input).includes(path)
            ? Promise.reject(new TypeError('Failed to fetch'))
            : real(input, init),
      })
    }, 'forecast.')
    const again = page.getByRole('alert').getByRole('button', { name: 'Try again' })
    await again.waitFor()
    await expect.poll(() => chart().count()).toBe(0)
    await page.evaluate(() => Object.assign(globalThis, { isDown: false }))
    await again.click()
    await chart().waitFor()
    await expect.poll(() => again.count()).toBe(0)
  })
})
