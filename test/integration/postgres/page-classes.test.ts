import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { pageRulesSchema, type PageRule } from '../../../shared/contract/page-rules.ts'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { createPostgresSource } from '../../../electron/sync/postgres/postgres-source.ts'
import type { Source } from '../../../electron/sync/source.ts'
import type { CubeBatch } from '../../../shared/coverage/cube.ts'
import { type RecordingProxy, startRecordingProxy } from '../../support/recording-proxy.ts'
import { createDatabase, insertCompany, insertSessions, type TestDatabase } from '../../support/source-database.ts'
import { connectionTo } from '../../support/test-connection.ts'

const ORGANIZATION = 'aaaaaaaa-0000-4000-8000-000000000001'
const START = Date.parse('2025-03-30T00:00:00Z')
const never = new AbortController().signal
const window = {
  organizationId: ORGANIZATION,
  from: START,
  to: START + 24 * HOUR_MS,
  now: START + 48 * HOUR_MS,
  membership: new Map<string, 'all'>(),
  alsoSessions: [],
}
const directory = { organizationId: ORGANIZATION, now: window.now, callsFromDay: null }
const ADDRESSES = [
  'https://secret.example.org/pricing',
  'https://secret.example.org/pricing/?plan=pro#buy',
  'https://secret.example.org/pricing-faq',
  'https://shop.example.org/cart/42?item=blue',
  '/pricing/enterprise',
  'https://secret.example.org/blog/how-to-price',
  'https://secret.example.org',
  "https://secret.example.org/o'hara?x=$1",
] as const

const rules = (given: readonly Omit<PageRule, 'weight'>[]) => pageRulesSchema.parse(given)
const RULES = rules([
  { pageClass: 'Pricing', match: 'path', text: '/pricing' },
  { pageClass: 'Enterprise', match: 'prefix', text: '/pricing/' },
  { pageClass: 'Shop', match: 'prefix', text: 'https://shop.example.org' },
  { pageClass: 'Odd', match: 'contains', text: "o'hara" },
  { pageClass: 'Blog', match: 'pattern', text: '/blog/[a-z-]+$' },
])
/** What each address is by these rules, worked out by hand. */
const EXPECTED = ['Pricing', 'Pricing', null, 'Shop', 'Enterprise', 'Blog', null, 'Odd']

let database: TestDatabase
let proxy: RecordingProxy
const opened: Source[] = []

function openWith(given: readonly PageRule[] | null, url = database.url): Source {
  const source = createPostgresSource({
    connection: connectionTo(url, { port: proxy.port, tlsMode: 'disable' }),
    pages: given === null ? null : { column: 'page_url', rules: given },
  })
  opened.push(source)
  return source
}

beforeAll(async () => {
  database = await createDatabase(inject('postgresUrl'))
  await insertCompany(database.client, { id: ORGANIZATION, agents: [ORGANIZATION] })
  await insertSessions(database.client, [
    { organizationId: ORGANIZATION, agentId: ORGANIZATION, startedAt: START + HOUR_MS, endedAt: START + 2 * HOUR_MS },
  ])
  await database.run(
    `insert into widget_pageviews (organization_id, visitor_id, page_url, agent_id, visitor_country_code, created_at)
     select $1::uuid, 'visitor-' || i, ($3::text[])[1 + i % 8], case when i % 3 = 0 then $1::uuid end, 'C' || i % 5,
            to_timestamp($2::float8 / 1000) + i * interval '20 seconds'
     from generate_series(1, 4000) i`,
    [ORGANIZATION, START, ADDRESSES],
  )
  proxy = await startRecordingProxy(inject('postgresUrl'))
})
beforeEach(() => proxy.clear())
afterAll(async () => {
  await Promise.all(opened.map((source) => source.close()))
  await proxy.close()
  await database.drop()
})

const crossed = (side: 'client' | 'server') =>
  Buffer.concat(proxy.crossed.filter(({ from }) => from === side).map(({ bytes }) => bytes)).toString('latin1')

/** Visitors and covered visits by class. */
function byClass({ cells, dictionary }: CubeBatch): ReadonlyMap<string | null, readonly [number, number]> {
  const sums = new Map<string | null, readonly [number, number]>()
  for (let cell = 0; cell < cells.length; cell++) {
    const name = dictionary.pageClasses?.[cells.pageClass![cell]!] ?? null
    const [visitors, covered] = sums.get(name) ?? [0, 0]
    sums.set(name, [visitors + cells.visitors[cell]!, covered + cells.covered[cell]!])
  }
  return sums
}

/** The cells without their class, added up. */
function withoutClasses({ cells, dictionary }: CubeBatch): readonly string[] {
  const sums = new Map<string, readonly [number, number]>()
  for (let cell = 0; cell < cells.length; cell++) {
    const key = [cells.slot[cell], dictionary.countries[cells.country[cell]!], cells.agents[cell]].join()
    const [visitors, covered] = sums.get(key) ?? [0, 0]
    sums.set(key, [visitors + cells.visitors[cell]!, covered + cells.covered[cell]!])
  }
  return [...sums].map(([key, counts]) => `${key} ${counts.join()}`).toSorted()
}

