import { lengthOf } from '../plan/grid.ts'
import type { Shift } from '../plan/plan.ts'
import type { Shares, ShiftWeight } from './shares.ts'
import type { SlotClock } from './slot-clock.ts'

/** What two agents exchange: shifts as they are, or only when they are, each agent keeping lengths and breaks. Nobody's hours change. */
export interface Exchange {
  readonly one: string
  readonly other: string
  /** Of `one`, and what `one` works instead. */
  readonly given: readonly Shift[]
  readonly oneGets: readonly Shift[]
  /** Of `other`, and what `other` works instead. */
  readonly taken: readonly Shift[]
  readonly otherGets: readonly Shift[]
  /** Unpopular hours that `one` and `other` have more; negative: fewer. */
  readonly ofOne: number
  readonly ofOther: number
  /** Hours more at times that they asked for, and fewer when they would rather not. */
  readonly ofWishes: number
  /** How much better things are shared then, in hours, and more wishes kept. */
  readonly gain: number
  readonly key: string
}

interface ExchangeOptions {
  readonly agentIds: readonly string[]
  readonly shiftsOf: (agentId: string) => readonly Shift[]
  readonly shares: Shares
  readonly clock: SlotClock
  readonly isFixed: (shift: Shift) => boolean
}

/** Of many agents those who are farthest from their shares. */
const AGENTS_AT_EACH_END = 12
const FEW_AGENTS = 2 * AGENTS_AT_EACH_END
/** Hours; for less nobody changes shifts. */
const LEAST_GAIN = 0.5
/** An hour of a wish is worth as much as so many hours nearer to the fair share. */
export const WISH_WEIGHT = 1
const WEEK_DAYS = 7
/** Shifts that differ by more in length cover too different times. */
const MOST_LONGER_MINUTES = 120

/** Days in a row that are exchanged for as many others, a single day and a whole week among them. */
const RUNS = Array.from({ length: WEEK_DAYS }, (_, from) =>
  Array.from({ length: WEEK_DAYS - from }, (__, more) => ({ from, to: from + more + 1 })),
).flat()

/** Every exchange of a shift, of days in a row or of a week by which unpopular hours are shared better, or more wishes kept. */
export function exchangesOf(options: ExchangeOptions): readonly Exchange[] {
  const { agentIds, shares } = options
  const inOrder = agentIds.toSorted((one, other) => shares.over(other) - shares.over(one) || (one < other ? -1 : 1))
  // Whoever has work they would rather not have may give it to anybody at the ends.
  const unhappy = inOrder.filter((agentId) => shares.wishedHours(agentId, options.shiftsOf(agentId)) < 0)
  const ends = (own: readonly string[]): readonly string[] =>
    inOrder.length <= FEW_AGENTS ? inOrder : [...new Set([...own, ...unhappy.slice(0, AGENTS_AT_EACH_END)])]
  const most = ends(inOrder.slice(0, AGENTS_AT_EACH_END))
  const fewest = ends(inOrder.slice(-AGENTS_AT_EACH_END))
  const weeks = new Map([...new Set([...most, ...fewest])].map((agentId) => [agentId, weekOf(agentId, options)]))
  return most.flatMap((one) =>
    fewest.flatMap((other) => (one === other ? [] : exchangesBetween(weeks.get(one)!, weeks.get(other)!, options))),
  )
}

interface RunOfDays {
  readonly from: number
  readonly to: number
  readonly shifts: readonly Shift[]
  readonly workedMinutes: number
  readonly breakMinutes: number
  readonly unpopularHours: number
}

interface AgentWeek {
  readonly agentId: string
  /** Days with work. */
  readonly days: ReadonlySet<number>
  /** Runs of days of which every shift may be given away, by how long they are together. */
  readonly runs: readonly RunOfDays[]
}

function weekOf(agentId: string, { shiftsOf, shares, clock, isFixed }: ExchangeOptions): AgentWeek {
  const byDay = Array.from({ length: WEEK_DAYS }, (): { shift: Shift; weight: ShiftWeight }[] => [])
  const fixed = new Set<number>()
  for (const shift of shiftsOf(agentId)) {
    const day = clock.dayOf(shift)
    const weight = shares.weightOf(shift)
    if (day < 0 || day >= WEEK_DAYS) continue
    if (weight === null || isFixed(shift)) fixed.add(day)
    else byDay[day]!.push({ shift, weight })
  }
  const runs = RUNS.flatMap(({ from, to }): RunOfDays[] => {
    const parts = byDay.slice(from, to).flat()
    const isWhole = byDay[from]!.length > 0 && byDay[to - 1]!.length > 0
    for (let day = from; day < to; day += 1) if (fixed.has(day)) return []
    if (!isWhole) return []
    const sum = (of: (weight: ShiftWeight) => number): number => parts.reduce((all, { weight }) => all + of(weight), 0)
    return [
      {
        from,
        to,
        shifts: parts.map(({ shift }) => shift),
        workedMinutes: sum(({ workedMinutes }) => workedMinutes),
        breakMinutes: sum(({ breakMinutes }) => breakMinutes),
        unpopularHours: sum(({ unpopularHours }) => unpopularHours),
      },
    ]
  })
  const worked = byDay.flatMap((own, day) => (own.length > 0 ? [day] : []))
  return { agentId, days: new Set([...worked, ...fixed]), runs }
}

