import { dayTables, optionWorths, type DayTable, type OptionWorths, type WeekPrices } from './day-tables.ts'
import type { Pick, Picks } from './shift-option.ts'
import { placeOf, type Stage, type WeekProgramme } from './week-programme.ts'

export interface BestWeek {
  readonly picks: Picks
  /** Worth less prices. */
  readonly total: number
  readonly units: number
}

/**
 * The week of most worth, among those that the rules allow; null: there is none. Over the edge of a repeated week rules are left out, so that
 * what it is worth is a bound on that of `bestRepeatedWeek`.
 */
export function bestWeek(programme: WeekProgramme, prices: WeekPrices): BestWeek | null {
  const worths = optionWorths(programme, prices)
  const first = solve(programme, prices, freeAttempt(programme, worths))
  if (first === null || programme.edges.isRepeated || hasLongRest(first, programme)) return first
  return solve(programme, prices, restingAttempt(programme, worths))
}

/** Without a look at the long rest of the week, which most weeks have anyway. */
function freeAttempt(programme: WeekProgramme, worths: OptionWorths): Attempt {
  const { stages, edges } = programme
  const { earliest, daysBefore } = edges
  const tables = dayTables(stages, worths)
  return { stages, tables, earliest, earliestAfterLongRest: earliest, daysBefore, mostAtEnd: null, longRest: 'ignored' }
}

/** With the long rest anywhere. */
function restingAttempt(programme: WeekProgramme, worths: OptionWorths): Attempt {
  const stages = programme.stagesWithLongRest()
  const { earliest, earliestAfterLongRest, daysBefore } = programme.edges
  const tables = dayTables(stages, worths)
  return { stages, tables, earliest, earliestAfterLongRest, daysBefore, mostAtEnd: null, longRest: 'any' }
}

/** The same with rest and days in a row looked at over the edge of a repeated week; null: there is none that is worth more than `above`. */
export function bestRepeatedWeek(
  programme: WeekProgramme,
  prices: WeekPrices,
  above = Number.NEGATIVE_INFINITY,
): BestWeek | null {
  const { edges, limits, slots } = programme
  const worths = optionWorths(programme, prices)
  const free = freeAttempt(programme, worths)
  const first = solve(programme, prices, free)
  if (first === null || first.total <= above) return null
  if (!edges.isRepeated) {
    if (hasLongRest(first, programme)) return first
    const rested = solve(programme, prices, restingAttempt(programme, worths))
    return rested === null || rested.total <= above ? null : rested
  }
  if (isRoundWeek(first, programme)) return first
  // The days in a row at the end are guessed, and then must not be more.
  const guesses = limits.maxDays === null ? [null] : Array.from({ length: limits.maxDays + 1 }, (_, days) => days)
  let best: BestWeek | null = null
  let most = above
  let withLongRest: Attempt | null = null
  /** Whether a week is worth more than what is known, and may still have to be made to go round. */
  const isOpen = (found: BestWeek | null): found is BestWeek => {
    if (found === null || found.total <= most) return false
    if (!isRoundWeek(found, programme)) return true
    best = found
    most = found.total
    return false
  }
  /** Weeks of an attempt that have so many slots between their end and their begin: as late as one of them ends, or as early as it begins. */
  const takeApart = (attempt: Attempt, found: BestWeek, rest: number): void => {
    const [begin, end] = edgesOf(found)
    if (begin + slots >= end + rest) return
    const after = (earliest: number) => ({ earliest, earliestAfterLongRest: earliest })
    const until = (earliest: number) => ({ tables: dayTables(attempt.stages, worths, earliest + slots - rest) })
    isOpen(solve(programme, prices, { ...attempt, ...until(begin) }))
    isOpen(solve(programme, prices, { ...attempt, ...after(end + rest - slots) }))
    if (rest === limits.restSlots) return
    for (const share of [0, 0.5, 1]) {
      const earliest = Math.round(share * rest)
      isOpen(solve(programme, prices, { ...attempt, ...after(earliest), ...until(earliest) }))
    }
  }
  for (const days of guesses) {
    // Nothing is worth more than what no edge holds back.
    if (most >= first.total - 1e-9) break
    const guess = { daysBefore: days ?? 0, mostAtEnd: days }
    const found = days === null ? first : solve(programme, prices, { ...free, ...guess })
    if (!isOpen(found)) continue
    takeApart({ ...free, ...guess }, found, limits.restSlots)
    if (limits.longRestSlots === null) continue
    // The long rest is over the week's edge, or between two shifts.
    takeApart({ ...free, ...guess }, found, Math.max(limits.restSlots, limits.longRestSlots))
    withLongRest ??= { ...restingAttempt(programme, worths), longRest: 'within' }
    const resting = { ...withLongRest, ...guess }
    const rested = solve(programme, prices, resting)
    if (isOpen(rested)) takeApart(resting, rested, limits.restSlots)
  }
  return best
}

