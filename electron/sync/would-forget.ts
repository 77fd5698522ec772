import { AppError } from '../../shared/foundation/errors.ts'
import { formatLocalDate } from '../../shared/time/local.ts'

/** Days that a cache has counted. UTC day numbers. */
export interface CountedDays {
  readonly days: number
  readonly firstDay: number
  readonly lastDay: number
  readonly visitors: number
}

/** The failure of a sync, or of a change of its source, by which counted days would be lost. */
export function wouldForget({ days, firstDay, lastDay, visitors }: CountedDays): AppError {
  const range =
    days === 1
      ? `The day that this workspace has (${formatLocalDate(firstDay)}`
      : `The ${days} days that this workspace has (${formatLocalDate(firstDay)} to ${formatLocalDate(lastDay)}`
  return new AppError({
    code: 'remap-needed',
    message: `${range}, ${visitors.toLocaleString('en-US')} visitors) were counted from another database, or from other tables or columns. Counting from these would forget them, and what the source does not have any more would be lost.`,
    kept: 'Nothing was changed.',
    next: 'Give the new source a workspace of its own, under a new name. Or re-map this one: it is backed up first (on the command line: --remap).',
  })
}
