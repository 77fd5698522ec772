import { dayTables, type DayTable, type WeekPrices } from './day-tables.ts'
import type { Pick, Picks } from './shift-option.ts'
import { placeOf, type WeekProgramme } from './week-programme.ts'

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
  const tables = dayTables(programme, prices)
  const { earliest, daysBefore } = programme.edges
  return solve(programme, prices, { tables, earliest, daysBefore, mostAtEnd: null })
}

/** The same with rest and days in a row looked at over the edge of a repeated week. */
export function bestRepeatedWeek(programme: WeekProgramme, prices: WeekPrices): BestWeek | null {
  const tables = dayTables(programme, prices)
  const { edges, limits, slots } = programme
  const { earliest, daysBefore } = edges
  const free = { tables, earliest, daysBefore, mostAtEnd: null }
  const first = solve(programme, prices, free)
  if (first === null || !edges.isRepeated || isRoundWeek(first, programme)) return first
  // The days in a row at the end are guessed, and then must not be more.
  const guesses = limits.maxDays === null ? [null] : Array.from({ length: limits.maxDays + 1 }, (_, days) => days)
  let best: BestWeek | null = null
  const take = (found: BestWeek | null): void => {
    if (found !== null && isRoundWeek(found, programme) && (best === null || found.total > best.total)) best = found
  }
  for (const days of guesses) {
    // Nothing is worth more than what no edge holds back.
    if (best !== null && (best as BestWeek).total >= first.total - 1e-9) break
    const guessed = { ...free, daysBefore: days ?? 0, mostAtEnd: days }
    const found = solve(programme, prices, guessed)
    if (found === null) continue
    take(found)
    if (isRested(found, programme)) continue
    const [begin, end] = edgesOf(found)
    take(
      solve(programme, prices, { ...guessed, tables: dayTables(programme, prices, begin + slots - limits.restSlots) }),
    )
    take(solve(programme, prices, { ...guessed, earliest: end + limits.restSlots - slots }))
  }
  return best
}

interface Attempt {
  readonly tables: readonly DayTable[]
  readonly earliest: number
  readonly daysBefore: number
  /** Days in a row at the week's end, at most; null: any. */
  readonly mostAtEnd: number | null
}

/** Whether a week may be followed by itself. */
function isRoundWeek(week: Part<BestWeek, 'picks'>, programme: WeekProgramme): boolean {
  return isRested(week, programme) && !hasTooManyDays(week.picks, programme.limits.maxDays)
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
  const { stages, lastStarts, limits, choices } = programme
  const { states, next: nextState, units } = choices.kinds
  const most = limits.maxDays
  const runs = most === null ? 1 : most + 1
  if (most !== null && attempt.daysBefore > most) return null
  const placesAt = (day: number): number => (day < 7 ? stages[day]!.starts.length : lastStarts.length) + 1
  let places = placesAt(0)
  let now = roomForWorth(0, states * runs * places)
  scratch.reached[0] = flagsFor(scratch.reached[0]!, states * runs)
  const firstRow = most === null ? 0 : attempt.daysBefore
  reach({ flags: scratch.reached[0]!, worths: now, row: firstRow, places })
  now[firstRow * places + placeOf(stages[0]!.starts, attempt.earliest)] = 0
  for (let day = 0; day < 7; day += 1) {
    const { offPlace, mayBeOff } = stages[day]!
    const table = attempt.tables[day]!
    const nextPlaces = placesAt(day + 1)
    const size = states * runs * nextPlaces
    const after = roomForWorth((day + 1) % 2, size)
    const from = (scratch.from[day] = roomFor(scratch.from[day]!, size))
    const chosen = (scratch.chosen[day] = roomFor(scratch.chosen[day]!, size))
    const reached = scratch.reached[day % 2]!
    const reachedAfter = (scratch.reached[(day + 1) % 2] = flagsFor(scratch.reached[(day + 1) % 2]!, states * runs))
    for (let state = 0; state < states; state += 1) {
      for (let run = 0; run < runs; run += 1) {
        if (reached[state * runs + run] === 0) continue
        const row = (state * runs + run) * places
        let bestSoFar = Number.NEGATIVE_INFINITY
        for (let place = 0; place < places; place += 1) {
          const worth = now[row + place]!
          // Rested earlier and worth as much: nothing is lost by leaving this one out.
          if (!(worth > bestSoFar)) continue
          bestSoFar = worth
          if (mayBeOff) {
            const rowAfter = state * runs
            if (reachedAfter[rowAfter] === 0)
              reach({ flags: reachedAfter, worths: after, row: rowAfter, places: nextPlaces })
            const entry = rowAfter * nextPlaces + offPlace[place]!
            if (worth > after[entry]!) {
              after[entry] = worth
              from[entry] = row + place
              chosen[entry] = -1
            }
          }
          const runAfter = most === null ? 0 : run + 1
          if (runAfter >= runs) continue
          for (let found = table.from[place]!; found < table.from[place + 1]!; found += 1) {
            const total = worth + table.worth[found]!
            const kind = table.kind[found]!
            const stateAfter = kind < 0 ? state : nextState[kind]![state]!
            if (stateAfter < 0 || units[stateAfter]! > maxUnits + 1e-9) continue
            const rowAfter = stateAfter * runs + runAfter
            if (reachedAfter[rowAfter] === 0)
              reach({ flags: reachedAfter, worths: after, row: rowAfter, places: nextPlaces })
            const entry = rowAfter * nextPlaces + table.restedAt[found]!
            if (total > after[entry]!) {
              after[entry] = total
              from[entry] = row + place
              chosen[entry] = table.option[found]!
            }
          }
        }
      }
    }
    now = after
    places = nextPlaces
  }
  return traceBack(programme, attempt, { now, places, runs, reached: scratch.reached[1]! })
}

function traceBack(
  programme: WeekProgramme,
  { tables, mostAtEnd }: Attempt,
  {
    now,
    places,
    runs,
    reached,
  }: { readonly now: Float64Array; readonly places: number; readonly runs: number; readonly reached: Uint8Array },
): BestWeek | null {
  const { stages, lastStarts, choices } = programme
  const { mayEnd, states } = choices.kinds
  let best = -1
  for (let entry = 0; entry < states * runs * places; entry += 1) {
    const row = Math.floor(entry / places)
    if (reached[row] === 0 || mayEnd[Math.floor(row / runs)] === 0 || now[entry] === Number.NEGATIVE_INFINITY) continue
    if (entry % places > lastStarts.length - 1 && lastStarts.length > 0) continue
    if (mostAtEnd !== null && row % runs > mostAtEnd) continue
    if (best < 0 || now[entry]! > now[best]!) best = entry
  }
  if (best < 0) return null
  const total = now[best]!
  const state = Math.floor(best / (runs * places))
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
