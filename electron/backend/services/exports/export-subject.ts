import { createHash } from 'node:crypto'
import { AppError, toErrorReport } from '../../../../shared/contract/errors.ts'
import { inactiveOf, inactiveSince, nameWhen, type InactiveAgents } from '../../../../shared/plan/inactive-agents.ts'
import { uniteWeeks, weeksOfDated, type WeekSpan } from '../../../../shared/plan/occurrences.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { addDays } from '../../../../shared/time/local.ts'
import type { ServiceDependencies } from '../dependencies.ts'
import { nextMonday } from '../forecast-week.ts'
import { listAgents } from '../plan-agents.ts'
import type { AgentEntry } from '../plan-services.ts'
import type { PlanChoice } from '../prediction-services.ts'
import { readCache } from '../read-cache.ts'
import type { PlanSpanRequest } from './export-services.ts'
import type { EarlierPlan } from './plan-calendar.ts'

const ID_DIGITS = 32

/** A plan with all that its exports say of it. */
export interface ExportSubject extends WeekSpan {
  readonly planId: string
  readonly plan: Plan
  readonly revision: number
  readonly earlier: readonly EarlierPlan[]
  /** The weeks in which what was published before is looked at: those of the export, and of all of a dated plan those that it had then. */
  readonly earlierWeeks: WeekSpan
  /** undefined: everybody. */
  readonly agentId: string | undefined
  /** Who is deactivated before an instant is called so; without one, an agent goes by the name alone. */
  readonly agentName: (agentId: string, at?: number) => string
  /** Since when agents are deactivated. */
  readonly inactive: InactiveAgents
  /** null: all pools. */
  readonly pool: string | null
  /** Last local date of the weeks. */
  readonly lastDate: string
}

/** A plan to be exported: stored in a workspace, or given as a file. */
export interface PlanOfWorkspace {
  readonly workspaceId: string
  /** By its id. */
  readonly plan: PlanChoice
  readonly now: number
  /** Nothing at or after it counts as past; null: all that was synced does. */
  readonly until: number | null
}

/** Reads what an export of a plan needs. Throws 'not-found' for a plan or an agent that is not there. */
export async function exportSubject(deps: ServiceDependencies, of: PlanOfWorkspace, request: PlanSpanRequest): Promise<ExportSubject> {
  const stored = await planFrom(deps, of)
  const agents = await listAgents(deps, of.workspaceId)
  const names = new Map(agents.map(({ id, name }) => [id, name]))
  const inactive = inactiveOf(agents)
  const span = weeksOf(stored, request, of.now)
  return {
    ...stored,
    ...span,
    lastDate: addDays(span.firstDate, 7 * span.weeks - 1),
    agentId: request.agent === null ? undefined : agentOf(request.agent, agents, stored.plan),
    agentName: (agentId, at = Number.NEGATIVE_INFINITY) => nameWhen(names.get(agentId) ?? agentId, inactiveSince(agentId, inactive) <= at),
    inactive,
    pool: await poolName(deps, of.workspaceId, stored.plan.poolId),
  }
}

/** The first week that an export or a print of a plan is about, where none was asked for. */
export function firstWeekOf(plan: Plan, now: number): string {
  return weeksOfDated(plan)?.firstDate ?? nextMonday(now, plan.timeZone)
}

type Weeks = WeekSpan & Pick<ExportSubject, 'earlierWeeks'>

function weeksOf({ plan, earlier }: StoredPart, { week, weeks }: PlanSpanRequest, now: number): Weeks {
  const isWhole = plan.kind === 'dated' && week === null && weeks === null
  const span = (isWhole ? weeksOfDated(plan) : null) ?? { firstDate: week ?? firstWeekOf(plan, now), weeks: weeks ?? 1 }
  const published = isWhole ? earlier.map((one) => weeksOfDated(one.plan)).filter((one) => one !== null) : []
  return { ...span, earlierWeeks: uniteWeeks([span, ...published]) }
}

type StoredPart = Pick<ExportSubject, 'planId' | 'plan' | 'revision' | 'earlier'>

async function planFrom(deps: ServiceDependencies, { workspaceId, plan: choice }: PlanOfWorkspace): Promise<StoredPart> {
  if (choice.kind === 'given') {
    const { name, timeZone } = choice.plan
    // A file has no id: it goes by its name, so that what it becomes updates what it was.
    const planId = createHash('sha256').update(JSON.stringify([name, timeZone])).digest('hex').slice(0, ID_DIGITS)
    return { planId, plan: choice.plan, revision: 0, earlier: [] }
  }
  const work = deps.data.work()
  const { id } = choice
  const { plan, revision, publications } = await work.readPlan(workspaceId, id)
  const published = await Promise.all(publications.map((one) => work.readPublication(workspaceId, one.id)))
  const withdrawn = await work.withdrawnWeeks(workspaceId, id)
  return { planId: id, plan, revision, earlier: [...published, ...withdrawn] }
}

function agentOf(wanted: string, agents: readonly AgentEntry[], plan: Plan): string {
  const planned = new Set(plan.shifts.map(({ agentId }) => agentId))
  const byId = agents.find(({ id }) => id === wanted)?.id ?? (planned.has(wanted) ? wanted : undefined)
  if (byId !== undefined) return byId
  const named = agents.filter(({ name }) => name.toLowerCase() === wanted.trim().toLowerCase())
  if (named.length === 1) return named[0]!.id
  const names = new Map(agents.map(({ id, name }) => [id, name]))
  const known = [...planned].filter((id) => id !== null).map((id) => (names.has(id) && names.get(id) !== id ? `${names.get(id)} (${id})` : id))
  throw new AppError({
    code: named.length > 1 ? 'conflict' : 'not-found',
    message: named.length > 1 ? `There are ${named.length} agents called "${wanted}".` : `There is no agent "${wanted}".`,
    kept: 'Nothing was written.',
    next: known.length === 0 ? 'The plan has no agents.' : `The plan has: ${known.slice(0, 20).join(', ')}${known.length > 20 ? ', ...' : ''}.`,
  })
}

/** A workspace that was never synced has plans and no pools. */
async function poolName(deps: ServiceDependencies, workspaceId: string, poolId: string | null): Promise<string | null> {
  if (poolId === null) return null
  try {
    const { pools } = await readCache(deps, workspaceId, (reader) => reader.overview(workspaceId))
    return pools.find(({ id }) => id === poolId)?.name ?? poolId
  } catch (thrown) {
    if (toErrorReport(thrown).code === 'not-found') return poolId
    throw thrown
  }
}
