import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../shared/foundation/errors.ts'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { tries } from '../../support/deep.ts'
import { factsOf } from '../../support/memory-cache.ts'
import { cellsOf, sortCells, type NamedCell } from '../../support/memory-source.ts'
import { AGENTS, event, fill, happen, history, sessionEvent, type Event, type History } from './random-company.ts'
import { at, scenario, type Scenario } from './sync-scenario.ts'
import type { SyncOptions } from '../../../electron/sync/options.ts'
import type { PoolAgents, SourceSession } from '../../../electron/sync/source.ts'

const SEED = 20_260_302

interface Weather {
  readonly concurrency: number
  /** Windows longer than this time out. */
  readonly patienceHours: number
  readonly windowMs: number
  /** How long answers are under way, in turn: a later one may overtake an earlier one. */
  readonly turns: readonly number[]
}

const weather: fc.Arbitrary<Weather> = fc.record({
  concurrency: fc.integer({ min: 1, max: 3 }),
  patienceHours: fc.constantFrom(1, 5, 30, 1_000),
  windowMs: fc.constantFrom(10, 150, 800),
  turns: fc.array(fc.nat(4), { minLength: 1, maxLength: 5 }),
})

const start = fc.record({ past: history, sky: weather })

function companyOf(past: History, { concurrency, patienceHours, windowMs, turns }: Weather): Scenario {
  const company = scenario(at(5, 7, 22))
  fill(company.source, past)
  company.source.concurrency = concurrency
  company.source.millisecondsOf = () => windowMs
  let answers = 0
  company.source.turnsOf = () => turns[answers++ % turns.length]!
  company.source.beforeAnswer = (kind, request) => {
    const { from, to } = (request ?? {}) as { from: number; to: number }
    if (kind === 'window' && to - from > patienceHours * HOUR_MS)
      throw new AppError({ code: 'source-timeout', message: 'Too slow.' })
  }
  return company
}

/** The cells that a day should have, visit by visit, with the membership that the cache recorded for the day. */
function expectedCells(company: Scenario, day: number): readonly NamedCell[] {
  const directory = company.cache.directory()!
  const membership = new Map<string, PoolAgents>()
  for (const pool of directory.pools ?? []) {
    const spans = directory.members!.filter(
      ({ poolId, fromDay, untilDay }) => poolId === pool.id && (fromDay ?? day) <= day && (untilDay ?? day + 1) > day,
    )
    membership.set(
      pool.id,
      spans.length === 0 && pool.isCatchAll ? 'all' : new Set(spans.map(({ agentId }) => agentId)),
    )
  }
  const now = company.cache.state().now!
  return sortCells(company.source.count({ from: day * DAY_MS, to: (day + 1) * DAY_MS, now, membership }))
}

const totals = (cells: readonly NamedCell[]): { visitors: number; covered: number } => ({
  visitors: cells.reduce((sum, { visitors }) => sum + visitors, 0),
  covered: cells.reduce((sum, { covered }) => sum + covered, 0),
})

/** Sums a day's cells over agents, since kept ones carry the agents of their time. */
function byVisitor(cells: readonly NamedCell[]): ReadonlyMap<string, { visitors: number; covered: number }> {
  const sums = new Map<string, { visitors: number; covered: number }>()
  for (const { slot, pool, country, visitors, covered } of cells) {
    const key = JSON.stringify([slot, pool, country])
    const sum = sums.get(key) ?? { visitors: 0, covered: 0 }
    sums.set(key, { visitors: sum.visitors + visitors, covered: sum.covered + covered })
  }
  return sums
}

/** Days that the cache kept from what the source lost hold at least what is there; every other day is exactly the source's. */
function disagreements(company: Scenario, agentsMayDiffer = false): readonly object[] {
  return [...company.cache.syncedDays().values()].flatMap((record): readonly object[] => {
    const cached = cellsOf(company.cache.traffic(record.day))
    const expected = expectedCells(company, record.day)
    const said = { visitors: record.sourceVisitors, covered: record.sourceCovered }
    if (!isDeepStrictEqual({ visitors: record.visitors, covered: record.covered }, totals(cached)))
      return [{ record, holds: totals(cached) }]
    if (!isDeepStrictEqual(said, totals(expected))) return [{ record, sourceHolds: totals(expected) }]
    const isKept = record.visitors !== record.sourceVisitors || record.covered !== record.sourceCovered
    if (!isKept && !agentsMayDiffer) return isDeepStrictEqual(cached, expected) ? [] : [{ record, cached, expected }]
    const isGone = record.sourceVisitors === 0
    return isGone || holdsAtLeast(byVisitor(cached), byVisitor(expected)) ? [] : [{ record, cached, expected }]
  })
}

type Sums = ReturnType<typeof byVisitor>

function holdsAtLeast(kept: Sums, there: Sums): boolean {
  if (kept.size !== there.size) return false
  return [...there].every(
    ([key, { visitors, covered }]) => kept.get(key)?.visitors === visitors && kept.get(key)!.covered >= covered,
  )
}

function sessionsOf(sessions: readonly SourceSession[], now: number): readonly string[] {
  return sessions
    .filter(({ startedAt }) => startedAt < now)
    .map(({ id, startedAt, endedAt, leftOpen = null }) => JSON.stringify([id, startedAt, endedAt, leftOpen]))
    .toSorted()
}

async function live(company: Scenario, events: readonly (Event | 'sync' | 'failing sync')[]): Promise<void> {
  for (const happening of events) {
    if (happening === 'sync') await company.sync({ reconcile: 'never' })
    else if (happening === 'failing sync') await failingSync(company, 2, { reconcile: 'never' })
    else happen(company.source, happening)
  }
}

