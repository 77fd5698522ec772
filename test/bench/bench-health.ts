import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Client } from 'pg'
import { healthReport } from '../../shared/health/health-report.ts'
import { parseMapping } from '../../shared/contract/source/mapping.ts'
import { DAY_MS } from '../../shared/foundation/minutes.ts'
import { countOrganizations, type KnownCount } from '../../electron/sync/health/count-organizations.ts'
import { openPlatform, readPlatform } from '../../electron/store/platform-store.ts'
import { BUILT } from '../support/built.ts'
import { launchBrowser } from '../support/chromium.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { makeDataFolder } from '../support/services.ts'
import { createDatabase, type TestDatabase } from '../support/source-database.ts'
import { connectionTo } from '../support/test-connection.ts'
import { median, measure } from './measure.ts'
import { addressOf } from './served-address.ts'
import { atMostMs, atMostTimes, count, mb, ms, times, type BenchTable } from './table.ts'

const ORGANIZATIONS = 2_000
const DAYS = 180
const NOW = Date.parse('2026-06-30T12:00:00Z')
const ZONE = 'America/New_York'
const never = new AbortController().signal

/** Counting every organization of a platform, first and again, against the one grouped statement that it takes at least. */
export async function benchHealth({ isFull }: { readonly isFull: boolean }): Promise<readonly BenchTable[]> {
  const visits = isFull ? 50_000_000 : 5_000_000
  const server = await startPostgres({ settings: { max_wal_size: '8GB', shared_buffers: '1GB' } })
  const folder = makeDataFolder()
  try {
    const database = await createDatabase(server.url, { schema: 'plain' })
    await fill(database, visits)
    let kept: KnownCount | null = null
    const counting = async (known: 'known' | null): Promise<void> => {
      const found = await countOrganizations(
        {
          connection: connectionTo(database.url),
          mapping: parseMapping({}),
          statementTimeoutMs: 600_000,
          now: known === null ? NOW : NOW + 5 * 60_000,
          timeZone: ZONE,
          known: known === null ? null : kept,
        },
        never,
      )
      kept = found
      const store = openPlatform({ dataDir: folder.path, id: 'bench', now: NOW }, () => undefined)
      store.write(
        {
          source: { url: 'postgres://bench', mapping: null },
          counted: { now: NOW, timeZone: ZONE, identity: 'bench', parts: found.parts },
          organizations: found.organizations.map((one) => ({ ...one, standing: null })),
        },
        NOW,
      )
      store.close()
    }
    const found = await measure(isFull ? 1 : 3, {
      aggregate: () => aggregate(database.url),
      first: () => counting(null),
    })
    const again = await measure(5, {
      incremental: () => counting('known'),
      report: () => {
        const { organizations } = readPlatform(folder.path, 'bench')
        healthReport(
          organizations.map(({ facts }) => facts),
          { now: NOW, timeZone: ZONE },
        )
      },
    })
    const counted = readPlatform(folder.path, 'bench').organizations.reduce(
      (sum, { facts }) => sum + facts.days.reduce((total, { visitors }) => total + visitors, 0),
      0,
    )
    const page = await tableInBrowser(folder.path)
    if (counted !== visits) throw new Error(`${counted} visits were counted of ${visits}.`)
    return [
      {
        title: `The health of ${count(ORGANIZATIONS)} organizations, ${count(visits)} visits`,
        rows: [
          { what: 'one grouped statement, its rows fetched', value: ms(found.aggregate), ratio: '1x' },
          {
            what: 'counting all of them first, stored',
            value: ms(found.first),
            ratio: times(found.first / found.aggregate),
            goal: atMostTimes(1.5, found.first / found.aggregate),
          },
          {
            what: 'counting what came since, stored',
            value: ms(again.incremental),
            ratio: times(again.incremental / found.aggregate),
            goal: atMostMs(1000, again.incremental),
          },
          { what: 'scoring all of them from what is stored', value: ms(again.report) },
          { what: 'opening the screen, to its first rows', value: ms(page.opening) },
          {
            what: `the slowest of ${page.interactions} presses and keys in the table, to the next frame`,
            value: ms(page.slowest),
            goal: atMostMs(100, page.slowest),
          },
          { what: 'of them, the middle one', value: ms(page.middle) },
        ],
        notes: [`Memory after it: ${mb(process.memoryUsage().rss)}.`],
      },
    ]
  } finally {
    folder.remove()
    await server.close()
  }
}