describe('visits by class of page', () => {
  it('are what SQL counts of each address, and add up to what is counted without rules', async () => {
    const source = openWith(RULES)
    await source.directory(directory, never)
    const { traffic } = await source.window(window, never)
    const counted = await database.run(
      `select page_url, count(*)::int as visitors, count(agent_id)::int as covered from widget_pageviews
       where created_at < to_timestamp($1::float8 / 1000) group by 1`,
      [window.to],
    )
    const expected = new Map<string | null, readonly [number, number]>()
    for (const { page_url: address, visitors, covered } of counted) {
      const name = EXPECTED[ADDRESSES.findIndex((one) => one === address)]!
      const [before, beforeCovered] = expected.get(name) ?? [0, 0]
      expected.set(name, [before + Number(visitors), beforeCovered + Number(covered)])
    }
    expect(byClass(traffic)).toEqual(expected)
    const plain = await openWith(null).window(window, never)
    expect(withoutClasses(traffic)).toEqual(withoutClasses(plain.traffic))
  })

  it('send no address and no visitor, and put no text of a rule into a statement', async () => {
    const source = openWith(RULES)
    await source.describe(never)
    await source.directory(directory, never)
    await source.window(window, never)
    await source.countPages(
      { organizationId: ORGANIZATION, from: START, to: window.to, column: 'page_url', rules: RULES },
      never,
    )
    const answers = crossed('server')
    for (const text of ['example.org', 'visitor-', '/pricing', 'hara', 'blog']) expect(answers).not.toContain(text)
    // A Parse message holds a statement; what is bound to it follows in a message of its own.
    const statements = [...crossed('client').matchAll(/select[^\0]*/gu)].map(([text]) => text)
    expect(statements.some((text) => text.includes('"page_url"'))).toBe(true)
    for (const { text } of RULES) for (const statement of statements) expect(statement).not.toContain(text)
  })

  it('are not asked for without rules: no statement names the column', async () => {
    const source = openWith(null)
    await source.describe(never)
    const found = await source.directory(directory, never)
    const { traffic } = await source.window(window, never)
    expect(crossed('client')).not.toContain('page_url')
    expect([found.pageClassing, traffic.dictionary.pageClasses, traffic.cells.pageClass]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('are named by what divides them, and not by weights', async () => {
    const nameOf = async (given: readonly PageRule[]) =>
      (await openWith(given).directory(directory, never)).pageClassing
    const name = await nameOf(RULES)
    expect(name).toEqual(expect.any(String))
    expect(await nameOf(RULES.map((rule) => ({ ...rule, weight: 7 })))).toBe(name)
    expect(await nameOf(RULES.toReversed())).not.toBe(name)
  })
})

describe('rules that cannot be used are off, with the reason', () => {
  const problemOf = async (source: Source) => {
    const { problems, pageClassing } = await source.directory(directory, never)
    const { traffic } = await source.window(window, never)
    expect([pageClassing, traffic.cells.pageClass]).toEqual([undefined, undefined])
    return problems.find(({ kind }) => kind === 'page-rules-off')
  }

  it('where a regular expression never ends', async () => {
    const endless = String.raw`^(.+)(.+)(.+)(.+)(.+)(.+)\6\5\4\3\2\1$`
    const source = openWith(
      rules([
        { pageClass: 'Fine', match: 'pattern', text: '/pricing' },
        { pageClass: 'Endless', match: 'pattern', text: endless },
      ]),
    )
    expect(await problemOf(source)).toMatchObject({ variant: 'page-pattern-slow', reason: 'Endless' })
  }, 60_000)

  it('where Postgres cannot read a regular expression', async () => {
    const source = openWith(rules([{ pageClass: 'Broken', match: 'pattern', text: '(' }]))
    expect(await problemOf(source)).toMatchObject({ variant: 'page-pattern-invalid', reason: 'Broken' })
  })

  it('where the column is not granted, or not there', async () => {
    await database.run(
      `create role page_reader login password 'x';
       grant select (organization_id, pool_id, agent_id, visitor_country_code, created_at) on widget_pageviews to page_reader;
       grant select on agent_sessions, organizations, agent_profiles to page_reader;
       create policy reads on widget_pageviews for select to page_reader using (true);
       create policy reads on agent_sessions for select to page_reader using (true);
       create policy reads on organizations for select to page_reader using (true);
       create policy reads on agent_profiles for select to page_reader using (true)`,
    )
    try {
      const url = new URL(database.url)
      url.username = 'page_reader'
      url.password = 'x'
      expect(await problemOf(openWith(RULES, url.href))).toMatchObject({
        variant: 'page-not-granted',
        reason: 'page_url',
      })
    } finally {
      await Promise.all(opened.splice(0).map((source) => source.close()))
      await database.run('drop owned by page_reader; drop role page_reader')
    }
    const source = createPostgresSource({
      connection: connectionTo(database.url, { port: proxy.port, tlsMode: 'disable' }),
      pages: { column: 'address', rules: RULES },
    })
    opened.push(source)
    expect(await problemOf(source)).toMatchObject({ variant: 'page-column-missing', reason: 'address' })
  })
})
