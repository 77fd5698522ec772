/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a table cannot hold bars that run over its cells */
import type { ReactNode } from 'react'
import type { BoardLook } from './board-row.tsx'
import type { BoardRow } from './board-rows.ts'

/** Whether a row is the first of its pool. */
export function beginsGroup(rows: readonly BoardRow[], index: number): boolean {
  const { poolId, agentId } = rows[index]!
  return (
    agentId !== null &&
    poolId !== undefined &&
    (rows[index - 1]?.poolId !== poolId || rows[index - 1]?.agentId === null)
  )
}

/** Over the rows of a pool. */
export function GroupHead({ name }: { readonly name: string }): ReactNode {
  return (
    <div role="row" className="board-group">
      <span role="rowheader" translate="no">
        {name}
      </span>
    </div>
  )
}

/** The names of the columns, for those who do not see them over the board. */
export function GridHead({ look }: { readonly look: BoardLook }): ReactNode {
  return (
    <div role="row" aria-rowindex={1} className="visually-hidden">
      <span role="columnheader">{look.format.texts.planBoard.agentColumn}</span>
      {look.dayNames.map((name) => (
        <span key={name} role="columnheader">
          {name}
        </span>
      ))}
    </div>
  )
}
