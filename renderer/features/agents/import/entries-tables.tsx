import type { ReactNode } from 'react'
import { parseWallTime } from '../../../../shared/plan/wall-time.ts'
import { cellText } from '../../../app/import/cell-text.ts'
import { ScrolledTable } from '../../../app/import/found-tables.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import { availabilityText } from '../availability.ts'
import type { AvailabilityPreview, TimeOffPreview } from './agent-file-types.ts'

interface EntriesProps<Preview> {
  readonly read: Preview
  readonly nameOf: (agentId: string) => string
}

/** When agents are away by the file, where it says so, and what of it is there already. */
export function TimeOffTable({ read, nameOf }: EntriesProps<TimeOffPreview>): ReactNode {
  const format = useFormat()
  const { agentImport: t, rosterImport, timeOff } = format.texts
  const { table } = rosterImport
  const clock = (time: string): string => format.wallTime(parseWallTime(time)!)
  return (
    <ScrolledTable
      caption={t.tabs.timeOff}
      columns={[table.agent, table.kind, table.dates, t.hours, table.note, t.state, table.place]}
      shown={read.entries.length}
      count={read.added + read.known}
    >
      {read.entries.map((one, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a file may say the same twice
        <tr key={index}>
          <th scope="row" translate="no">
            {one.agentId === null ? one.inFile : nameOf(one.agentId)}
          </th>
          <td>{timeOff.kinds[one.kind]}</td>
          <td>{one.from === one.to ? format.date(one.from) : format.dateRange(one.from, one.to)}</td>
          <td className="import-hours">
            {one.start === null || one.end === null ? t.wholeDay : `${clock(one.start)}–${clock(one.end)}`}
          </td>
          <td translate="no">{one.note}</td>
          <td>{one.isKnown ? t.isKnown : t.isNew}</td>
          <td className="quiet">{cellText(one, format)}</td>
        </tr>
      ))}
    </ScrolledTable>
  )
}

/** When agents can work by the file, and what that replaces. */
export function AvailabilityTable({ read, nameOf }: EntriesProps<AvailabilityPreview>): ReactNode {
  const format = useFormat()
  const { agentImport: t, rosterImport } = format.texts
  const { table } = rosterImport
  return (
    <ScrolledTable
      caption={t.tabs.availability}
      columns={[table.agent, t.before, t.after, table.place]}
      shown={read.entries.length}
      count={read.agents}
    >
      {read.entries.map((one) => (
        <tr key={one.inFile}>
          <th scope="row" translate="no">
            {one.agentId === null ? one.inFile : nameOf(one.agentId)}
          </th>
          <td>{one.agentId === null ? '' : availabilityText(one.before, format)}</td>
          <td>{availabilityText(one.availability, format)}</td>
          <td className="quiet">{cellText(one, format)}</td>
        </tr>
      ))}
    </ScrolledTable>
  )
}
