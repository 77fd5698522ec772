import { lastHour, todayFigures } from '../../../shared/compare/today/today-figures.ts'
import { agentsNow } from '../../../shared/compare/today/agents-now.ts'
import { nextVisitor } from '../../../shared/compare/today/next-visitor.ts'
import { scheduleInForce } from '../../../shared/compare/today/schedule-in-force.ts'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { fillGap, type GapProblem } from '../../../shared/optimise/repairs.ts'
import { calledOffShifts, intervalsWhileActive } from '../../../shared/plan/inactive-agents.ts'
import { inputsOfWeek } from '../../../shared/predict/assemble/assemble-inputs.ts'
import type { PredictionFacts } from '../../../shared/predict/assemble/facts.ts'
import type { PublishedPlan } from '../../../shared/plan/published-plans.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { learn } from '../../../shared/predict/assemble/learn.ts'
import { originOf, pastOf } from '../../../shared/predict/assemble/past.ts'
import { expectedIntervals } from '../../../shared/predict/assemble/plan-intervals.ts'
import type { PredictionInputs } from '../../../shared/predict/types.ts'
import { addDays, localRange, parseLocalDate } from '../../../shared/time/local.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import { batchesOf } from '../compare/compute.ts'
import type { KeepLearned } from '../prediction/kept-learning.ts'
import { predictionFacts } from '../prediction/prediction-facts.ts'
import { type DatesKnown, knownDaysFor } from '../prediction/dates-known.ts'
import { createRecent } from '../threads/recent.ts'

export interface TodayQuery {
  readonly workspaceId: string
  readonly timeZone: string
  /** The local date that is meant. */
  readonly date: string
  /** Nothing at or after it counts as known; null: all that was synced is. */
  readonly until: number | null
  readonly datesKnown: DatesKnown
  /** Plans that were published, for how people keep to them. */
  readonly published: readonly PublishedPlan[]
  /** In force today. */
  readonly plans: readonly Plan[]
}

export type GapQuery = Omit<TodayQuery, 'plans' | 'until'> & Omit<GapProblem, 'inputs'>

/** Of what is not known of the model: the range of the rest of a day is mostly chance, so that few will do. */
const DRAWS = 40
const DAYS_KEPT = 4

/**
 * How today goes. What is expected of it is learned once, from what was known when the day began, however many syncs follow; where a
 * sync brings more history it is learned again.
 */
export function createTodayCalculator(keepFor: (workspaceId: string) => KeepLearned) {
  const learned = createRecent<PredictionInputs>(DAYS_KEPT)
  /** What is expected of the week that begins today, by what was known when the day began. */
  const expected = (facts: PredictionFacts, query: Omit<TodayQuery, 'plans' | 'until'>): PredictionInputs => {
    const { workspaceId, timeZone, date, datesKnown, published } = query
    const day = localRange(date, date, timeZone)
    const inactive = facts.inactive ?? {}
    const before = facts.known.filter(({ start }) => start < day.start).length
    const asOfMorning = learned(
      [workspaceId, timeZone, date, datesKnown, published.map(({ id }) => id), before, inactive],
      () => {
        const past = pastOf(facts, originOf(facts, { timeZone, firstDate: date, until: day.start }))
        const knownDays = knownDaysFor(datesKnown, { facts, past }, { timeZone, to: addDays(date, 6) })
        const options = { timeZone, firstDate: date, knownDays, published, seed: parseLocalDate(date), draws: DRAWS }
        return keepFor(workspaceId)('inputs', { past, options }, () =>
          inputsOfWeek(past, learn(past, options), options),
        )
      },
    )
    // Who was deactivated since the day began is not expected any more.
    return { ...asOfMorning, inactive }
  }
  return {
    today(snapshot: CacheSnapshot, query: TodayQuery) {
      const { timeZone, date, plans, until } = query
      const day = localRange(date, date, timeZone)
      const facts = predictionFacts(snapshot)
      const now = Math.min(facts.now, until ?? facts.now)
      const inputs = expected(facts, query)
      const inactive = inputs.inactive ?? {}
      const near = {
        ...facts,
        batches: batchesOf(snapshot, { start: day.start - HOUR_MS, end: day.end }),
        sessions: recent(facts, day.start),
      }
      const intervals = plans.flatMap((plan) => expectedIntervals(plan, inputs))
      const { schedule, basis } = scheduleInForce(plans, inputs)
      return {
        figures: todayFigures({
          inputs,
          facts: near,
          schedule,
          poolId: null,
          now,
        }),
        basis: basis.map(({ plans: own, poolIds }) => ({ plans: own.map(({ name }) => name), poolIds })),
        next: nextVisitor({ inputs, facts: near, now }),
        poolNames: new Map(snapshot.directory?.pools?.map(({ id, name }) => [id, name])),
        presence: agentsNow({
          intervals: intervalsWhileActive(intervals, inactive),
          sessions: near.sessions,
          day,
          now,
          members: null,
        }),
        /** Shifts of today that their agents, who are deactivated, do not work, or not to their end; by start. */
        calledOff: calledOffShifts(intervals, inactive)
          .filter(({ start, end }) => end > day.start && start < day.end)
          .toSorted((one, other) => one.start - other.start),
        revision: snapshot.revision,
      }
    },
    /** The best ways to cover for somebody who is away; null: the plan has nothing of theirs left today. */
    fillGap(snapshot: CacheSnapshot, { plan, rules, absentId, agentIds, now, ...query }: GapQuery) {
      const inputs = expected(predictionFacts(snapshot), query)
      return fillGap({ inputs, plan, rules, absentId, agentIds, now })
    },
    /** Visitors of the 60 minutes before the last sync, all pools; null: not all of it is known. */
    lastHour(snapshot: CacheSnapshot) {
      const facts = predictionFacts(snapshot)
      const batches = batchesOf(snapshot, { start: facts.now - 2 * HOUR_MS, end: facts.now + 1 })
      return { now: facts.now, lastHour: lastHour({ ...facts, batches }, { poolId: null, now: facts.now }) }
    },
  }
}

/** Sessions that may reach into a day. */
function recent({ sessions }: PredictionFacts, dayStart: number): PredictionFacts['sessions'] {
  return sessions.filter(({ endedAt }) => endedAt === null || endedAt > dayStart - DAY_MS)
}
