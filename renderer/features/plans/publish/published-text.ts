import { addDays } from '../../../../shared/time/local.ts'
import type { Formatter } from '../../../format/formatter.ts'
import type { PlanPublication } from '../plan-types.ts'

/** "Live since 16 Nov", "Published from 30 Nov", "Published until 15 Nov": of the newest publication; `today` is a local date of the plan. */
export function publishedText(
  { firstWeek, lastWeek, inForce }: PlanPublication,
  today: string,
  format: Formatter,
): string {
  const { publish: t } = format.texts
  const date = format.date(firstWeek, 'short')
  if (inForce) return t.liveSince({ date })
  if (lastWeek !== null && addDays(lastWeek, 6) < today)
    return t.publishedUntil({ date: format.date(addDays(lastWeek, 6), 'short') })
  return t.publishedFrom({ date })
}

/** "From 30 Nov 2026 until another plan is published", "From 30 Nov to 13 Dec 2026". */
export function inForceText(
  { firstWeek, lastWeek }: Pick<PlanPublication, 'firstWeek' | 'lastWeek'>,
  format: Formatter,
): string {
  const { publish: t } = format.texts
  return lastWeek === null
    ? t.fromOn({ date: format.date(firstWeek, 'day') })
    : t.fromTo({ from: format.date(firstWeek, 'day'), to: format.date(addDays(lastWeek, 6), 'day') })
}

/** "Published 22 Nov, 16:41 · live now · 13 weeks predicted" */
export function publicationText(
  { publishedAt, timeZone, inForce, frozenWeeks }: PlanPublication,
  format: Formatter,
): string {
  const { publish: t } = format.texts
  return [
    t.publishedAt({ when: format.instant(Date.parse(publishedAt), timeZone) }),
    ...(inForce ? [t.liveNow] : []),
    t.weeksPredicted({ count: frozenWeeks.length }),
  ].join(' · ')
}

/** What withdrawing does, before it is done. */
export function withdrawText({ firstWeek, withdrawableFrom }: PlanPublication, format: Formatter): string {
  const { publish: t } = format.texts
  return withdrawableFrom === firstWeek
    ? t.withdrawAsk
    : t.withdrawFromAsk({ date: format.date(withdrawableFrom!, 'full') })
}

/** What withdrawing did. */
export function withdrawnText(
  { from, heldBy }: { readonly from: string; readonly heldBy: { readonly planName: string } | null },
  format: Formatter,
): string {
  const { publish: t } = format.texts
  const date = format.date(from, 'full')
  return heldBy === null ? t.withdrawn({ date }) : t.withdrawnOther({ date, plan: heldBy.planName })
}
