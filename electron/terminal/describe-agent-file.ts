import { DAY_MINUTES } from '../../shared/foundation/minutes.ts'
import { formatWallTime } from '../../shared/plan/wall-time.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import { entriesText, MOST_ROWS, namesText, unusedText } from './describe-import.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'
import { onOneLine } from './terminal.ts'

type Imported = Awaited<ReturnType<AppCaller['agentFiles']['importFile']>>

/** What a table about agents was read as, what was stored of it, and what was not read. */
export function describeAgentFile(read: Imported, nameOf: (agentId: string) => string, format: Formatter): string {
  const { rosters, imports: t } = format.texts
  const { notUnderstood, notUnderstoodCount, changed, changedCount, matches, unusedColumns } = read
  return [
    [outcomeText(read, format), unusedText(unusedColumns, format)].filter((line) => line !== '').join('\n'),
    read.isStored
      ? ''
      : read.kind === 'time-off'
        ? timeOffTable(read, nameOf, format)
        : availabilityTable(read, nameOf, format),
    entriesText(
      {
        title: t.notUnderstood,
        all: notUnderstoodCount,
        entries: notUnderstood.map((one) => ({ ...one, why: rosters.notUnderstood[one.why] })),
      },
      format,
    ),
    entriesText(
      {
        title: t.changed,
        all: changedCount,
        entries: changed.map((one) => ({ ...one, why: rosters.changed[one.why] })),
      },
      format,
    ),
    namesText({ matches, nameOf, isNew: rosters.notAnAgent }, format),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function outcomeText(read: Imported, format: Formatter): string {
  const { timeOff, availability, imports } = format.texts
  if (read.kind === 'availability')
    return read.isStored
      ? availability.imported({ count: read.agents })
      : availability.wouldImport({ count: read.agents })
  const facts = { added: read.added, known: format.count(read.known) }
  const text = read.isStored ? timeOff.imported(facts) : timeOff.wouldImport(facts)
  const isSure = read.dateOrderBy !== 'span' && read.dateOrderBy !== 'system'
  return isSure ? text : `${text} ${timeOff.datesRead({ order: imports.datesAs[read.dateOrder] })}`
}

function timeOffTable(
  { entries }: Extract<Imported, { kind: 'time-off' }>,
  nameOf: (agentId: string) => string,
  format: Formatter,
): string {
  const { timeOff: t } = format.texts
  const fresh = entries.filter(({ isKnown }) => !isKnown).slice(0, MOST_ROWS)
  if (fresh.length === 0) return ''
  return renderTable(
    [t.agent, t.kindTitle, t.fromTitle, t.toTitle, t.hoursTitle, t.noteTitle].map((title) => ({ title })),
    fresh.map(({ inFile, agentId, kind, from, to, start, end, note }) => [
      onOneLine(agentId === null ? inFile : nameOf(agentId)),
      t.kinds[kind],
      format.date(from),
      format.date(to),
      start === null ? '' : `${start}-${end}`,
      onOneLine(note),
    ]),
  )
}

function availabilityTable(
  { entries }: Extract<Imported, { kind: 'availability' }>,
  nameOf: (agentId: string) => string,
  format: Formatter,
): string {
  const { availability: t } = format.texts
  return renderTable(
    [{ title: t.agent }, { title: t.when }],
    entries
      .slice(0, MOST_ROWS)
      .map(({ inFile, agentId, availability }) => [
        onOneLine(agentId === null ? inFile : nameOf(agentId)),
        availability === null
          ? t.anyTime
          : availability.length === 0
            ? t.never
            : availability
                .map(
                  ({ dayOfWeek, startMinute, endMinute }) =>
                    `${format.dayName(dayOfWeek, 'short')} ${formatWallTime(startMinute)}-${endMinute === DAY_MINUTES ? '24:00' : formatWallTime(endMinute)}`,
                )
                .join(', '),
      ]),
  )
}
