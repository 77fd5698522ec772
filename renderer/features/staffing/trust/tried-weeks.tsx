import { CircleCheck, CircleX } from 'lucide-react'
import type { ReactNode } from 'react'
import { addDays } from '../../../../shared/time/local.ts'
import { useFormat } from '../../../format/format-context.tsx'
import type { WeekRow } from './trust-model.ts'
import '../../../components/figures-table.css'

/** Each tried week: what would have been predicted, with its band, and what came. The newest first. */
export function TriedWeeks({ weeks }: { readonly weeks: readonly WeekRow[] }): ReactNode {
  const format = useFormat()
  return (
    <section className="staffing-box" aria-labelledby="trust-weeks">
      <h2 id="trust-weeks">Week by week</h2>
      <p className="quiet">Each week predicted from what was known before it, with its published plan, else the usual staffing.</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls on its own where the window is small, so it must be reachable by keyboard */}
      <section className="figures-table-frame" tabIndex={0} aria-label="Each week, predicted and as it came">
        <table className="figures-table trust-weeks">
          <thead>
            <tr>
              <th scope="col">Week</th>
              <th scope="col">Predicted (80 % band)</th>
              <th scope="col">Came</th>
              <th scope="col">Within the band</th>
            </tr>
          </thead>
          <tbody>
            {weeks.toReversed().map(({ week, predicted, lower, upper, actual, held }) => (
              <tr key={week}>
                <th scope="row">{format.dateRange(week, addDays(week, 6))}</th>
                <td>
                  {format.rate(predicted)} ({Math.round(lower)}–{Math.round(upper)})
                </td>
                <td>{format.rate(actual)}</td>
                <td className={held ? 'trust-held' : 'trust-missed'}>
                  {held ? <CircleCheck size={14} aria-hidden /> : <CircleX size={14} aria-hidden />} {held ? 'yes' : actual < lower ? 'no, lower' : 'no, higher'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
