import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { TimeOffEntry } from '../../../shared/contract/time-off-output.ts'
import type { OrderReason } from '../../../shared/roster/date-order.ts'
import type { DateOrder } from '../../../shared/roster/date-text.ts'
import type { Remark, UnusedColumn, WhyNot } from '../../../shared/roster/roster.ts'
import { localDateOf, parseLocalDate } from '../../../shared/time/local.ts'
import { timeZoneOf, workspaceById } from '../workspaces/workspace-by-id.ts'
import { yearOfTimeOff } from '../../../shared/plan/time-off-days.ts'
import { formatWallTime } from '../../../shared/plan/wall-time.ts'
import type { StoredTimeOff } from '../../store/time-off-store.ts'
import { listAgents } from '../agents/use-cases.ts'
import type { BackendContext } from '../core/context.ts'
import type { importTimeOffInput, timeOffFileInput, timeOffYearInput } from './inputs.ts'
import { newTimeOff } from './new-time-off.ts'
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

/** Adds what an uploaded table has and is not there yet. */
export function importTimeOff(
  context: BackendContext,
  { uploadId, ...reading }: z.output<typeof importTimeOffInput>,
): Promise<ImportedTimeOff> {
  return context.transfers.withUpload(uploadId, (file) => importTimeOffFile(context, { ...reading, file }))
}

/** As many remarks are listed. */
const MOST_LISTED = 1_000

/** What of a table became time off. */
export interface ImportedTimeOff {
  readonly added: number
  /** Those that were there already. */
  readonly known: number
  readonly dateOrder: DateOrder
  /** Why its dates were read in that order. */
  readonly dateOrderBy: OrderReason
  /** Rows that were left out, the first of them. */
  readonly notUnderstood: readonly Remark<WhyNot>[]
  readonly notUnderstoodCount: number
  /** Columns that hold something of which nothing was read. */
  readonly unusedColumns: readonly UnusedColumn[]
}

/** As `importTimeOff`, of a file of this computer. */
export async function importTimeOffFile(
  context: BackendContext,
  { workspaceId, file, fileName, dateOrder, usualOrder, now }: z.output<typeof timeOffFileInput>,
): Promise<ImportedTimeOff> {
  const work = context.data.work()
  const [workspace, agents] = await Promise.all([workspaceById(work, workspaceId), listAgents(context, workspaceId)])
  const timeZone = timeZoneOf(workspace, context)
  const { entries, notUnderstood, unused, order, reason } = await context.data.withRosters((rosters) =>
    rosters.readTimeOff({
      file,
      name: fileName,
      timeZone,
      dateOrder,
      usualOrder,
      today: parseLocalDate(localDateOf(now ?? context.clock(), timeZone)),
      agents: agents.map(({ id, name, rules }) => ({ id, name, email: rules.email ?? null })),
    }),
  )
  const read = entries.map((entry) => ({ ...entry, id: randomUUID() }))
  const fresh = newTimeOff(read, await listTimeOff(context, workspaceId))
  if (fresh.length > 0) await work.saveTimeOff(workspaceId, fresh)
  return {
    added: fresh.length,
    known: read.length - fresh.length,
    dateOrder: order,
    dateOrderBy: reason,
    notUnderstood: notUnderstood.slice(0, MOST_LISTED),
    notUnderstoodCount: notUnderstood.length,
    unusedColumns: unused.slice(0, MOST_LISTED),
  }
}
