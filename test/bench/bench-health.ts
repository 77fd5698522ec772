import { Client } from 'pg'
import { healthReport } from '../../shared/health/health-report.ts'
import { parseMapping } from '../../shared/contract/source/mapping.ts'
import { DAY_MS } from '../../shared/foundation/minutes.ts'
import { countOrganizations, type KnownCount } from '../../electron/sync/health/count-organizations.ts'
import { openPlatform, readPlatform } from '../../electron/store/platform-store.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { makeDataFolder } from '../support/services.ts'
import { createDatabase, type TestDatabase } from '../support/source-database.ts'
import { connectionTo } from '../support/test-connection.ts'
import { measure } from './measure.ts'
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
          organizations: found.organizations,
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
          { what: 'the table from what is stored', value: ms(again.report), goal: atMostMs(100, again.report) },
        ],
        notes: [`Memory after it: ${mb(process.memoryUsage().rss)}.`],
      },
    ]
  } finally {
    folder.remove()
    await server.close()
  }
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
