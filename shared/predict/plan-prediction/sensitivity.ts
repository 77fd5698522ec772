import type { PlannedInterval } from '../../plan/plan.ts'
import { parseLocalDate } from '../../time/local.ts'
import { createRandom } from '../random.ts'
import type { PredictionInputs } from '../types.ts'
import { assumedInputs } from './assumed-inputs.ts'
import { createPlanPredictor } from './plan-predictor.ts'
import { daysOfSlots } from './week-cells.ts'

/** What a plan is tried with: changes of demand in percent, and numbers of agents absent on a day. */
export const SENSITIVITY_DEMANDS = [-20, -10, 0, 10, 20, 30] as const
export const SENSITIVITY_ABSENT = [0, 1, 2, 3] as const

/** Coverage (0-1) by change of demand and number of absent agents, in the order of those tried; null: nobody is expected. */
export type SensitivityTable = readonly (readonly (number | null)[])[]

export interface Sensitivity {
  /** Of the week, so many absent on each of its days. */
  readonly week: SensitivityTable
  /** Of each of the seven days, so many absent on it. */
  readonly days: readonly SensitivityTable[]
}

export interface SensitivityOptions {
  readonly schedule: readonly PlannedInterval[]
  /** The plan's pool; null or absent: all. */
  readonly poolId?: string | null | undefined
  /** Whether somebody of the schedule is one who can be absent. */
  readonly canBeAbsent: (agentId: string) => boolean
}

/** So many draws of who is absent are averaged; with few agents on a day all of them are tried first. */
const DRAWS = 10
const MOST_ABSENT = Math.max(...SENSITIVITY_ABSENT)
const STREAM = 0xab5e
const NOBODY: readonly PlannedInterval[] = []

/**
 * What is left of a plan's coverage when more or fewer visitors come and some agents of a day, whoever it is, are absent: the average over
 * draws of who. A day's agents are those whose shifts begin on it. The same input gives the same table.
 */
export function sensitivity(inputs: PredictionInputs, options: SensitivityOptions): Sensitivity {
  const { schedule, poolId, canBeAbsent } = options
  const slotDays = daysOfSlots(inputs)
  const byShift = Map.groupBy(schedule, ({ shiftId }) => shiftId)
  const absences = absencesByDay(inputs, { schedule, canBeAbsent })
  const tables = SENSITIVITY_DEMANDS.map((percent) => {
    const world = assumedInputs(inputs, {
      timeZone: inputs.timeZone,
      assumptions: [
        {
          id: 'demand',
          kind: 'demand',
          percent,
          poolId: null,
          time: { from: null, to: null, days: null, hours: null },
        },
      ],
    })
    const session = createPlanPredictor(world, { poolId }).startSession(schedule)
    const whole = session.current()
    const visitors = sumsOf(whole.visitors, slotDays)
    const before = sumsOf(whole.covered, slotDays)
    const lost = absences.map((draws, day) => {
      const sums = Array.from({ length: MOST_ABSENT + 1 }, () => ({ ofDay: 0, ofWeek: 0 }))
      let gone: readonly string[] = []
      for (const draw of draws) {
        draw.forEach((shiftIds, index) => {
          // Who was absent before is there again, in the same step.
          const back = index === 0 ? gone.filter((id) => !shiftIds.includes(id)) : []
          const left = session.replaceShifts([
            ...back.map((id) => [id, byShift.get(id)!] as const),
            ...shiftIds.map((id) => [id, NOBODY] as const),
          ])
          sums[index + 1]!.ofDay += before[day]! - sumOf(left.covered, slotDays, day)
          sums[index + 1]!.ofWeek += whole.totals.covered - left.totals.covered
        })
        gone = draw.flat()
      }
      session.replaceShifts(gone.map((id) => [id, byShift.get(id)!] as const))
      return sums.map(({ ofDay, ofWeek }) => ({
        ofDay: ofDay / Math.max(1, draws.length),
        ofWeek: ofWeek / Math.max(1, draws.length),
      }))
    })
    return {
      week: SENSITIVITY_ABSENT.map((count) =>
        shareOf(
          whole.totals.covered - lost.reduce((sum, ofCounts) => sum + ofCounts[count]!.ofWeek, 0),
          whole.totals.visitors,
        ),
      ),
      days: lost.map((ofCounts, day) =>
        SENSITIVITY_ABSENT.map((count) => shareOf(before[day]! - ofCounts[count]!.ofDay, visitors[day]!)),
      ),
    }
  })
  return {
    week: tables.map(({ week }) => week),
    days: Array.from({ length: 7 }, (_, day) => tables.map(({ days }) => days[day]!)),
  }
}

