import fc from 'fast-check'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { at } from './sync-scenario.ts'
import type { MemorySource, RawVisit } from '../../support/memory-source.ts'
import type { SourceSession } from '../../../electron/sync/source.ts'

export const AGENTS = ['ann', 'bob', 'cem', 'dot'] as const
const POOLS = ['sales', 'support'] as const
const LAST = 5 * DAY_MS

/** A history of five days before the clock starts to move. */
export interface History {
  readonly visits: readonly VisitSeed[]
  readonly sessions: readonly SessionSeed[]
}

interface VisitSeed {
  readonly offset: number
  readonly agent: (typeof AGENTS)[number] | null
  readonly pool: (typeof POOLS)[number] | null
  readonly country: string | null
}

interface SessionSeed {
  readonly offset: number
  readonly agent: (typeof AGENTS)[number]
  /** null: never closed. */
  readonly length: number | null
}

const visitSeed = fc.record({
  offset: fc.integer({ min: 0, max: LAST }),
  agent: fc.constantFrom(null, ...AGENTS),
  pool: fc.constantFrom(null, ...POOLS),
  country: fc.constantFrom(null, 'US', 'FR'),
})

const sessionSeed = fc.record({
  offset: fc.integer({ min: 0, max: LAST }),
  agent: fc.constantFrom(...AGENTS),
  length: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: -HOUR_MS, max: 20 * HOUR_MS }) },
    { weight: 2, arbitrary: fc.constant(null) },
  ),
})

export const history: fc.Arbitrary<History> = fc.record({
  visits: fc.array(visitSeed, { minLength: 5, maxLength: 60 }),
  sessions: fc.array(sessionSeed, { maxLength: 12 }),
})

/** Something that happens to the source between two syncs. */
export type Event =
  | { readonly kind: 'time'; readonly hours: number; readonly visits: readonly VisitSeed[] }
  | { readonly kind: 'late visit'; readonly visit: VisitSeed }
  | { readonly kind: 'deleted visit'; readonly index: number }
  | { readonly kind: 'late session'; readonly session: SessionSeed }
  | { readonly kind: 'deleted session'; readonly index: number }
  | { readonly kind: 'moved session'; readonly index: number; readonly session: SessionSeed }
  | {
      readonly kind: 'members'
      readonly members: readonly (readonly [(typeof POOLS)[number], (typeof AGENTS)[number]])[]
    }
  | { readonly kind: 'deleted agent'; readonly agent: (typeof AGENTS)[number] }

const index = fc.nat(1_000)

/** A change that a sync may meet while it reads. */
export const sessionEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: fc.constant('late session' as const), session: sessionSeed }),
  fc.record({ kind: fc.constant('deleted session' as const), index }),
  fc.record({ kind: fc.constant('moved session' as const), index, session: sessionSeed }),
)

export const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    kind: fc.constant('time' as const),
    hours: fc.double({ min: 0, max: 30, noNaN: true }),
    visits: fc.array(visitSeed, { maxLength: 12 }),
  }),
  fc.record({ kind: fc.constant('late visit' as const), visit: visitSeed }),
  fc.record({ kind: fc.constant('deleted visit' as const), index }),
  sessionEvent,
  fc.record({
    kind: fc.constant('members' as const),
    members: fc.uniqueArray(fc.tuple(fc.constantFrom(...POOLS), fc.constantFrom(...AGENTS)), {
      selector: String,
      maxLength: 6,
    }),
  }),
)

let ids = 0

/** Fills a source; its first visit never goes, so that its first day stays what it is. */
export function fill(source: MemorySource, { visits, sessions }: History): void {
  source.pools = POOLS.map((id) => ({ id, name: id, isCatchAll: id === 'support' }))
  source.agents = AGENTS.map((id) => ({ id, name: id }))
  source.members = [{ poolId: 'sales', agentId: 'ann' }]
  source.visits = [
    { id: 'first', at: at(0), agentId: null, poolId: null, country: null },
    ...visits.map((seed) => visitOf(seed, at(0) + seed.offset)),
  ]
  source.sessions = sessions.map((seed) => sessionOf(seed, `session ${(ids += 1)}`))
}

export function happen(source: MemorySource, happening: Event): void {
  switch (happening.kind) {
    case 'time': {
      const before = source.now
      source.now += Math.round(happening.hours * HOUR_MS)
      const span = source.now - before
      if (span > 0)
        source.visits.push(
          ...happening.visits.map((seed) => visitOf(seed, before + Math.floor((seed.offset / (LAST + 1)) * span))),
        )
      return
    }
    case 'late visit':
      // A day has either late visits or deleted ones: a change that leaves a day's totals as they are cannot be seen.
      if (happening.visit.offset % (2 * DAY_MS) < DAY_MS)
        source.visits.push(visitOf(happening.visit, at(0) + happening.visit.offset))
      return
    case 'deleted visit': {
      const candidates = source.visits.filter(
        ({ id, at: instant }) => id !== 'first' && (instant - at(0)) % (2 * DAY_MS) >= DAY_MS,
      )
      const gone = candidates[happening.index % Math.max(1, candidates.length)]
      source.visits = source.visits.filter((visit) => visit !== gone)
      return
    }
    case 'late session':
      source.sessions.push(sessionOf(happening.session, `session ${(ids += 1)}`))
      return
    case 'deleted session':
      source.sessions = source.sessions.filter(
        (_, position) => position !== happening.index % Math.max(1, source.sessions.length),
      )
      return
    case 'moved session':
      source.sessions = source.sessions.map((session, position) =>
        position === happening.index % source.sessions.length
          ? { ...sessionOf(happening.session, session.id), agentId: session.agentId }
          : session,
      )
      return
    case 'members':
      source.members = happening.members.map(([poolId, agentId]) => ({ poolId, agentId }))
      return
    case 'deleted agent':
      source.agents = source.agents!.filter(({ id }) => id !== happening.agent)
      source.members = source.members!.filter(({ agentId }) => agentId !== happening.agent)
      source.sessions = source.sessions.filter(({ agentId }) => agentId !== happening.agent)
      source.visits = source.visits.map((visit) =>
        visit.agentId === happening.agent ? { ...visit, agentId: null } : visit,
      )
  }
}

function visitOf({ agent, pool, country }: VisitSeed, instant: number): RawVisit {
  return { id: `visit ${(ids += 1)}`, at: instant, agentId: agent, poolId: pool, country }
}

function sessionOf({ offset, agent, length }: SessionSeed, id: string): SourceSession {
  const startedAt = at(0) + offset
  return { id, agentId: agent, startedAt, endedAt: length === null ? null : startedAt + length }
}
