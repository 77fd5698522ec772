import { DAY_NAMES } from '../../../shared/foundation/hour-of-week.ts'
import { recommend, type Priority, type StaffingBlock } from '../../../shared/recommend/index.ts'
import type { StaffingCase } from '../../support/original-cases.ts'
import { cell, options, pool } from './made-up-evidence.ts'

/** The dashboard's: whatever the range, by the visitors missed in it. */
export function originalPriority(missed: number): Priority {
  return missed >= 50 ? 'critical' : missed >= 20 ? 'high' : missed >= 10 ? 'medium' : 'low'
}

/** The blocks of a case by the rule of thumb, each in one line. */
export function blocksOf({ cells, days, ringRate, callSeconds }: StaffingCase, target: number): readonly string[] {
  const evidence = pool(
    Object.fromEntries(
      cells.map(([day, hour, missed, visitors]) => [
        24 * day + hour,
        cell([{ agents: 1, load: 1, visitors }], visitors - missed),
      ]),
    ),
    { isThin: true },
  )
  const calls = {
    ringRate: { value: Math.min(1, ringRate), of: 'own' as const },
    averageCallSeconds: { value: callSeconds, of: 'own' as const },
  }
  return recommend(
    [evidence],
    options({ target, days, hours: Array.from({ length: 168 }, () => days / 7), calls }),
  ).map(textOf)
}

function textOf({
  dayIndices,
  startHour,
  endHour,
  missedVisitors,
  totalVisitors,
  priority,
  suggestedAgents,
}: StaffingBlock): string {
  return `${dayIndices.map((day) => DAY_NAMES[day]).join('')} ${startHour}-${endHour} missed ${missedVisitors}/${totalVisitors} ${priority} +${suggestedAgents}`
}
