import { countDays, daysBetween } from '../../../../shared/time/local.ts'
import type { TimeOffRecord } from '../../../app/time-off/time-off-form.ts'
import type { Outputs } from '../../../app/rpc/procedures.ts'
import type { AgentEntry } from '../agent-types.ts'

export type YearFigures = Outputs['timeOff']['year'][number]

/** A time off as it lies on the line of a year, as shares of it (0-1). */
export interface YearBar {
  readonly record: TimeOffRecord
  readonly left: number
  readonly width: number
}

/** One agent's year. */
export interface YearRow {
  readonly agentId: string
  readonly name: string
  readonly bars: readonly YearBar[]
  /** null: nothing is counted. */
  readonly figures: YearFigures | null
}

interface YearInput {
  readonly year: number
  readonly agents: readonly AgentEntry[]
  readonly timeOff: readonly TimeOffRecord[]
  readonly figures: readonly YearFigures[]
}

/** Everybody's year: agents in their order, then those who are no agents any more. */
export function yearRows({ year, agents, timeOff, figures }: YearInput): readonly YearRow[] {
  const first = `${year}-01-01`
  const last = `${year}-12-31`
  const days = countDays(first, last)
  const byAgent = Map.groupBy(
    timeOff.filter(({ from, to }) => from <= last && to >= first),
    ({ agentId }) => agentId,
  )
  const counted = new Map(figures.map((each) => [each.agentId, each]))
  const known = new Set(agents.map(({ id }) => id))
  const gone = [...byAgent.keys()].filter((id) => !known.has(id)).map((id) => ({ id, name: id }))
  return [...agents.filter(({ present, id }) => present || byAgent.has(id)), ...gone].map(({ id, name }) => ({
    agentId: id,
    name,
    bars: (byAgent.get(id) ?? []).map((record) => {
      const from = Math.max(0, daysBetween(first, record.from))
      const to = Math.min(days, daysBetween(first, record.to) + 1)
      return { record, left: from / days, width: (to - from) / days }
    }),
    figures: counted.get(id) ?? null,
  }))
}

/** Where each month begins on the line of a year, as a share of it (0-1). */
export function monthStarts(year: number): readonly number[] {
  const first = `${year}-01-01`
  const days = countDays(first, `${year}-12-31`)
  return Array.from(
    { length: 12 },
    (_, month) => daysBetween(first, `${year}-${String(month + 1).padStart(2, '0')}-01`) / days,
  )
}
