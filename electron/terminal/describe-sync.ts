import type { SyncOutput } from '../../shared/contract/command-output.ts'
import type { Formatter } from './format.ts'
import { onOneLine } from './terminal.ts'

/** What a sync did, in words. */
export function describeSync(output: SyncOutput, format: Formatter): string {
  const lines = [
    `${onOneLine(output.workspace)}: ${format.date(output.from)} to ${format.date(output.to)}, ${format.visitors(output.visitors)} read in ${format.elapsed(output.durationMs)}.`,
  ]
  for (const day of output.changedDays) lines.push(describeChange(day, format))
  for (const problem of output.dataProblems) lines.push(`Note: ${problem.note}`)
  return lines.join('\n')
}

function describeChange(day: SyncOutput['changedDays'][number], format: Formatter): string {
  const visitors = day.after.visitors - day.before.visitors
  const covered = day.after.covered - day.before.covered
  const parts = [
    changeOf(visitors, Math.abs(visitors) === 1 ? 'visit' : 'visits', format),
    changeOf(covered, 'covered', format),
  ].filter((part) => part !== null)
  const what = parts.length === 0 ? 'sessions differ' : parts.join(', ')
  const kept = day.kept ? ' What was counted before is kept; --take-source takes the new figure.' : ''
  return `${format.date(day.date)} changed in the source: ${what}.${kept}`
}

function changeOf(difference: number, unit: string, format: Formatter): string | null {
  if (difference === 0) return null
  return `${format.count(Math.abs(difference))} ${unit} ${difference > 0 ? 'more' : 'fewer'}`
}
