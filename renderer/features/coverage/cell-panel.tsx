import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { CalendarPlus, X } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { CopyTable } from '../../kit/copy-table.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { Skeleton } from '../../kit/skeleton.tsx'
import { useEscape } from '../../kit/use-escape.ts'
import { reportOf } from '../../app/errors/error-report.ts'
import { useFormat } from '../../format/format-context.tsx'
import { useTRPC } from '../../app/rpc/client.ts'
import { cellPanelModel, type CellDateRow } from './cell-panel-model.ts'
import type { CellChoice } from './coverage-view.ts'
import type { CoverageReport } from './report.ts'
import { planAtHour } from '../../app/staffing-blocks/hours-choice.ts'
import { usePlanHere } from '../../app/staffing-blocks/use-plan-here.ts'
import type { ReportInput } from './use-coverage-report.ts'
import { agentsTitle } from './counted-text.ts'
import './cell-panel.css'

interface CellPanelProps {
  readonly cell: CellChoice
  readonly input: ReportInput
  readonly report: CoverageReport
  readonly onClose: () => void
}

/** Up to this hour the panel lies at the right, after it at the left: never over its own cell. */
const PANEL_AT_RIGHT_UNTIL = 14

/** What lies behind a cell of the heatmap: each date of that day of the week, at that hour. */
export function CellPanel({ cell, input, report, onClose }: CellPanelProps): ReactNode {
  const format = useFormat()
  const t = format.texts.coverage
  const trpc = useTRPC()
  const { data, error, refetch } = useQuery(
    trpc.coverage.cell.queryOptions(
      { ...input, ...cell },
      { placeholderData: keepPreviousData, staleTime: Number.POSITIVE_INFINITY },
    ),
  )
  const planHere = usePlanHere()
  const panel = useRef<HTMLElement>(null)
  const table = useRef<HTMLTableElement>(null)
  useFocusInside(panel)
  useEscape(onClose)
  const model =
    data === undefined ? null : cellPanelModel({ cell, dates: data.dates, agentData: report.range.agentData }, format)
  const title = t.cellTitle({
    day: format.dayName(cell.dayOfWeek),
    hours: format.hourRange(cell.hour, cell.hour + 1),
  })
  return (
    <section
      className={cell.hour <= PANEL_AT_RIGHT_UNTIL ? 'cell-panel' : 'cell-panel cell-panel-left'}
      ref={panel}
      tabIndex={-1}
      aria-label={title}
    >
      <header className="cell-panel-head">
        <h2>{title}</h2>
        <Button kind="quiet" icon={<X size={16} aria-hidden />} aria-label={format.texts.kit.close} onPress={onClose} />
      </header>
      {error === null ? null : (
        <ErrorNotice report={reportOf(error)}>
          <Button onPress={() => void refetch()}>{format.texts.app.tryAgain}</Button>
        </ErrorNotice>
      )}
      {model === null ? (
        error === null ? (
          <Skeleton label={t.readingDates} heights={[24, 160]} />
        ) : null
      ) : (
        <>
          <p>{model.sentence}</p>
          <CopyTable name={title} table={table} />
          <table className="figures-table cell-table" ref={table}>
            <caption className="visually-hidden">{t.eachDate}</caption>
            <thead>
              <tr>
                <th scope="col">{t.date}</th>
                <th scope="col" data-not-copied>
                  <span className="visually-hidden">{t.coveredAndMissed}</span>
                </th>
                <th scope="col">{t.visitorsTitle}</th>
                <th scope="col">{t.missedTitle}</th>
                <th scope="col">{t.rate}</th>
                <th scope="col">{agentsTitle(report, t.agents, format)}</th>
              </tr>
            </thead>
            <tbody>
              {model.rows.map((row) => (
                <DateRow key={row.date} row={row} />
              ))}
            </tbody>
          </table>
          <Button
            icon={<CalendarPlus size={16} aria-hidden />}
            onPress={() => planHere(planAtHour(cell, input.poolId))}
          >
            {t.addShiftHere}
          </Button>
        </>
      )}
    </section>
  )
}

function DateRow({ row }: { readonly row: CellDateRow }): ReactNode {
  const format = useFormat()
  const t = format.texts.coverage
  if (!row.known && row.visitors === 0) {
    return (
      <tr>
        <th scope="row">{row.label}</th>
        <td colSpan={5} className="cell-unknown">
          <span className="week-grid-unknown" aria-hidden /> {t.unknown}
        </td>
      </tr>
    )
  }
  return (
    <tr>
      <th scope="row">{row.label}</th>
      <td className="cell-bar" aria-hidden data-not-copied>
        <span style={{ width: `${row.share * 100}%` }}>
          <span className="heatmap-bar-missed" style={{ width: `${100 - row.rate}%` }} />
        </span>
      </td>
      <td>{format.count(row.visitors)}</td>
      <td>{format.count(row.missed)}</td>
      <td>{row.visitors === 0 ? '–' : format.rate(row.rate)}</td>
      <td>
        {row.agents === null ? '–' : format.average(row.agents)}
        {row.known ? null : <span className="visually-hidden">{t.knownInPart}</span>}
      </td>
    </tr>
  )
}

/** Takes the focus while it is there, and gives it back to where it came from. */
function useFocusInside(panel: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [panel])
}
