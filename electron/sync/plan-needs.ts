import { type Interval, isEmpty } from '../../shared/foundation/interval.ts'
import { DAY_MS } from '../../shared/foundation/minutes.ts'
import { utcDayInterval, floorSlot, utcDayOf } from '../../shared/time/slots.ts'
import type { SyncedDay } from './cache.ts'

/**
 * Why a part of a day is pulled: it is not there yet; it grew since; it was counted from or by something else, or a part of it must
 * be counted again; the clock was set back into it; the user wants it again; sessions changed; the source differs.
 */
export type NeedKind = 'missing' | 'tail' | 'stale' | 'set-back' | 'full' | 'sessions' | 'differs'

/** The part of one UTC day to pull, within the day and not after now. */
export interface DayNeed extends Interval {
  readonly day: number
  readonly kind: NeedKind
}

export interface NeedsQuestion {
  readonly days: ReadonlyMap<number, SyncedDay>
  /** UTC day numbers, both inside. */
  readonly fromDay: number
  readonly toDay: number
  readonly now: number
  readonly overlapMs: number
  readonly sourceFingerprint: string
  readonly countingFingerprint: (day: number) => string
  /** Every day of the range again. */
  readonly full: boolean
  /** Also days of which the cache kept its own figures. */
  readonly takeSource: boolean
  /** Days can only be counted as a whole (countries are folded by the day's visits). */
  readonly wholeDays: boolean
}

/** What is missing of a range of UTC days, newest first, at most one part a day. */
export function planNeeds(question: NeedsQuestion): readonly DayNeed[] {
  const needs: DayNeed[] = []
  const last = Math.min(question.toDay, utcDayOf(question.now))
  for (let day = last; day >= question.fromDay; day -= 1) {
    const need = needOf(day, question)
    if (need !== null && !isEmpty(need)) needs.push(need)
  }
  return needs
}

/** A day from its start to its end or now. */
export function wholeDay(day: number, now: number): Omit<DayNeed, 'kind'> {
  const { start, end } = utcDayInterval(day)
  return { day, start, end: Math.min(end, now) }
}

/** Whether a need covers all there is of its day. */
export function isWholeDay(need: DayNeed, now: number): boolean {
  const whole = wholeDay(need.day, now)
  return need.start <= whole.start && need.end >= whole.end
}

/** Whether the cache kept figures that the source no longer has. */
export function hasKeptFigures(record: SyncedDay): boolean {
  return record.visitors !== record.sourceVisitors || record.covered !== record.sourceCovered
}

function needOf(day: number, question: NeedsQuestion): DayNeed | null {
  const whole = wholeDay(day, question.now)
  const record = question.days.get(day)
  if (record === undefined) return { ...whole, kind: 'missing' }
  const end = (day + 1) * DAY_MS
  if (record.syncedThrough > question.now && end > question.now) return { ...whole, kind: 'set-back' }
  const isCurrent =
    record.sourceFingerprint === question.sourceFingerprint &&
    record.countingFingerprint === question.countingFingerprint(day)
  if (!isCurrent) return { ...whole, kind: 'stale' }
  if (question.full) return { ...whole, kind: 'full' }
  if (question.takeSource && hasKeptFigures(record)) return { ...whole, kind: 'full' }

  const readAgainFrom = record.syncedThrough - question.overlapMs
  if (readAgainFrom >= end) return null
  // What the source itself says of a day with kept figures is only known of the whole day.
  const needsWholeDay = question.wholeDays || hasKeptFigures(record)
  return {
    ...whole,
    start: needsWholeDay ? whole.start : floorSlot(Math.max(whole.start, readAgainFrom)),
    kind: 'tail',
  }
}
