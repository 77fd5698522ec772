import { total } from '../../foundation/interval.ts'
import { HOUR_MS } from '../../foundation/minutes.ts'
import type { Assumption } from '../../plan/assumptions/assumption.ts'
import { ALWAYS } from '../../plan/assumptions/assumption.ts'
import {
  assumptionInWeek,
  isOfStaff,
  withAssumptions,
  withMovedDates,
} from '../../plan/assumptions/with-assumptions.ts'
import type { Plan, PlannedInterval } from '../../plan/plan.ts'
import { byStart, workedIntervals } from '../../plan/planned-intervals.ts'
import { planInAnyWeek } from '../../plan/repeated-weeks.ts'
import { daysBetween, parseLocalDate } from '../../time/local.ts'
import { SLOT_MS } from '../../time/slots.ts'
import { intervalsInWeek, staffInWeek } from '../assemble/plan-intervals.ts'
import { assumedInputs } from '../plan-prediction/assumed-inputs.ts'
import { createPlanPredictor } from '../plan-prediction/plan-predictor.ts'
import { weekBands } from '../plan-prediction/week-bands.ts'
import { daysOfSlots } from '../plan-prediction/week-cells.ts'
import type { Band, PredictionInputs, WeekPrediction } from '../types.ts'
import type { RepresentedWeek } from './month-weeks.ts'

export type Hires = Extract<Assumption, { kind: 'hires' }>

/** What is asked of the months to come. */
export interface CapacityCase {
  readonly plan: Plan
  /** Percent a month on the visitors of the forecast, and of the plan's agents who leave. The first month has one month of it. */
  readonly growth: number
  readonly attrition: number
  readonly hires: readonly Hires[]
  /** Coverage to reach, 0-1. */
  readonly target: number
}

/** A month under a plan. Hours are agent-hours. */
export interface MonthCapacity {
  readonly visitors: number
  readonly covered: number
  /** Of the coverage rate (0-1) of a usual week of the month, and how far that is from the rate; null: nobody is expected. */
  readonly band: Band | null
  readonly spread: Band | null
  /** Covered without the hires. */
  readonly coveredWithout: number
  readonly hours: {
    /** Of the plan's shifts, without breaks, after attrition. */
    readonly planned: number
    /** Of the hires, as far as each is a full agent, and as they are paid. */
    readonly hired: number
    readonly hiredPaid: number
    /** Online by expectation, of all. */
    readonly online: number
    /** That have to be online to reach the target in every quarter-hour. */
    readonly neededOnline: number
  }
  /** Average hours of one of the plan's agents; null: the plan has none. */
  readonly hoursPerAgent: number | null
}

/** Few: a range of a week needs no second decimal. */
const DRAWS = 200

/**
 * What a month is expected to be; `place` is 1 for the first. `inputsOf`: of a week that is predicted. `spread`: of a month nearby; null: it is
 * drawn.
 */
export function monthCapacity(
  weeks: readonly RepresentedWeek[],
  asked: CapacityCase,
  {
    place,
    inputsOf,
    spread: given,
  }: {
    readonly place: number
    readonly inputsOf: (monday: string) => PredictionInputs
    readonly spread: Band | null
  },
): MonthCapacity {
  const sums = { visitors: 0, covered: 0, without: 0, planned: 0, hired: 0, hiredPaid: 0, online: 0, needed: 0 }
  const agents = { hours: 0, ids: new Set<string>() }
  const kept = (1 - asked.attrition / 100) ** place
  let usual: { readonly days: number; readonly band: () => Band; readonly rate: number } | null = null
  for (const [monday, own] of Map.groupBy(weeks, ({ predicted }) => predicted)) {
    const inputs = inputsOf(monday)
    const slotDays = daysOfSlots(inputs)
    const options = { poolId: asked.plan.poolId }
    const worlds = new Map<string, ReturnType<typeof worldOf>>()
    for (const { week, days } of alikeWeeks(own, asked)) {
      const plan = planInWorld(asked, { week, monday, place })
      const hiringAs = (own: readonly Hires[]): Plan =>
        withMovedDates({ ...plan, assumptions: own }, daysBetween(week, monday))
      const key = JSON.stringify((plan.assumptions ?? []).filter((one) => !isOfStaff(one)))
      const world = worlds.get(key) ?? worldOf(inputs, plan)
      worlds.set(key, world)
      const weights = Float64Array.from(slotDays, (day) => days[day]!)
      const shifts = intervalsInWeek(plan, inputs)
      const staff = staffInWeek(plan, inputs)
      const planned = withShare(shifts, kept)
      const hires = staffInWeek(hiringAs(asked.hires), inputs).hires
      // However little somebody does at first, they are paid in full.
      const paid = staffInWeek(hiringAs(asked.hires.map(paidInFull)), inputs).hires
      const before = staff.isAsPlanned ? planned : [...staff.expected(planned), ...staff.hires].toSorted(byStart)
      const schedule = hires.length === 0 ? before : [...before, ...staff.expected(hires)].toSorted(byStart)
      const prediction = world.predictor.predict(schedule)
      const visitors = weighted(prediction.visitors, weights)
      const covered = weighted(prediction.covered, weights)
      sums.visitors += visitors
      sums.covered += covered
      sums.without += hires.length === 0 ? covered : weighted(world.predictor.predict(before).covered, weights)
      sums.online += onlineHours(prediction, weights)
      sums.needed += weighted(world.needed(asked.target), weights) * SLOT_HOURS
      const hoursOf = (intervals: readonly PlannedInterval[]): number =>
        hoursOn(intervals, { days, firstDay: parseLocalDate(monday) })
      sums.planned += hoursOf(planned)
      sums.hired += hoursOf(hires)
      sums.hiredPaid += hoursOf(paid)
      const ofAgents = shifts.filter(({ agentId }) => agentId !== null)
      agents.hours += hoursOf(ofAgents)
      for (const { agentId } of ofAgents) agents.ids.add(agentId!)
      const meant = days.reduce((sum, count) => sum + count, 0)
      if (prediction.totals.visitors > 0 && meant > (usual?.days ?? 0))
        usual = {
          days: meant,
          rate: prediction.totals.covered / prediction.totals.visitors,
          band: () => weekBands(world.inputs, { ...options, schedule, baseline: null, draws: DRAWS }).coverageRate,
        }
    }
  }
  const rate = sums.covered / sums.visitors
  const spread = usual === null || sums.visitors <= 0 ? null : (given ?? spreadOf(usual))
  return {
    visitors: sums.visitors,
    covered: sums.covered,
    band: spread === null ? null : mapBand(spread, (from) => Math.min(1, Math.max(0, rate + from))),
    spread,
    coveredWithout: sums.without,
    hours: {
      planned: sums.planned,
      hired: sums.hired,
      hiredPaid: sums.hiredPaid,
      online: sums.online,
      neededOnline: sums.needed,
    },
    hoursPerAgent: agents.ids.size === 0 ? null : agents.hours / agents.ids.size,
  }
}

