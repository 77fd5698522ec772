import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { DAY_MS } from '../../shared/foundation/minutes.ts'
import { recordByHabits } from '../support/pool-habits.ts'
import { agentId, ORGANIZATION, POOLS } from '../support/small-company.ts'
import {
  createDatabase,
  insertAgents,
  insertOrganization,
  insertPageviews,
  insertPoolMembers,
  insertPools,
  insertSessions,
  type TestDatabase,
} from '../support/source-database.ts'
import { type OpenedApp, serveApp, type ServedApp, takeScreenshot, WHERE } from './support/app.ts'
import { publishDemoPlan } from './support/publish-plan.ts'
import { coverageCard, waitForSync } from './support/pages.ts'

/** Learning, on a slow machine. */
const LEARN_MS = 120_000
const [EVERYONE, SALES] = POOLS
const [ANN, BOB] = [agentId(1), agentId(2)]
const SENTENCE =
  /^Sales shows 0% coverage although its agents are online for \d\d% of its visits\. Visits that its agents take seem to be recorded under Everyone\. Predictions, recommendations and Compare treat these pools as one\.$/u

let app: ServedApp
let opened: OpenedApp
let page: Page
let database: TestDatabase

beforeAll(async () => {
  database = await createDatabase(inject('postgresUrl'))
  await insertHabits()
  app = await serveApp()
  opened = await app.open()
  page = opened.page
  await page.getByRole('button', { name: 'Connect database' }).click()
  await page.getByRole('textbox', { name: 'URL' }).fill(database.url)
  await page.getByRole('button', { name: 'Test the connection' }).click()
  await page.getByRole('heading', { name: 'The connection works' }).waitFor()
  await page.getByRole('button', { name: 'Connect and sync', exact: true }).click()
  await waitForSync(page)
})
afterAll(async () => {
  await app.close()
  await database.drop()
})

/** Three weeks up to yesterday, in which visits that an agent takes carry the agent's pool and others the page's. */
async function insertHabits(): Promise<void> {
  const { client } = database
  const { visits, sessions, now } = recordByHabits({
    days: 21,
    agentPool: EVERYONE,
    online: [ANN, BOB],
    taking: 0.4,
    pools: [
      { id: EVERYONE, isCatchAll: true, agents: [ANN, BOB], visitorsPerHour: 6 },
      { id: SALES, agents: [BOB], visitorsPerHour: 1 },
    ],
  })
  const later = Math.floor(Date.now() / DAY_MS) * DAY_MS - now
  const common = { organizationId: ORGANIZATION }
  await insertOrganization(client, { id: ORGANIZATION, name: 'Acme' })
  await insertPools(client, [
    { ...common, id: EVERYONE, name: 'Everyone', isCatchAll: true },
    { ...common, id: SALES, name: 'Sales' },
  ])
  await insertAgents(
    client,
    [ANN, BOB].map((id) => ({ ...common, id, name: id === ANN ? 'Ann' : 'Bob' })),
  )
  await insertPoolMembers(client, [
    ...[ANN, BOB].map((agent) => ({ agentId: agent, poolId: EVERYONE })),
    { agentId: BOB, poolId: SALES },
  ])
  await insertSessions(
    client,
    sessions.map(({ agentId: agent, startedAt, endedAt }) => ({
      ...common,
      agentId: agent,
      startedAt: startedAt + later,
      endedAt: endedAt + later,
    })),
  )
  await insertPageviews(
    client,
    visits.map(({ agentId: agent, poolId = null, createdAt }) => ({
      ...common,
      agentId: agent,
      poolId,
      createdAt: createdAt + later,
    })),
  )
}

const go = (screen: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click()
const choosePool = async (name: string): Promise<void> => {
  await page.getByRole('button', { name: /^Pool: / }).click()
  await page.getByRole('option', { name }).click()
  await page.getByRole('button', { name: `Pool: ${name}` }).waitFor()
}
const note = () => page.locator('.starved-pool')

describe(`a pool whose covered visits are recorded under the catch-all, ${WHERE}`, () => {
  it('says so on the coverage screen where it is chosen, and only there', async () => {
    await coverageCard(page).getByText('covered').first().waitFor()
    await expect.poll(() => note().count()).toBe(0)
    await choosePool('Sales')
    await expect.poll(() => note().innerText(), { timeout: LEARN_MS }).toMatch(SENTENCE)
    await takeScreenshot(page, 'starved-coverage')
  })

  it('is advised together with the catch-all, whose name is on the cards', async () => {
    await go('Staffing')
    await page.locator('.block-card').first().waitFor({ timeout: LEARN_MS })
    await expect.poll(() => note().innerText(), { timeout: LEARN_MS }).toMatch(SENTENCE)
    for (const advice of await page.locator('.block-advice strong').allInnerTexts())
      expect(advice).toMatch(/^\+[1-6] agents?$/u)
    await takeScreenshot(page, 'starved-staffing')
  })

  it('is forecast together with it', async () => {
    await go('Forecast')
    await choosePool('Sales')
    await expect.poll(() => note().innerText(), { timeout: LEARN_MS }).toMatch(SENTENCE)
  })

  it('is compared together with it, as soon as the published week is predicted', async () => {
    await publishDemoPlan(page, {
      name: 'Sales desk',
      timeZone: 'UTC',
      poolId: SALES,
      kind: 'weekly',
      shifts: Array.from({ length: 7 }, (_, dayOfWeek) => ({
        agentId: BOB,
        dayOfWeek,
        start: '09:00',
        end: '17:00',
        breaks: [],
        note: '',
      })),
    })
    await go('Compare')
    await expect.poll(() => note().innerText(), { timeout: LEARN_MS }).toMatch(SENTENCE)
    await takeScreenshot(page, 'starved-compare')
  })

  it('left the console without a complaint', () => {
    expect(opened.complaints).toEqual([])
  })
})
