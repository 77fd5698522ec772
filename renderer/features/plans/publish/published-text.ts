import { addDays } from '../../../../shared/time/local.ts'
import type { Formatter } from '../../../format/formatter.ts'
import type { PlanPublication } from '../plan-types.ts'

/** "In force since 16 Nov", "Published from 30 Nov", "Published until 15 Nov": of the newest publication; `today` is a local date of the plan. */
export function publishedText(
  { firstWeek, lastWeek, inForce }: PlanPublication,
  today: string,
  format: Formatter,
): string {
  if (inForce) return `In force since ${format.date(firstWeek, 'short')}`
  if (lastWeek !== null && addDays(lastWeek, 6) < today)
    return `Published until ${format.date(addDays(lastWeek, 6), 'short')}`
  return `Published from ${format.date(firstWeek, 'short')}`
}

/** "From 30 Nov 2026 until another plan is published", "From 30 Nov to 13 Dec 2026". */
export function inForceText(
  { firstWeek, lastWeek }: Pick<PlanPublication, 'firstWeek' | 'lastWeek'>,
  format: Formatter,
): string {
  return lastWeek === null
    ? `From ${format.date(firstWeek, 'day')} until another plan is published`
    : `From ${format.date(firstWeek, 'day')} to ${format.date(addDays(lastWeek, 6), 'day')}`
}

/** "Published 22 Nov, 16:41 · in force now · 13 weeks predicted" */
export function publicationText(
  { publishedAt, timeZone, inForce, frozenWeeks }: PlanPublication,
  format: Formatter,
): string {
  const { length } = frozenWeeks
  const predicted =
    length === 0 ? 'no week predicted yet' : `${format.count(length)} ${length === 1 ? 'week' : 'weeks'} predicted`
  return [
    `Published ${format.instant(Date.parse(publishedAt), timeZone)}`,
    ...(inForce ? ['in force now'] : []),
    predicted,
  ].join(' · ')
}

/** What withdrawing does, before it is done. */
export function withdrawText({ firstWeek, withdrawableFrom }: PlanPublication, format: Formatter): string {
  const from = format.date(withdrawableFrom!, 'full')
  const kept =
    withdrawableFrom === firstWeek
      ? 'No week of it has begun, so nothing of it is left.'
      : 'The weeks before stay, with what was predicted of them.'
  return `The plan no longer holds from ${from} on. ${kept} If an older publication has these weeks, it holds again.`
}

/** What withdrawing did. */
export function withdrawnText(
  { from, heldBy }: { readonly from: string; readonly heldBy: { readonly planName: string } | null },
  format: Formatter,
): string {
  return `Withdrawn. From ${format.date(from, 'full')} on ${heldBy === null ? 'no plan is published' : `“${heldBy.planName}” holds again`}.`
}
