import type { ReactNode } from 'react'
import { FiguresTable } from '../../../components/figures-table.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import type { PoolModel } from '../staffing-types.ts'
import { isMeasured, measuredDifferences, measuredRow } from './measured-words.ts'

/** What the source itself measured of the agents, beside what the model was fitted to; nothing where it measured nothing. */
export function MeasuredByTheSource({ pools }: { readonly pools: readonly PoolModel[] }): ReactNode {
  const format = useFormat()
  const measured = pools.filter((pool) => isMeasured(pool.measured))
  if (measured.length === 0) return null
  const differences = measured.flatMap(({ name, measured: own }) => measuredDifferences(own, format).map((text) => ({ name, text })))
  return (
    <>
      <h3>Measured by the source</h3>
      <FiguresTable
        caption="What the source measured, beside the model"
        columns={['Pool', 'Away', 'Not available (model)', 'In calls', 'In calls per covered visitor', 'Holding time (model)', 'At once (stated)', 'At once (model)']}
        rows={measured.map((pool) => measuredRow(pool, format))}
      />
      {differences.length === 0 ? null : (
        <ul className="trust-notes">
          {differences.map(({ name, text }) => (
            <li key={`${name} ${text}`}>
              {pools.length === 1 ? null : <strong>{name}: </strong>}
              {text}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
