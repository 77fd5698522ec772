import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormat } from '../../format/format-context.tsx'
import { Button } from '../../kit/button.tsx'
import { DateRangePanel } from '../../kit/date-range-panel.tsx'
import { PopoverButton } from '../../kit/popover-button.tsx'
import type { DaysOffRun } from './days-off.ts'

interface DateRunsFieldProps {
  readonly title: string
  /** On the button that opens the calendar. */
  readonly add: string
  readonly removeLabel: (days: string) => string
  readonly runs: readonly DaysOffRun[]
  readonly today: string
  readonly problemOf: (from: string, to: string) => string | null
  readonly onAdd: (run: DaysOffRun) => void
  readonly onRemove: (run: DaysOffRun) => void
}

/** Local dates, those in a row together, as a list to add to and take from. */
export function DateRunsField({
  title,
  add,
  removeLabel,
  runs,
  today,
  problemOf,
  onAdd,
  onRemove,
}: DateRunsFieldProps): ReactNode {
  const format = useFormat()
  return (
    <fieldset className="agent-section">
      <legend>{title}</legend>
      {runs.length === 0 ? null : (
        <ul className="days-off">
          {runs.map((run) => {
            const label = run.from === run.to ? format.date(run.from, 'full') : format.dateRange(run.from, run.to)
            return (
              <li key={run.from} className={run.to < today ? 'days-off-run quiet' : 'days-off-run'}>
                {label}
                <Button
                  kind="quiet"
                  icon={<X size={14} aria-hidden />}
                  aria-label={removeLabel(label)}
                  onPress={() => onRemove(run)}
                />
              </li>
            )
          })}
        </ul>
      )}
      <div className="days-off-add">
        <PopoverButton name={title} value={add}>
          {(close) => (
            <div className="days-off-panel">
              <DateRangePanel
                from={today}
                to={today}
                action={format.texts.agents.addIt}
                problemOf={problemOf}
                onChoose={(from, to) => {
                  close()
                  onAdd({ from, to })
                }}
              />
            </div>
          )}
        </PopoverButton>
      </div>
    </fieldset>
  )
}
