import { AppError } from '../../../shared/foundation/errors.ts'
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
export function unknownPast(
  { known, now }: Pick<PredictionFacts, 'known' | 'now'>,
  past: Pick<Past, 'known' | 'origin'>,
  timeZone: string,
): UnknownPast | null {
  const before = localDateOf(past.origin, timeZone)
  if (known.length === 0) return { before, firstDay: null, isOver: false }
  const from = known.reduce((earliest, { start }) => Math.min(earliest, start), Number.POSITIVE_INFINITY)
  const date = localDateOf(from, timeZone)
  const firstDay = localRange(date, date, timeZone).start < from ? addDays(date, 1) : date
  const { end } = localRange(firstDay, firstDay, timeZone)
  if (past.known.length > 0 && end <= past.origin) return null
  return { before, firstDay, isOver: end <= now }
}

/** Throws 'not-found' where nothing is known before a week: figures would be zeros, which say that nobody comes. */
export function refuseUnknownPast({ unknownPast }: { readonly unknownPast: UnknownPast | null }, week: string): void {
  if (unknownPast === null) return
  const { before, firstDay, isOver } = unknownPast
  const message = `There is no history before ${before}, so there is no prediction for the week of ${week}.`
  if (firstDay === null)
    throw new AppError({
      code: 'not-found',
      message: `${message} The source has no visit and no session of any day that was synced.`,
      next: 'Sync again when there are visits.',
    })
  if (!isOver)
    throw new AppError({
      code: 'not-found',
      message,
      next: `Not one whole day is known yet. Sync again when ${firstDay} is over.`,
    })
  if (firstDay < before)
    throw new AppError({
      code: 'not-found',
      message: `Nothing is known of the half year before ${before}, so there is no prediction for the week of ${week}.`,
      next: `The first day known is ${firstDay}. Choose another week, or sync the days that are missing.`,
    })
  throw new AppError({
    code: 'not-found',
    message,
    next: `The first day known is ${firstDay}. Choose a week after it.`,
  })
}
