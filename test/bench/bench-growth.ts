import { createReaderThread } from '../../electron/backend/threads/reader-thread.ts'
import { MINUTE_MS } from '../../shared/foundation/minutes.ts'
import type { CoverageQuery } from '../../electron/backend/coverage/queries.ts'
import { utcDayOf } from '../../shared/time/slots.ts'
import { makeBenchFolder, timedSync, type BenchFolder, type BenchSubject } from './first-sync.ts'
import { BENCH_NOW, growthOrganizations, type GrowthOrganization } from './make-data.ts'
import { measure, median } from './measure.ts'
import { atMostTimes, count, mb, ms, times, type BenchRow, type BenchTable } from './table.ts'

const ROUNDS = 7
const FIRST_ROUNDS = 9
const HALF_A_YEAR_AGO = utcDayOf(BENCH_NOW) - 26 * 7
const TWO_YEARS_AGO = utcDayOf(BENCH_NOW) - 730

interface Grown {
  readonly organization: GrowthOrganization
  readonly folder: BenchFolder
  readonly firstMs: number
  readonly bytes: number
  readonly cells: number
}

interface Medians {
  readonly open: number
  readonly report: number
  readonly syncOn: number
}

/** Longer and broader histories: what is done every day must not grow with them, and what is kept no faster than they do. */
export async function benchGrowth({ database, size }: BenchSubject): Promise<readonly BenchTable[]> {
  const organizations = growthOrganizations(size)
  const grown = new Map<string, Grown>()
  try {
    for (const [name, organization] of Object.entries(organizations)) {
      if (name === 'twoYears') continue
      grown.set(name, await grow(database.url, organization))
    }
    const of = (name: keyof typeof organizations): Grown => grown.get(name)!
    const [year, tenYears, twentyPools, few, many] = [
      of('year'),
      of('tenYears'),
      of('twentyPools'),
      of('few'),
      of('many'),
    ]
    const medians = await mediansOf(database.url, { year, tenYears, twentyPools, few, many })
    return [
      await firstFigures(database.url, organizations),
      {
        title: `Growth: one year and ten, ${count(organizations.year.visitsPerDay)} visits a day in five pools`,
        rows: [
          ...dailyRows({ before: medians.year, after: medians.tenYears, limit: 4 }),
          ...keptRows({ before: year, after: tenYears, factor: 10 }),
        ],
      },
      {
        title: 'Growth: five pools and twenty, one year',
        rows: [
          ...dailyRows({ before: medians.year, after: medians.twentyPools, limit: 4 }),
          ...keptRows({ before: year, after: twentyPools, factor: 4 }),
        ],
      },
      {
        title: 'Growth: ten times the visits in the same quarter-hours, countries and pool',
        rows: [
          ...dailyRows({ before: medians.few, after: medians.many, limit: 1.5 }),
          ...keptRows({ before: few, after: many, factor: 1.5, visitsAlone: true }),
        ],
      },
    ]
  } finally {
    for (const { folder } of grown.values()) folder.remove()
  }
}

/** What comes before the first figures, and what follows in the background: a long history must not keep anybody waiting. */
async function firstFigures(
  url: string,
  { year, twoYears, tenYears }: Readonly<Record<'year' | 'twoYears' | 'tenYears', GrowthOrganization>>,
): Promise<BenchTable> {
  const first = async (organization: GrowthOrganization): Promise<number> => {
    const folder = makeBenchFolder({ url, organizationId: organization.id })
    try {
      return (await timedSync({ url, organizationId: organization.id, folder, fromDay: HALF_A_YEAR_AGO })).durationMs
    } finally {
      folder.remove()
    }
  }
  const older: number[] = []
  const medians = await measure(FIRST_ROUNDS, {
    year: () => first(year),
    twoYears: () => first(twoYears),
    tenYears: () => first(tenYears),
    older: async () => {
      const folder = makeBenchFolder({ url, organizationId: twoYears.id })
      try {
        const sync = { url, organizationId: twoYears.id, folder }
        await timedSync({ ...sync, fromDay: HALF_A_YEAR_AGO })
        older.push((await timedSync({ ...sync, fromDay: TWO_YEARS_AGO })).durationMs)
      } finally {
        folder.remove()
      }
    },
  })
  return {
    title: 'First figures: the newest 26 weeks, whatever the source has before them',
    rows: [
      { what: 'of a source with one year', value: ms(medians.year) },
      {
        what: 'of a source with two years',
        value: ms(medians.twoYears),
        ratio: times(medians.twoYears / medians.year),
        goal: atMostTimes(1.1, medians.twoYears / medians.year),
      },
      {
        what: 'of a source with ten years',
        value: ms(medians.tenYears),
        ratio: times(medians.tenYears / medians.year),
      },
      { what: 'the days before them, up to two years, which follow in the background', value: ms(median(older)) },
    ],
  }
}

