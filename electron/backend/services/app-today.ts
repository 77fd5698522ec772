import { inForceOn } from '../../../shared/plan/in-force.ts'
import { localDateOf } from '../../../shared/time/local.ts'
import { timeZoneOf } from './app-coverage.ts'
import type { AutoSync } from './auto-sync.ts'
import type { CoverageWatch } from './coverage-watch.ts'
import type { ServiceDependencies } from './dependencies.ts'
import { listMarks } from './marks.ts'
import { listAgents } from './plan-agents.ts'
import { newestFirst } from './plan-entries.ts'
import { publishedPlans } from './published-plans.ts'
import { computeFromCache } from './read-cache.ts'
import type { AppToday } from './today-services.ts'
import { workspaceById } from './workspace-by-id.ts'

export interface AppTodayOptions {
  readonly deps: ServiceDependencies
  readonly watch: CoverageWatch
  readonly autoSync: AutoSync
}

/** How today goes, of workspaces by id. */
export function appToday({ deps, watch, autoSync }: AppTodayOptions): AppToday {
  return {
    async get(workspaceId) {
      const work = deps.data.work()
      const workspace = await workspaceById(work, workspaceId)
      const timeZone = timeZoneOf(workspace, deps)
      const date = localDateOf(deps.clock(), timeZone)
      const summaries = await work.listPlans(workspaceId)
      const published = await publishedPlans(work, workspaceId)
      const publications = newestFirst(summaries)
      const inForce = publications.filter((one) => inForceOn(publications, date, one.poolId)?.id === one.id)
      const plans = inForce.map(({ id }) => published.find((one) => one.id === id)!.plan)
      const report = await computeFromCache(deps, workspaceId, async (computer) =>
        computer.today({ workspaceId, timeZone, date, marks: await listMarks(work, workspaceId), published, plans }),
      )
      const names = new Map((await listAgents(deps, workspaceId)).map(({ id, name }) => [id, name]))
      const iso = (instant: number): string => new Date(instant).toISOString()
      return {
        timeZone,
        figures: report.figures,
        planName: plans.find(({ poolId }) => poolId === null)?.name ?? null,
        agents: report.presence
          .map(({ agentId, state, shift, onlineSince, wasHere }) => ({
            agentId,
            name: names.get(agentId) ?? agentId,
            state,
            shift: shift === null ? null : { start: iso(shift.start), end: iso(shift.end) },
            onlineSince: onlineSince === null ? null : iso(onlineSince),
            wasHere,
          }))
          .toSorted((one, other) => one.name.localeCompare(other.name, 'en') || (one.agentId < other.agentId ? -1 : 1)),
        low: await watch.low(workspace),
        autoSync: autoSync.stateOf(workspace),
        revision: report.revision,
      }
    },
    async alert(workspaceId) {
      const low = await watch.low(await workspaceById(deps.data.work(), workspaceId))
      return low?.isAlert === true ? low : null
    },
    async dismissAlert(workspaceId) {
      await workspaceById(deps.data.work(), workspaceId)
      await watch.dismiss(workspaceId)
    },
  }
}
