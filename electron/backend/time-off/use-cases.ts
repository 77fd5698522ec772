import type { z } from 'zod'
import type { TimeOffEntry } from '../../../shared/contract/time-off-output.ts'
import { yearOfTimeOff } from '../../../shared/plan/time-off-days.ts'
import { formatWallTime } from '../../../shared/plan/wall-time.ts'
import type { StoredTimeOff } from '../../store/time-off-store.ts'
import { listAgents } from '../agents/use-cases.ts'
import type { BackendContext } from '../core/context.ts'
import type { timeOffYearInput } from './inputs.ts'
import { timeOffToCsv } from './time-off-csv.ts'

/** Every agent's time off, as rules look at it. */
export function listTimeOff({ data }: BackendContext, workspaceId: string): Promise<readonly StoredTimeOff[]> {
  return data.work().listTimeOff(workspaceId)
}

/** By agent, by name: days of each kind, and what is left of the allowance. */
export async function timeOffByYear(context: BackendContext, { workspaceId, year }: z.output<typeof timeOffYearInput>) {
  const agents = await listAgents(context, workspaceId)
  const byAgent = Map.groupBy(await listTimeOff(context, workspaceId), ({ agentId }) => agentId)
  const known = new Set(agents.map(({ id }) => id))
  const others = [...byAgent.keys()].filter((id) => !known.has(id)).map((id) => ({ id, name: id, rules: {} }))
  return [...agents, ...others]
    .map(({ id, name, rules }) => ({
      agentId: id,
      name,
      year,
      ...yearOfTimeOff(byAgent.get(id) ?? [], { year, rules }),
    }))
    .filter(({ days, vacationLeft }) => vacationLeft !== null || Object.values(days).some((count) => count > 0))
}

/** Time off with names and times of day, as files and scripts have it. */
export async function timeOffEntries(context: BackendContext, workspaceId: string): Promise<readonly TimeOffEntry[]> {
  const names = new Map((await listAgents(context, workspaceId)).map(({ id, name }) => [id, name]))
  return (await listTimeOff(context, workspaceId)).map(({ part, ...entry }) => ({
    ...entry,
    name: names.get(entry.agentId) ?? entry.agentId,
    start: part === null ? null : formatWallTime(part.startMinute),
    end: part === null ? null : formatWallTime(part.endMinute),
  }))
}

export async function exportTimeOff(context: BackendContext, workspaceId: string) {
  const entries = await timeOffEntries(context, workspaceId)
  return { fileName: 'time-off.csv', text: timeOffToCsv(entries), rows: entries.length }
}
