import type { TimeOffEntry } from '../../shared/contract/time-off-output.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'

type Year = Awaited<ReturnType<AppCaller['timeOff']['year']>>[number]

/** Time off as a table, and below it the days of a year by agent. */
export function describeTimeOff(entries: readonly TimeOffEntry[], years: readonly Year[], format: Formatter): string {
  const list =
    entries.length === 0
      ? 'Nobody is away. Enter somebody: covercast timeoff add AGENT 2026-12-24 --to 2026-12-31'
      : renderTable(
          [
            { title: 'Agent' },
            { title: 'Kind' },
            { title: 'From' },
            { title: 'To' },
            { title: 'Hours' },
            { title: 'Note' },
            { title: 'Id' },
          ],
          entries.map((entry) => [
            entry.name,
            entry.kind,
            format.date(entry.from),
            format.date(entry.to),
            entry.start === null ? '' : `${entry.start}-${entry.end}`,
            entry.note,
            entry.id,
          ]),
        )
  if (years.length === 0) return list
  const days = renderTable(
    [
      { title: `Days in ${years[0]!.year}` },
      { title: 'Vacation', align: 'right' },
      { title: 'Left', align: 'right' },
      { title: 'Ill', align: 'right' },
      { title: 'Training', align: 'right' },
      { title: 'Holiday', align: 'right' },
      { title: 'Other', align: 'right' },
    ],
    years.map(({ name, days: count, vacationLeft }) => [
      name,
      format.average(count.vacation),
      vacationLeft === null ? '' : format.average(vacationLeft),
      format.average(count.ill),
      format.average(count.training),
      format.average(count.holiday),
      format.average(count.other),
    ]),
  )
  return `${list}\n\n${days}`
}

/** "Ana Sol: vacation, Thu, Dec 24 to Thu, Dec 31". */
export function timeOffText({ name, kind, from, to, start, end }: TimeOffEntry, format: Formatter): string {
  const dates = from === to ? format.date(from) : `${format.date(from)} to ${format.date(to)}`
  return `${name}: ${kind}, ${dates}${start === null ? '' : `, ${start} to ${end}`}`
}