function exchangesBetween(one: AgentWeek, other: AgentWeek, { shares }: ExchangeOptions): readonly Exchange[] {
  const found: Exchange[] = []
  const isAboutWishes = shares.hasWishes(one.agentId) || shares.hasWishes(other.agentId)
  // Nothing is shared better where who is farther over the fair share gets more.
  if (!isAboutWishes && shares.over(one.agentId) <= shares.over(other.agentId)) return []
  for (const mine of one.runs) {
    for (const theirs of other.runs) {
      if (!isAboutWishes && mine.unpopularHours <= theirs.unpopularHours) continue
      if (!isFree(other.days, mine, theirs) || !isFree(one.days, theirs, mine)) continue
      const swapped = exchanged(mine, theirs, shares)
      if (swapped === null) continue
      const { oneGets, otherGets, ofOne, ofOther } = swapped
      // The same exchange the other way round is found too.
      if (ofOne > ofOther || (ofOne === ofOther && (one.agentId > other.agentId || !isAboutWishes))) continue
      const ofWishes = isAboutWishes
        ? shares.wishedHours(one.agentId, oneGets) -
          shares.wishedHours(one.agentId, mine.shifts) +
          shares.wishedHours(other.agentId, otherGets) -
          shares.wishedHours(other.agentId, theirs.shifts)
        : 0
      const gain =
        shares.gainOf([
          { agentId: one.agentId, hours: ofOne },
          { agentId: other.agentId, hours: ofOther },
        ]) +
        WISH_WEIGHT * ofWishes
      if (gain < LEAST_GAIN) continue
      const ids = [mine, theirs].map(({ shifts }) =>
        shifts.map(({ id, day, startMinute }) => `${id} ${day} ${startMinute}`).join(','),
      )
      found.push({
        one: one.agentId,
        other: other.agentId,
        given: mine.shifts,
        taken: theirs.shifts,
        ...swapped,
        ofWishes,
        gain,
        key: `${one.agentId} ${ids[0]!} ${other.agentId} ${ids[1]!}`,
      })
    }
  }
  return found
}

/** Runs of days as the other agent works them: as they are where they are as long, else each shift at the time of one of the other's. */
function exchanged(
  mine: RunOfDays,
  theirs: RunOfDays,
  { weightOf }: Shares,
): Pick<Exchange, 'oneGets' | 'otherGets' | 'ofOne' | 'ofOther'> | null {
  const hours = mine.unpopularHours - theirs.unpopularHours
  if (mine.workedMinutes === theirs.workedMinutes && mine.breakMinutes === theirs.breakMinutes)
    return { oneGets: theirs.shifts, otherGets: mine.shifts, ofOne: -hours, ofOther: hours }
  if (mine.shifts.length !== theirs.shifts.length) return null
  const pairs = mine.shifts.map((shift, index) => [shift, theirs.shifts[index]!] as const)
  if (pairs.some(([one, other]) => Math.abs(lengthOf(one) - lengthOf(other)) > MOST_LONGER_MINUTES)) return null
  const oneGets = pairs.map(([one, other]) => atTimeOf(one, other))
  const otherGets = pairs.map(([one, other]) => atTimeOf(other, one))
  const [ofOne, ofOther] = [sumOf(oneGets, weightOf), sumOf(otherGets, weightOf)]
  // A clock change makes the same shift longer or shorter.
  if (ofOne?.workedMinutes !== mine.workedMinutes || ofOther?.workedMinutes !== theirs.workedMinutes) return null
  return {
    oneGets,
    otherGets,
    ofOne: ofOne.unpopularHours - mine.unpopularHours,
    ofOther: ofOther.unpopularHours - theirs.unpopularHours,
  }
}

/** A shift at the day and start of another, as long as it was, with its breaks as long after its start. */
function atTimeOf(shift: Shift, { day, startMinute }: Shift): Shift {
  const later = startMinute - shift.startMinute
  return {
    ...shift,
    day,
    startMinute,
    endMinute: shift.endMinute + later,
    breaks: shift.breaks.map((one) => ({ startMinute: one.startMinute + later, endMinute: one.endMinute + later })),
  }
}

function sumOf(
  shifts: readonly Shift[],
  weightOf: Shares['weightOf'],
): Pick<ShiftWeight, 'workedMinutes' | 'unpopularHours'> | null {
  let [workedMinutes, unpopularHours] = [0, 0]
  for (const shift of shifts) {
    const weight = weightOf(shift)
    if (weight === null) return null
    workedMinutes += weight.workedMinutes
    unpopularHours += weight.unpopularHours
  }
  return { workedMinutes, unpopularHours }
}

/** Whether somebody has no other shift on the days that come, once those that go are gone: one shift a day. */
function isFree(days: ReadonlySet<number>, coming: RunOfDays, going: RunOfDays): boolean {
  for (let day = coming.from; day < coming.to; day += 1)
    if (days.has(day) && (day < going.from || day >= going.to)) return false
  return true
}
