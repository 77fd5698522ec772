import type { ReactNode } from 'react'
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components'
import type { AgentRow } from './agent-rows.ts'

interface AgentTableProps {
  readonly rows: readonly AgentRow[]
  readonly openId: string | null
  readonly onOpen: (id: string) => void
  /** Said where no row is. */
  readonly emptyText: string
}

const NOTES = { added: 'added here', gone: 'no longer in the source' } as const

/** Everybody who can be planned, each with what is said of them. */
export function AgentTable({ rows, openId, onOpen, emptyText }: AgentTableProps): ReactNode {
  return (
    <Table
      className="agents-table"
      aria-label="Agents"
      selectionMode="single"
      disallowEmptySelection
      escapeKeyBehavior="none"
      selectedKeys={openId === null ? [] : [openId]}
      onSelectionChange={(keys) => {
        const [id] = keys === 'all' ? [] : [...keys]
        if (id !== undefined) onOpen(String(id))
      }}
    >
      <TableHeader>
        <Column isRowHeader>Name</Column>
        <Column className="agents-middle">Pools</Column>
        <Column className="agents-wide">Last online</Column>
        <Column>Hours a week</Column>
        <Column>Availability</Column>
        <Column className="agents-wide agents-figure">Cost an hour</Column>
        <Column className="agents-wide">Own time zone</Column>
      </TableHeader>
      <TableBody renderEmptyState={() => <p className="agents-none">{emptyText}</p>}>
        {rows.map((row) => (
          <Row key={row.id} id={row.id} textValue={row.name} className={row.note === 'gone' ? 'agents-row agents-gone' : 'agents-row'}>
            <Cell>
              <span className="agents-name">{row.name}</span>
              {row.note === null ? null : <span className="agents-note">{NOTES[row.note]}</span>}
            </Cell>
            <Cell className="agents-middle">{row.pools}</Cell>
            <Cell className="agents-wide nowrap">{row.lastOnline ?? <Unsaid words="never seen" />}</Cell>
            <Cell className="nowrap">{row.hours ?? <Unsaid words="as the plan has it" />}</Cell>
            <Cell>{row.availability ?? <span className="quiet">Any time</span>}</Cell>
            <Cell className="agents-wide agents-figure">{row.cost ?? <Unsaid words="as the plan has it" />}</Cell>
            <Cell className="agents-wide nowrap">{row.zone ?? <Unsaid words="as the plan has it" />}</Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  )
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
