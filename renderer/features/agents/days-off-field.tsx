import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { DateSpanPanel } from '../../components/date-span-panel.tsx'
import { PopoverButton } from '../../components/popover-button.tsx'
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
  return (
    <fieldset className="agent-section">
      <legend>Days off</legend>
      {dates.length === 0 ? null : (
        <ul className="days-off">
          {daysOffRuns(dates).map((run) => {
            const words = run.from === run.to ? format.date(run.from, 'full') : format.dateRange(run.from, run.to)
            return (
              <li key={run.from} className={run.to < today ? 'days-off-run quiet' : 'days-off-run'}>
                {words}
                <Button kind="quiet" icon={<X size={14} aria-hidden />} aria-label={`Remove ${words}`} onPress={() => onChange(withoutDaysOff(dates, run))} />
              </li>
            )
          })}
        </ul>
      )}
      <div className="days-off-add">
        <PopoverButton name="Days off" value="Add days off">
          {(close) => (
            <div className="days-off-panel">
              <DateSpanPanel
                from={today}
                to={today}
                action="Add"
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
