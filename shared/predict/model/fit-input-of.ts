import { DAY_MS, MINUTE_MS } from '../../foundation/minutes.ts'
import { parseLocalDate } from '../../time/local.ts'
import { SLOT_MS, SLOTS_PER_WEEK } from '../../time/slots.ts'
import { offsetIntervals } from '../../time/zone.ts'
import type { DemandHistory } from '../types.ts'
import type { FitCells, FitInput } from './fit-input.ts'

/** As far back as a fit looks. */
const FIT_WEEKS = 26

export interface PoolHistory {
  readonly poolId: string | null
  readonly members: readonly string[] | null
  /** Countable visits; those at or after the origin are left out. */
  readonly cells: FitCells
  readonly history: DemandHistory
  /** Visitors expected of each slot of the history, in the layout of `history.visitors`. */
  readonly expected: Float64Array
}

export interface FitInputOptions {
  readonly timeZone: string
  /** Epoch milliseconds: nothing at or after it counts. */
  readonly origin: number
  /** At most this many weeks back. */
  readonly weeks?: number | undefined
}

/** What a fit at an origin may know: visits and expected visitors of whole quarter-hours before it, at most 26 weeks back. */
export function fitInputOf(
  pools: readonly PoolHistory[],
  { timeZone, origin, weeks = FIT_WEEKS }: FitInputOptions,
): FitInput {
  const slots = weeks * SLOTS_PER_WEEK
  const firstSlot = Math.floor(origin / SLOT_MS) - slots
  return {
    timeZone,
    firstSlot,
    slots,
    pools: pools.map(({ poolId, members, cells, history, expected }) => ({
      poolId,
      members,
      cells: cellsWithin(cells, firstSlot, firstSlot + slots),
      demand: demandOfSlots(history, expected, { firstSlot, slots }),
    })),
  }
}

/** Visitors expected in each UTC quarter-hour, from columns that run over wall-clock weeks; not a number outside of them. */
export function demandOfSlots(
  history: Pick<DemandHistory, 'timeZone' | 'slotMinutes' | 'slotsPerWeek' | 'weeks' | 'firstDate'>,
  expected: Float64Array,
  { firstSlot, slots }: { readonly firstSlot: number; readonly slots: number },
): Float64Array {
  const demand = new Float64Array(slots).fill(Number.NaN)
  const slotMs = history.slotMinutes * MINUTE_MS
  const localStart = parseLocalDate(history.firstDate) * DAY_MS
  const share = SLOT_MS / slotMs
  for (const { start, end, offsetMs } of offsetIntervals(
    history.timeZone,
    firstSlot * SLOT_MS,
    (firstSlot + slots) * SLOT_MS,
  )) {
    const first = Math.max(0, Math.ceil(start / SLOT_MS) - firstSlot)
    const last = Math.min(slots, Math.ceil(end / SLOT_MS) - firstSlot)
    for (let slot = first; slot < last; slot++) {
      const place = Math.floor(((firstSlot + slot) * SLOT_MS + offsetMs - localStart) / slotMs)
      if (place >= 0 && place < expected.length) demand[slot] = expected[place]! * share
    }
  }
  return demand
}

function cellsWithin(cells: FitCells, firstSlot: number, endSlot: number): FitCells {
  const kept: number[] = []
  for (let cell = 0; cell < cells.slot.length; cell++) {
    const slot = cells.slot[cell]!
    if (slot >= firstSlot && slot < endSlot) kept.push(cell)
  }
  if (kept.length === cells.slot.length) return cells
  const only = (column: ArrayLike<number>): Float64Array => Float64Array.from(kept, (cell) => column[cell]!)
  return {
    slot: only(cells.slot),
    agents: only(cells.agents),
    visitors: only(cells.visitors),
    covered: only(cells.covered),
  }
}
