import type { TimeOffEntry } from '../../shared/contract/time-off-output.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import { entriesText, unusedText } from './describe-import.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'

type Year = Awaited<ReturnType<AppCaller['timeOff']['year']>>[number]

/** What was added, how dates were read where the file itself does not show it, and what was not read. */
export function importedText(
  {
    added,
    known,
    dateOrder,
    dateOrderBy,
    notUnderstood,
    notUnderstoodCount,
    unusedColumns,
  }: Awaited<ReturnType<AppCaller['timeOff']['importFile']>>,
  format: Formatter,
): string {
  const { timeOff: t, imports, rosters } = format.texts
  const text = t.imported({ added, known: format.count(known) })
  const isSure = dateOrderBy !== 'span' && dateOrderBy !== 'system'
  const outcome = isSure ? text : `${text} ${t.datesRead({ order: imports.datesAs[dateOrder] })}`
  const left = entriesText(
    {
      title: t.leftOut,
      all: notUnderstoodCount,
      entries: notUnderstood.map((one) => ({ ...one, why: rosters.notUnderstood[one.why] })),
    },
    format,
  )
  return [[outcome, unusedText(unusedColumns, format)].filter((line) => line !== '').join('\n'), left]
    .filter((part) => part !== '')
    .join('\n\n')
}

const right = { align: 'right' as const }

/** Time off as a table, and below it the days of a year by agent. */
export function describeTimeOff(entries: readonly TimeOffEntry[], years: readonly Year[], format: Formatter): string {
  const { timeOff: t } = format.texts
  const list =
    entries.length === 0
      ? t.none
      : renderTable(
          [t.agent, t.kindTitle, t.fromTitle, t.toTitle, t.hoursTitle, t.noteTitle, t.id].map((title) => ({ title })),
          entries.map((entry) => [
            entry.name,
            t.kinds[entry.kind],
            format.date(entry.from),
            format.date(entry.to),
            entry.start === null ? '' : `${entry.start}-${entry.end}`,
            entry.note,
            entry.id,
          ]),
        )
  if (years.length === 0) return list
  const { vacation, ill, training, holiday, other } = t.kinds
  const days = renderTable(
    [
      { title: t.daysIn({ year: String(years[0]!.year) }) },
      ...[vacation, t.left, ill, training, holiday, other].map((title) => ({ title, ...right })),
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

/** "Ana Sol: Vacation, Dec 24, 2026 to Dec 31, 2026". */
export function timeOffText({ name, kind, from, to, start, end }: TimeOffEntry, format: Formatter): string {
  const { timeOff: t } = format.texts
  const facts = {
    name,
    kind: t.kinds[kind],
    dates: from === to ? format.date(from) : t.fromTo({ from: format.date(from), to: format.date(to) }),
  }
  return start === null || end === null ? t.entry(facts) : t.entryOfDay({ ...facts, start, end })
}
