import { CircleCheck, CircleX } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { addDays } from '../../../../shared/time/local.ts'
import { CopyTable } from '../../../kit/copy-table.tsx'
import { Card } from '../../../kit/card.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import type { WeekRow } from './trust-model.ts'
import '../../../kit/figures-table.css'

/** Each tried week: what would have been predicted, with its range, and the actual coverage. The newest first. */
export function TriedWeeks({ weeks }: { readonly weeks: readonly WeekRow[] }): ReactNode {
  const format = useFormat()
  const t = format.texts.trust
  const table = useRef<HTMLTableElement>(null)
  return (
    <Card kind="answer" className="staffing-box" labelledBy="trust-weeks">
      <h2 id="trust-weeks">{t.weeks}</h2>
      <p className="quiet">{t.weeksText}</p>
      <CopyTable name={t.weeksTable} table={table} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls on its own where the window is small, so it must be reachable by keyboard */}
      <section className="figures-table-frame" tabIndex={0} aria-label={t.weeksTable}>
        <table className="figures-table trust-weeks" ref={table}>
          <thead>
            <tr>
              <th scope="col">{t.week}</th>
              <th scope="col">{t.predictedRange}</th>
              <th scope="col">{t.actual}</th>
              <th scope="col">{t.withinRange}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.toReversed().map(({ week, predicted, lower, upper, actual, isWithin }) => (
              <tr key={week}>
                <th scope="row">{format.dateRange(week, addDays(week, 6))}</th>
                <td>
                  {t.rateAndRange({
                    rate: format.rate(predicted),
                    lower: format.count(lower),
                    upper: format.count(upper),
                  })}
                </td>
                <td>{format.rate(actual)}</td>
                <td className={isWithin ? 'trust-within' : 'trust-missed'}>
                  {isWithin ? <CircleCheck size={14} aria-hidden /> : <CircleX size={14} aria-hidden />}{' '}
                  {isWithin ? t.yes : actual < lower ? t.noLower : t.noHigher}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  )
}
