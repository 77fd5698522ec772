import { localDateOf } from '../../shared/time/local.ts'
import type { Formatter } from '../format/formatter.ts'
import { cityOf } from '../format/zone-names.ts'
import type { SyncJob } from './workspace-types.ts'

const DAY_MS = 86_400_000
const STALE_AFTER_MS = 1.5 * DAY_MS

export interface AsOf {
  /** "As of 09:15 New York time", or with its date where it is not today's. */
  readonly text: string
  /** More than a day and a half old. */
  readonly stale: boolean
}

/** How old the figures are. `now`: the clock of the last sync; null: never synced. */
export function asOf({ now, clock, timeZone }: { readonly now: number | null; readonly clock: number; readonly timeZone: string }, format: Formatter): AsOf {
  if (now === null) return { text: 'Not synced yet', stale: true }
  const sameDay = localDateOf(now, timeZone) === localDateOf(clock, timeZone)
  return { text: `As of ${sameDay ? format.time(now, timeZone) : format.instant(now, timeZone)} ${zoneWords(timeZone)}`, stale: clock - now > STALE_AFTER_MS }
}

/** The zone of a time that stands before it: "New York time". */
export function zoneWords(timeZone: string): string {
  return `${cityOf(timeZone)} time`
}

/** What a running sync does, with the time left where it can be told. */
export function progressWords(job: SyncJob, format: Formatter): { readonly text: string; readonly detail: string | null; readonly share: number | null } {
  const { progress } = job
  if (progress === null || progress.phase === 'connecting') return { text: 'Connecting', detail: null, share: null }
  const text = progress.phase === 'reconciling' ? 'Comparing with the source' : 'Syncing'
  if (progress.daysTotal === 0) return { text, detail: null, share: null }
  const left = progress.msLeft === null ? '' : `, ${format.duration(progress.msLeft)} left`
  return {
    text,
    detail: `${format.count(progress.daysDone)} of ${format.count(progress.daysTotal)} days${left}`,
    share: Math.min(1, progress.daysDone / progress.daysTotal),
  }
}

/** Failures that mean no more than that the source cannot be reached just now. */
export function isOffline(job: SyncJob): boolean {
  return job.error?.code === 'source-host' || job.error?.code === 'source-lost'
}

/** What a finished sync has to tell: days that changed in the source, and how far the user should know. */
export function outcomeNotes(job: SyncJob, format: Formatter): readonly string[] {
  const changed = job.outcome?.changedDays ?? []
  return [
    ...changed.map((day) => {
      const visits = day.after.visitors - day.before.visitors
      const covered = day.after.covered - day.before.covered
      const parts = [differenceOf(visits, 'visits', format), differenceOf(covered, 'covered', format)].filter((part) => part !== null)
      const what = parts.length === 0 ? 'agents’ sessions differ' : parts.join(', ')
      return `${format.date(day.date)} changed in the source: ${what}.${day.kept ? ' What was counted before is kept.' : ''}`
    }),
    ...job.notices,
  ]
}

function differenceOf(difference: number, unit: string, format: Formatter): string | null {
  if (difference === 0) return null
  return `${format.count(Math.abs(difference))} ${unit} ${difference > 0 ? 'more' : 'fewer'}`
}