interface Attempt {
  readonly stages: readonly Stage[]
  readonly tables: readonly DayTable[]
  readonly earliest: number
  readonly earliestAfterLongRest: number
  readonly daysBefore: number
  /** Days in a row at the week's end, at most; null: any. */
  readonly mostAtEnd: number | null
  /** Where the long rest lies that every week has to have: between two shifts, or before the first too. */
  readonly longRest: 'ignored' | 'any' | 'within'
}

/** Whether a week may be followed by itself. */
function isRoundWeek(week: Part<BestWeek, 'picks'>, programme: WeekProgramme): boolean {
  return (
    isRested(week, programme) && hasLongRest(week, programme) && !hasTooManyDays(week.picks, programme.limits.maxDays)
  )
}

function hasLongRest({ picks }: Part<BestWeek, 'picks'>, { limits, edges, slots }: WeekProgramme): boolean {
  const least = limits.longRestSlots
  const worked = picks.flatMap((pick) => pick?.option ?? [])
  if (least === null || worked.length === 0) return true
  const first = worked[0]!.startAt
  if (!edges.isRepeated && first >= edges.earliestAfterLongRest) return true
  const afterLast = edges.isRepeated ? first + slots : edges.latest
  return worked.some(({ endAt }, index) => (worked[index + 1]?.startAt ?? afterLast) >= endAt + least)
}

function isRested(week: Part<BestWeek, 'picks'>, { limits, slots }: WeekProgramme): boolean {
  const [begin, end] = edgesOf(week)
  return begin + slots >= end + limits.restSlots
}

function edgesOf({ picks }: Part<BestWeek, 'picks'>): readonly [number, number] {
  const worked = picks.flatMap((pick) => (pick === null ? [] : [pick.option]))
  if (worked.length === 0) return [0, Number.NEGATIVE_INFINITY]
  return [worked[0]!.startAt, worked.at(-1)!.endAt]
}

function hasTooManyDays(picks: Picks, most: number | null): boolean {
  if (most === null) return false
  if (picks.every((pick) => pick !== null)) return true
  let run = 0
  for (let day = 0; day < 14; day += 1) {
    run = picks[day % 7] === null ? 0 : run + 1
    if (run > most) return true
  }
  return false
}

/** Memory of the dynamic programme, used again and again: worths of the states of two days, and for each day how each state was reached. */
const scratch = {
  worth: [new Float64Array(0), new Float64Array(0)] as Float64Array[],
  /** Whether any place of a state and number of days in a row was reached. */
  reached: [new Uint8Array(0), new Uint8Array(0)] as Uint8Array[],
  from: Array.from({ length: 7 }, (): Int32Array => new Int32Array(0)),
  chosen: Array.from({ length: 7 }, (): Int32Array => new Int32Array(0)),
}

