import { hourOfDay, HOURS_PER_DAY, HOURS_PER_WEEK } from '../foundation/hour-of-week.ts'
import type { PlannedInterval } from '../plan/plan.ts'
import type { PredictionFacts } from '../predict/assemble/facts.ts'
import { createPlanPredictor } from '../predict/plan-prediction/plan-predictor.ts'
import { bandOfDraws, weekBands } from '../predict/plan-prediction/week-bands.ts'
import type { Band, PredictionInputs } from '../predict/types.ts'
import { hoursOfWeek } from '../time/hours-of-week.ts'
import { dayOfWeekOf, localDateOf } from '../time/local.ts'
import { actualSlots } from './actual-slots.ts'
import { withActualVisitors } from './actual-visitors.ts'

/** A week to replay: what was known before it, and the shifts of the plan in it. */
export interface ReplayedWeekInput {
  readonly inputs: PredictionInputs
  readonly schedule: readonly PlannedInterval[]
}

export interface ReplayOptions {
  readonly facts: PredictionFacts
  /** The plan's pool; null: all. */
  readonly poolId: string | null
  /** Nothing at or after it is replayed, epoch milliseconds. */
  readonly end: number
}

/** What came, what was covered, and what the plan would have covered of the same visitors. Only what is known counts. */
export interface Replayed {
  readonly visitors: number
  /** As it was. */
  readonly covered: number
  /** As the plan would have covered, expected. */
  readonly replayed: number
  /** Agents online on average, as it was and under the plan. */
  readonly agents: { readonly actual: number; readonly replayed: number }
  /** Quarter-hours, and those of them that are known. */
  readonly slots: number
  readonly knownSlots: number
}

export interface Replay {
  readonly total: Replayed
  /** Of the coverage rate under the plan, 0-1, and of the visitors it would have covered; null: nobody came. */
  readonly bands: { readonly rate: Band; readonly covered: Band } | null
  /** By local date, in order. `rate` is the band of the day's coverage rate; null: nobody came. */
  readonly days: readonly (Replayed & { readonly date: string; readonly rate: Band | null })[]
  /** By hour of the day. */
  readonly hours: readonly Replayed[]
  /** By hour of the week, as `hourOfDay` reads it. */
  readonly hoursOfWeek: readonly Replayed[]
}

/**
 * What weeks that have passed would have been under other shifts: the visitors who really came, met by the planned agents after the attendance
 * that is to be expected of them, in the model as it was learned before.
 */
export function replayWeeks(weeks: readonly ReplayedWeekInput[], options: ReplayOptions): Replay {
  const total = new Sums()
  const days = new Map<string, { readonly sums: Sums; readonly band: Band }>()
  const hours = Array.from({ length: HOURS_PER_DAY }, () => new Sums())
  const weekHours = Array.from({ length: HOURS_PER_WEEK }, () => new Sums())
  let draws: Float64Array | null = null
  for (const week of weeks) {
    const { inputs, actual, prediction, bands } = replayWeek(week, options)
    const cells = hoursOfWeek(inputs.starts, inputs.timeZone)
    let visitors = 0
    inputs.starts.forEach((start, slot) => {
      if (start >= options.end) return
      const date = localDateOf(start, inputs.timeZone)
      const day = days.get(date) ?? { sums: new Sums(), band: bands.sums!.byDay[dayOfWeekOf(date)]! }
      days.set(date, day)
      const isKnown = actual.known[slot] === 1
      const seen = {
        visitors: actual.visitors[slot]!,
        covered: actual.covered[slot]!,
        replayed: prediction.covered[slot]!,
        actualAgents: actual.agents[slot]!,
        replayedAgents: prediction.agents[slot]!,
      }
      const cell = cells[slot]!
      for (const sums of [total, day.sums, hours[hourOfDay(cell)]!, weekHours[cell]!]) sums.add(isKnown ? seen : null)
      if (isKnown) visitors += seen.visitors
    })
    draws ??= new Float64Array(bands.rates!.length)
    for (let draw = 0; draw < draws.length; draw++) draws[draw]! += visitors * bands.rates![draw]!
  }
  const all = total.result()
  return {
    total: all,
    bands:
      draws === null || all.visitors === 0
        ? null
        : { rate: bandOfDraws(draws.map((covered) => covered / all.visitors)), covered: bandOfDraws(draws) },
    days: [...days].map(([date, { sums, band }]) => {
      const day = sums.result()
      return { date, ...day, rate: day.visitors > 0 ? band : null }
    }),
    hours: hours.map((sums) => sums.result()),
    hoursOfWeek: weekHours.map((sums) => sums.result()),
  }
}

function replayWeek({ inputs, schedule }: ReplayedWeekInput, { facts, poolId, end }: ReplayOptions) {
  const actual = actualSlots(inputs, facts, { poolId, now: Math.min(facts.now, end) })
  const happened = withActualVisitors(inputs, actual)
  return {
    inputs,
    actual,
    prediction: createPlanPredictor(happened, { poolId }).predict(schedule),
    bands: weekBands(happened, { schedule, baseline: null, poolId, sums: true, rates: true }),
  }
}

interface Seen {
  readonly visitors: number
  readonly covered: number
  readonly replayed: number
  readonly actualAgents: number
  readonly replayedAgents: number
}

class Sums {
  #slots = 0
  #known = 0
  readonly #of = { visitors: 0, covered: 0, replayed: 0, actualAgents: 0, replayedAgents: 0 }

  /** null: it is not known what happened in that quarter-hour. */
  add(seen: Seen | null): void {
    this.#slots += 1
    if (seen === null) return
    this.#known += 1
    for (const key of Object.keys(this.#of) as (keyof Seen)[]) this.#of[key] += seen[key]
  }

  result(): Replayed {
    const { visitors, covered, replayed, actualAgents, replayedAgents } = this.#of
    const known = Math.max(1, this.#known)
    return {
      visitors,
      covered,
      replayed,
      agents: { actual: actualAgents / known, replayed: replayedAgents / known },
      slots: this.#slots,
      knownSlots: this.#known,
    }
  }
}
