import { ArrowDown, ArrowUp } from 'lucide-react'
import { memo, useRef, type ReactNode } from 'react'
import { useFormat } from '../../format/format-context.tsx'
import { CopyTable } from '../../kit/copy-table.tsx'
import { RowOpener, useRowStop } from '../../kit/row-opener.tsx'
import { COLUMNS, type ColumnId, type Order } from './organization-list.ts'
import type { Organization } from './organization-types.ts'
import { Sparkline } from './sparkline.tsx'

interface OrganizationTableProps {
  readonly rows: readonly Organization[]
  readonly order: Order
  readonly openId: string | null
  readonly onOrder: (order: Order) => void
  /** Must stay the same, so that only rows that change are drawn again. */
  readonly onOpen: (id: string) => void
}

const FIGURES: ReadonlySet<ColumnId> = new Set(['dashboard', 'own', 'coverageMonth', 'missed', 'calls', 'mrr'])
/** Where the worst is at the end of a usual order, the first press begins there. */
const FIRST_DESCENDING: ReadonlySet<ColumnId> = new Set(['missed', 'calls', 'lastCall', 'mrr'])

/** Every organization as a row; the heads sort. One row is a stop of the Tab key; arrows lead to the others. */
export function OrganizationTable({ rows, order, openId, onOrder, onOpen }: OrganizationTableProps): ReactNode {
  const { organizations: t } = useFormat().texts
  const { stopId, onFocus } = useRowStop(rows, openId)
  const table = useRef<HTMLTableElement>(null)
  return (
    <>
      <CopyTable name={t.title} table={table} />
      <table className="organizations-table" aria-label={t.title} ref={table}>
        <thead>
          <tr>
            {COLUMNS.map((column) => {
              const isSorted = order.column === column
              const direction = order.isDescending ? 'descending' : 'ascending'
              return (
                <th key={column} scope="col" className={classOf(column)} aria-sort={isSorted ? direction : undefined}>
                  <button
                    type="button"
                    className="organizations-sort"
                    onClick={() =>
                      onOrder({
                        column,
                        isDescending: isSorted ? !order.isDescending : FIRST_DESCENDING.has(column),
                      })
                    }
                  >
                    {t[column]}
                    {isSorted ? (
                      order.isDescending ? (
                        <ArrowDown size={12} aria-hidden />
                      ) : (
                        <ArrowUp size={12} aria-hidden />
                      )
                    ) : null}
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <OrganizationLine
              key={one.id}
              one={one}
              isOpen={one.id === openId}
              isStop={one.id === stopId}
              onOpen={onOpen}
              onFocus={onFocus}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

function classOf(column: ColumnId): string | undefined {
  if (FIGURES.has(column)) return 'organizations-figure'
  return column === 'status' ? 'organizations-wide' : undefined
}

interface OrganizationLineProps {
  readonly one: Organization
  readonly isOpen: boolean
  readonly isStop: boolean
  readonly onOpen: (id: string) => void
  readonly onFocus: (id: string) => void
}

const OrganizationLine = memo(function OrganizationLine({
  one,
  isOpen,
  isStop,
  onOpen,
  onFocus,
}: OrganizationLineProps): ReactNode {
  const format = useFormat()
  const { health, organizations: t } = format.texts
  const { own, fall } = one
  return (
    <tr className="open-row">
      <th scope="row">
        <RowOpener
          id={one.id}
          className="organizations-name"
          isOpen={isOpen}
          isStop={isStop}
          onOpen={onOpen}
          onFocus={onFocus}
        >
          {one.name ?? one.id}
        </RowOpener>
      </th>
      <td className="organizations-wide">{one.status ?? '–'}</td>
      <td className="organizations-figure">{one.healthScore}</td>
      <td className="organizations-figure">
        {own.score} <span className="quiet">{health.surenesses[own.sureness]}</span>
        {fall === null ? null : <span className="organizations-fell"> {t.fell}</span>}
      </td>
      <td>
        <span className={`organizations-risk organizations-${one.riskLevel}`}>{health.risks[one.riskLevel]}</span>
      </td>
      <td className="organizations-figure">
        {one.visitorsThisMonth === 0 ? '–' : format.rate(one.coverageRateThisMonth)}
      </td>
      <td>
        <Sparkline trend={one.trend} />
      </td>
      <td className="organizations-figure">{format.count(one.missed)}</td>
      <td className="organizations-figure">{format.count(one.callsThisMonth)}</td>
      <td className="nowrap">
        {one.daysSinceLastCall === null ? health.never : health.lastCall({ days: one.daysSinceLastCall })}
      </td>
      <td className="organizations-figure">{one.mrr === null ? '–' : format.money(one.mrr)}</td>
    </tr>
  )
})
