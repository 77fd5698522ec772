import type { ModelWarning } from '../types.ts'
import type { FitInput, FitPool } from './fit-input.ts'
import type { HistoryCheck } from './history-check.ts'
import type { SlotCalendar } from './slot-calendar.ts'

const ENOUGH_WEEKS = 2
const ENOUGH_VISITS = 50
/** Covered while nobody was online: this share of what was covered, and at least this often. */
const OUTSIDE = { share: 0.02, least: 5 }
const POOR_FIT = 0.03

export interface WarningFacts {
  readonly calendar: SlotCalendar
  readonly isAvailabilityFixed: boolean
  readonly check: HistoryCheck
}

export interface FitBasis {
  readonly weeks: number
  /** Visits while at least one agent was online. */
  readonly visits: number
  readonly warnings: readonly ModelWarning[]
}

/** What a pool's fit rests on, and what people should know before they rely on it. */
export function findWarnings(
  input: FitInput,
  pool: FitPool,
  { calendar, isAvailabilityFixed, check }: WarningFacts,
): FitBasis {
  const sums = sumCells(input, pool)
  const weeks = weeksOf(input, calendar)
  const hasOthers = input.pools.some((other) => other !== pool && other.cells.slot.length > 0)
  const found: (ModelWarning | false)[] = [
    sums.online === 0 && sums.visitors > 0 && { kind: 'no-sessions' },
    weeks < ENOUGH_WEEKS && { kind: 'little-history', days: Math.round(weeks * 7) },
    sums.online < ENOUGH_VISITS &&
      (sums.online > 0 || sums.visitors === 0) && { kind: 'few-visits', visits: sums.online },
    isAvailabilityFixed && { kind: 'availability-fixed' },
    pool.members === null && pool.poolId !== null && hasOthers && { kind: 'membership-unknown' },
    sums.coveredOffline >= OUTSIDE.least &&
      sums.coveredOffline > OUTSIDE.share * sums.covered && {
        kind: 'covered-outside-sessions',
        share: sums.coveredOffline / sums.covered,
      },
    check.misfit > POOR_FIT && { kind: 'poor-fit' },
  ]
  return { weeks, visits: sums.online, warnings: found.filter((warning) => warning !== false) }
}

interface CellTotals {
  readonly visitors: number
  readonly covered: number
  readonly online: number
  readonly coveredOffline: number
}

function sumCells({ firstSlot, slots }: FitInput, { cells }: FitPool): CellTotals {
  const sums = { visitors: 0, covered: 0, online: 0, coveredOffline: 0 }
  for (let cell = 0; cell < cells.slot.length; cell++) {
    const slot = cells.slot[cell]! - firstSlot
    if (slot < 0 || slot >= slots) continue
    sums.visitors += cells.visitors[cell]!
    sums.covered += cells.covered[cell]!
    if (cells.agents[cell]! > 0) sums.online += cells.visitors[cell]!
    else sums.coveredOffline += cells.covered[cell]!
  }
  return sums
}

/** From the first day on which anybody came, to any pool, to the last. */
function weeksOf({ pools, firstSlot, slots }: FitInput, { day }: SlotCalendar): number {
  let first = Infinity
  let last = -Infinity
  for (const { cells } of pools) {
    for (let cell = 0; cell < cells.slot.length; cell++) {
      const slot = cells.slot[cell]! - firstSlot
      if (slot < 0 || slot >= slots || cells.visitors[cell] === 0) continue
      first = Math.min(first, day[slot]!)
      last = Math.max(last, day[slot]!)
    }
  }
  return last >= first ? (last - first + 1) / 7 : 0
}
