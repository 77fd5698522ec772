import { fillGap, type Repair } from '../../shared/optimise/repairs.ts'
import { MINUTE_MS } from '../../shared/foundation/minutes.ts'
import { NO_RULES } from '../../shared/plan/rules/rules.ts'
import { assembleInputs } from '../../shared/predict/assemble/assemble-inputs.ts'
import type { PredictionInputs } from '../../shared/predict/types.ts'
import { formatLocalDate } from '../../shared/time/local.ts'
import { type Arrivals, futureArrivals } from './demand.ts'
import { serve } from './desk.ts'
import { factsOf, planOf } from './observed.ts'
import { presenceOf } from './presence.ts'
import { Randomness } from './random.ts'
import { liveHistory } from './replay.ts'
import { isPlanned } from './schedules.ts'
import { mean } from './truth.ts'
import { dayInWeek, firstDayOf, instantOf } from './wall-clock.ts'
import type { World, WorldShift } from './world.ts'

/** A morning on which somebody did not come: visitors of the rest of the day. */
export interface Morning {
  readonly world: World
  /** Lost by the absence, and saved by the best repair; null: there was none. */
  readonly lost: { readonly promised: number; readonly real: number }
  readonly saved: { readonly kind: Repair['kind']; readonly promised: number; readonly real: number } | null
}

/** Somebody is missed so long after the start of the shift. */
const MISSED_MINUTES = 20
const BEFORE_MS = 3 * 60 * MINUTE_MS

/**
 * So many mornings of the week after a world's history, each with another day or another agent missing. On every other one nobody who is
 * off can be asked.
 */
export function repairedMornings(
  world: World,
  { mornings, chances }: { readonly mornings: number; readonly chances: number },
): readonly Morning[] {
  const random = new Randomness(`${world.seed} mornings`)
  const shifts = world.shiftsOf(world.weeks)
  const candidates = shifts
    .filter((shift) => isPlanned(world, shift) && shift.startMinute >= 300 && shift.startMinute < 720)
    .map((shift) => ({ shift, key: random.uniform() }))
    .toSorted((one, other) => one.key - other.key)
    .slice(0, mornings)
  const expected = mornings === 0 ? null : learner(world)
  return candidates.map(({ shift }, index) =>
    morningOf(world, { shift, shifts, expected: expected!, chances, onDutyAlone: index % 2 === 1 }),
  )
}

/** What is expected of the week that begins on a day, as it is known when the history ends. */
function learner(world: World) {
  const facts = factsOf(world, liveHistory(world))
  const known = new Map<string, PredictionInputs>()
  return (firstDate: string): PredictionInputs => {
    const found =
      known.get(firstDate) ??
      assembleInputs(facts, { timeZone: world.timeZone, firstDate, knownDays: [], seed: 1, draws: 2 })
    known.set(firstDate, found)
    return found
  }
}

interface Absence {
  readonly shift: WorldShift
  readonly shifts: readonly WorldShift[]
  readonly expected: ReturnType<typeof learner>
  readonly chances: number
  /** Whether only those who work on that day can be asked. */
  readonly onDutyAlone: boolean
}

function morningOf(world: World, { shift, shifts, expected, chances, onDutyAlone }: Absence): Morning {
  const day = firstDayOf(world, world.weeks) + dayInWeek(world, shift.dayOfWeek)
  const now = instantOf(day, shift.startMinute + MISSED_MINUTES, world.timeZone)
  const dayEnd = instantOf(day + 1, 0, world.timeZone)
  const regulars = world.agents.slice(0, world.agents.length / 2)
  const { id } = world.agents[shift.agent]!
  const onDuty = new Set(shifts.filter((one) => one.dayOfWeek === shift.dayOfWeek).map(({ agent }) => agent))
  const gap = fillGap({
    inputs: expected(formatLocalDate(day)),
    plan: planOf(world, shifts),
    rules: NO_RULES,
    absentId: id,
    agentIds: regulars
      .filter((_, agent) => isPlanned(world, { ...shift, agent }) && (!onDutyAlone || onDuty.has(agent)))
      .map((agent) => agent.id),
    now,
  })!
  const [best] = gap.repairs
  const near = Array.from({ length: 3 }, (_, at) => (shift.dayOfWeek + 6 + at) % 7)
  const ofDays = shifts.filter(({ dayOfWeek }) => near.includes(dayOfWeek))
  const without = ofDays.filter((one) => one.agent !== shift.agent || one.dayOfWeek !== shift.dayOfWeek)
  const repaired = best === undefined ? null : withRepair(world, { shifts: without, repair: best, shift })
  const covered = (own: readonly WorldShift[], name: string): number =>
    mean(
      Array.from({ length: chances }, (_, chance) =>
        coveredBetween(world, { shifts: own, from: now, to: dayEnd, replay: `${id} ${day} ${chance}`, name }),
      ),
    )
  const left = covered(without, 'without')
  return {
    world,
    lost: { promised: gap.lost, real: covered(ofDays, 'whole') - left },
    saved:
      best === undefined || repaired === null
        ? null
        : { kind: best.kind, promised: best.coveredGain, real: covered(repaired, 'repaired') - left },
  }
}

function withRepair(
  world: World,
  {
    shifts,
    repair,
    shift,
  }: { readonly shifts: readonly WorldShift[]; readonly repair: Repair; readonly shift: WorldShift },
): readonly WorldShift[] {
  const agent = world.agents.findIndex(({ id }) => id === repair.agentId)
  const { startMinute, endMinute, breaks } = repair.after
  const { before } = repair
  const own = shifts.find(
    (one) =>
      one.agent === agent &&
      one.dayOfWeek === shift.dayOfWeek &&
      before !== null &&
      one.startMinute === before.startMinute,
  )
  // Where the planner draws no breaks, people take theirs as ever.
  const taken = world.drawsBreaks || own === undefined ? breaks : own.breaks
  return [
    ...shifts.filter((one) => one !== own),
    { agent, dayOfWeek: shift.dayOfWeek, startMinute, endMinute, breaks: taken },
  ]
}

interface Span {
  readonly shifts: readonly WorldShift[]
  readonly from: number
  readonly to: number
  readonly replay: string
  readonly name: string
}

/** One future of a day: visitors covered in a part of it. The visitors are the same under any shifts. */
function coveredBetween(world: World, { shifts, from, to, replay, name }: Span): number {
  const arrivals = between(
    futureArrivals(world, new Randomness(`${world.seed} ${replay} arrivals`)),
    from - BEFORE_MS,
    to,
  )
  const presence = presenceOf(world, {
    from: world.weeks,
    to: world.weeks + 1,
    shiftsOf: () => shifts,
    random: new Randomness(`${world.seed} ${replay} ${name} presence`),
    runUpDays: 1,
  })
  const { served } = serve(world, {
    arrivals,
    presence,
    random: new Randomness(`${world.seed} ${replay} ${name} service`),
  })
  return arrivals.at.reduce((sum, at, visit) => sum + (at >= from && at < to && served[visit]! >= 0 ? 1 : 0), 0)
}

function between({ at, pool }: Arrivals, from: number, to: number): Arrivals {
  const inside = [...at.keys()].filter((visit) => at[visit]! >= from && at[visit]! < to)
  return {
    at: Float64Array.from(inside, (visit) => at[visit]!),
    pool: Uint8Array.from(inside, (visit) => pool[visit]!),
  }
}
