import { memo, useRef, type ReactNode } from 'react'
import { useTexts } from '../../format/format-context.tsx'
import { CopyTable } from '../../kit/copy-table.tsx'
import { RowOpener, useRowStop } from '../../kit/row-opener.tsx'
import type { AgentRow } from './agent-rows.ts'

interface AgentTableProps {
  readonly rows: readonly AgentRow[]
  readonly openId: string | null
  /** Must stay the same, so that only rows that change are drawn again. */
  readonly onOpen: (id: string) => void
}

/** Everybody who can be planned, each with their rules. One row is a stop of the Tab key; arrows lead to the others. */
export function AgentTable({ rows, openId, onOpen }: AgentTableProps): ReactNode {
  const t = useTexts('agents')
  const { stopId, onFocus } = useRowStop(rows, openId)
  const table = useRef<HTMLTableElement>(null)
  return (
    <>
      <CopyTable name={t.title} table={table} />
      <table className="agents-table" aria-label={t.title} ref={table}>
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col" className="agents-middle">
              {t.pools}
            </th>
            <th scope="col" className="agents-wide">
              {t.lastOnline}
            </th>
            <th scope="col">{t.hoursAWeek}</th>
            <th scope="col">{t.availability}</th>
            <th scope="col" className="agents-wide agents-figure">
              {t.costAnHour}
            </th>
            <th scope="col" className="agents-wide">
              {t.ownZone}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <AgentLine
              key={row.id}
              row={row}
              isOpen={row.id === openId}
              isStop={row.id === stopId}
              onOpen={onOpen}
              onFocus={onFocus}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

interface AgentLineProps {
  readonly row: AgentRow
  readonly isOpen: boolean
  readonly isStop: boolean
  readonly onOpen: (id: string) => void
  readonly onFocus: (id: string) => void
}

const AgentLine = memo(function AgentLine({ row, isOpen, isStop, onOpen, onFocus }: AgentLineProps): ReactNode {
  const t = useTexts('agents')
  return (
    <tr className={row.note === 'gone' || row.note === 'deactivated' ? 'open-row agents-gone' : 'open-row'}>
      <th scope="row">
        <RowOpener
          id={row.id}
          className="agents-name"
          isOpen={isOpen}
          isStop={isStop}
          onOpen={onOpen}
          onFocus={onFocus}
        >
          {row.name}
        </RowOpener>
        {row.note === null ? null : <span className="agents-note">{t.notes[row.note]}</span>}
      </th>
      <td className="agents-middle">{row.pools}</td>
      <td className="agents-wide nowrap">{row.lastOnline ?? <NotSet text={t.neverSeen} />}</td>
      <td className="nowrap">{row.hours ?? <NotSet text={t.planDefault} />}</td>
      <td>{row.availability ?? <span className="quiet">{t.anyTime}</span>}</td>
      <td className="agents-wide agents-figure">{row.cost ?? <NotSet text={t.planDefault} />}</td>
      <td className="agents-wide nowrap">{row.zone ?? <NotSet text={t.planDefault} />}</td>
    </tr>
  )
})

/** A dash for the eye, and what it means for the ear. */
function NotSet({ text }: { readonly text: string }): ReactNode {
  return (
    <>
      <span className="quiet" aria-hidden>
        –
      </span>
      <span className="visually-hidden">{text}</span>
    </>
  )
}
