import { totalWithin } from '../../foundation/interval.ts'
import { SLOT_MS } from '../../time/slots.ts'
import type { AttendanceModel, AttendanceProfile } from '../types.ts'
import type { PlannedBlock } from './blocks.ts'
import { breaksInShift, OUTSIDE_QUARTERS, placeInShift, quartersOf, shareAt } from './shift-place.ts'

/** The quarter-hours of a week: `count` of them from instant `start`. */
export interface WeekGrid {
  readonly start: number
  readonly count: number
}

/** How an agent keeps to shifts; null: an open shift. */
export function profileFor(attendance: AttendanceModel, agentId: string | null): AttendanceProfile {
  return (agentId === null ? undefined : attendance.agents[agentId]) ?? attendance.everybody
}

/** Adds to `presence` the chance that somebody is online at each quarter-hour by reason of a planned block; never more than 1. */
export function addPresence(
  presence: Float64Array,
  {
    block,
    profile,
    grid,
  }: { readonly block: PlannedBlock; readonly profile: AttendanceProfile; readonly grid: WeekGrid },
): void {
  visitShares(block, profile, (start, end, share) => {
    const first = Math.floor((start - grid.start) / SLOT_MS)
    const last = Math.floor((end - 1 - grid.start) / SLOT_MS)
    for (let slot = Math.max(0, first); slot <= last && slot < grid.count; slot += 1) {
      const slotStart = grid.start + slot * SLOT_MS
      const covered =
        start === slotStart && end === slotStart + SLOT_MS
          ? 1
          : (Math.min(end, slotStart + SLOT_MS) - Math.max(start, slotStart)) / SLOT_MS
      presence[slot] = Math.min(1, presence[slot]! + profile.shows * share * covered)
    }
  })
}

/** Visits the pieces of a block and its surroundings, each with the share online given that the shift is worked. */
export function visitShares(
  block: PlannedBlock,
  profile: AttendanceProfile,
  visit: (start: number, end: number, share: number) => void,
): void {
  const quarters = quartersOf(block)
  const shares = sharesOf(block, profile)
  const firstBreak = block.breaks[0]?.start ?? Number.POSITIVE_INFINITY
  const lastBreak = block.breaks.at(-1)?.end ?? Number.NEGATIVE_INFINITY
  for (let quarter = -OUTSIDE_QUARTERS; quarter < quarters + OUTSIDE_QUARTERS; quarter += 1) {
    const start = quarter < quarters ? block.start + quarter * SLOT_MS : block.end + (quarter - quarters) * SLOT_MS
    const end = quarter < 0 || quarter >= quarters ? start + SLOT_MS : Math.min(start + SLOT_MS, block.end)
    const share = shares[quarter + OUTSIDE_QUARTERS]!
    const inBreak = end <= firstBreak || start >= lastBreak ? 0 : totalWithin(block.breaks, start, end) / (end - start)
    const asPlanned = inBreak === 0 ? share : share * (1 - inBreak) + profile.duringBreaks * inBreak
    const online =
      block.away === undefined && block.share === undefined ? asPlanned : asPlanned * assumedShare(block, start, end)
    if (online > 0) visit(start, end, online)
  }
}

/** What of a block's agent is left between two instants by what is assumed. */
function assumedShare({ away = [], share = 1 }: PlannedBlock, start: number, end: number): number {
  return share * (1 - totalWithin(away, start, end) / (end - start))
}

/** Most shifts are as long as many others, and every frame of a drag asks. */
const sharesByProfile = new WeakMap<AttendanceProfile, Map<number, Float64Array>>()

/** The share of each quarter-hour of a block and its surroundings, outside of drawn breaks. */
function sharesOf(block: PlannedBlock, profile: AttendanceProfile): Float64Array {
  const byLength = sharesByProfile.get(profile) ?? new Map<number, Float64Array>()
  sharesByProfile.set(profile, byLength)
  const length = block.end - block.start
  const key = block.drawsBreaks ? -length : length
  const found = byLength.get(key)
  if (found !== undefined) return found
  const quarters = quartersOf(block)
  const undrawnBreaks = block.drawsBreaks ? 'drawn' : breaksInShift(block)
  const shares = Float64Array.from({ length: quarters + 2 * OUTSIDE_QUARTERS }, (_, index) =>
    shareAt(profile, placeInShift(index - OUTSIDE_QUARTERS, quarters), undrawnBreaks),
  )
  byLength.set(key, shares)
  return shares
}
