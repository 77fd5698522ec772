import type { ReactNode } from 'react'
import { useFormat, useTexts } from '../../../format/format-context.tsx'
import { MOST_DRAWN, ScrolledTable } from '../../../app/import/found-tables.tsx'
import type { Formatter } from '../../../format/formatter.ts'
import { parseWallTime } from '../../../../shared/plan/wall-time.ts'
import { placeText } from './import-text.ts'
import type { RosterPreview } from './import-types.ts'

interface FoundProps {
  readonly read: RosterPreview
  readonly nameOf: (agentId: string | null) => string
}

/** The first shifts, and where each came from. */
export function ShiftsTable({ read, nameOf }: FoundProps): ReactNode {
  const t = useTexts('rosterImport')
  const format = useFormat()
  const dayText = (day: string | number): string => (typeof day === 'number' ? format.dayName(day) : format.date(day))
  return (
    <ScrolledTable
      caption={t.tabs.shifts}
      columns={[t.table.agent, t.table.day, t.table.hours, t.table.breaks, t.table.note, t.table.place]}
      shown={read.shown.length}
      count={read.understood.shifts}
    >
      {read.shown.map((shift, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a file may hold the same shift twice
        <tr key={index}>
          <th scope="row" translate={shift.agentId === null ? undefined : 'no'}>
            {nameOf(shift.agentId)}
          </th>
          <td>{dayText(shift.day)}</td>
          <td className="import-hours">{timesText(`${shift.start}-${shift.end}`, format)}</td>
          <td className="import-hours">{shift.breaks.map((times) => timesText(times, format)).join(', ')}</td>
          <td translate="no">{shift.note}</td>
          <td className="quiet">{placeText(shift, read, format)}</td>
        </tr>
      ))}
    </ScrolledTable>
  )
}

/** "09:00-17:30" as the clock of the reader writes it. */
function timesText(times: string, format: Formatter): string {
  return times.replaceAll(/\d\d:\d\d/gu, (time) => format.wallTime(parseWallTime(time)!)).replace('-', '–')
}

/** When people of the file are away. */
export function AbsencesTable({ read, nameOf }: FoundProps): ReactNode {
  const t = useTexts('rosterImport')
  const format = useFormat()
  const { kinds } = format.texts.timeOff
  const drawn = read.absences.slice(0, MOST_DRAWN)
  return (
    <ScrolledTable
      caption={t.tabs.absences({ count: format.count(read.absences.length) })}
      columns={[t.table.agent, t.table.kind, t.table.dates, t.table.hours, t.table.place]}
      shown={drawn.length}
      count={read.absences.length}
    >
      {drawn.map((one, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a file may say the same twice
        <tr key={index}>
          <th scope="row" translate="no">
            {one.agentId === null ? one.inFile : nameOf(one.agentId)}
          </th>
          <td>{kinds[one.kind]}</td>
          <td>{one.from === one.to ? format.date(one.from) : format.dateRange(one.from, one.to)}</td>
          <td className="import-hours">{one.start === null ? '' : timesText(`${one.start}-${one.end}`, format)}</td>
          <td className="quiet">{placeText(one, read, format)}</td>
        </tr>
      ))}
    </ScrolledTable>
  )
}
