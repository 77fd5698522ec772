import type { WorkLimits } from '../../../shared/plan/rules/rules.ts'
import { localDateOf } from '../../../shared/time/local.ts'
import { isFoundBy } from '../../app/commands/matches.ts'
import { currentFormat } from '../../format/format-context.tsx'
import type { Formatter } from '../../format/formatter.ts'
import { cityOf } from '../../../shared/time/zone-city.ts'
import type { Overview } from '../../app/workspace/workspace-types.ts'
import type { AgentEntry } from './agent-types.ts'
import { availabilityText } from './availability.ts'

/** One line of the list. null: the plan's default. */
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
  /** In which days are shown. */
  readonly timeZone: string
  readonly format: Formatter
  /** What is searched for. */
  readonly typed: string
}

/** The agents as the list shows them: by name, those who are gone from the source or deactivated at the end. */
export function agentRows(agents: readonly AgentEntry[], context: RowContext): readonly AgentRow[] {
  const rows = agents
    .map((agent) => agentRow(agent, context))
    .filter(({ name, pools }) => isFoundBy(`${name} ${pools}`, context.typed))
  const hasLeft = ({ note }: AgentRow): boolean => note === 'gone' || note === 'deactivated'
  return [...rows.filter((row) => !hasLeft(row)), ...rows.filter(hasLeft)]
}

function agentRow(
  { id, name, inSource, present, inactiveSince, lastOnline, rules }: AgentEntry,
  { pools, timeZone, format }: RowContext,
): AgentRow {
  return {
    id,
    name,
    note: inSource ? (present ? (inactiveSince === null ? null : 'deactivated') : 'gone') : 'added',
    pools: poolText(rules.pools ?? null, pools),
    lastOnline: lastOnline === null ? null : format.date(localDateOf(Date.parse(lastOnline), timeZone)),
    hours: hoursText(rules),
    availability: rules.availability ? availabilityText(rules.availability, format) : null,
    cost: typeof rules.hourlyCost === 'number' ? format.money(rules.hourlyCost) : null,
    zone: rules.timeZone ? cityOf(rules.timeZone) : null,
  }
}

/** "All", "None", "Sales, Support". */
export function poolText(ids: readonly string[] | null, pools: Overview['pools']): string {
  const { texts, locale } = currentFormat()
  if (ids === null) return texts.agents.allPools
  if (ids.length === 0) return texts.agents.noPools
  const names = ids.map((id) => pools.find((pool) => pool.id === id)?.name ?? id)
  return names.toSorted((one, other) => one.localeCompare(other, locale)).join(', ')
}

/** "20–40", "up to 40", "from 20", "no limit"; null: the plan's default. */
export function hoursText({ minHoursPerWeek: least, maxHoursPerWeek: most }: WorkLimits): string | null {
  const { texts, hours } = currentFormat()
  const t = texts.agents
  if (typeof least === 'number' && typeof most === 'number')
    return least === most ? hours(least) : t.hoursBetween({ least: hours(least), most: hours(most) })
  if (typeof most === 'number') return t.hoursUpTo({ most: hours(most) })
  if (typeof least === 'number') return t.hoursFrom({ least: hours(least) })
  return most === null ? t.noLimit : null
}
