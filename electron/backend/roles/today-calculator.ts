import { lastHour, todayFigures } from '../../../shared/compare/today/today-figures.ts'
import { whoIsHere } from '../../../shared/compare/today/who-is-here.ts'
import { spellsWhileActive } from '../../../shared/plan/inactive-agents.ts'
import { assembleInputs } from '../../../shared/predict/assemble/assemble-inputs.ts'
import type { PredictionFacts } from '../../../shared/predict/assemble/facts.ts'
import { spellsInWeek } from '../../../shared/predict/assemble/plan-spells.ts'
import type { PredictionInputs } from '../../../shared/predict/types.ts'
import { localRange, parseLocalDate } from '../../../shared/time/local.ts'
import { DAY_MS, HOUR_MS } from '../../../shared/time/slots.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import { batchesOf } from './compare-calculator.ts'
import { predictionFacts } from './prediction-facts.ts'
import { createRecent } from './recent.ts'
import type { LastHourReport, TodayQuery, TodayReport } from './today-queries.ts'

export interface TodayCalculator {
  today(snapshot: CacheSnapshot, query: TodayQuery): TodayReport
  lastHour(snapshot: CacheSnapshot): LastHourReport
}

/** Nobody sees bands here: few draws will do. */
const DRAWS = 4
const DAYS_KEPT = 4

/**
 * How today goes. What is expected of it is learned once, from what was known when the day began, however many syncs follow; where a
 * sync brings more history it is learned again.
 */
export function createTodayCalculator(): TodayCalculator {
  const learned = createRecent<PredictionInputs>(DAYS_KEPT)
  return {
    today(snapshot, query) {
      const { workspaceId, timeZone, date, marks, published, plans } = query
      const day = localRange(date, date, timeZone)
      const facts = predictionFacts(snapshot)
      const inactive = facts.inactive ?? {}
      const before = facts.known.filter(({ start }) => start < day.start).length
      const asOfMorning = learned([workspaceId, timeZone, date, marks, published.map(({ id }) => id), before, inactive], () =>
        assembleInputs(facts, { timeZone, firstDate: date, marks, published, seed: parseLocalDate(date), draws: DRAWS, until: day.start }),
      )
      // Who was deactivated since the day began is not expected any more.
      const inputs = { ...asOfMorning, inactive }
      const near = { ...facts, batches: batchesOf(snapshot, { start: day.start - HOUR_MS, end: day.end }), sessions: recent(facts, day.start) }
      const ofAll = plans.find(({ poolId }) => poolId === null)
      return {
        figures: todayFigures({ inputs, facts: near, spells: ofAll === undefined ? null : spellsInWeek(ofAll, inputs), poolId: null, now: facts.now }),
        hasPlan: ofAll !== undefined,
        presence: whoIsHere({ spells: spellsWhileActive(plans.flatMap((plan) => spellsInWeek(plan, inputs)), inactive), sessions: near.sessions, day, now: facts.now, members: null }),
        revision: snapshot.revision,
      }
    },
    lastHour(snapshot) {
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
