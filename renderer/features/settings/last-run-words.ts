import type { Formatter } from '../../format/formatter.ts'
import { zoneWords } from '../../workspace/sync-words.ts'
import type { Overview } from '../../workspace/workspace-types.ts'

/** The last sync in words: when, how it ended, what it brought. */
export function lastRunWords(run: Overview['lastRun'], timeZone: string, format: Formatter): string {
  if (run === null) return 'None yet'
  const when = `${format.instant(Date.parse(run.startedAt), timeZone)} ${zoneWords(timeZone)}`
  switch (run.outcome) {
    case 'done':
      return `${when}: ${format.visitors(run.visitors)} counted in ${format.duration(run.durationMs)}`
    case 'cancelled':
      return `${when}: cancelled; what had come was kept`
    case 'failed':
      return `${when}: failed. ${run.error ?? ''}`.trim()
  }
}
