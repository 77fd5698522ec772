import { clip, intersect, type Interval, total, totalWithin } from '../../foundation/interval.ts'
import { SLOT_MS } from '../../time/slots.ts'
import type { AttendanceProfile } from '../types.ts'
import type { PlannedBlock } from './blocks.ts'
import {
  breaksInShift,
  EDGE_QUARTERS,
  OUTSIDE_QUARTERS,
  placeInShift,
  quartersOf,
  type EdgeList,
} from './shift-place.ts'

/** Time online of time planned, in quarter-hours. */
export interface Share {
  online: number
  planned: number
}

/** What a profile is made of, added up over shifts. */
export interface AttendanceSums {
  /** Regular shifts: how many were worked, of how many. */
  readonly shows: Share
  readonly lists: Readonly<Record<EdgeList, readonly Share[]>>
  readonly middleOutside: Share
  readonly inBreaks: Share
  /** The whole middle of shifts that are long enough for breaks, these and all. */
  readonly middle: Share
  /** Worked shifts. */
  shifts: number
}

/** A quarter of an hour online says that the shift was begun. */
const WORKED_MS = SLOT_MS

/** Sums of nothing seen yet. */
export function emptySums(): AttendanceSums {
  const share = (): Share => ({ online: 0, planned: 0 })
  const list = (length: number): readonly Share[] => Array.from({ length }, share)
  return {
    shows: share(),
    lists: {
      beforeStart: list(OUTSIDE_QUARTERS),
      sinceStart: list(EDGE_QUARTERS),
      beforeEnd: list(EDGE_QUARTERS),
      afterEnd: list(OUTSIDE_QUARTERS),
    },
    middleOutside: share(),
    inBreaks: share(),
    middle: share(),
    shifts: 0,
  }
}

/** What happened in and about one planned block. */
export interface ObservedBlock {
  readonly block: PlannedBlock
  /** The agent's time online, apart and in order. */
  readonly online: readonly Interval[]
  /** Time before and after the block that is no other block's. */
  readonly from: number
  readonly to: number
  /** Whether not having worked it counts as an absence. */
  readonly isExpected: boolean
}

/** Adds what happened in one planned block. Says whether it was worked. */
export function addBlock(sums: AttendanceSums, { block, online, from, to, isExpected }: ObservedBlock): boolean {
  const isWorked = totalWithin(online, block.start, block.end) >= Math.min(WORKED_MS, (block.end - block.start) / 2)
  if (isExpected) add(sums.shows, Number(isWorked), 1)
  if (!isWorked) return false
  sums.shifts += 1
  const quarters = quartersOf(block)
  const breaks = breaksInShift(block)
  for (let quarter = -OUTSIDE_QUARTERS; quarter < quarters + OUTSIDE_QUARTERS; quarter += 1) {
    const start = Math.max(
      from,
      quarter < quarters ? block.start + quarter * SLOT_MS : block.end + (quarter - quarters) * SLOT_MS,
    )
    const end = Math.min(
      to,
      quarter < quarters ? Math.min(block.start + (quarter + 1) * SLOT_MS, block.end) : start + SLOT_MS,
    )
    if (end <= start) continue
    const inBreaks = totalWithin(block.breaks, start, end)
    const onlineTime = totalWithin(online, start, end)
    const onlineInBreaks = inBreaks > 0 ? total(intersect(clip(block.breaks, { start, end }), online)) : 0
    const outside = [(onlineTime - onlineInBreaks) / SLOT_MS, (end - start - inBreaks) / SLOT_MS] as const
    add(sums.inBreaks, onlineInBreaks / SLOT_MS, inBreaks / SLOT_MS)
    const place = placeInShift(quarter, quarters)
    if (place !== 'middle') {
      add(sums.lists[place.list][place.index]!, ...outside)
      continue
    }
    add(sums.middleOutside, ...outside)
    add(sums.middle, (breaks * onlineTime) / SLOT_MS, (breaks * (end - start)) / SLOT_MS)
  }
  return true
}

/** Adds all of `more`, each time counted `weight` times. */
export function addSums(sums: AttendanceSums, more: AttendanceSums, weight = 1): void {
  for (const [into, from] of pairsOf(sums, more)) add(into, from.online * weight, from.planned * weight)
  sums.shifts += more.shifts * weight
}

/** The share of a sum, drawn towards `prior` as if that had been seen `strength` times. */
function shrunk({ online, planned }: Share, prior: number, strength: number): number {
  return Math.min(1, Math.max(0, (online + strength * prior) / (planned + strength)))
}

/** How much each list knows of a profile's prior: shows in shifts, edges in quarter-hours of that place, the middle in quarter-hours. */
export interface Strength {
  readonly shows: number
  readonly edge: number
  readonly middle: number
}

/** A profile from sums and what is taken to be so before them. */
export function profileOf(sums: AttendanceSums, prior: AttendanceProfile, strength: Strength): AttendanceProfile {
  const list = (name: EdgeList): readonly number[] =>
    sums.lists[name].map((share, index) => shrunk(share, prior[name][index] ?? 0, strength.edge))
  return {
    shows: shrunk(sums.shows, prior.shows, strength.shows),
    beforeStart: list('beforeStart'),
    sinceStart: list('sinceStart'),
    beforeEnd: list('beforeEnd'),
    afterEnd: list('afterEnd'),
    middle: shrunk(sums.middle, prior.middle, strength.middle),
    middleOutsideBreaks: shrunk(sums.middleOutside, prior.middleOutsideBreaks, strength.middle),
    duringBreaks: shrunk(sums.inBreaks, prior.duringBreaks, strength.edge),
    shifts: sums.shifts,
  }
}

function pairsOf(one: AttendanceSums, other: AttendanceSums): readonly (readonly [Share, Share])[] {
  const sharesOf = ({ shows, lists, middleOutside, inBreaks, middle }: AttendanceSums): readonly Share[] => [
    shows,
    middleOutside,
    inBreaks,
    middle,
    ...lists.beforeStart,
    ...lists.sinceStart,
    ...lists.beforeEnd,
    ...lists.afterEnd,
  ]
  const others = sharesOf(other)
  return sharesOf(one).map((share, index) => [share, others[index]!])
}

function add(share: Share, online: number, planned: number): void {
  share.online += online
  share.planned += planned
}
