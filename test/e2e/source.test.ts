import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createSmallCompany } from '../support/small-company.ts'
import type { TestDatabase } from '../support/source-database.ts'
import { HOST, type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { coverageCard, waitForSync } from './support/pages.ts'

let app: ServedApp
let opened: OpenedApp
let page: Page
let database: TestDatabase

beforeAll(async () => {
  database = await createSmallCompany(inject('postgresUrl'), {
    now: Date.now(),
    days: 60,
    visitsPerDay: 200,
    alone: true,
  })
  app = await serveApp()
  opened = await app.open()
  page = opened.page
  await page.getByRole('button', { name: 'Connect database' }).click()
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

const test = async (url: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'URL' }).fill(url)
  await page.getByRole('button', { name: 'Test the connection' }).click()
}
const withUrl = (change: (url: URL) => void): string => {
  const url = new URL(database.url)
  change(url)
  return url.href
}

describe(`connecting a database, ${WHERE}`, () => {
  it('says precisely what is wrong', async () => {
    await test(withUrl((url) => (url.port = '1')))
    await page.getByRole('alert').getByText('Nothing accepts connections').waitFor()
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/at .*, port 1\.\s+Check the port/)
    await takeScreenshot(page, 'connect-refused')
    await test(withUrl((url) => (url.pathname = '/no_such_database')))
    await page.getByRole('alert').getByText('no_such_database').waitFor()
  })

  it('brings what is wrong into sight, and the keyboard to it', async () => {
    await test('')
    await expect
      .poll(() => page.getByRole('textbox', { name: 'URL' }).evaluate((field) => field === document.activeElement))
      .toBe(true)
    await test(withUrl((url) => (url.port = '1')))
    await page.getByRole('alert').waitFor()
    await expect
      .poll(() =>
        page
          .getByRole('alert')
          .evaluate(
            (alert) =>
              alert.parentElement === document.activeElement && alert.getBoundingClientRect().bottom <= innerHeight,
          ),
      )
      .toBe(true)
  })

  it('forgets what was found as soon as something else is typed', async () => {
    await test(database.url)
    await page.getByRole('heading', { name: 'The connection works' }).waitFor()
    await page.getByRole('textbox', { name: 'URL' }).fill('postgres://elsewhere/shop')
    await expect.poll(() => page.getByRole('heading', { name: 'The connection works' }).count()).toBe(0)
  })

  it('says what is there, then brings the figures as they come', async () => {
    await test(database.url)
    await page.getByRole('heading', { name: 'The connection works' }).waitFor()
    await page
      .getByRole('region', { name: 'What was found' })
      .getByText(/^Visits from /)
      .waitFor()
    await page.getByText('All tables were found under their usual names.').waitFor()
    await page.getByRole('region', { name: 'First look' }).getByRole('term').filter({ hasText: 'Coverage' }).waitFor()
    await takeScreenshot(page, 'connect-found')
    await page.getByRole('textbox', { name: 'Name of the workspace' }).fill('Small shop')
    await page.getByRole('button', { name: 'Connect and sync', exact: true }).click()
    await page.getByRole('button', { name: 'Workspace: Small shop' }).waitFor()
    await waitForSync(page)
    await expect.poll(async () => coverageCard(page).innerText()).toMatch(/visitors\s+5,\d{3}/)
  })

  it('keeps no password, and says so', async () => {
    await page.getByRole('link', { name: 'Settings' }).click()
    const source = page.getByRole('region', { name: 'Data source' })
    await expect
      .poll(() => source.innerText())
      .toMatch(/Password\s+Not kept\. Covercast asks for it when a sync needs it\./)
    await expect.poll(() => source.innerText()).toMatch(/Last sync\s+.*\d\d:\d\d [\w ]+ time: /)
    const zone = /(\d\d:\d\d [\w ]+ time): /.exec(await source.innerText())?.[1]?.slice(6)
    await expect.poll(() => page.locator('.sync-as-of').innerText()).toContain(zone)
    expect(await source.innerText()).not.toContain('password=')
    await page.getByRole('link', { name: 'Coverage' }).click()
  })

  it('left the console without a complaint', () => {
    expect(opened.complaints).toEqual([])
  })
})

describe(`a source that went away, ${WHERE}`, () => {
  beforeAll(async () => database.drop())

  it('leaves the figures, says what happened, and offers to try again', async () => {
    await page.getByRole('button', { name: 'Sync', exact: true }).click()
    await page.getByRole('button', { name: /^(Sync failed|Can’t reach data source)$/ }).click()
    await page.getByRole('button', { name: 'Try again' }).waitFor()
    await takeScreenshot(page, 'sync-failed')
    await page.getByRole('button', { name: 'Edit connection' }).click()
    await page.getByRole('heading', { name: 'Connection of Small shop' }).waitFor()
    await page.getByRole('button', { name: 'Back' }).click()
    await expect.poll(() => coverageCard(page).innerText()).toMatch(/visitors\s+5,\d{3}/)
  })
})

// On the desktop its page goes with the app.
describe.runIf(HOST === 'browser')(`an app that was closed, ${WHERE}`, () => {
  it('leaves what is shown, and says how to go on', async () => {
    await app.stop()
    await page.getByRole('button', { name: /^Dates:/ }).click()
    await page.getByRole('button', { name: 'Last 7 days' }).click()
    // Other parts of the screen may say that theirs cannot be had either.
    const notice = page.getByRole('alert').filter({ hasText: 'The figures below are those of' })
    await notice.getByText('Can’t reach Covercast.', { exact: true }).waitFor()
    await takeScreenshot(page, 'app-closed')
    await expect.poll(() => notice.innerText()).toContain('Start Covercast again')
    await expect.poll(() => coverageCard(page).isVisible()).toBe(true)
  })
})
