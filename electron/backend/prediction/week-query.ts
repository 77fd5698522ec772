import type { BackendContext } from '../core/context.ts'
import { calendarsOf } from '../holidays/calendars.ts'
import { timeZoneOf, workspaceById } from '../workspaces/workspace-by-id.ts'
import { nextMonday } from './next-monday.ts'
import type { DatesKnown } from './dates-known.ts'
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

/** What a workspace knows of dates, for a week that begins on `week`. */
export async function datesKnownOf(context: BackendContext, workspaceId: string, week: string): Promise<DatesKnown> {
  const [marks, calendars] = await Promise.all([
    context.data.work().listMarks(workspaceId),
    calendarsOf(context, workspaceId, week),
  ])
  return { marks, calendars }
}

/** A week of a workspace as the compute thread is asked for it, with what is known of dates. */
export async function weekQueryOf(context: BackendContext, request: WeekRequest): Promise<WeekQuery> {
  const { workspaceId, week = null, poolId, organizationId = null, until = null } = request
  const work = context.data.work()
  const timeZone = request.timeZone ?? timeZoneOf(await workspaceById(work, workspaceId), context)
  const wanted = week ?? nextMonday(until ?? context.clock(), timeZone)
  return {
    workspaceId,
    organizationId,
    timeZone,
    week: wanted,
    poolId,
    datesKnown: await datesKnownOf(context, workspaceId, wanted),
    ...(until === null ? {} : { until }),
  }
}
