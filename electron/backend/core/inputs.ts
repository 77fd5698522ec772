import { z } from 'zod'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { countDays, isLocalDate } from '../../../shared/time/local.ts'
import { isTimeZone } from '../../../shared/time/zone.ts'

/** What the app's procedures accept.  */

export const text = (longest: number) => z.string().max(longest, `is longer than ${longest} characters`)
export const name = text(LIMITS.nameLength).trim().min(1, 'is empty')
export const id = text(LIMITS.nameLength).min(1, 'is empty')
export const workspaceId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/u, 'is not the id of a workspace')
const isUsableDate = (text: string): boolean => isLocalDate(text) && text >= LIMITS.firstDate && text <= LIMITS.lastDate
export const date = z
  .string()
  .refine(isUsableDate, `is not a date as YYYY-MM-DD from ${LIMITS.firstDate} to ${LIMITS.lastDate}`)
export const timeZone = text(LIMITS.nameLength).refine(isTimeZone, 'is not a time zone known here')
/** Epoch milliseconds; nothing at or after it counts as past. null: all that was synced does. */
export const until = z.int().min(LIMITS.earliestNow).max(LIMITS.latestNow).nullable().default(null)

export const workspaceInput = z.strictObject({ workspaceId })

interface DateRange {
  readonly from: string
  readonly to: string
  readonly mayBeEmpty?: boolean
  /** Absent: as many as a report may have. */
  readonly mostDays?: number
}

/** A range of local dates of a workspace. */
export const rangeFields = {
  workspaceId,
  from: date,
  to: date,
  timeZone: timeZone.nullable().default(null),
  /** Left out: all pools; null: "No pool". */
  poolId: id.nullable().optional(),
}

/** A week of a workspace. */
export const weekFields = {
  workspaceId,
  /** Local date on which the week begins, whatever weekday it is; null: the Monday after the present. */
  week: date.nullable().default(null),
  timeZone: timeZone.nullable().default(null),
  /** Left out: all pools; null: "No pool". */
  poolId: id.nullable().optional(),
  /** Refused where the cache is of another; null: the cache's. */
  organizationId: id.nullable().default(null),
  until,
}

/** Whether a range that ends before it begins is an empty one, as scripts have it, and no mistake. */
export const mayBeEmpty = z.boolean().default(false)

/** Local dates, both inside, in order and not too far apart. */
export function checkRange(
  { from, to, mayBeEmpty: isEmptyAllowed = false, mostDays = LIMITS.reportDays }: DateRange,
  context: z.RefinementCtx,
): void {
  // Reported by the dates themselves.
  if (!isUsableDate(from) || !isUsableDate(to)) return
  if (from > to && !isEmptyAllowed)
    context.addIssue({ code: 'custom', path: ['to'], message: 'is before the first date' })
  else if (countDays(from, to) > mostDays)
    context.addIssue({
      code: 'custom',
      path: ['from'],
      message: `is more than ${mostDays} days before the last date`,
    })
}
