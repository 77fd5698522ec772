import type { Interval } from '../../foundation/interval.ts'
import { HOUR_MS } from '../../foundation/minutes.ts'
import { SLOT_MS } from '../../time/slots.ts'
import type { AttendanceProfile } from '../types.ts'

/** Quarter-hours from an edge of a shift that have a share of their own; further in is the middle. */
export const EDGE_QUARTERS = 6
/** Quarter-hours before and after a shift in which people may be online already, or still. */
export const OUTSIDE_QUARTERS = 3

/** The lists of a profile in which a quarter-hour of a shift may have its share. */
export type EdgeList = 'beforeStart' | 'sinceStart' | 'beforeEnd' | 'afterEnd'

/** Where in (or about) a shift a quarter-hour lies: an edge's list and place in it, or the middle. */
export type ShiftPlace = { readonly list: EdgeList; readonly index: number } | 'middle'

/** The place of quarter-hour `quarter` since the start of a shift that has `quarters` of them. Negative: before it. */
export function placeInShift(quarter: number, quarters: number): ShiftPlace {
  if (quarter < 0) return { list: 'beforeStart', index: -1 - quarter }
  if (quarter >= quarters) return { list: 'afterEnd', index: quarter - quarters }
  const toEnd = quarters - 1 - quarter
  if (quarter <= toEnd) return quarter < EDGE_QUARTERS ? { list: 'sinceStart', index: quarter } : 'middle'
  return toEnd < EDGE_QUARTERS ? { list: 'beforeEnd', index: toEnd } : 'middle'
}

/** Quarter-hours of a shift, the last perhaps cut short. */
export function quartersOf(shift: Interval): number {
  return Math.max(1, Math.ceil((shift.end - shift.start) / SLOT_MS))
}

/**
 * Share online, given that the shift is worked, at a place outside of drawn breaks. `undrawnBreaks` says how much of the breaks of a long
 * shift people take without the plan's saying so; 'drawn' that the plan says when breaks are.
 */
export function shareAt(profile: AttendanceProfile, place: ShiftPlace, undrawnBreaks: number | 'drawn'): number {
  if (place !== 'middle') return profile[place.list][place.index] ?? 0
  if (undrawnBreaks === 'drawn') return profile.middleOutsideBreaks
  const unbroken = shareUnbroken(profile)
  return unbroken + undrawnBreaks * (profile.middle - unbroken)
}

/** Share online of somebody who has settled in and takes no break: about drawn breaks it is less, since people go early and come back late. */
function shareUnbroken({ sinceStart, beforeEnd, middleOutsideBreaks }: AttendanceProfile): number {
  return Math.max(middleOutsideBreaks, ((sinceStart.at(-1) ?? 0) + (beforeEnd.at(-1) ?? 0)) / 2)
}

/** Up to so long people do without breaks; from so long on they take all. */
const WITHOUT_BREAKS_MS = 4 * HOUR_MS
const WITH_BREAKS_MS = 6 * HOUR_MS

/** How much of the breaks of a long shift are taken in one that is so long, 0-1. */
export function breaksInShift({ start, end }: Interval): number {
  return Math.min(1, Math.max(0, (end - start - WITHOUT_BREAKS_MS) / (WITH_BREAKS_MS - WITHOUT_BREAKS_MS)))
}
