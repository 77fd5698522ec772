import { dataProblem } from '../../shared/coverage/data-problem.ts'
import { countedProblem, findSessionProblems } from '../../shared/coverage/data-problems.ts'
import type { CubeBatch } from '../../shared/coverage/cube.ts'
import type { DataProblem } from '../../shared/coverage/types.ts'
import type { SyncCache } from './cache.ts'

/** Fewer covered visits than this share outside any session are chance: two clocks never agree. */
const TOLERATED_SHARE = 0.01

const FROM_FACTS: ReadonlySet<DataProblem['kind']> = new Set([
  'session-ends-before-start',
  'session-probably-forgotten',
  'sessions-overlap',
  'covered-outside-sessions',
  // Not asked for again until the next comparison.
  'calls-slow',
])

/** What is doubtful in everything cached, added to what the source itself reported. */
export function problemsOfCache(
  cache: Pick<SyncCache, 'sessionsOverlapping' | 'traffic'>,
  days: Iterable<number>,
  now: number,
): readonly DataProblem[] {
  const sessions = cache.sessionsOverlapping(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
  const coverage = { covered: 0, outside: 0 }
  for (const day of days) {
    const batch = cache.traffic(day)
    if (batch !== null) addCovered(coverage, batch)
  }
  return [...findSessionProblems(sessions, now), ...coveredOutsideSessions(coverage)]
}

/** How many sessions were never closed, of all that are cached. */
export function leftOpenProblem(cache: Pick<SyncCache, 'openSessions'>): readonly DataProblem[] {
  return countedProblem('session-left-open', cache.openSessions().filter(({ leftOpen }) => leftOpen).length)
}

/** What an earlier sync found in the facts, where this one only added the last hours. */
export function problemsFoundBefore(before: readonly DataProblem[]): readonly DataProblem[] {
  return before.filter((problem) => FROM_FACTS.has(problem.kind))
}

/** One entry a kind; of two the one that counts more, since both may see the same facts. */
export function joinProblems(...lists: readonly (readonly DataProblem[])[]): readonly DataProblem[] {
  const joined = new Map<DataProblem['kind'], DataProblem>()
  for (const problem of lists.flat()) {
    const known = joined.get(problem.kind)
    if (known === undefined || problem.count > known.count) joined.set(problem.kind, problem)
  }
  return [...joined.values()]
}

function addCovered(sum: { covered: number; outside: number }, { cells }: CubeBatch): void {
  for (let cell = 0; cell < cells.length; cell += 1) {
    sum.covered += cells.covered[cell]!
    if (cells.agents[cell] === 0) sum.outside += cells.covered[cell]!
  }
}

function coveredOutsideSessions({
  covered,
  outside,
}: {
  readonly covered: number
  readonly outside: number
}): readonly DataProblem[] {
  if (covered === 0 || outside / covered <= TOLERATED_SHARE) return []
  return [dataProblem({ kind: 'covered-outside-sessions', count: outside, share: outside / covered })]
}
