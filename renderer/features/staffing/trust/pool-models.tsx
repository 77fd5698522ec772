import type { ReactNode } from 'react'
import { isPool } from '../../../../shared/predict/is-pool.ts'
import { FiguresTable } from '../../../components/figures-table.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import type { PoolTotals, ServiceModel } from '../staffing-types.ts'
import { pointsOff } from './trust-model.ts'
import { MeasuredByTheSource } from './measured-by-the-source.tsx'
import { historyWords, modelNotes, visitorsOffWords } from './trust-words.ts'

/** What each figure of the table means. */
const MEANINGS = [
  ['Holding time', 'how long a visitor keeps an agent busy, as far as the next visitor notices'],
  ['Available', 'of the agents online, how many are really free for visitors rather than away or busy elsewhere'],
  ['At once', 'how many visitors one agent serves at the same time'],
  ['Attendance', 'how much of a planned shift of eight hours is really spent online'],
  ['Off by', 'how far a week’s coverage was from what was predicted of it, on average over the past weeks'],
] as const

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
  const pools = model.pools.filter((pool) => poolId === undefined || isPool(pool, poolId))
  const notes = modelNotes(pools)
  const { wape, origins } = model.forecastAccuracy
  return (
    <section className="staffing-box" aria-labelledby="trust-pools">
      <h2 id="trust-pools">What is known of your agents</h2>
      <FiguresTable
        caption="How each pool's agents serve"
        columns={['Pool', 'Holding time', 'Available', 'At once', 'Attendance', 'History', 'Off by']}
        rows={pools.map((pool) => [
          pool.name,
          pool.holdingMinutes < 1 ? `${format.count(60 * pool.holdingMinutes)} s` : `${format.average(pool.holdingMinutes)} min`,
          format.rate(100 * pool.availability),
          pool.visitorsPerAgent === 1 ? '1 visitor' : `${pool.visitorsPerAgent} visitors`,
          format.rate(100 * pool.attendance),
          historyWords(pool.weeks, format),
          offWords(byPool?.find((one) => one.poolId === pool.poolId)),
        ])}
      />
      <dl className="trust-meanings">
        {MEANINGS.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <MeasuredByTheSource pools={pools} />
      {wape === null || poolId !== undefined ? null : <p>{visitorsOffWords(wape, origins, format)}</p>}
      <h3>What to know, and what would help</h3>
      {notes.length === 0 ? (
        <p className="quiet">Nothing speaks against these figures. To stay good: mark holidays and outages, and publish your plans, so that attendance is learned from them.</p>
      ) : (
        <ul className="trust-notes">
          {notes.map(({ text, help, of }) => (
            <li key={text}>
              {of === null ? null : <strong>{of}: </strong>}
              {text} <span className="quiet">{help}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function offWords(pool: PoolTotals | undefined): string {
  const off = pool === undefined ? null : pointsOff(pool.weeks)
  return off === null ? '–' : `${off.toFixed(1)} points`
}
