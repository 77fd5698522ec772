import { addDays, daysBetween, localDateOf } from '../time/local.ts'

/** What of a publication decides for which days it holds. */
export interface PublishedWeeks {
  /** null: of all pools. */
  readonly poolId: string | null
  readonly timeZone: string
  /** Local dates on which the first and the last week begin; null: until another takes over. */
  readonly firstWeek: string
  readonly lastWeek: string | null
  /** Epoch milliseconds. */
  readonly publishedAt: number
}

/**
 * The publication of a pool that holds on a local date: the newest that has the date and was published before that week was over. Only a
 * week for which there was none by then is held by one that was published afterwards. null: no publication has the date.
 */
export function inForceOn<P extends PublishedWeeks>(
  newestFirst: readonly P[],
  date: string,
  poolId: string | null,
): P | null {
  const holding = newestFirst.filter((one) => one.poolId === poolId && isInForceOn(one, date))
  return holding.find((one) => date >= weekOfPublishing(one)) ?? holding[0] ?? null
}

/** The date on which the week of a publication begins in which it was published; of one that was published ahead of time, its first. */
export function weekOfPublishing({ firstWeek, publishedAt, timeZone }: PublishedWeeks): string {
  return addDays(firstWeek, 7 * Math.max(0, Math.floor(daysBetween(firstWeek, localDateOf(publishedAt, timeZone)) / 7)))
}

function isInForceOn({ firstWeek, lastWeek }: PublishedWeeks, date: string): boolean {
  return date >= firstWeek && (lastWeek === null || date < addDays(lastWeek, 7))
}
