import type { ReactNode } from 'react'
import { handleTimeText } from './handle-time-text.ts'
import { isPool } from '../../../../shared/predict/is-pool.ts'
import { Card } from '../../../kit/card.tsx'
import { FiguresTable } from '../../../kit/figures-table.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import type { Formatter } from '../../../format/formatter.ts'
import type { PoolTotals, ServiceModel } from '../staffing-types.ts'
import { pointsOff } from './trust-model.ts'
import { MeasuredByTheSource } from './measured-by-the-source.tsx'
import { historyText, modelNotes, pointsText, visitorsOffText } from './trust-text.ts'

interface PoolModelsProps {
  readonly model: ServiceModel
  /** undefined: all pools; null: visits without a pool. */
  readonly poolId: string | null | undefined
  /** The past weeks of each pool; null: not tried yet. */
  readonly byPool: readonly PoolTotals[] | null
}

/** What is known of how each pool's agents serve, what that means, and what would make it better. */
export function PoolModels({ model, poolId, byPool }: PoolModelsProps): ReactNode {
  const format = useFormat()
  const t = format.texts.trust
  const pools = model.pools.filter((pool) => poolId === undefined || isPool(pool, poolId))
  const notes = modelNotes(pools, format)
  const { wape, origins } = model.forecastAccuracy
  return (
    <Card kind="answer" className="staffing-box" labelledBy="trust-pools">
      <h2 id="trust-pools">{t.model}</h2>
      <FiguresTable
        caption={t.modelTable}
        isNamedByData
        columns={[t.pool, t.handleTime, t.available, t.concurrency, t.attendance, t.history, t.averageError]}
        rows={pools.map((pool) => [
          pool.name,
          handleTimeText(pool.holdingMinutes, format),
          format.rate(100 * pool.availability),
          format.visitors(pool.visitorsPerAgent),
          format.rate(100 * pool.attendance),
          historyText(pool.weeks, format),
          offText(
            byPool?.find((one) => one.poolId === pool.poolId),
            format,
          ),
        ])}
      />
      <dl className="trust-meanings">
        {meanings(format).map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <MeasuredByTheSource pools={pools} />
      {wape === null || poolId !== undefined ? null : <p>{visitorsOffText(wape, origins, format)}</p>}
      <h3>{t.notes}</h3>
      {notes.length === 0 ? (
        <p className="quiet">{t.noNotes}</p>
      ) : (
        <ul className="trust-notes">
          {notes.map(({ text, help, poolNames }) => (
            <li key={text}>
              {poolNames === null ? null : <strong translate="no">{poolNames}: </strong>}
              {text} <span className="quiet">{help}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** What each figure of the table means. */
function meanings({ texts: { trust: t } }: Formatter): readonly (readonly [term: string, meaning: string])[] {
  return [
    [t.handleTime, t.handleTimeMeans],
    [t.available, t.availableMeans],
    [t.concurrency, t.concurrencyMeans],
    [t.attendance, t.attendanceMeans],
    [t.averageError, t.averageErrorMeans],
  ]
}

function offText(pool: PoolTotals | undefined, format: Formatter): string {
  const off = pool === undefined ? null : pointsOff(pool.weeks)
  return off === null ? '–' : pointsText(off, format)
}