/**
 * By day, draws of who is absent: one after the other, as the ids of their shifts. Nobody is left to be absent where all are already:
 * then one more changes nothing.
 */
function absencesByDay(
  inputs: PredictionInputs,
  { schedule, canBeAbsent }: Pick<SensitivityOptions, 'schedule' | 'canBeAbsent'>,
): readonly (readonly (readonly (readonly string[])[])[])[] {
  const random = createRandom(inputs.seed, STREAM)
  const firstDay = firstDayOf(inputs)
  return Array.from({ length: 7 }, (_, day) => {
    const agents = Map.groupBy(
      schedule.filter(
        ({ agentId, localDay }) => agentId !== null && canBeAbsent(agentId) && localDay === firstDay + day,
      ),
      ({ agentId }) => agentId,
    )
    const shiftsOf = [...agents.values()].map((own) => [...new Set(own.map(({ shiftId }) => shiftId))])
    if (shiftsOf.length === 0) return []
    return Array.from({ length: DRAWS }, (_, draw) => {
      // Everybody is the first to be absent as often as anybody else, as far as that goes.
      const first = draw % shiftsOf.length
      const others = shiftsOf.flatMap((_, index) => (index === first ? [] : [{ index, at: random.uniform() }]))
      const rest = others.toSorted((one, other) => one.at - other.at).slice(0, MOST_ABSENT - 1)
      const chosen = [first, ...rest.map(({ index }) => index)].map((index) => shiftsOf[index]!)
      return [...chosen, ...Array.from({ length: MOST_ABSENT - chosen.length }, () => [])]
    })
  })
}

function firstDayOf({ firstDate }: PredictionInputs): number {
  return parseLocalDate(firstDate)
}

function sumsOf(column: Float64Array, days: Uint8Array): readonly number[] {
  return Array.from({ length: 7 }, (_, day) => sumOf(column, days, day))
}

function sumOf(column: Float64Array, days: Uint8Array, day: number): number {
  let sum = 0
  for (let slot = 0; slot < column.length; slot += 1) if (days[slot] === day) sum += column[slot]!
  return sum
}

function shareOf(covered: number, visitors: number): number | null {
  return visitors > 0 ? Math.min(1, Math.max(0, covered / visitors)) : null
}

/** Where a plan breaks: the mildest of what was tried that brings coverage under a rate (0-1). */
export type BreakingPoint =
  | { readonly kind: 'absent'; readonly count: number; /** 0-6 from the week's first day. */ readonly day: number }
  | { readonly kind: 'demand'; readonly percent: number }

/** A rate, and what brings coverage under it; empty: nothing that was tried. */
export interface Breaking {
  readonly rate: number
  readonly points: readonly BreakingPoint[]
}

/**
 * What brings coverage under the target, or, where the plan is below the target as it is, under the next lower ten percent: the fewest absent on
 * a day, on the day that they hit most, and the smallest rise of demand. null: nobody is expected.
 */
export function breakingPoints({ week, days }: Sensitivity, target: number): Breaking | null {
  const usual = SENSITIVITY_DEMANDS.indexOf(0)
  const now = week[usual]![0] ?? null
  if (now === null) return null
  const rate = now >= target ? target : Math.floor(10 * now) / 10
  const isUnder = (value: number | null | undefined): boolean => value !== null && value !== undefined && value < rate
  const count = SENSITIVITY_ABSENT.find(
    (absent) => absent > 0 && days.some((table) => !isUnder(table[usual]![0]) && isUnder(table[usual]![absent])),
  )
  const hit =
    count === undefined
      ? []
      : days
          .map((table, day) => ({ day, before: table[usual]![0]!, left: table[usual]![count]! }))
          .filter(({ before, left }) => !isUnder(before) && isUnder(left))
          .toSorted((one, other) => one.left - other.left)
  const percent = SENSITIVITY_DEMANDS.find((change, index) => change > 0 && isUnder(week[index]![0]))
  return {
    rate,
    points: [
      ...hit.slice(0, 1).map(({ day }): BreakingPoint => ({ kind: 'absent', count: count!, day })),
      ...(percent === undefined ? [] : [{ kind: 'demand' as const, percent }]),
    ],
  }
}