function solve(programme: WeekProgramme, { maxUnits }: WeekPrices, attempt: Attempt): BestWeek | null {
  const { lastStarts, limits, choices } = programme
  const { stages } = attempt
  const { states, next: nextState, units } = choices.kinds
  const most = limits.maxDays
  const runs = most === null ? 1 : most + 1
  if (most !== null && attempt.daysBefore > most) return null
  // A second state where a long rest has to be: whether it was, or is the one at hand.
  const rests = attempt.longRest === 'ignored' ? 1 : 2
  const rows = states * runs * rests
  const placesAt = (day: number): number => (day < 7 ? stages[day]!.starts.length : lastStarts.length) + 1
  let places = placesAt(0)
  let now = roomForWorth(0, rows * places)
  scratch.reached[0] = flagsFor(scratch.reached[0]!, rows)
  const firstRow = (most === null ? 0 : attempt.daysBefore) * rests
  const begin = (row: number, earliest: number): void => {
    reach({ flags: scratch.reached[0]!, worths: now, row, places })
    now[row * places + placeOf(stages[0]!.starts, earliest)] = 0
  }
  begin(firstRow, attempt.earliest)
  if (attempt.longRest === 'any') begin(firstRow + 1, attempt.earliestAfterLongRest)
  for (let day = 0; day < 7; day += 1) {
    const { offPlace, mayBeOff } = stages[day]!
    const table = attempt.tables[day]!
    const nextPlaces = placesAt(day + 1)
    const size = rows * nextPlaces
    const after = roomForWorth((day + 1) % 2, size)
    const from = (scratch.from[day] = roomFor(scratch.from[day]!, size))
    const chosen = (scratch.chosen[day] = roomFor(scratch.chosen[day]!, size))
    const reached = scratch.reached[day % 2]!
    const reachedAfter = (scratch.reached[(day + 1) % 2] = flagsFor(scratch.reached[(day + 1) % 2]!, rows))
    for (let row = 0; row < rows; row += 1) {
      if (reached[row] === 0) continue
      const rested = row % rests
      const run = Math.floor(row / rests) % runs
      const state = Math.floor(row / (rests * runs))
      const runAfter = most === null ? 0 : run + 1
      let bestSoFar = Number.NEGATIVE_INFINITY
      for (let place = 0; place < places; place += 1) {
        const worth = now[row * places + place]!
        // Rested earlier and worth as much: nothing is lost by leaving this one out.
        if (!(worth > bestSoFar)) continue
        bestSoFar = worth
        if (mayBeOff) {
          const rowAfter = state * runs * rests + rested
          if (reachedAfter[rowAfter] === 0)
            reach({ flags: reachedAfter, worths: after, row: rowAfter, places: nextPlaces })
          const entry = rowAfter * nextPlaces + offPlace[place]!
          if (worth > after[entry]!) {
            after[entry] = worth
            from[entry] = row * places + place
            chosen[entry] = -1
          }
        }
        if (runAfter >= runs) continue
        for (let found = table.from[place]!; found < table.from[place + 1]!; found += 1) {
          const total = worth + table.worth[found]!
          const kind = table.kind[found]!
          const stateAfter = kind < 0 ? state : nextState[kind]![state]!
          if (stateAfter < 0 || units[stateAfter]! > maxUnits + 1e-9) continue
          for (let restedAfter = rested; restedAfter < rests; restedAfter += 1) {
            const rowAfter = (stateAfter * runs + runAfter) * rests + restedAfter
            if (reachedAfter[rowAfter] === 0)
              reach({ flags: reachedAfter, worths: after, row: rowAfter, places: nextPlaces })
            const restEnds = restedAfter > rested ? table.longRestedAt[found]! : table.restedAt[found]!
            const entry = rowAfter * nextPlaces + restEnds
            if (total > after[entry]!) {
              after[entry] = total
              from[entry] = row * places + place
              chosen[entry] = table.option[found]!
            }
          }
        }
      }
    }
    now = after
    places = nextPlaces
  }
  return traceBack(programme, attempt, { now, places, runs, rests, reached: scratch.reached[1]! })
}

function traceBack(
  programme: WeekProgramme,
  { stages, tables, mostAtEnd }: Attempt,
  {
    now,
    places,
    runs,
    rests,
    reached,
  }: {
    readonly now: Float64Array
    readonly places: number
    readonly runs: number
    readonly rests: number
    readonly reached: Uint8Array
  },
): BestWeek | null {
  const { lastStarts, choices } = programme
  const { mayEnd, states } = choices.kinds
  let best = -1
  for (let entry = 0; entry < states * runs * rests * places; entry += 1) {
    const row = Math.floor(entry / places)
    if (reached[row] === 0 || now[entry] === Number.NEGATIVE_INFINITY) continue
    if (mayEnd[Math.floor(row / (runs * rests))] === 0 || (rests === 2 && row % rests === 0)) continue
    if (entry % places > lastStarts.length - 1 && lastStarts.length > 0) continue
    if (mostAtEnd !== null && Math.floor(row / rests) % runs > mostAtEnd) continue
    if (best < 0 || now[entry]! > now[best]!) best = entry
  }
  if (best < 0) return null
  const total = now[best]!
  const state = Math.floor(best / (runs * rests * places))
  const picks: (Pick | null)[] = Array.from({ length: 7 }, () => null)
  let entry = best
  for (let day = 6; day >= 0; day -= 1) {
    const index = scratch.chosen[day]![entry]!
    if (index >= 0) picks[day] = { option: stages[day]!.options[index]!, breakAt: tables[day]!.breakAt[index]! }
    entry = scratch.from[day]![entry]!
  }
  return { picks, total, units: choices.kinds.units[state]! }
}

function roomForWorth(place: number, length: number): Float64Array {
  if (scratch.worth[place]!.length < length) scratch.worth[place] = new Float64Array(2 * length)
  return scratch.worth[place]!
}

/** What was left in a row by the day before last is cleared when the row is first reached. */
function reach({
  flags,
  worths,
  row,
  places,
}: {
  readonly flags: Uint8Array
  readonly worths: Float64Array
  readonly row: number
  readonly places: number
}): void {
  flags[row] = 1
  worths.fill(Number.NEGATIVE_INFINITY, row * places, (row + 1) * places)
}

function roomFor(kept: Int32Array, length: number): Int32Array {
  return kept.length < length ? new Int32Array(2 * length) : kept
}

function flagsFor(kept: Uint8Array, length: number): Uint8Array {
  if (kept.length < length) return new Uint8Array(2 * length)
  return kept.fill(0, 0, length)
}

type Part<T, K extends keyof T> = { readonly [Name in K]: T[Name] }
