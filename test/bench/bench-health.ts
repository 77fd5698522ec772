import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Client } from 'pg'
import { healthReport } from '../../shared/health/health-report.ts'
import { MINUTE_MS } from '../../shared/foundation/minutes.ts'
import { countPlatform } from '../../electron/backend/health/count.ts'
import { listPlatforms, readPlatform } from '../../electron/store/platform-store.ts'
import { BUILT } from '../support/built.ts'
import { launchBrowser } from '../support/chromium.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { makeDataFolder } from '../support/services.ts'
import { createDatabase, type TestDatabase } from '../support/source-database.ts'
import { median, measure } from './measure.ts'
import { peakMemoryOf } from './peak-memory.ts'
import { makePlatformData, PLATFORM_NOW, PLATFORM_ORGANIZATIONS } from './platform-data.ts'
import { addressOf } from './served-address.ts'
import { atMostMs, atMostTimes, count, mb, ms, times, type BenchTable } from './table.ts'

/** Visits that come between two counts. */
const ADDED = 500
const ZONE = 'America/New_York'
const never = new AbortController().signal

/** Counting every organization of a platform, first and again, against the one grouped statement that it takes at least. */
export async function benchHealth({ isFull }: { readonly isFull: boolean }): Promise<readonly BenchTable[]> {
  const visits = isFull ? 50_000_000 : 5_000_000
  const server = await startPostgres({
    settings: {
      max_wal_size: '8GB',
      shared_buffers: '1GB',
      // What is filled in or indexed is not logged as well.
      wal_level: 'minimal',
      max_wal_senders: '0',
      // Everything is analyzed once it is there.
      autovacuum: 'off',
    },
  })
  const folder = makeDataFolder()
  try {
    const database = await createDatabase(server.url)
    process.stdout.write(`Making ${count(visits)} visits of ${count(PLATFORM_ORGANIZATIONS)} organizations ... `)
    const began = performance.now()
    await makePlatformData(database, visits)
    process.stdout.write(`made in ${ms(performance.now() - began)}\n`)
    const settings = { kind: 'postgres', url: database.url, organizationId: '', mapping: null } as const
    /** As the app does it, scored and stored. */
    const counting = async (now: number, full: boolean): Promise<void> => {
      await countPlatform(
        {
          dataDir: folder.path,
          access: { settings, password: null },
          timeZone: ZONE,
          usualTimeZone: ZONE,
          now,
          full,
          enough: null,
          isUse: true,
          clock: () => now,
          onNotice: () => undefined,
          onAnswer: () => undefined,
          onStep: () => undefined,
        },
        never,
      )
    }
    let minutes = 0
    let added = 0
    const found = await measure(isFull ? 1 : 3, {
      aggregate: () => aggregate(database.url),
      first: () => counting(PLATFORM_NOW, true),
    })
    const platformId = listPlatforms(folder.path)[0]!.id
    const again = await measure(5, {
      incremental: async () => {
        minutes += 5
        added += await addVisits(database, minutes)
        const started = performance.now()
        await counting(PLATFORM_NOW + minutes * MINUTE_MS, false)
        return performance.now() - started
      },
      report: () => {
        const { organizations } = readPlatform(folder.path, platformId)
        healthReport(
          organizations.map(({ facts }) => facts),
          { now: PLATFORM_NOW, timeZone: ZONE },
        )
      },
    })
    const counted = readPlatform(folder.path, platformId).organizations.reduce(
      (sum, { facts }) => sum + facts.days.reduce((total, { visitors }) => total + visitors, 0),
      0,
    )
    const memory = await peakMemoryOf('health', '--source', database.url, '--now', new Date(PLATFORM_NOW).toISOString())
    const page = await tableInBrowser(folder.path)
    if (counted !== visits + added) throw new Error(`${counted} visits were counted of ${visits + added}.`)
    return [
      {
        title: `The health of ${count(PLATFORM_ORGANIZATIONS)} organizations, ${count(visits)} visits`,
        rows: [
          { what: 'one grouped statement, its rows fetched', value: ms(found.aggregate), ratio: '1x' },
          {
            what: 'counting all of them first, scored and stored',
            value: ms(found.first),
            ratio: times(found.first / found.aggregate),
            goal: atMostTimes(1.5, found.first / found.aggregate),
          },
          {
            what: `counting the ${ADDED} visits of five minutes more, scored and stored`,
            value: ms(again.incremental),
            ratio: times(again.incremental / found.aggregate),
            goal: atMostMs(1000, again.incremental),
          },
          { what: 'reading what is stored, and scoring it', value: ms(again.report) },
          { what: 'most memory of `covercast health`', value: mb(memory) },
          { what: 'opening the screen, to its first rows', value: ms(page.opening) },
          {
            what: `the slowest of ${page.interactions} presses and keys in the table, to the next frame`,
            value: ms(page.slowest),
            goal: atMostMs(100, page.slowest),
          },
          { what: 'of them, the middle one', value: ms(page.middle) },
        ],
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

/** Visits of the five minutes before `minutes` after PLATFORM_NOW; how many. */
async function addVisits(database: TestDatabase, minutes: number): Promise<number> {
  await database.run(
    `insert into widget_pageviews (organization_id, visitor_id, page_url, visitor_country_code, created_at)
     select id, '', '/', 'US', timestamptz '${new Date(PLATFORM_NOW + minutes * MINUTE_MS).toISOString()}' - interval '1 minute'
     from organizations order by id limit ${ADDED}`,
  )
  return ADDED
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
