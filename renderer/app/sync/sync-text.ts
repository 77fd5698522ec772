import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { localDateOf } from '../../../shared/time/local.ts'
import type { Formatter } from '../../format/formatter.ts'
import { cityOf } from '../../../shared/time/zone-city.ts'
import type { SyncJob } from '../workspace/workspace-types.ts'

const STALE_AFTER_MS = 1.5 * DAY_MS

export interface AsOf {
  /** "As of 09:15 New York time", or with its date where it is not today's. */
  readonly text: string
  /** More than a day and a half old. */
  readonly stale: boolean
}

/** How old the figures are. `now`: the clock of the last sync; null: never synced. */
export function figuresAgeText(
  { now, clock, timeZone }: { readonly now: number | null; readonly clock: number; readonly timeZone: string },
  format: Formatter,
): AsOf {
  const t = format.texts.sync
  if (now === null) return { text: t.neverSynced, stale: true }
  const sameDay = localDateOf(now, timeZone) === localDateOf(clock, timeZone)
  return {
    text: t.asOf({
      time: sameDay ? format.time(now, timeZone) : format.instant(now, timeZone),
      zone: zoneText(timeZone, format),
    }),
    stale: clock - now > STALE_AFTER_MS,
  }
}

/** The zone of the time before it: "New York time". */
export function zoneText(timeZone: string, format: Formatter): string {
  return format.texts.sync.zoneTime({ city: cityOf(timeZone) })
}

/** What a running sync does, in short and with how far it is. */
export function progressText(
  job: SyncJob,
  format: Formatter,
): { readonly text: string; readonly whole: string; readonly share: number | null } {
  const t = format.texts.sync
  const { progress } = job
  if (progress === null || progress.phase === 'connecting')
    return { text: t.connecting, whole: t.connecting, share: null }
  const text = progress.phase === 'reconciling' ? t.checking : t.syncing
  if (progress.daysTotal === 0) return { text, whole: text, share: null }
  const days = { step: text, done: format.count(progress.daysDone), count: progress.daysTotal }
  return {
    text,
    whole:
      progress.msLeft === null ? t.progress(days) : t.progressLeft({ ...days, left: format.duration(progress.msLeft) }),
    share: Math.min(1, progress.daysDone / progress.daysTotal),
  }
}

/** Failures that mean no more than that the source cannot be reached just now. */
export function isOffline(job: SyncJob): boolean {
  return job.error?.code === 'source-host' || job.error?.code === 'source-lost'
}

/** What the user should know of a finished sync: days that changed in the data source, and its notices. */
export function outcomeNotes(job: SyncJob, format: Formatter): readonly string[] {
  const t = format.texts.sync
  const changed = job.outcome?.changedDays ?? []
  return [
    ...changed.map(({ date, before, after, kept }) => {
      const visits = after.visitors - before.visitors
      const covered = after.covered - before.covered
      const parts = [
        ...(visits === 0 ? [] : [visits > 0 ? t.moreVisits({ count: visits }) : t.fewerVisits({ count: -visits })]),
        ...(covered === 0
          ? []
          : [(covered > 0 ? t.moreCovered : t.fewerCovered)({ count: format.count(Math.abs(covered)) })]),
      ]
      const values = { date: format.date(date), changes: parts.length === 0 ? t.sessionsDiffer : format.list(parts) }
      return kept ? t.dayChangedKept(values) : t.dayChanged(values)
    }),
    ...job.notices,
  ]
}
