import { DAY_MS } from '../../foundation/minutes.ts'
import { hourOfWeekOfLocal } from '../../time/hours-of-week.ts'
import { SLOT_MS } from '../../time/slots.ts'
import { offsetIntervals } from '../../time/zone.ts'
import type { FitInput } from './fit-input.ts'

/** Where each UTC slot of a fit falls on the local calendar. */
export interface SlotCalendar {
  /** Local day as a day number of the calendar. */
  readonly day: Int32Array
  /** Hour cell of the week. */
  readonly hourCell: Uint8Array
}

/** Throws AppError 'invalid-input' for an unknown zone. */
export function slotCalendar({
  timeZone,
  firstSlot,
  slots,
}: Pick<FitInput, 'timeZone' | 'firstSlot' | 'slots'>): SlotCalendar {
  const day = new Int32Array(slots)
  const hourCell = new Uint8Array(slots)
  for (const { start, end, offsetMs } of offsetIntervals(
    timeZone,
    firstSlot * SLOT_MS,
    (firstSlot + slots) * SLOT_MS,
  )) {
    const first = Math.max(0, Math.ceil(start / SLOT_MS) - firstSlot)
    const last = Math.min(slots, Math.ceil(end / SLOT_MS) - firstSlot)
    for (let slot = first; slot < last; slot++) {
      const local = (firstSlot + slot) * SLOT_MS + offsetMs
      const localDay = Math.floor(local / DAY_MS)
      day[slot] = localDay
      hourCell[slot] = hourOfWeekOfLocal(local)
    }
  }
  return { day, hourCell }
}
