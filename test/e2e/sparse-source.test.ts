import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { HOUR_MS } from '../../shared/foundation/minutes.ts'
import {
  createDatabase,
  insertAgents,
  insertCalls,
  insertOrganization,
  insertPageviews,
  insertPools,
  insertSessions,
  type TestDatabase,
} from '../support/source-database.ts'
import { type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { cells, coverageCard, readCell, topBlocks, waitForSync } from './support/pages.ts'

const ORGANIZATION = '00000000-0000-4000-8000-000000000007'
const [SALES, SUPPORT] = ['00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000a2'] as const
const AGENT = '00000000-0000-4000-8000-0000000000b1'
/** Learning, on a slow machine. */
const LEARN_MS = 120_000

let app: ServedApp
let opened: OpenedApp
let page: Page
let database: TestDatabase

beforeAll(async () => {
  database = await createDatabase(inject('postgresUrl'))
  app = await serveApp()
  opened = await app.open()
  page = opened.page
  await page.getByRole('button', { name: 'Connect database' }).click()
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

const plain = (text: string): string => text.replaceAll('\u2060', '').toLowerCase()

const choosePool = async (name: string): Promise<void> => {
  await page.getByRole('button', { name: /^Pool: / }).click()
  await page.getByRole('option', { name }).click()
  await page.getByRole('button', { name: `Pool: ${name}` }).waitFor()
}

/** Nine days, too few to fit a model: Sales misses all but four hours a day, and every second visitor who finds somebody rings; Support misses one. */
async function insertDays(): Promise<void> {
  const { client } = database
  const today = Math.floor(Date.now() / (24 * HOUR_MS)) * 24 * HOUR_MS
  const days = Array.from({ length: 9 }, (_, index) => today - (index + 3) * 24 * HOUR_MS)
  const times = days.flatMap((day) =>
    Array.from({ length: 36 }, (_, index) => ({
      day,
      hour: 12 + Math.floor(index / 4),
      at: day + 12 * HOUR_MS + (index * HOUR_MS) / 4,
    })),
  )
  const isServed = (hour: number): boolean => hour >= 14 && hour < 18
  const common = { organizationId: ORGANIZATION }
  await insertPools(client, [
    { ...common, id: SALES, name: 'Sales', isCatchAll: false },
    { ...common, id: SUPPORT, name: 'Support', isCatchAll: false },
  ])
  await insertAgents(client, [{ ...common, id: AGENT, name: 'Ann' }])
  await insertSessions(
    client,
    days.map((day, index) => ({
      ...common,
      id: `00000000-0000-4000-8000-0000000000c${index}`,
      agentId: AGENT,
      startedAt: day + 14 * HOUR_MS,
      endedAt: day + 18 * HOUR_MS,
    })),
  )
  await insertPageviews(
    client,
    times.map(({ hour, at }) => ({ ...common, poolId: SALES, agentId: isServed(hour) ? AGENT : null, createdAt: at })),
  )
  await insertPageviews(
    client,
    times.map(({ at }, index) => ({ ...common, poolId: SUPPORT, agentId: index === 0 ? null : AGENT, createdAt: at })),
  )
  const served = times.filter(({ hour }) => isServed(hour))
  await insertCalls(
    client,
    served
      .filter((_, index) => index % 2 === 0)
      .map(({ at }) => ({ ...common, poolId: SALES, seconds: 240, createdAt: at })),
  )
}

describe(`a database with next to nothing in it, ${WHERE}`, () => {
  it('without any row is told apart from one that cannot be read', async () => {
    await test()
    await expect
      .poll(() => page.getByRole('alert').innerText())
      .toMatch(/hold no organization, no visit and no session/)
  })

  it('of an organization that has nothing yet says so, by its name', async () => {
    await insertOrganization(database.client, { id: ORGANIZATION, name: 'Opening soon' })
    await test()
    await expect.poll(() => page.getByRole('alert').innerText()).toMatch(/Opening soon has no visit and no session/)
    await takeScreenshot(page, 'connect-empty')
  })

  it('of one visit shows that one visit, and knows little more than its day', async () => {
    await insertPageviews(database.client, [{ organizationId: ORGANIZATION, createdAt: Date.now() - 26 * HOUR_MS }])
    let showFigures = (): void => undefined
    const figures = new Promise<void>((resolve) => (showFigures = resolve))
    await page.route(/source\.preview/u, async (route) => {
      await figures
      await route.continue()
    })
    await test()
    await page.getByRole('heading', { name: 'The connection works' }).waitFor()
    // A click that began before the figures pushed its button down is a click all the same.
    await page.getByRole('button', { name: 'Connect and sync', exact: true }).hover()
    await page.mouse.down()
    showFigures()
    await page.getByRole('region', { name: 'First look' }).getByRole('term').first().waitFor()
    await page.mouse.up()
    await page.getByRole('button', { name: 'Workspace: Opening soon' }).waitFor()
    await waitForSync(page)
    await expect.poll(async () => coverageCard(page).innerText()).toMatch(/visitors\s+1\b/)
    await expect.poll(() => coverageCard(page).innerText()).toMatch(/Data for \d+% of this range/)
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

describe(`a database of nine days, ${WHERE}`, () => {
  beforeAll(async () => {
    await insertDays()
    // All calls are read again with the comparison only.
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('button', { name: 'Check for changes' }).click()
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Coverage' }).click()
    await coverageCard(page).getByText('649').waitFor({ timeout: LEARN_MS })
  })

  it('follows a rule of thumb by the calls it counts, and says so, the same hours first on each screen', async () => {
    await choosePool('Sales')
    const first = topBlocks(page).first().locator('strong')
    await first.waitFor({ timeout: LEARN_MS })
    // Until the pool's own blocks are there, those of all pools are.
    const firstHours = async (): Promise<string> => plain(await first.innerText())
    await expect
      .poll(async () =>
        plain(await coverageCard(page).locator('.card-headline-text').innerText()).includes(
          `so far most are missed ${await firstHours()}`,
        ),
      )
      .toBe(true)
    const hours = await firstHours()
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Staffing' }).click()
    await choosePool('Sales')
    const card = page.locator('.block-card').first()
    await expect.poll(() => card.getByRole('heading').innerText().then(plain)).toBe(hours)
    await expect
      .poll(() => card.locator('.block-reason').innerText())
      .toMatch(
        /rule of thumb: 50% of missed visitors would have called \(as counted\), a call takes 4 min \(as counted\), and an agent takes 9 calls an hour\.$/u,
      )
    await takeScreenshot(page, 'staffing-rule')
  })

  it('says that staffing looks good where hardly anybody was missed', async () => {
    await choosePool('Support')
    await page.getByRole('heading', { name: 'Staffing looks good' }).waitFor()
    await expect
      .poll(() => page.getByRole('region', { name: 'Summary' }).innerText())
      .toMatch(/1 of 324 visitors missed\./u)
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Coverage' }).click()
    await choosePool('Support')
    await page
      .getByRole('region', { name: 'What to change' })
      .getByText('Staffing looks good: no hour of the week stays under')
      .waitFor()
  })

  it('left the console without a complaint', () => {
    expect(opened.complaints).toEqual([])
  })
})
