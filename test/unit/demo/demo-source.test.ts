import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { utcDayOf } from '../../../shared/time/slots.ts'
import { createDemoSource } from '../../../electron/sync/demo/demo-source.ts'
import { runSync } from '../../../electron/sync/run-sync.ts'
import { factsOf, MemoryCache } from '../../support/memory-cache.ts'
import { cellsOf } from '../../support/memory-source.ts'
import { OPTIONS } from '../sync/sync-scenario.ts'
import type { Membership, WindowFacts } from '../../../electron/sync/source.ts'
import type { SyncOptions, SyncOutcome } from '../../../electron/sync/options.ts'

const NOW = Date.UTC(2026, 10, 20, 16, 37, 12)
const QUIET = new AbortController().signal
const NOBODY_KNOWN: Membership = new Map()

function windowOf(from: number, to: number, { now = NOW, present = NOW } = {}): Promise<WindowFacts> {
  return createDemoSource({ now: present }).window(
    { organizationId: '', from, to, now, membership: NOBODY_KNOWN, alsoSessions: [] },
    QUIET,
  )
}

function sync(cache: MemoryCache, now: number, options: Partial<SyncOptions> = {}): Promise<SyncOutcome> {
  return runSync({ source: createDemoSource({ now }), cache, options: { ...OPTIONS, ...options }, clock: () => 0 })
}

describe('the demo as a source', () => {
  it('has at least 44 weeks before its present, and nothing after it', async () => {
    const source = createDemoSource({ now: NOW })
    const { id } = (await source.describe(QUIET)).organizations[0]!
    const directory = await source.directory({ organizationId: id, now: NOW, callsFromDay: null }, QUIET)
    expect(directory.earliest).toBeLessThan(NOW - 44 * 7 * DAY_MS)
    expect(directory.latest).toBeLessThan(NOW)
    expect(directory.latest).toBeGreaterThan(NOW - HOUR_MS)
    expect(directory).toMatchObject({
      organization: { name: 'Harbor & Pine' },
      hasCountry: true,
      countryRule: { mode: 'blocklist', countries: ['AU', 'NZ'] },
    })
    expect([directory.pools?.length, directory.agents?.length]).toEqual([5, 14])
  })

  it('tells the same past whatever the present is', async () => {
    const from = utcDayOf(NOW - 30 * DAY_MS) * DAY_MS
    const [earlier, later] = await Promise.all([
      windowOf(from, from + DAY_MS),
      windowOf(from, from + DAY_MS, { present: NOW + 90 * DAY_MS }),
    ])
    expect(cellsOf(later.traffic)).toEqual(cellsOf(earlier.traffic))
    expect(later.sessions).toEqual(earlier.sessions)
  })

  it('gives the same cells in pieces as at once', async () => {
    const from = utcDayOf(NOW) * DAY_MS - 2 * DAY_MS
    const whole = await windowOf(from, from + 2 * DAY_MS)
    const pieces = await Promise.all(
      [0, 6, 30].map((hour, index) => windowOf(from + hour * HOUR_MS, from + [6, 30, 48][index]! * HOUR_MS)),
    )
    expect(pieces.flatMap(({ traffic }) => cellsOf(traffic)).length).toBe(whole.traffic.cells.length)
    expect(new Set(pieces.flatMap(({ sessions }) => sessions.map(({ id }) => id)))).toEqual(
      new Set(whole.sessions.map(({ id }) => id)),
    )
  })

  it('leaves sessions open that are still on', async () => {
    const { sessions } = await windowOf(utcDayOf(NOW) * DAY_MS, NOW)
    expect(sessions.filter(({ endedAt }) => endedAt === null).length).toBeGreaterThan(4)
    expect(sessions.every(({ startedAt, endedAt }) => startedAt < NOW && (endedAt ?? 0) <= NOW)).toBe(true)
  })

  it('syncs to what a comparison finds nothing wrong with, and grows with the day as if read at once', async () => {
    const cache = new MemoryCache()
    const first = await sync(cache, NOW - 5 * HOUR_MS, { defaultWeeks: 3 })
    expect(first.dataProblems.map(({ kind }) => kind)).not.toContain('covered-outside-sessions')
    await sync(cache, NOW - 2 * HOUR_MS)
    const last = await sync(cache, NOW, { reconcile: 'always' })
    expect(last.changedDays).toEqual([])
    const fresh = new MemoryCache()
    await sync(fresh, NOW, { defaultWeeks: 3 })
    expect(factsOf(cache).cells).toEqual(factsOf(fresh).cells)
    expect(factsOf(cache).sessions).toEqual(factsOf(fresh).sessions)
  })
})
