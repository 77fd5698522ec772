import { hourOfDay, HOURS_PER_DAY, HOURS_PER_WEEK } from '../foundation/hour-of-week.ts'
import { coverageFraction } from '../foundation/rate.ts'
import type { Plan } from '../plan/plan.ts'
import type { PredictionFacts } from '../predict/assemble/facts.ts'
import type { PredictionSnapshot } from '../predict/assemble/prediction-snapshot.ts'
import { expectedIntervals } from '../predict/assemble/plan-intervals.ts'
import type { ErrorParts } from '../predict/plan-prediction/explain-error.ts'
import { explainWeek, type WeekExplanation } from '../predict/plan-prediction/explain-week.ts'
import { weekBands } from '../predict/plan-prediction/week-bands.ts'
import type { Band, PredictionInputs } from '../predict/types.ts'
import { hoursOfWeek } from '../time/hours-of-week.ts'
import { dayOfWeekOf, localDateOf } from '../time/local.ts'
import { SLOT_MS } from '../time/slots.ts'
import { actualSlots, type ActualSlots } from './actual-slots.ts'
import { chanceBand } from './chance-band.ts'
import { type Compared, type Counted, type DifferenceParts, isInside80, type WeekState } from './compared.ts'

export interface CompareWeekOptions {
  /** As it was published. */
  readonly plan: Plan
  readonly facts: PredictionFacts
  /** Nothing at or after it counts as past; absent: all that was synced does. */
  readonly until?: number | undefined
}

/** A published week compared with what happened. */
export interface WeekComparison {
  readonly state: WeekState
  /** Nothing at or after it is known. */
  readonly now: number
  readonly total: Compared
  /** Visitors of pools that are newer than the prediction: in the actual figures, and in the rest of the difference. */
  readonly unknownPoolVisitors: number
  detail(): WeekDetail
}

/** The same in pieces. */
export interface WeekDetail {
  /** By local date. */
  readonly days: readonly (Compared & { readonly date: string })[]
  /** By hour of the day. */
  readonly hours: readonly Compared[]
  /** By day of week (Sunday first) * 24 + hour. */
  readonly cells: readonly Compared[]
  /** What the model gives with the actual visitors and agents, and how far chance takes one week from it; null: nothing is known. */
  readonly expected: { readonly rate: number; readonly band: Band; readonly isChance: boolean } | null
}

/** Holds what was predicted of a week of a plan against what happened in it. */
export function compareWeek(snapshot: PredictionSnapshot, { plan, facts, until }: CompareWeekOptions): WeekComparison {
  const { inputs } = snapshot
  const now = Math.min(facts.now, until ?? facts.now)
  const actual = actualSlots(inputs, facts, { poolId: plan.poolId, now })
  const known = inputs.starts.flatMap((_, slot) => (actual.known[slot] === 1 ? [slot] : []))
  let explanation: WeekExplanation | null = null
  const week: Week = {
    snapshot,
    actual,
    explanation: () => (explanation ??= explain(inputs, actual, plan)),
  }
  const all = inputs.starts.map((_, slot) => slot)
  const total = comparedOver(week, all, snapshot.bands.coverageRate)
  return {
    state: weekState(inputs, known.length, now),
    now,
    total,
    unknownPoolVisitors: actual.unknownPoolVisitors,
    detail() {
      const cells = hoursOfWeek(inputs.starts, inputs.timeZone)
      const byDate = Map.groupBy(all, (slot) => localDateOf(inputs.starts[slot]!, inputs.timeZone))
      const byHour = Map.groupBy(all, (slot) => hourOfDay(cells[slot]!))
      const byCell = Map.groupBy(all, (slot) => cells[slot]!)
      // The draws of the week's own band, which were not kept for sums of hours: the same model and seed give the same ones.
      const { byDay, byHour: ofHours } = weekBands(inputs, {
        schedule: expectedIntervals(plan, inputs),
        baseline: null,
        poolId: plan.poolId,
        sums: true,
      }).sums!
      return {
        days: [...byDate].map(([date, slots]) => ({ date, ...comparedOver(week, slots, byDay[dayOfWeekOf(date)]!) })),
        hours: Array.from({ length: HOURS_PER_DAY }, (_, hour) =>
          comparedOver(week, byHour.get(hour) ?? [], ofHours[hour]!),
        ),
        cells: Array.from({ length: HOURS_PER_WEEK }, (_, cell) =>
          comparedOver(week, byCell.get(cell) ?? [], snapshot.bands.byDayHour[cell] ?? null),
        ),
        expected: total.actual === null ? null : expectedOf({ inputs, actual, plan }, total),
      }
    },
  }
}