async function grow(url: string, organization: GrowthOrganization): Promise<Grown> {
  const folder = makeBenchFolder({ url, organizationId: organization.id })
  const { outcome, durationMs } = await timedSync({
    url,
    organizationId: organization.id,
    folder,
    fromDay: utcDayOf(BENCH_NOW) - organization.days - 1,
  })
  return { organization, folder, firstMs: durationMs, bytes: folder.cacheBytes(), cells: outcome.cells }
}

async function mediansOf<Name extends string>(
  url: string,
  grown: Readonly<Record<Name, Grown>>,
): Promise<Readonly<Record<Name, Medians>>> {
  const names = Object.keys(grown) as Name[]
  let round = 0
  const variants = names.flatMap((name): readonly (readonly [string, () => Promise<number | void>])[] => {
    const { folder, organization } = grown[name]
    const warm = createReaderThread(folder.dataDir).functions
    return [
      [`open ${name}`, () => open(folder)],
      [`report ${name}`, async () => void warm.coverage(queryOf(folder, round++))],
      [
        `syncOn ${name}`,
        async () =>
          (
            await timedSync({
              url,
              organizationId: organization.id,
              folder,
              fromDay: utcDayOf(BENCH_NOW) - organization.days,
              now: BENCH_NOW + round++ * MINUTE_MS,
            })
          ).durationMs,
      ],
    ]
  })
  const medians = await measure(ROUNDS, Object.fromEntries(variants))
  return Object.fromEntries(
    names.map((name) => [
      name,
      { open: medians[`open ${name}`]!, report: medians[`report ${name}`]!, syncOn: medians[`syncOn ${name}`]! },
    ]),
  ) as unknown as Record<Name, Medians>
}

/** What a reader thread does for the first screen. */
async function open(folder: BenchFolder): Promise<number> {
  const started = performance.now()
  const { functions: role, close } = createReaderThread(folder.dataDir)
  role.overview(folder.paths.id)
  role.coverage(queryOf(folder, 0))
  const spent = performance.now() - started
  close()
  return spent
}

/** 90 days with a filter that was not asked for lately. */
function queryOf(folder: BenchFolder, turn: number): CoverageQuery {
  const countries = [`A${String.fromCharCode(65 + (turn % 8))}`, `B${String.fromCharCode(65 + ((turn >> 3) % 8))}`]
  return {
    workspaceId: folder.paths.id,
    from: '2026-04-01',
    to: '2026-06-29',
    timeZone: 'America/New_York',
    poolId: undefined,
    organizationId: null,
    countryFilter: { mode: 'blocklist', countries },
    clock: BENCH_NOW,
    countAway: true,
  }
}

function dailyRows({
  before,
  after,
  limit,
}: {
  readonly before: Medians
  readonly after: Medians
  readonly limit: number
}): readonly BenchRow[] {
  const row = (what: string, key: keyof Medians): BenchRow => ({
    what,
    value: `${ms(before[key])} -> ${ms(after[key])}`,
    ratio: times(after[key] / before[key]),
    goal: atMostTimes(limit, after[key] / before[key]),
  })
  return [
    row('open, to the first report', 'open'),
    row('a report of 90 days, a new filter', 'report'),
    row('sync on, the last two hours', 'syncOn'),
  ]
}

/** `factor`: how much more there is to keep. */
function keptRows({
  before,
  after,
  factor,
  visitsAlone = false,
}: {
  readonly before: Grown
  readonly after: Grown
  readonly factor: number
  readonly visitsAlone?: boolean
}): readonly BenchRow[] {
  const [bytes, firstMs] = [after.bytes / before.bytes, after.firstMs / before.firstMs]
  return [
    {
      what: 'cells',
      value: `${count(before.cells)} -> ${count(after.cells)}`,
      ratio: times(after.cells / before.cells),
    },
    {
      what: 'the cache',
      value: `${mb(before.bytes)} -> ${mb(after.bytes)}`,
      ratio: times(bytes),
      goal: atMostTimes(visitsAlone ? factor : factor * 1.1, bytes),
    },
    // Visits have to be counted, one by one.
    {
      what: 'first sync (one round)',
      value: `${ms(before.firstMs)} -> ${ms(after.firstMs)}`,
      ratio: times(firstMs),
      ...(visitsAlone ? {} : { goal: atMostTimes(factor * 1.25, firstMs) }),
    },
  ]
}