/** The screen of the built app in a browser: heads, filters, a search key by key, rows that open, and more rows. */
async function tableInBrowser(dataDir: string) {
  const server = spawn(process.execPath, [BUILT.commandLine, 'serve', '--no-open', '--json', '--data-dir', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
    await page.goto(await addressOf(server))
    await page.getByRole('button', { name: 'Connect database' }).waitFor()
    const opening = await page.evaluate(openScreen)
    const interactions = await page.evaluate(useTable)
    return {
      opening,
      interactions: interactions.length,
      slowest: Math.max(...interactions),
      middle: median(interactions),
    }
  } finally {
    await browser.close()
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
}

/** In the page. */
async function openScreen(): Promise<number> {
  const started = performance.now()
  location.hash = '#/organizations'
  while (document.querySelector('.organizations-name') === null)
    await new Promise((resolve) => requestAnimationFrame(resolve))
  return performance.now() - started
}

/** In the page: milliseconds of each interaction until the frame after it was drawn. */
async function useTable(): Promise<readonly number[]> {
  const found: number[] = []
  const took = async (act: () => void): Promise<void> => {
    const started = performance.now()
    act()
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    found.push(performance.now() - started)
    // What follows begins with a page at rest.
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const press = (selector: string, at = 0): Promise<void> =>
    took(() => document.querySelectorAll<HTMLElement>(selector)[at]!.click())
  const heads = document.querySelectorAll('.organizations-sort').length
  for (let head = 0; head < heads; head++) for (const _ of ['first', 'again']) await press('.organizations-sort', head)
  const filters = document.querySelectorAll('.segment input').length
  for (let filter = filters - 1; filter >= 0; filter--) await press('.segment input', filter)
  const search = document.querySelector<HTMLInputElement>('.search-line input')!
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!
  for (const text of ['c', 'co', 'company', 'company 1', 'company 17', 'company 170', ''])
    await took(() => {
      value.set!.call(search, text)
      search.dispatchEvent(new Event('input', { bubbles: true }))
    })
  for (const row of [0, 5, 40]) await press('.organizations-name', row)
  for (const _ of ['second', 'third', 'fourth']) await press('.organizations-more button')
  for (const head of [0, 2, 7]) await press('.organizations-sort', head)
  return found
}

/** The least that a table by organization, with months and days of a zone, takes: visitors, and calls. */
async function aggregate(url: string): Promise<void> {
  const client = new Client({ connectionString: url, ssl: false })
  await client.connect()
  for (const [table, covered] of [
    ['widget_pageviews', 'count(agent_id)'],
    ['call_logs', "count(*) filter (where status in ('accepted', 'completed'))"],
  ])
    await client.query(
      `select organization_id::text, (created_at at time zone '${ZONE}')::date, count(*), ${covered} from ${table} group by 1, 2`,
    )
  await client.end()
}

async function fill(database: TestDatabase, visits: number): Promise<void> {
  const id = (of: string): string => `('aaaaaaaa-0000-4000-8000-' || lpad((${of})::text, 12, '0'))::uuid`
  const at = (number: string): string =>
    `timestamptz '${new Date(NOW - DAYS * DAY_MS).toISOString()}' + interval '1 second' * ((${number}::bigint * 7919) % ${DAYS * 86_400})`
  await database.run(
    `insert into organizations (id, name, blocked_countries, country_list_mode)
     select ${id('n')}, 'Company ' || n, case when n % 4 = 0 then array['DE'] else '{}' end, 'blocklist' from generate_series(1, ${ORGANIZATIONS}) n`,
  )
  // Some organizations have a hundred times the visitors of others.
  const organization = `1 + floor(${ORGANIZATIONS} * power((n * 2654435761 % 4294967296) / 4294967296.0, 2))::int`
  await database.run(
    `insert into widget_pageviews (organization_id, pool_id, agent_id, visitor_country_code, created_at)
     select ${id(organization)}, null, case when n % 3 > 0 then ${id('n % 500')} end, (array['US', 'US', 'DE', 'CA', null])[1 + n % 5], ${at('n')}
     from generate_series(1, ${visits}) n`,
  )
  await database.run(
    `insert into call_logs (organization_id, pool_id, status, created_at)
     select ${id(organization)}, null, (array['completed', 'accepted', 'missed'])[1 + n % 3], ${at('n')} from generate_series(1, ${visits / 20}) n`,
  )
  await database.run('create index on widget_pageviews (organization_id, created_at desc)')
  await database.run('create index on widget_pageviews (created_at)')
  await database.run('create index on call_logs (created_at)')
  await database.run('vacuum analyze')
}
