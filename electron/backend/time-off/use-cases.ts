import type { z } from 'zod'
import type { PublicHolidayEntry, TimeOffEntry } from '../../../shared/contract/time-off-output.ts'
import { yearOfTimeOff } from '../../../shared/plan/time-off-days.ts'
import { formatWallTime } from '../../../shared/plan/wall-time.ts'
import type { StoredTimeOff } from '../../store/time-off-store.ts'
import { listAgents } from '../agents/use-cases.ts'
import type { BackendContext } from '../core/context.ts'
import type { timeOffYearInput } from './inputs.ts'
import { publicHolidaysOff, type HolidayAgent, type ListedTimeOff } from './public-holidays.ts'
import { timeOffToCsv } from './time-off-csv.ts'

/** The time off that was entered. */
export function listTimeOff({ data }: BackendContext, workspaceId: string): Promise<readonly StoredTimeOff[]> {
  return data.work().listTimeOff(workspaceId)
}

/** All of it as rules look at it: also public holidays, where they are days off. */
export async function allTimeOff(
  context: BackendContext,
  workspaceId: string,
  agents: readonly (HolidayAgent & { readonly present: boolean })[],
): Promise<readonly ListedTimeOff[]> {
  const [stored, holidays] = await Promise.all([
    listTimeOff(context, workspaceId),
    publicHolidaysOff(context, workspaceId, { agents: agents.filter(({ present }) => present) }),
  ])
  return [...stored, ...holidays]
}

/** By agent, by name: days of each kind, and what is left of the allowance. */
export async function timeOffByYear(context: BackendContext, { workspaceId, year }: z.output<typeof timeOffYearInput>) {
  const agents = await listAgents(context, workspaceId)
  const byAgent = Map.groupBy(await listTimeOff(context, workspaceId), ({ agentId }) => agentId)
  const holidays = Map.groupBy(
    await publicHolidaysOff(context, workspaceId, {
      agents: agents.filter(({ present }) => present),
      years: { from: year, to: year },
    }),
    ({ agentId }) => agentId,
  )
  const known = new Set(agents.map(({ id }) => id))
  const others = [...byAgent.keys()].filter((id) => !known.has(id)).map((id) => ({ id, name: id, rules: {} }))
  return [...agents, ...others]
    .map(({ id, name, rules }) => ({
      agentId: id,
      name,
      year,
      ...yearOfTimeOff(byAgent.get(id) ?? [], {
        year,
        rules,
        publicHolidays: (holidays.get(id) ?? []).map(({ from }) => from),
      }),
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

/** The public holidays of a calendar year that are days off, with names, as scripts have them. */
export async function publicHolidayEntries(
  context: BackendContext,
  { workspaceId, year }: z.output<typeof timeOffYearInput>,
): Promise<readonly PublicHolidayEntry[]> {
  const agents = (await listAgents(context, workspaceId)).filter(({ present }) => present)
  const names = new Map(agents.map(({ id, name }) => [id, name]))
  const found = await publicHolidaysOff(context, workspaceId, { agents, years: { from: year, to: year } })
  return found.map(({ agentId, from, note }) => ({
    agentId,
    name: names.get(agentId) ?? agentId,
    date: from,
    holiday: note,
  }))
}

export async function exportTimeOff(context: BackendContext, workspaceId: string) {
  const entries = await timeOffEntries(context, workspaceId)
  return { fileName: 'time-off.csv', text: timeOffToCsv(entries), rows: entries.length }
}
