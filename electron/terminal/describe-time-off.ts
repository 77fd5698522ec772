import type { PublicHolidayEntry, TimeOffEntry } from '../../shared/contract/time-off-output.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'

type Year = Awaited<ReturnType<AppCaller['timeOff']['year']>>[number]

/** More are counted. */
const MOST_NAMED = 5
const right = { align: 'right' as const }

interface Described {
  readonly entries: readonly TimeOffEntry[]
  readonly years: readonly Year[]
  readonly publicHolidays: readonly PublicHolidayEntry[]
}

/** Time off as a table, below it public holidays that are days off, and the days of a year by agent. */
export function describeTimeOff({ entries, years, publicHolidays }: Described, format: Formatter): string {
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
  const parts = publicHolidays.length === 0 ? [list] : [list, holidaysTable(publicHolidays, format)]
  if (years.length === 0) return parts.join('\n\n')
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
  return [...parts, days].join('\n\n')
}

/** A line a holiday, with those who are off. */
function holidaysTable(all: readonly PublicHolidayEntry[], format: Formatter): string {
  const { timeOff: t } = format.texts
  const byDay = Map.groupBy(all, ({ date, holiday }) => `${date} ${holiday}`)
  return renderTable(
    [{ title: t.dateTitle }, { title: t.holidayTitle }, { title: t.offTitle }],
    [...byDay.values()]
      .toSorted(([one], [other]) => (one!.date < other!.date ? -1 : 1))
      .map((own) => [
        format.date(own[0]!.date),
        own[0]!.holiday,
        own.length > MOST_NAMED ? t.agents({ count: own.length }) : format.list(own.map(({ name }) => name)),
      ]),
  )
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