interface Week {
  readonly snapshot: PredictionSnapshot
  readonly actual: ActualSlots
  readonly explanation: () => WeekExplanation
}

/** Where it is not known what happened the load is as forecast, so that it does not break off beside what is known. */
function explain(inputs: PredictionInputs, { known, pools }: ActualSlots, plan: Plan): WeekExplanation {
  return explainWeek(inputs, {
    intervals: expectedIntervals(plan, inputs),
    poolId: plan.poolId,
    actual: {
      pools: pools.map((pool, index) => ({
        ...pool,
        visitors: pool.visitors.map((visitors, slot) =>
          known[slot] === 1 ? visitors : inputs.pools[index]!.visitors[slot]!,
        ),
      })),
    },
  })
}

function weekState({ starts }: PredictionInputs, known: number, now: number): WeekState {
  if (now <= starts[0]!) return 'ahead'
  if (now < starts.at(-1)! + SLOT_MS) return 'running'
  if (known === 0) return 'unknown'
  return known === starts.length ? 'over' : 'partly-known'
}

function comparedOver(week: Week, slots: readonly number[], band: Band | null): Compared {
  const { snapshot, actual, explanation } = week
  const known = slots.filter((slot) => actual.known[slot] === 1)
  const predicted = counted(snapshot.slots, slots)
  if (known.length === 0)
    return {
      slots: slots.length,
      predicted,
      predictedOfKnown: null,
      actual: null,
      knownShare: 0,
      band,
      insideBand80: null,
      parts: null,
    }
  const predictedOfKnown = counted(snapshot.slots, known)
  const happened = counted(actual, known)
  const isWhole = known.length === slots.length
  return {
    slots: slots.length,
    predicted,
    predictedOfKnown,
    actual: happened,
    knownShare: known.length / slots.length,
    band,
    insideBand80:
      isWhole && happened.visitors > 0 && band !== null ? isInside80(coverageFraction(happened, 1), band) : null,
    parts: partsOver(explanation(), known, { predicted: predictedOfKnown, actual: happened }),
  }
}

/**
 * Traffic and staffing by the model; the rest is what is left of the difference that is shown, so that the parts add up to it
 * whatever the model has become since the prediction was kept.
 */
function partsOver(
  explanation: WeekExplanation,
  slots: readonly number[],
  { predicted, actual }: { readonly predicted: Counted; readonly actual: Counted },
): DifferenceParts {
  const wanted = new Set(slots)
  const { rate, covered } = explanation.explain((slot) => wanted.has(slot))
  return {
    rate: withRest(rate, coverageFraction(actual, 1) - coverageFraction(predicted, 1)),
    covered: withRest(covered, actual.covered - predicted.covered),
  }
}

function withRest({ traffic, staffing }: ErrorParts, total: number): ErrorParts {
  return { traffic, staffing, model: total - traffic - staffing, total }
}

function expectedOf(
  { inputs, actual, plan }: { readonly inputs: PredictionInputs; readonly actual: ActualSlots; readonly plan: Plan },
  { actual: happened, parts }: Compared,
): WeekDetail['expected'] {
  const observed = coverageFraction(happened!, 1)
  const band = chanceBand(inputs, actual, plan.poolId)
  return { rate: observed - parts!.rate.model, band, isChance: isInside80(observed, band) }
}

type Columns = Readonly<Record<'visitors' | 'covered' | 'agents', ArrayLike<number>>>

function counted({ visitors, covered, agents }: Columns, slots: readonly number[]): Counted {
  return {
    visitors: sumAt(visitors, slots),
    covered: sumAt(covered, slots),
    agents: sumAt(agents, slots) / Math.max(1, slots.length),
  }
}

function sumAt(column: ArrayLike<number>, slots: readonly number[]): number {
  return slots.reduce((sum, slot) => sum + column[slot]!, 0)
}
