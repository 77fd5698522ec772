import { AppError } from '../../foundation/errors.ts'
import { isLocalDate } from '../../time/local.ts'

export type DayMarkKind = 'holiday' | 'outage' | 'event'

/** What the user says of a day: the program only suggests marks, it never sets one. */
export interface DayMark {
  /** Local date. */
  readonly date: string
  readonly kind: DayMarkKind
  readonly note: string
}

/** How much a marked day counts as an example of its weekday. An outage counts as not observed. */
const WEIGHT_OF: Readonly<Record<DayMarkKind, number>> = { holiday: 0.05, outage: 0, event: 0.25 }

/** Weight of every marked date, 0-1; a date with several marks has its lowest. Throws AppError 'invalid-input' for a date that does not exist. */
export function markWeights(marks: readonly DayMark[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const { date, kind } of marks) {
    if (!isLocalDate(date)) {
      throw new AppError({
        code: 'invalid-input',
        message: `"${date}" is marked, but it is not a date.`,
        next: 'Give marked days as YYYY-MM-DD, such as 2026-12-25.',
      })
    }
    weights.set(date, Math.min(weights.get(date) ?? 1, WEIGHT_OF[kind]))
  }
  return weights
}
