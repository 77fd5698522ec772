import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { formatLocalDate } from '../../../shared/time/local.ts'
import { utcDayOf } from '../../../shared/time/slots.ts'
import type { SyncOutcome } from '../../sync/options.ts'
import { type BackendContext, perContext } from '../core/context.ts'
import type { WorkspaceRecord } from '../threads/work-thread.ts'

/** Two years: what is known of dates and of the season looks at as much. */
const WANTED_DAYS = 2 * 52 * 7
const MONTHS_FOR_IT = 24

/** The first UTC day to count in the background, by workspace. */
export const olderHistoryOf = perContext(() => new Map<string, string>())

/**
 * After a sync: whether the source has more than what was asked for, so that the rest of two years is worth counting once nobody waits.
 * The command line counts what its options ask for.
 */
export function noteOlderHistory(
  context: BackendContext,
  { id, source, settings }: WorkspaceRecord,
  { now, historyFrom, sourceFrom }: Pick<SyncOutcome, 'now' | 'historyFrom' | 'sourceFrom'>,
): void {
  const needs = olderHistoryOf(context)
  needs.delete(id)
  if (context.host.kind === 'terminal' || source?.kind !== 'postgres' || sourceFrom === null) return
  if (settings.keepMonths !== null && settings.keepMonths < MONTHS_FOR_IT) return
  const wanted = formatLocalDate(utcDayOf(now - WANTED_DAYS * DAY_MS))
  const from = sourceFrom > wanted ? sourceFrom : wanted
  if (from < historyFrom) needs.set(id, from)
}
