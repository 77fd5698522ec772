import type { WorkLimits } from '../../../shared/plan/rules/rules.ts'
import { localDateOf } from '../../../shared/time/local.ts'
import { isFoundBy } from '../../commands/command.ts'
import type { Formatter } from '../../format/formatter.ts'
import { cityOf } from '../../format/zone-names.ts'
import type { Overview } from '../../workspace/workspace-types.ts'
import type { AgentEntry } from './agent-types.ts'
import { availabilityWords } from './availability.ts'

/** One line of the list. null: nothing is said, so what the plan says holds. */
export interface AgentRow {
  readonly id: string
  readonly name: string
  readonly note: 'added' | 'gone' | 'deactivated' | null
  readonly pools: string
  readonly lastOnline: string | null
  readonly hours: string | null
  /** null: at any time. */
  readonly availability: string | null
  readonly cost: string | null
  readonly zone: string | null
}

interface RowContext {
  readonly pools: Overview['pools']
  /** In which days are told. */
  readonly timeZone: string
  readonly format: Formatter
  /** What is searched for. */
  readonly typed: string
}

/** The agents as the list shows them: by name, those who are gone from the source or deactivated at the end. */
export function agentRows(agents: readonly AgentEntry[], context: RowContext): readonly AgentRow[] {
  const rows = agents.map((agent) => rowOf(agent, context)).filter(({ name, pools }) => isFoundBy(`${name} ${pools}`, context.typed))
  const hasLeft = ({ note }: AgentRow): boolean => note === 'gone' || note === 'deactivated'
  return [...rows.filter((row) => !hasLeft(row)), ...rows.filter(hasLeft)]
}

function rowOf({ id, name, inSource, present, inactiveSince, lastOnline, rules }: AgentEntry, { pools, timeZone, format }: RowContext): AgentRow {
  return {
    id,
    name,
    note: inSource ? (present ? (inactiveSince === null ? null : 'deactivated') : 'gone') : 'added',
    pools: poolWords(rules.pools ?? null, pools),
    lastOnline: lastOnline === null ? null : format.date(localDateOf(Date.parse(lastOnline), timeZone)),
    hours: hoursWords(rules),
    availability: rules.availability ? availabilityWords(rules.availability, format) : null,
    cost: typeof rules.hourlyCost === 'number' ? rules.hourlyCost.toLocaleString(format.locale, { maximumFractionDigits: 2 }) : null,
    zone: rules.timeZone ? cityOf(rules.timeZone) : null,
  }
}

/** "All", "None", "Sales, Support". */
export function poolWords(ids: readonly string[] | null, pools: Overview['pools']): string {
  if (ids === null) return 'All'
  if (ids.length === 0) return 'None'
  const names = ids.map((id) => pools.find((pool) => pool.id === id)?.name ?? id)
  return names.toSorted((one, other) => one.localeCompare(other, 'en')).join(', ')
}

/** "20–40", "up to 40", "from 20", "no limit"; null: as the plan has it. */
export function hoursWords({ minHoursPerWeek: least, maxHoursPerWeek: most }: WorkLimits): string | null {
  if (typeof least === 'number' && typeof most === 'number') return least === most ? String(least) : `${least}–${most}`
  if (typeof most === 'number') return `up to ${most}`
  if (typeof least === 'number') return `from ${least}`
  return most === null ? 'no limit' : null
}
