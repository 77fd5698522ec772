import { DAY_NAMES } from '../../../shared/foundation/hour-of-week.ts'
import { formatWallTime } from '../../../shared/plan/wall-time.ts'
import type { AgentRules } from '../../../shared/plan/rules/rules.ts'
import { toCsv } from '../core/csv.ts'

/** The columns of the CSV that Covercast writes. */
export const AVAILABILITY_HEADER: readonly string[] = ['agent', 'name', 'day', 'start', 'end']
export const ANY_TIME = 'any time'
export const NEVER = 'never'

type Availability = NonNullable<AgentRules['availability']>

/** An agent's availability; null: any time, empty: never. */
export interface AgentAvailability {
  readonly agentId: string
  readonly availability: Availability | null
}

interface NamedAgent {
  readonly id: string
  readonly name: string
}

/** Availability as CSV, a row a range; "any time" and "never" are rows of their own. Agents of whom nothing is said are left out. */
export function availabilityToCsv(agents: readonly (NamedAgent & { readonly rules: AgentRules })[]): {
  readonly text: string
  readonly rows: number
} {
  const rows = agents.flatMap(({ id, name, rules: { availability } }) => {
    if (availability === undefined) return []
    if (availability === null || availability.length === 0)
      return [[id, name, availability === null ? ANY_TIME : NEVER, '', '']]
    return availability.map(({ dayOfWeek, startMinute, endMinute }) => [
      id,
      name,
      DAY_NAMES[dayOfWeek]!,
      formatWallTime(startMinute),
      formatWallTime(endMinute),
    ])
  })
  return { text: toCsv(AVAILABILITY_HEADER, rows), rows: rows.length }
}
