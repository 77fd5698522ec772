import type { BackendContext } from '../core/context.ts'
import { listMarks } from '../forecast/marks.ts'
import { timeZoneOf, workspaceById } from '../workspaces/workspace-by-id.ts'
import { nextMonday } from './next-monday.ts'
import type { WeekQuery } from './queries.ts'

export interface WeekRequest {
  readonly workspaceId: string
  /** null: the workspace's. */
  readonly timeZone: string | null
  /** Local date on which the week begins; absent or null: the Monday after the present. */
  readonly week?: string | null
  /** undefined: all pools; null: "No pool". */
  readonly poolId?: string | null | undefined
  readonly organizationId?: string | null
  /** Stands for the present: nothing at or after it counts as past, epoch milliseconds; null: all that was synced does. */
  readonly until?: number | null
}

/** A week of a workspace as the compute thread is asked for it, with the days that are marked. */
export async function weekQueryOf(context: BackendContext, request: WeekRequest): Promise<WeekQuery> {
  const { workspaceId, week = null, poolId, organizationId = null, until = null } = request
  const work = context.data.work()
  const timeZone = request.timeZone ?? timeZoneOf(await workspaceById(work, workspaceId), context)
  return {
    workspaceId,
    organizationId,
    timeZone,
    week: week ?? nextMonday(until ?? context.clock(), timeZone),
    poolId,
    marks: await listMarks(work, workspaceId),
    ...(until === null ? {} : { until }),
  }
}
