import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { DateRangePanel } from '../../kit/date-range-panel.tsx'
import { PopoverButton } from '../../kit/popover-button.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { daysOffProblem, daysOffRuns, withDaysOff, withoutDaysOff } from './days-off.ts'

interface DaysOffFieldProps {
  /** Local dates. */
  readonly dates: readonly string[]
  readonly today: string
  readonly onChange: (dates: readonly string[]) => void
}

/** Days on which somebody does not work, as a list to add to and take from. */
export function DaysOffField({ dates, today, onChange }: DaysOffFieldProps): ReactNode {
  const format = useFormat()
  const t = format.texts.agents
  return (
    <fieldset className="agent-section">
      <legend>{t.daysOff}</legend>
      {dates.length === 0 ? null : (
        <ul className="days-off">
          {daysOffRuns(dates).map((run) => {
            const label = run.from === run.to ? format.date(run.from, 'full') : format.dateRange(run.from, run.to)
            return (
              <li key={run.from} className={run.to < today ? 'days-off-run quiet' : 'days-off-run'}>
                {label}
                <Button
                  kind="quiet"
                  icon={<X size={14} aria-hidden />}
                  aria-label={t.removeDaysOff({ days: label })}
                  onPress={() => onChange(withoutDaysOff(dates, run))}
                />
              </li>
            )
          })}
        </ul>
      )}
      <div className="days-off-add">
        <PopoverButton name={t.daysOff} value={t.addDaysOff}>
          {(close) => (
            <div className="days-off-panel">
              <DateRangePanel
                from={today}
                to={today}
                action={t.addIt}
                problemOf={(from, to) => daysOffProblem(dates, { from, to })}
                onChoose={(from, to) => {
                  close()
                  onChange(withDaysOff(dates, { from, to }))
                }}
              />
            </div>
          )}
        </PopoverButton>
      </div>
    </fieldset>
  )
}
