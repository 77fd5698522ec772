import { AppError } from '../../../shared/contract/errors.ts'
import type { WeekBasis } from './prediction-queries.ts'

/** Throws 'not-found' where nothing is known before a week: figures would be zeros, which say that nobody comes. */
export function refuseUnknownPast({ unknownPast }: Pick<WeekBasis, 'unknownPast'>, week: string): void {
  if (unknownPast === null) return
  const { before, firstDay, isOver } = unknownPast
  const message = `There is no history before ${before}, so nothing can be said of the week of ${week}.`
  if (firstDay === null) throw new AppError({ code: 'not-found', message: `${message} The source has no visit and no session of any day that was synced.`, next: 'Sync again when there are visits.' })
  if (!isOver) throw new AppError({ code: 'not-found', message, next: `Not one whole day is known yet. Sync again when ${firstDay} is over.` })
  if (firstDay < before) throw new AppError({ code: 'not-found', message: `Nothing is known of the half year before ${before}, so nothing can be said of the week of ${week}.`, next: `The first day known is ${firstDay}. Choose another week, or sync the days that are missing.` })
  throw new AppError({ code: 'not-found', message, next: `The first day known is ${firstDay}. Choose a week after it.` })
}
