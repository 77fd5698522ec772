import { DAY_MS } from '../../shared/foundation/minutes.ts'
import { keepsSessions } from './fingerprints.ts'
import type { CachedSession, SyncedDay } from './cache.ts'
import type { SessionsCheck, SourceDayCheck, SourceSession } from './source.ts'

/** What the cache has of one UTC day, to hold against the source's check. */
export interface CachedDayFacts {
  readonly record: SyncedDay
  /** At least those that started on the day. */
  readonly sessions: readonly CachedSession[]
  /** Whether the cache may keep sessions of this agent that the source no longer has. */
  readonly isAgentGone: (agentId: string) => boolean
  readonly now: number
}

/** Whether the source says something else of a day than when the cache last read it. `check` undefined: the source has nothing. */
export function differsFromSource(check: SourceDayCheck | undefined, facts: CachedDayFacts): boolean {
  const { record } = facts
  if ((check?.visitors ?? 0) !== record.sourceVisitors || (check?.covered ?? 0) !== record.sourceCovered) return true
  // Their counts are all that is kept of them.
  if (!keepsSessions(record)) return false
  const source = check?.sessions ?? { count: 0, open: 0, startSum: 0, endSum: 0 }
  const started = facts.sessions.filter(
    ({ startedAt }) => Math.floor(startedAt / DAY_MS) === record.day && startedAt < facts.now,
  )
  const gone = [...new Set(started.map(({ agentId }) => agentId))].filter(facts.isAgentGone)
  return !setsThatMayBeGone(gone).some((kept) =>
    sameCheck(
      source,
      checkSessions(
        started.filter(({ agentId }) => !kept.has(agentId)),
        record.day,
      ),
    ),
  )
}

/** Of more agents than this only all or none are tried; then a day may be pulled again for nothing. */
const MOST_AGENTS_TRIED = 6

/** Sessions of agents who are gone may be kept here and gone there: of none of them, of all, or of some. */
function setsThatMayBeGone(gone: readonly string[]): readonly ReadonlySet<string>[] {
  if (gone.length > MOST_AGENTS_TRIED) return [new Set(), new Set(gone)]
  return Array.from(
    { length: 2 ** gone.length },
    (_, choice) => new Set(gone.filter((_agent, index) => (choice >> index) & 1)),
  )
}

/** The checksum of the sessions of a day, as recorded: one that was left open has no end. */
export function checkSessions(
  sessions: readonly Pick<SourceSession, 'startedAt' | 'endedAt' | 'leftOpen'>[],
  day: number,
): SessionsCheck {
  const start = day * DAY_MS
  let open = 0
  let startSum = 0
  let endSum = 0
  for (const { startedAt, endedAt, leftOpen } of sessions) {
    startSum += startedAt - start
    if (endedAt === null || leftOpen) open += 1
    else endSum += endedAt - start
  }
  return { count: sessions.length, open, startSum, endSum }
}

function sameCheck(a: SessionsCheck, b: SessionsCheck): boolean {
  return a.count === b.count && a.open === b.open && a.startSum === b.startSum && a.endSum === b.endSum
}