function paidInFull(hires: Hires): Hires {
  return { ...hires, ramp: [100] }
}

const SLOT_HOURS = SLOT_MS / HOUR_MS

/** The world that a plan assumes in a week. What is needed in it is computed when it is asked for, once. */
function worldOf(asKnown: PredictionInputs, plan: Plan) {
  const inputs = assumedInputs(asKnown, plan)
  const predictor = createPlanPredictor(inputs, { poolId: plan.poolId })
  let needed: Float64Array | null = null
  return { inputs, predictor, needed: (target: number) => (needed ??= predictor.agentsNeeded(target)) }
}

/** The plan of a week with what grows, as if the week were the predicted one. */
function planInWorld(
  { plan, growth }: CapacityCase,
  { week, monday, place }: { readonly week: string; readonly monday: string; readonly place: number },
): Plan {
  const percent = 100 * ((1 + growth / 100) ** place - 1)
  const grown = { id: GROWTH, kind: 'demand', percent, poolId: null, time: ALWAYS } as const
  const ofWeek = withAssumptions(planInAnyWeek(plan, week), growth === 0 ? [] : [grown])
  return withMovedDates(ofWeek, daysBetween(week, monday))
}

const GROWTH = 'growth'

/** Weeks in which nothing differs but the date are predicted once; `days` are then counts. */
function alikeWeeks(
  weeks: readonly RepresentedWeek[],
  { plan, hires }: CapacityCase,
): readonly { readonly week: string; readonly days: readonly number[] }[] {
  // The dates of a roster are each week's own.
  if (plan.kind === 'dated') return weeks
  const assumed = [...(plan.assumptions ?? []), ...hires]
  const alike = Map.groupBy(weeks, ({ week }) => assumed.map((one) => assumptionInWeek(one, week)).join(' '))
  return [...alike.values()].map((own) => ({
    week: own[0]!.week,
    days: own[0]!.days.map((_, day) => own.reduce((sum, { days }) => sum + days[day]!, 0)),
  }))
}

/** Of agents who leave, everybody is there so much less; whoever takes an open shift is there. */
function withShare(intervals: readonly PlannedInterval[], kept: number): readonly PlannedInterval[] {
  return kept === 1
    ? intervals
    : intervals.map((one) => (one.agentId === null ? one : { ...one, share: (one.share ?? 1) * kept }))
}

function weighted(column: Float64Array, weights: Float64Array): number {
  return column.reduce((sum, value, slot) => sum + weights[slot]! * value, 0)
}

function onlineHours({ agents }: WeekPrediction, weights: Float64Array): number {
  return weighted(agents, weights) * SLOT_HOURS
}

function hoursOn(
  intervals: readonly PlannedInterval[],
  { days, firstDay }: { readonly days: readonly number[]; readonly firstDay: number },
): number {
  return intervals.reduce((sum, interval) => {
    const count = days[interval.localDay - firstDay] ?? 0
    return sum + (count * (interval.share ?? 1) * total(workedIntervals([interval]))) / HOUR_MS
  }, 0)
}

/** How far a week may be from its coverage rate. */
function spreadOf({ band, rate }: { readonly band: () => Band; readonly rate: number }): Band {
  return mapBand(band(), (value) => value - rate)
}

function mapBand({ lower80, upper80, lower95, upper95 }: Band, of: (value: number) => number): Band {
  return { lower80: of(lower80), upper80: of(upper80), lower95: of(lower95), upper95: of(upper95) }
}
