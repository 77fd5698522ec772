import { addDays, dayOfWeekOf, localDateOf } from '../../../shared/time/local.ts'
import type { MarkOutput } from '../../../shared/contract/mark-output.ts'
import type { WeekQuery } from '../roles/prediction-queries.ts'
import type { WorkspaceRecord } from '../roles/roles.ts'
import type { ServiceDependencies } from './dependencies.ts'
import { listMarks } from './marks.ts'
import type { WeekRequest } from './prediction-services.ts'
import { chooseWorkspace } from './workspace-choice.ts'

const MONDAY = 1

/** A week of a workspace as the compute thread is asked for it. */
export interface ChosenWeek {
  readonly workspace: WorkspaceRecord
  readonly query: WeekQuery
  readonly marks: readonly MarkOutput[]
}

/** The workspace, zone, week and marks that a request of the command line means. */
export async function chooseWeek(deps: ServiceDependencies, request: WeekRequest): Promise<ChosenWeek> {
  const workspace = await chooseWorkspace(deps.data.work(), request.workspace)
  const timeZone = request.timeZone ?? workspace.settings.timeZone ?? deps.systemTimeZone
  const marks = await listMarks(deps.data.work(), workspace.id)
  const query: WeekQuery = {
    workspaceId: workspace.id,
    organizationId: request.organizationId,
    timeZone,
    week: request.week ?? nextMonday(request.now ?? deps.clock(), timeZone),
    poolId: request.poolId,
    marks,
    ...(request.now === null ? {} : { until: request.now }),
  }
  return { workspace, query, marks }
}

/** The first Monday after an instant's local date. */
export function nextMonday(now: number, timeZone: string): string {
  const today = localDateOf(now, timeZone)
  return addDays(today, ((MONDAY - dayOfWeekOf(today) + 6) % 7) + 1)
}
