import type { ReactNode } from 'react'
import { FiguresTable } from '../../../kit/figures-table.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import type { PoolModel } from '../staffing-types.ts'
import { isMeasured, measuredNotes, measuredRow } from './measured-text.ts'

/** What the source itself measured of the agents, beside what the model was fitted to; nothing where it measured nothing. */
export function MeasuredByTheSource({ pools }: { readonly pools: readonly PoolModel[] }): ReactNode {
  const format = useFormat()
  const t = format.texts.trust
  const measured = pools.filter((pool) => isMeasured(pool.measured))
  if (measured.length === 0) return null
  const notes = measuredNotes(measured, format)
  return (
    <>
      <h3>{t.measured}</h3>
      <FiguresTable
        caption={t.measuredTable}
        isNamedByData
        columns={[
          t.pool,
          t.away,
          t.awayModel,
          t.inCalls,
          t.perVisitor,
          t.handleTimeModel,
          t.concurrencyStated,
          t.concurrencyModel,
        ]}
        rows={measured.map((pool) => measuredRow(pool, format))}
      />
      {notes.length === 0 ? null : (
        <ul className="trust-notes">
          {notes.map(({ text, poolNames }) => (
            <li key={text}>
              {pools.length === 1 || poolNames === null ? null : <strong translate="no">{poolNames}: </strong>}
              {text}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
