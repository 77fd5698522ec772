import { readFileSync } from 'node:fs'
import * as XLSX from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { printAddress } from '../../shared/contract/print-page.ts'
import { countPages } from '../../electron/terminal/count-pages.ts'
import { insertCompanies, madeUpCompanies } from '../support/platform-companies.ts'
import { createDatabase, type TestDatabase } from '../support/source-database.ts'
import { type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { faultsInBothThemes } from './support/axe.ts'
import { scrollsSideways, waitForSync } from './support/pages.ts'

describe(`the organizations of a platform, ${WHERE}`, () => {
  let app: ServedApp
  let database: TestDatabase
  let opened: OpenedApp
  beforeAll(async () => {
    database = await createDatabase(inject('postgresUrl'))
    await insertCompanies(database, madeUpCompanies(24, Date.now()))
    app = await serveApp()
    opened = await app.open({ viewport: { width: 1280, height: 800 } })
  })
  afterAll(async () => {
    await app.close()
    await database.drop()
  })
  const names = () => opened.page.locator('.organizations-name').allTextContents()

  it('are seen from the connect screen where a user sees several', async () => {
    const { page } = opened
    await page.getByRole('button', { name: 'Connect database' }).click()
    await page.getByRole('textbox', { name: 'URL' }).fill(database.url)
    await page.getByRole('button', { name: 'Test the connection' }).click()
    await page.getByText('This user sees 24 organizations.').waitFor()
    await page.getByRole('button', { name: 'See the health of all' }).click()
    await page.getByRole('heading', { level: 1, name: 'Organizations' }).waitFor()
    await expect.poll(names).toHaveLength(24)
    expect(await faultsInBothThemes(page, 'organizations', { picture: 'organizations' })).toEqual([])
  })

  it('are sorted by their heads, searched and filtered', async () => {
    const { page } = opened
    await page.getByRole('button', { name: 'Revenue a month' }).click()
    expect((await names())[0]).toBe('Company 23')
    await page.getByRole('button', { name: 'Revenue a month' }).click()
    expect((await names())[0]).toBe('Company 0')
    await page.getByRole('searchbox', { name: 'Search an organization' }).fill('company 17')
    await expect.poll(names).toEqual(['Company 17'])
    await page.getByRole('searchbox', { name: 'Search an organization' }).fill('')
    const atRisk = Number(
      await page
        .locator('.key-figures dd')
        .first()
        .evaluate((place) => place.firstChild?.textContent),
    )
    await page.locator('.segment', { hasText: 'At risk' }).click()
    await expect.poll(async () => (await names()).length).toBe(atRisk)
    await page.locator('.segment', { hasText: 'All' }).click()
  })

  it('say of each why the two scores differ, by the keyboard too', async () => {
    const { page } = opened
    await page.getByRole('button', { name: 'Company 7', exact: true }).focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('region', { name: 'Company 7' })
    await panel.getByRole('heading', { name: 'Why they differ' }).waitFor()
    await expect.poll(() => panel.getByRole('table', { name: 'Both scores' }).getByRole('row').count()).toBe(7)
    const calls = await panel
      .getByRole('table', { name: 'Figures' })
      .getByRole('row', { name: /^Calls/u })
      .innerText()
    expect(calls).toMatch(/^Calls\s+\d+\s+\d+$/u)
    expect(await faultsInBothThemes(page, 'one organization', { picture: 'organization' })).toEqual([])
    for (const width of [640, 320]) {
      await page.setViewportSize({ width, height: 800 })
      expect({ width, sideways: await scrollsSideways(page) }).toEqual({ width, sideways: false })
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  it('are saved as CSV, and counted again', async () => {
    const { page } = opened
    const file = await opened.save(() => page.getByRole('button', { name: 'CSV', exact: true }).click())
    expect(file.name).toMatch(/^Organizations \d{4}-\d\d-\d\d\.csv$/u)
    expect(readFileSync(file.path, 'utf8').trim().split('\r\n')).toHaveLength(25)
    const workbook = await opened.save(() => page.getByRole('button', { name: 'Excel', exact: true }).click())
    const sheet = XLSX.read(readFileSync(workbook.path)).Sheets['Organizations']!
    expect(XLSX.utils.sheet_to_json(sheet)).toHaveLength(24)
    const paper = await page.context().newPage()
    await paper.goto(new URL(printAddress({ kind: 'health' }), page.url()).href)
    await paper.locator('html[data-print=ready]').waitFor()
    await expect.poll(() => paper.locator('.paper-table tbody tr').count()).toBe(24)
    await takeScreenshot(paper, 'organizations-paper')
    const pdf = await paper.pdf({ preferCSSPageSize: true })
    expect(countPages(pdf)).toBe(1)
    await paper.close()
    await database.run(`update organizations set name = 'Renamed' where name = 'Company 3'`)
    await page.getByRole('button', { name: 'Count again' }).click()
    await page.getByRole('button', { name: 'Renamed', exact: true }).waitFor()
  })

  it('open as workspaces', async () => {
    const { page } = opened
    await page.getByRole('region', { name: 'Company 7' }).getByRole('button', { name: 'Open as a workspace' }).click()
    await waitForSync(page)
    await page.getByRole('button', { name: 'Workspace: Company 7' }).click()
    await page.getByRole('menuitem', { name: 'Organizations' }).click()
    await page.getByRole('heading', { level: 1, name: 'Organizations' }).waitFor()
    expect(opened.complaints).toEqual([])
  })

  it('are forgotten on purpose alone', async () => {
    const { page } = opened
    await page.getByRole('button', { name: 'Forget…' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Forget…' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Forget' }).click()
    await page.getByText('No organizations yet').waitFor()
    expect(await names()).toEqual([])
  })
})
