import { calibrationOf } from '../../../shared/compare/calibration.ts'
import type { ComparedWeekDetail } from './compare-services.ts'
import { comparePublished } from './compare-weeks.ts'
import type { ServiceDependencies } from './dependencies.ts'
import { listAgents } from './plan-agents.ts'
import type { PublishedWeek } from './published-weeks.ts'

interface DetailOptions {
  readonly workspaceId: string
  /** Nothing at or after it counts as past; null: all that was synced does. */
  readonly until: number | null
}

/** A published week beside what happened, by day and hour, with its agents by name. Throws 'not-found' where it was never predicted. */
export async function comparedWeekDetail(deps: ServiceDependencies, week: PublishedWeek, { workspaceId, until }: DetailOptions): Promise<ComparedWeekDetail> {
  const { report, frozenAt, ...compared } = await comparePublished(deps, week, { workspaceId, until, inDetail: true })
  const names = new Map((await listAgents(deps, workspaceId)).map(({ id, name }) => [id, name]))
  const detail = report.detail!
  return {
    ...compared,
    ...detail,
    publishedAt: new Date(week.publishedAt).toISOString(),
    frozenAt: new Date(frozenAt).toISOString(),
    now: new Date(report.now).toISOString(),
    adherence: report.adherence
      .map((agent) => ({ ...agent, name: names.get(agent.agentId) ?? agent.agentId, slots: report.slots!.get(agent.agentId) ?? [] }))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en') || (one.agentId < other.agentId ? -1 : 1)),
    cellCalibration: calibrationOf(detail.cells.map(({ insideBand80 }) => insideBand80)),
    revision: report.revision,
  }
}
