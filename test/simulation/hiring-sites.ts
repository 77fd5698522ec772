import { weekAssembler } from '../../shared/predict/assemble/assemble-inputs.ts'
import { intervalsInWeek } from '../../shared/predict/assemble/plan-intervals.ts'
import { learn } from '../../shared/predict/assemble/learn.ts'
import { originOf, pastOf } from '../../shared/predict/assemble/past.ts'
import { type Hires, monthCapacity, type MonthCapacity } from '../../shared/predict/capacity/month-capacity.ts'
import { monthsAfter, representedWeeks } from '../../shared/predict/capacity/month-weeks.ts'
import { createPlanPredictor } from '../../shared/predict/plan-prediction/plan-predictor.ts'
import type { PredictionInputs } from '../../shared/predict/types.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { USUAL_RAMP } from '../../shared/plan/assumptions/assumption.ts'
import { coverageFraction } from '../../shared/foundation/rate.ts'
import { hourOfDay } from '../../shared/foundation/hour-of-week.ts'
import { hoursOfWeek } from '../../shared/time/hours-of-week.ts'
import { addDays, daysBetween, dayOfWeekOf } from '../../shared/time/local.ts'
import { factsOf, planOf } from './observed.ts'
import { liveHistory, replayWeek, totalsOf } from './replay.ts'
import { WEEKDAYS } from './roster.ts'
import { mean } from './truth.ts'
import { weekDate } from './wall-clock.ts'
import type { World, WorldShift } from './world.ts'

/** A site that grows, half a year on, with and without the people whom the hiring case asks for. Rates 0-1. */
export interface HiringSite {
  readonly world: World
  readonly hires: number
  readonly predicted: Coverage
  readonly real: Coverage
}

interface Coverage {
  readonly without: number
  readonly with: number
}

const MONTHS = 6
const DAYS_A_MONTH = 30.44
const SHIFT_HOURS = 8
/** In the middle of a shift. */
const BREAK = { startMinute: 240, endMinute: 270 }

/** `growth` is the site's own, percent a month, which its planner knows; `target` 0-1. */
export function hiringSite(
  site: World,
  { growth, target, chances }: { readonly growth: number; readonly target: number; readonly chances: number },
): HiringSite {
  const trend = (1 + growth / 100) ** (7 / DAYS_A_MONTH) - 1
  const world = { ...site, demand: { ...site.demand, trend } }
  const shifts = world.shiftsOf(world.weeks)
  const plan = planOf(world, shifts)
  const today = weekDate(world, world.weeks)
  const months = monthsAfter(today, MONTHS)
  const last = months.at(-1)!
  const inputsOf = assembler(world)
  // Weeks of these sites begin on other days too; months are made of those that begin on a Monday.
  const represented = representedWeeks(last, {
    firstWeek: mondayFrom(today),
    isSpecial: () => false,
    ownDay: () => null,
  })
  const capacityWith = (hires: readonly Hires[]): MonthCapacity =>
    monthCapacity(
      represented,
      { plan, growth, attrition: 0, hires, target },
      { place: MONTHS, inputsOf, spread: { lower80: 0, upper80: 0, lower95: 0, upper95: 0 } },
    )
  const alone = capacityWith([])
  const { planned, online, neededOnline } = alone.hours
  const full = planned / alone.hoursPerAgent!
  const regulars = world.agents.length / 2
  const count = Math.min(
    regulars,
    Math.max(0, Math.ceil((neededOnline * (planned / online)) / alone.hoursPerAgent! - full)),
  )
  const startHour = busiestStart(inputsOf(represented[0]!.predicted), plan)
  const hours = { startMinute: 60 * startHour, endMinute: 60 * (startHour + SHIFT_HOURS) }
  const hires: Hires = {
    id: 'hires',
    kind: 'hires',
    count,
    from: months[2]!.from,
    days: WEEKDAYS,
    hours,
    ramp: USUAL_RAMP,
  }
  const hired = count === 0 ? alone : capacityWith([hires])
  const weeksOn = daysBetween(today, addDays(last.from, 14)) / 7
  const later: World = {
    ...world,
    demand: { ...world.demand, weeklyVisits: world.demand.weeklyVisits * (1 + trend) ** weeksOn },
  }
  const newShifts = Array.from({ length: count }, (_, hire) => hire).flatMap((hire) =>
    WEEKDAYS.map((dayOfWeek): WorldShift => ({
      agent: regulars + hire,
      dayOfWeek,
      ...hours,
      breaks: [{ startMinute: hours.startMinute + BREAK.startMinute, endMinute: hours.startMinute + BREAK.endMinute }],
    })),
  )
  const replayed = (own: readonly WorldShift[], name: string): number =>
    mean(
      Array.from({ length: chances }, (_, chance) =>
        coverageFraction(totalsOf(replayWeek(later, own, `${name} ${chance}`)), 1),
      ),
    )
  const without = replayed(shifts, 'without')
  return {
    world,
    hires: count,
    predicted: { without: rate(alone), with: rate(hired) },
    real: { without, with: count === 0 ? without : replayed([...shifts, ...newShifts], 'with') },
  }
}

function rate({ visitors, covered }: MonthCapacity): number {
  return covered / visitors
}

/** What is expected of the weeks to come, by what is known when the history ends. */
function assembler(world: World): (monday: string) => PredictionInputs {
  const facts = factsOf(world, liveHistory(world))
  const first = mondayFrom(weekDate(world, world.weeks))
  const options = { timeZone: world.timeZone, firstDate: first, knownDays: [], seed: 1, draws: 2 }
  const past = pastOf(facts, originOf(facts, options))
  const assemble = weekAssembler(past, learn(past, options), options)
  const known = new Map<string, PredictionInputs>()
  return (monday) => {
    const found = known.get(monday) ?? assemble({ firstDate: monday, seed: 1 }).inputs
    known.set(monday, found)
    return found
  }
}

function mondayFrom(date: string): string {
  return addDays(date, (8 - dayOfWeekOf(date)) % 7)
}

/** The first hour of those in a row in which most visitors are missed. */
function busiestStart(inputs: PredictionInputs, plan: Plan): number {
  const { visitors, covered } = createPlanPredictor(inputs).predict(intervalsInWeek(plan, inputs))
  const missed = Array.from({ length: 24 }, () => 0)
  const cells = hoursOfWeek(inputs.starts, inputs.timeZone)
  for (const [slot, cell] of [...cells].entries()) missed[hourOfDay(cell)]! += visitors[slot]! - covered[slot]!
  const sums = Array.from({ length: 24 - SHIFT_HOURS + 1 }, (_, hour) =>
    missed.slice(hour, hour + SHIFT_HOURS).reduce((sum, value) => sum + value, 0),
  )
  return sums.indexOf(Math.max(...sums))
}
