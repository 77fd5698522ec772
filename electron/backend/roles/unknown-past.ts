import type { PredictionFacts } from '../../../shared/predict/assemble/facts.ts'
import type { Past } from '../../../shared/predict/assemble/past.ts'
import { addDays, localDateOf, localRange } from '../../../shared/time/local.ts'

/** A past of which not one whole day is known: it says nothing, which is not the same as nobody coming. */
export interface UnknownPast {
  /** Local date of the origin. */
  readonly before: string
  /** The first whole local day that is known, or will be once it is over; null: none is. */
  readonly firstDay: string | null
  /** Whether that day is over. */
  readonly isOver: boolean
}

/** null: at least a day of the past is known. */
export function unknownPast({ known, now }: Pick<PredictionFacts, 'known' | 'now'>, past: Pick<Past, 'known' | 'origin'>, timeZone: string): UnknownPast | null {
  const before = localDateOf(past.origin, timeZone)
  if (known.length === 0) return { before, firstDay: null, isOver: false }
  const from = known.reduce((earliest, { start }) => Math.min(earliest, start), Number.POSITIVE_INFINITY)
  const date = localDateOf(from, timeZone)
  const firstDay = localRange(date, date, timeZone).start < from ? addDays(date, 1) : date
  const { end } = localRange(firstDay, firstDay, timeZone)
  if (past.known.length > 0 && end <= past.origin) return null
  return { before, firstDay, isOver: end <= now }
}
