import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { makeDataFolder, openServices, syncRequest, unwatched } from '../../support/services.ts'
import { readFacts } from '../../support/cache-facts.ts'
import { createSmallCompany, ORGANIZATION } from '../../support/small-company.ts'
import type { TestDatabase } from '../../support/source-database.ts'

const NOW = Date.parse('2026-03-20T15:10:00Z')
const RANGE = { from: '2026-02-20', to: '2026-03-20', timeZone: 'UTC' }
const RULES = [
  { pageClass: 'Pricing', match: 'path' as const, text: '/pricing', weight: 3 },
  { pageClass: 'Blog', match: 'prefix' as const, text: '/blog/', weight: 0.5 },
]

let database: TestDatabase
let folder: ReturnType<typeof makeDataFolder>
let services: ReturnType<typeof openServices>
let workspaceId: string

beforeAll(async () => {
  database = await createSmallCompany(inject('postgresUrl'), { now: NOW, days: 40, visitsPerDay: 60 })
  await database.run(
    `update widget_pageviews set page_url = 'https://www.example.org' ||
       (array['/pricing?plan=pro', '/blog/prices', '/', '/pricing/team'])[1 + abs(hashtext(id::text)) % 4]`,
  )
  folder = makeDataFolder()
  services = openServices(folder.path, () => NOW)
  await services.sync(syncRequest({ sourceUrl: database.url, organizationId: ORGANIZATION, now: NOW }), unwatched())
  workspaceId = (await services.call.workspaces.list())[0]!.id
})
afterAll(async () => {
  await services.close()
  folder.remove()
  await database.drop()
})

const figures = (changes: { readonly pageClass?: string | null } = {}) =>
  services.call.coverage.figures({ workspaceId, ...RANGE, ...changes })

/** Visits, covered ones, and both by weight, as SQL counts them. */
async function counted(condition = 'true') {
  const [row] = await database.run(
    `select count(*)::int as visitors, count(agent_id)::int as covered,
            sum(worth)::float8 as weighted, sum(worth) filter (where agent_id is not null)::float8 as "weightedCovered"
     from (select *, case when page_url like '%/pricing?%' then 3 when page_url like '%/blog/%' then 0.5 else 1 end as worth
           from widget_pageviews) visit
     where organization_id = $1 and created_at >= $2 and created_at < $3 and ${condition}
       and exists (select from organizations o where o.id = organization_id
                   and (visitor_country_code is null or not upper(visitor_country_code) = any(o.blocked_countries)))`,
    [ORGANIZATION, RANGE.from, new Date(NOW).toISOString()],
  )
  return row as Readonly<Record<'visitors' | 'covered' | 'weighted' | 'weightedCovered', number>>
}

describe('the value of a page, from the database to the figures', () => {
  it('counts again by rules, agrees with SQL, filters, and is as before when they are gone', async () => {
    const before = { facts: readFacts(folder.path), figures: await figures() }
    expect(before.figures.value).toBeNull()

    await services.call.settings.save({ workspaceId, patch: { pageRules: RULES, pageWorth: 2 } })
    expect((await figures()).value?.countedShare).toBe(0)
    await services.sync(syncRequest({ now: NOW }), unwatched())
    const { value, totals } = await figures()
    const expected = await counted()
    expect(totals).toEqual(before.figures.totals)
    expect([totals.totalPageviews, totals.pageviewsWithAgent]).toEqual([expected.visitors, expected.covered])
    expect(value!.totals.totalPageviews).toBeCloseTo(expected.weighted, 6)
    expect(value!.totals.pageviewsWithAgent).toBeCloseTo(expected.weightedCovered, 6)
    expect(value!.totals.coverageRate).toBeCloseTo((100 * expected.weightedCovered) / expected.weighted, 9)
    expect(value!.missedWorth).toBeCloseTo(2 * (expected.weighted - expected.weightedCovered), 6)
    expect(value!.countedShare).toBe(1)

    const pricing = await counted(`page_url like '%/pricing?%'`)
    const other = await counted(`page_url not like '%/pricing?%' and page_url not like '%/blog/%'`)
    expect((await figures({ pageClass: 'Pricing' })).totals.totalPageviews).toBe(pricing.visitors)
    expect((await figures({ pageClass: null })).totals.pageviewsWithAgent).toBe(other.covered)
    expect(value!.byClass).toMatchObject([
      { pageClass: 'Pricing', weight: 3, totalPageviews: pricing.visitors, pageviewsWithAgent: pricing.covered },
      { pageClass: 'Blog', weight: 0.5 },
      { pageClass: null, weight: 1, totalPageviews: other.visitors, pageviewsWithAgent: other.covered },
    ])
    await expect(figures({ pageClass: 'Nothing' })).rejects.toMatchObject({
      message: expect.stringContaining('Nothing') as string,
    })

    // Weights are no counts: they hold at once.
    await services.call.settings.save({
      workspaceId,
      patch: { pageRules: RULES.map((rule) => ({ ...rule, weight: 1 })) },
    })
    expect((await figures()).value!.totals).toEqual(totals)

    await services.call.settings.save({ workspaceId, patch: { pageRules: [] } })
    await services.sync(syncRequest({ now: NOW }), unwatched())
    expect(readFacts(folder.path)).toEqual(before.facts)
    const { revision: _after, ...last } = await figures()
    const { revision: _before, ...first } = before.figures
    expect(last).toEqual(first)
  }, 60_000)

  it('tries rules on the visits of the last seven days, and keeps nothing', async () => {
    const tried = await services.call.pages.test({ workspaceId, rules: RULES })
    const all = await database.run(
      `select count(*)::int as visitors from widget_pageviews where organization_id = $1 and created_at >= $2 and created_at < $3`,
      [ORGANIZATION, tried.from, tried.to],
    )
    expect(tried.problem).toBeNull()
    expect(tried.visitors!.map(({ pageClass }) => pageClass)).toEqual(['Pricing', 'Blog', null])
    expect(tried.visitors!.reduce((sum, { visitors }) => sum + visitors, 0)).toBe(all[0]!['visitors'])
    const broken = await services.call.pages.test({
      workspaceId,
      rules: [{ ...RULES[0]!, match: 'pattern', text: '[' }],
    })
    expect(broken).toMatchObject({ visitors: null, problem: { variant: 'page-pattern-invalid', reason: 'Pricing' } })
    expect((await services.call.workspace.overview({ workspaceId })).settings.pageRules).toEqual([])
  }, 60_000)
})
