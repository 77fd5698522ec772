import { adherenceOf } from '../../../shared/compare/adherence.ts'
import { adherenceSlots } from '../../../shared/compare/adherence-slots.ts'
import { compareWeek } from '../../../shared/compare/compare-week.ts'
import type { PredictionFacts } from '../../../shared/predict/assemble/facts.ts'
import { membersAt } from '../../../shared/predict/assemble/members.ts'
import { spellsInWeek } from '../../../shared/predict/assemble/plan-spells.ts'
import { DAY_MS, SLOT_MS, utcDayOf } from '../../../shared/time/slots.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import type { CompareQuery, CompareReport } from './compare-queries.ts'
import { predictionFacts } from './prediction-facts.ts'
import { createRecent, type Recent } from './recent.ts'

/** Weeks at hand: more than two years of them, and the details of the last ones looked at. */
const WEEKS_KEPT = 120
const DETAILS_KEPT = 6

interface Shelf {
  readonly facts: PredictionFacts
  readonly weeks: Recent<CompareReport>
  readonly details: Recent<CompareReport>
}

/** Compares published weeks on snapshots of caches; of the newest snapshot of each, results stay at hand. */
export function createCompareCalculator(): (snapshot: CacheSnapshot, query: CompareQuery) => CompareReport {
  const shelves = new WeakMap<CacheSnapshot, Shelf>()
  return (snapshot, query) => {
    const shelf = shelves.get(snapshot) ?? { facts: predictionFacts(snapshot), weeks: createRecent(WEEKS_KEPT), details: createRecent(DETAILS_KEPT) }
    shelves.set(snapshot, shelf)
    const { publicationId, prediction, until, inDetail } = query
    const key = [publicationId, prediction.inputs.firstDate, until]
    return (inDetail ? shelf.details : shelf.weeks)(key, () => compared(snapshot, shelf.facts, query))
  }
}

function compared(snapshot: CacheSnapshot, facts: PredictionFacts, { plan, prediction, until, inDetail }: CompareQuery): CompareReport {
  const { inputs } = prediction
  const week = { start: inputs.starts[0]!, end: inputs.starts.at(-1)! + SLOT_MS }
  const near = { ...facts, batches: batchesOf(snapshot, week), sessions: facts.sessions.filter(({ startedAt, endedAt }) => startedAt < week.end + DAY_MS && (endedAt === null || endedAt > week.start - DAY_MS)) }
  const comparison = compareWeek(prediction, { plan, facts: near, until: until ?? undefined })
  const { state, now, total, elsewhere } = comparison
  const members = plan.poolId === null ? null : membersAt(facts, plan.poolId, Math.max(week.start, Math.min(now, week.end) - 1))
  const kept = { spells: spellsInWeek(plan, inputs), sessions: near.sessions, week, known: facts.known, now, members: members === null ? null : new Set(members) }
  return {
    state,
    now,
    total,
    elsewhere,
    detail: inDetail ? comparison.detail() : null,
    adherence: adherenceOf(kept),
    slots: inDetail ? adherenceSlots(kept) : null,
    revision: snapshot.revision,
  }
}

/** The cube of the days that a span touches. */
export function batchesOf({ dictionary, traffic }: CacheSnapshot, { start, end }: { readonly start: number; readonly end: number }): PredictionFacts['batches'] {
  const days = Array.from({ length: utcDayOf(end - 1) - utcDayOf(start) + 1 }, (_, index) => utcDayOf(start) + index)
  return days.flatMap((day) => {
    const cells = traffic.get(day)
    return cells === undefined ? [] : [{ dictionary, cells }]
  })
}
