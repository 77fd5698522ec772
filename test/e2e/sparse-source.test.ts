import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createDatabase, insertOrganization, insertPageviews, type TestDatabase } from '../support/source-database.ts'
import { type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { cells, coverageCard, readCell, waitForSync } from './support/pages.ts'

const ORGANIZATION = '00000000-0000-4000-8000-000000000007'
const HOUR_MS = 3_600_000

let app: ServedApp
let opened: OpenedApp
let page: Page
let database: TestDatabase

beforeAll(async () => {
  database = await createDatabase(inject('postgresUrl'))
  app = await serveApp()
  opened = await app.open()
  page = opened.page
  await page.getByRole('button', { name: 'Connect a database' }).click()
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

const test = async (): Promise<void> => {
  // Typed anew: the same address is not another question.
  await page.getByRole('textbox', { name: 'URL' }).fill('')
  await page.getByRole('textbox', { name: 'URL' }).fill(database.url)
  await page.getByRole('button', { name: 'Test the connection' }).click()
}

describe(`a database with next to nothing in it, ${WHERE}`, () => {
  it('without any row is told apart from one that cannot be read', async () => {
    await test()
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/hold no organization, no visit and no session/)
  })

  it('of an organization that has nothing yet says so, by its name', async () => {
    await insertOrganization(database.client, { id: ORGANIZATION, name: 'Opening soon' })
    await test()
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/Opening soon has no visit and no session/)
    await takeScreenshot(page, 'connect-empty')
  })

  it('of one visit shows that one visit, and knows little more than its day', async () => {
    await insertPageviews(database.client, [{ organizationId: ORGANIZATION, createdAt: Date.now() - 26 * HOUR_MS }])
    await test()
    await page.getByRole('heading', { name: 'The connection works' }).waitFor()
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page.getByRole('button', { name: 'Workspace: Opening soon' }).waitFor()
    await waitForSync(page)
    await expect.poll(async () => coverageCard(page).innerText()).toMatch(/visitors\s+1\b/)
    expect(await coverageCard(page).innerText()).toMatch(/of this range is known/)
    const names = await cells(page).evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label') ?? ''))
    const counted = names.filter((name) => / 1 visitor, /.test(name))
    expect(counted).toHaveLength(1)
    expect(readCell(counted[0]!)).toEqual({ visitors: 1, missed: 1 })
    await takeScreenshot(page, 'one-visit')
  })

  it('left the console without a complaint', () => {
    expect(opened.complaints).toEqual([])
  })
})
