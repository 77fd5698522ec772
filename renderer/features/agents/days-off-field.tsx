import type { ReactNode } from 'react'
import { useTexts } from '../../format/format-context.tsx'
import { DateRunsField } from './date-runs-field.tsx'
import { daysOffProblem, daysOffRuns, withDaysOff, withoutDaysOff } from './days-off.ts'

interface DaysOffFieldProps {
  /** Local dates. */
  readonly dates: readonly string[]
  readonly today: string
  readonly onChange: (dates: readonly string[]) => void
}

/** Days on which somebody does not work. */
export function DaysOffField({ dates, today, onChange }: DaysOffFieldProps): ReactNode {
  const t = useTexts('agents')
  return (
    <DateRunsField
      title={t.daysOff}
      add={t.addDaysOff}
      removeLabel={(days) => t.removeDaysOff({ days })}
      runs={daysOffRuns(dates)}
      today={today}
      problemOf={(from, to) => daysOffProblem(dates, { from, to })}
      onAdd={(run) => onChange(withDaysOff(dates, run))}
      onRemove={(run) => onChange(withoutDaysOff(dates, run))}
    />
  )
}
