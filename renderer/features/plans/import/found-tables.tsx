import { useRef, type ReactNode } from 'react'
import { useFormat, useTexts } from '../../../format/format-context.tsx'
import { CopyTable } from '../../../kit/copy-table.tsx'
import { ColumnHeads } from '../../../kit/table-body.tsx'
import type { Formatter } from '../../../format/formatter.ts'
import { parseWallTime } from '../../../../shared/plan/wall-time.ts'
import { placeText } from './import-text.ts'
import type { RosterPreview } from './import-types.ts'

/** As many rows of a list are drawn. */
const MOST_DRAWN = 200

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

interface RemarksProps {
  readonly read: RosterPreview
  readonly caption: string
  readonly remarks: readonly {
    readonly row: number
    readonly column: number
    readonly text: string
    readonly why: string
  }[]
  readonly count: number
}

/** What was not understood, or is not quite as the file says, place by place. */
export function RemarksTable({ read, caption, remarks, count }: RemarksProps): ReactNode {
  const t = useTexts('rosterImport')
  const format = useFormat()
  const drawn = remarks.slice(0, MOST_DRAWN)
  return (
    <ScrolledTable
      caption={caption}
      columns={[t.table.place, t.table.text, t.table.why]}
      shown={drawn.length}
      count={count}
    >
      {drawn.map((one, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- several may be said of one place
        <tr key={index}>
          <th scope="row">{placeText(one, read, format)}</th>
          <td translate="no">{one.text.slice(0, 80)}</td>
          <td>{one.why}</td>
        </tr>
      ))}
    </ScrolledTable>
  )
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
      columns={[t.table.agent, t.table.kind, t.table.dates, t.table.place]}
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
          <td className="quiet">{placeText(one, read, format)}</td>
        </tr>
      ))}
    </ScrolledTable>
  )
}

interface ScrolledTableProps {
  readonly caption: string
  readonly columns: readonly string[]
  readonly shown: number
  readonly count: number
  readonly children: ReactNode
}

function ScrolledTable({ caption, columns, shown, count, children }: ScrolledTableProps): ReactNode {
  const t = useTexts('rosterImport')
  const format = useFormat()
  const table = useRef<HTMLTableElement>(null)
  return (
    <>
      <CopyTable name={caption} table={table} />
      {/* Scrolls on its own, so it must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="import-table-frame" tabIndex={0} aria-label={caption}>
        <table className="import-table" ref={table}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <ColumnHeads columns={columns} />
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </section>
      {count > shown ? (
        <p className="field-hint">{t.more({ shown: format.count(shown), count: format.count(count) })}</p>
      ) : null}
    </>
  )
}