/** A sync whose process is killed at a commit. Returns whether it got so far. */
async function failingSync(company: Scenario, commits: number, options: Partial<SyncOptions> = {}): Promise<boolean> {
  let left = commits
  company.cache.beforeCommit = () => {
    if (left === 0) throw new Error('killed')
    left -= 1
  }
  try {
    await company.sync(options)
    return false
  } catch (thrown) {
    if ((thrown as Error).message !== 'killed') throw thrown
    return true
  } finally {
    company.cache.beforeCommit = () => {}
  }
}

function rowsOf({ source }: Scenario): object {
  return { visits: [...source.visits], sessions: [...source.sessions], members: source.members, now: source.now }
}

const life = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: event },
    { weight: 2, arbitrary: fc.constantFrom('sync' as const, 'failing sync' as const) },
  ),
  { maxLength: 10 },
)

describe('whatever happens to a source', () => {
  it('leaves the cache equal to the source after a sync that compares', async () => {
    await fc.assert(
      fc.asyncProperty(history, weather, life, async (past, sky, events) => {
        const company = companyOf(past, sky)
        await live(company, ['sync', ...events])
        await company.sync({ reconcile: 'always' })
        expect(disagreements(company)).toEqual([])
        expect(sessionsOf(company.cache.allSessions(), company.source.now)).toEqual(
          sessionsOf(company.source.ended(company.source.now), company.source.now),
        )
      }),
      tries(80, SEED),
    )
  })

  it('survives sessions that change while they are read', async () => {
    await fc.assert(
      fc.asyncProperty(
        start,
        life,
        fc.array(fc.option(sessionEvent), { minLength: 4, maxLength: 12 }),
        async ({ past, sky }, events, during) => {
          const company = companyOf(past, sky)
          await live(company, events)
          const answer = company.source.beforeAnswer
          let windows = 0
          company.source.beforeAnswer = (kind, request) => {
            answer(kind, request)
            const happening = kind === 'window' ? during[windows++] : null
            if (happening) happen(company.source, happening)
          }
          await company.sync({ full: true })
          company.source.beforeAnswer = answer
          await company.sync({ reconcile: 'always' })
          expect(disagreements(company)).toEqual([])
          expect(sessionsOf(company.cache.allSessions(), company.source.now)).toEqual(
            sessionsOf(company.source.ended(company.source.now), company.source.now),
          )
        },
      ),
      tries(60, SEED + 5),
    )
  })

  it('asks for little more than the overlap when nothing happened since', async () => {
    await fc.assert(
      fc.asyncProperty(history, weather, life, async (past, sky, events) => {
        const company = companyOf(past, { ...sky, patienceHours: 1_000 })
        await live(company, ['sync', ...events])
        await company.sync({ reconcile: 'always' })
        const before = factsOf(company.cache)
        await company.sync({ reconcile: 'always' })
        // Over midnight there may be one more: days of different membership are never counted at once.
        const midnight = Math.floor((company.source.now - 1) / DAY_MS) * DAY_MS
        expect(company.source.windows.filter(({ to }) => to !== midnight).map(({ to }) => to)).toEqual([
          company.source.now,
        ])
        expect(company.source.windows.length).toBeLessThanOrEqual(2)
        expect(factsOf(company.cache)).toEqual(before)
      }),
      tries(40, SEED + 1),
    )
  })

  it('keeps visits covered when their agents are deleted', async () => {
    await fc.assert(
      fc.asyncProperty(start, life, fc.constantFrom(...AGENTS), async ({ past, sky }, events, agent) => {
        const company = companyOf(past, sky)
        await live(company, ['sync', { kind: 'deleted agent', agent }, ...events])
        await company.sync({ reconcile: 'always' })
        expect(disagreements(company, true)).toEqual([])
        expect((await company.sync({ reconcile: 'always' })).changedDays).toEqual([])
        await company.sync({ reconcile: 'always', takeSource: true })
        for (const record of company.cache.syncedDays().values())
          expect(record).toMatchObject({ visitors: record.sourceVisitors, covered: record.sourceCovered })
      }),
      tries(40, SEED + 2),
    )
  })
})

describe('a sync that is cut at any commit', () => {
  it('goes on to what an undisturbed one gives', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.array(event, { maxLength: 5 }), weather, async (past, events, sky) => {
        const undisturbed = companyOf(past, sky)
        const firstRows = rowsOf(undisturbed)
        await live(undisturbed, ['sync', ...events])
        const rows = rowsOf(undisturbed)
        await undisturbed.sync({ reconcile: 'always' })
        const goal = factsOf(undisturbed.cache)

        for (let commits = 0; commits < 30; commits += 1) {
          const cut = companyOf(past, sky)
          Object.assign(cut.source, firstRows)
          await cut.sync({ reconcile: 'never' })
          Object.assign(cut.source, rows)
          const wasCut = await failingSync(cut, commits, { reconcile: 'always' })
          if (!wasCut) break
          await cut.sync({ reconcile: 'always' })
          expect(factsOf(cut.cache)).toEqual(goal)
        }
      }),
      tries(12, SEED + 3),
    )
  })

  it('goes on after a first sync that was cut', async () => {
    await fc.assert(
      fc.asyncProperty(history, weather, fc.nat(6), async (past, sky, commits) => {
        const cut = companyOf(past, sky)
        await failingSync(cut, commits)
        await cut.sync()
        expect(disagreements(cut)).toEqual([])
        expect(sessionsOf(cut.cache.allSessions(), cut.source.now)).toEqual(
          sessionsOf(cut.source.ended(cut.source.now), cut.source.now),
        )
      }),
      tries(20, SEED + 4),
    )
  })
})
