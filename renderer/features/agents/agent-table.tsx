import { memo, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { AgentRow } from './agent-rows.ts'

interface AgentTableProps {
  readonly rows: readonly AgentRow[]
  readonly openId: string | null
  /** Must stay the same, so that only rows that change are drawn again. */
  readonly onOpen: (id: string) => void
}

const NOTES = { added: 'added here', gone: 'no longer in the source', deactivated: 'deactivated' } as const
/** What a key adds to the place of the row that has the focus. */
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity }

/** Everybody who can be planned, each with what is said of them. One row is a stop of the Tab key; arrows lead to the others. */
export function AgentTable({ rows, openId, onOpen }: AgentTableProps): ReactNode {
  const [focusedId, setFocusedId] = useState<string | null>(null)
  const isListed = (id: string | null): boolean => rows.some((row) => row.id === id)
  const stopId = isListed(focusedId) ? focusedId : isListed(openId) ? openId : rows[0]?.id
  return (
    <table className="agents-table" aria-label="Agents">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col" className="agents-middle">
            Pools
          </th>
          <th scope="col" className="agents-wide">
            Last online
          </th>
          <th scope="col">Hours a week</th>
          <th scope="col">Availability</th>
          <th scope="col" className="agents-wide agents-figure">
            Cost an hour
          </th>
          <th scope="col" className="agents-wide">
            Own time zone
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <AgentLine key={row.id} row={row} isOpen={row.id === openId} isStop={row.id === stopId} onOpen={onOpen} onFocus={setFocusedId} />
        ))}
      </tbody>
    </table>
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
  return (
    <tr className={row.note === 'gone' || row.note === 'deactivated' ? 'agents-row agents-gone' : 'agents-row'}>
      <th scope="row">
        <button type="button" className="agents-name" aria-current={isOpen ? 'true' : undefined} tabIndex={isStop ? 0 : -1} onClick={() => onOpen(row.id)} onFocus={() => onFocus(row.id)} onKeyDown={step}>
          {row.name}
        </button>
        {row.note === null ? null : <span className="agents-note">{NOTES[row.note]}</span>}
      </th>
      <td className="agents-middle">{row.pools}</td>
      <td className="agents-wide nowrap">{row.lastOnline ?? <Unsaid words="never seen" />}</td>
      <td className="nowrap">{row.hours ?? <Unsaid words="as the plan has it" />}</td>
      <td>{row.availability ?? <span className="quiet">Any time</span>}</td>
      <td className="agents-wide agents-figure">{row.cost ?? <Unsaid words="as the plan has it" />}</td>
      <td className="agents-wide nowrap">{row.zone ?? <Unsaid words="as the plan has it" />}</td>
    </tr>
  )
})

/** Moves the focus to another row. */
function step(event: KeyboardEvent<HTMLButtonElement>): void {
  const by = STEPS[event.key]
  if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  const names = [...(event.currentTarget.closest('tbody')?.querySelectorAll<HTMLElement>('.agents-name') ?? [])]
  const place = names.indexOf(event.currentTarget)
  names[Math.min(Math.max(place + by, 0), names.length - 1)]?.focus()
}

/** A dash for the eye, and what it means for the ear. */
function Unsaid({ words }: { readonly words: string }): ReactNode {
  return (
    <>
      <span className="quiet" aria-hidden>
        –
      </span>
      <span className="visually-hidden">{words}</span>
    </>
  )
}
