import { hourOfDay } from '../../foundation/hour-of-week.ts'
import { HOUR_MS } from '../../foundation/minutes.ts'
import type { PredictionFacts } from '../../predict/assemble/facts.ts'
import { trafficByPool } from '../../predict/assemble/pool-traffic.ts'
import { predictSchedule, type MixedSchedule, type Schedule } from '../../predict/plan-prediction/schedule.ts'
import { weekBands } from '../../predict/plan-prediction/week-bands.ts'
import type { Band, PredictionInputs } from '../../predict/types.ts'
import { hoursOfWeek } from '../../time/hours-of-week.ts'
import { localDateOf } from '../../time/local.ts'
import { SLOT_MS, slotOf } from '../../time/slots.ts'
import { actualSlots } from '../actual-slots.ts'
import { withDaySoFar } from './day-so-far.ts'

export interface TodayOptions {
  /** Of a week that begins today. */
  readonly inputs: PredictionInputs
  readonly facts: PredictionFacts
  /** The shifts of the plan in force, or the typical week, or what the plans of single pools make of both. */
  readonly schedule: Schedule | MixedSchedule
  /** The plan's pool; null: all. */
  readonly poolId: string | null
  /** Nothing at or after it is known, epoch milliseconds. */
  readonly now: number
}

export interface Sums {
  readonly visitors: number
  readonly covered: number
}

/** An hour of today. */
export interface TodayHour {
  /** The local hour; on a day on which the clock is set back one is there twice. */
  readonly hour: number
  readonly start: number
  /** What came so far; null: nothing of it is known, or it is still to come. */
  readonly actual: Sums | null
  /** What is still expected of it, given how the day went. */
  readonly rest: Sums
  /** What was expected of all of it before the day began. */
  readonly expected: Sums
}

export interface TodayFigures {
  readonly date: string
  readonly now: number
  /** Of the known part of the day. */
  readonly soFar: Sums
  /** What was expected of that part. */
  readonly expectedSoFar: Sums
  /** Share of the passed part of the day that is known, 0-1. */
  readonly knownShare: number
  /** By what the rest of the forecast is multiplied, from what came: over 1 on a busy day. */
  readonly factor: number
  readonly rest: Sums
  /** Of the coverage rate of the rest of the day, 0-1; null: nobody is expected any more. */
  readonly restBand: Band | null
  /** The whole day: what came, and what is still expected. */
  readonly day: Sums
  readonly hours: readonly TodayHour[]
  /** The 60 minutes before `now`, by whole quarter-hours; null: not all of them are known. */
  readonly lastHour: Sums | null
}

/** The inputs of a week that begins today, given what came of it by an instant. */
export function asTheDayGoes(
  inputs: PredictionInputs,
  { facts, now }: { readonly facts: PredictionFacts; readonly now: number },
): PredictionInputs {
  const slots = inputs.starts.flatMap((start, slot) =>
    localDateOf(start, inputs.timeZone) === inputs.firstDate ? [slot] : [],
  )
  return withDaySoFar(inputs, actualSlots(inputs, facts, { poolId: null, now }), slots)
}

/** Coverage so far, and the rest of the day as the forecast has it, corrected by what came. Throws nothing that the inputs do not. */
export function todayFigures({ inputs, facts, schedule, poolId, now }: TodayOptions): TodayFigures {
  const date = inputs.firstDate
  const slots = inputs.starts.flatMap((start, slot) => (localDateOf(start, inputs.timeZone) === date ? [slot] : []))
  const actual = actualSlots(inputs, facts, { poolId, now })
  const expected = predictSchedule(inputs, schedule, poolId)
  const asItGoes = withDaySoFar(inputs, actual, slots)
  const corrected = predictSchedule(asItGoes, schedule, poolId)
  const isAhead = (slot: number): boolean => inputs.starts[slot]! + SLOT_MS > now
  const known = slots.filter((slot) => actual.known[slot] === 1)
  const ahead = slots.filter(isAhead)
  const passed = slots.filter((slot) => !isAhead(slot))
  const cells = hoursOfWeek(inputs.starts, inputs.timeZone)
  const soFar = sumAt(actual, known)
  const rest = sumAt(corrected, ahead)
  const restAsForecast = sumAt(expected, ahead)
  return {
    date,
    now,
    soFar,
    expectedSoFar: sumAt(expected, known),
    knownShare: passed.length === 0 ? 1 : known.length / passed.length,
    factor: restAsForecast.visitors > 0 ? rest.visitors / restAsForecast.visitors : 1,
    rest,
    restBand:
      rest.visitors > 0
        ? weekBands(asItGoes, { schedule, baseline: null, poolId, slots: { from: ahead[0]!, to: ahead.at(-1)! + 1 } })
            .coverageRate
        : null,
    day: { visitors: soFar.visitors + rest.visitors, covered: soFar.covered + rest.covered },
    hours: runsOf(slots, (slot) => cells[slot]!).map((own): TodayHour => {
      const ownKnown = own.filter((slot) => actual.known[slot] === 1)
      return {
        hour: hourOfDay(cells[own[0]!]!),
        start: inputs.starts[own[0]!]!,
        actual: ownKnown.length === 0 ? null : sumAt(actual, ownKnown),
        rest: sumAt(corrected, own.filter(isAhead)),
        expected: sumAt(expected, own),
      }
    }),
    lastHour: lastHour(facts, { poolId, now }),
  }
}

/** Visitors and covered in the 60 minutes before the quarter-hour of `now`, or null where not all of them are known. */
function lastHour(
  facts: PredictionFacts,
  { poolId, now }: { readonly poolId: string | null; readonly now: number },
): Sums | null {
  const toSlot = slotOf(now)
  const fromSlot = toSlot - HOUR_MS / SLOT_MS
  for (let slot = fromSlot; slot < toSlot; slot += 1) {
    if (!facts.known.some(({ start, end }) => start <= slot * SLOT_MS && (slot + 1) * SLOT_MS <= end)) return null
  }
  const traffic = trafficByPool(facts.batches, { countryRule: facts.countryRule, fromSlot, toSlot })
  const shown = poolId === null ? traffic : traffic.filter((pool) => pool.poolId === poolId)
  const sum = (kind: keyof Sums): number =>
    shown.reduce((total, { series }) => total + series[kind].reduce((all, value) => all + value, 0), 0)
  return { visitors: sum('visitors'), covered: sum('covered') }
}

/** Neighbours with the same key, together. */
function runsOf(slots: readonly number[], keyOf: (slot: number) => number): readonly (readonly number[])[] {
  const runs: number[][] = []
  let last: number | null = null
  for (const slot of slots) {
    const key = keyOf(slot)
    if (key === last) runs.at(-1)!.push(slot)
    else runs.push([slot])
    last = key
  }
  return runs
}

type Columns = Readonly<Record<keyof Sums, ArrayLike<number>>>

function sumAt({ visitors, covered }: Columns, slots: readonly number[]): Sums {
  return {
    visitors: slots.reduce((sum, slot) => sum + visitors[slot]!, 0),
    covered: slots.reduce((sum, slot) => sum + covered[slot]!, 0),
  }
}
