import { createHash } from 'node:crypto'
import { AppError, toErrorReport } from '../../../shared/foundation/errors.ts'
import { distinctNames } from '../../../shared/plan/distinct-names.ts'
import { inactiveOf, inactiveSince, nameWhen, type InactiveAgents } from '../../../shared/plan/inactive-agents.ts'
import { uniteWeeks, weeksOfDated, type WholeWeeks } from '../../../shared/plan/occurrences.ts'
import type { AssumptionNames } from '../../../shared/plan/assumptions/assumption-text.ts'
import { withAssumptions } from '../../../shared/plan/assumptions/with-assumptions.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { addDays } from '../../../shared/time/local.ts'
import type { BackendContext } from '../core/context.ts'
import { nextMonday } from '../prediction/next-monday.ts'
import { type AgentEntry, listAgents } from '../agents/use-cases.ts'
import { readCache } from '../threads/read-cache.ts'
import type { PlanFileRequest } from './inputs.ts'
import type { EarlierPlan } from './plan-calendar.ts'

const ID_DIGITS = 32

/** A plan with all that its exports contain. */
export interface ExportSubject extends WholeWeeks {
  readonly planId: string
  readonly plan: Plan
  /** The plan's own, such as its rules; none of a file. */
  readonly settings: Readonly<Record<string, unknown>>
  readonly revision: number
  readonly earlier: readonly EarlierPlan[]
  /** The weeks in which what was published before is looked at: those of the export, and of all of a dated plan those that it had then. */
  readonly earlierWeeks: WholeWeeks
  /** undefined: everybody. */
  readonly agentId: string | undefined
  /** Who is deactivated before an instant is called so; without one, an agent goes by the name alone. */
  readonly agentName: (agentId: string, at?: number) => string
  /** The name, told apart from others who go by the same one. */
  readonly distinctName: (agentId: string) => string
  /** Since when agents are deactivated. */
  readonly inactive: InactiveAgents
  /** null: all pools. */
  readonly pool: string | null
  /** Last local date of the weeks. */
  readonly lastDate: string
  /** As they are listed. */
  readonly agents: readonly AgentEntry[]
  /** How what the plan assumes is called. */
  readonly assumed: AssumptionNames
}

interface SubjectOptions {
  /** Of a pattern, where the request does not say how many. */
  readonly patternWeeks?: number
}

/** Reads what an export of a plan needs. Throws 'not-found' for a plan or an agent that is not there. */
export async function exportSubject(
  context: BackendContext,
  request: PlanFileRequest,
  { patternWeeks = 1 }: SubjectOptions = {},
): Promise<ExportSubject> {
  const { workspaceId } = request
  const stored = await planFrom(context, request)
  const plan = withAssumptions(stored.plan, request.assumptions ?? [])
  const agents = await listAgents(context, workspaceId)
  const names = new Map(agents.map(({ id, name }) => [id, name]))
  const distinct = distinctNames(agents)
  const inactive = inactiveOf(agents)
  const pools = await poolNames(context, workspaceId)
  const weeks = request.weeks ?? (stored.plan.kind === 'weekly' ? patternWeeks : null)
  const span = weeksOf(stored, { ...request, weeks }, request.now ?? context.clock())
  return {
    ...stored,
    plan,
    ...span,
    lastDate: addDays(span.firstDate, 7 * span.weeks - 1),
    agentId: request.agent === null ? undefined : plannedAgent(request.agent, agents, stored.plan),
    agentName: (agentId, at = Number.NEGATIVE_INFINITY) =>
      nameWhen(names.get(agentId) ?? agentId, inactiveSince(agentId, inactive) <= at),
    distinctName: (agentId) => distinct.get(agentId) ?? agentId,
    inactive,
    agents,
    pool: stored.plan.poolId === null ? null : (pools.get(stored.plan.poolId) ?? stored.plan.poolId),
    assumed: { agentName: (id) => names.get(id) ?? id, poolName: (id) => pools.get(id) ?? id },
  }
}

/** The first week that an export or a print of a plan is about, where none was asked for. */
export function firstWeekOf(plan: Plan, now: number): string {
  return weeksOfDated(plan)?.firstDate ?? nextMonday(now, plan.timeZone)
}

type Weeks = WholeWeeks & Pick<ExportSubject, 'earlierWeeks'>

function weeksOf({ plan, earlier }: StoredPart, { week, weeks }: PlanFileRequest, now: number): Weeks {
  const isWhole = plan.kind === 'dated' && week === null && weeks === null
  const span = (isWhole ? weeksOfDated(plan) : null) ?? { firstDate: week ?? firstWeekOf(plan, now), weeks: weeks ?? 1 }
  const published = isWhole ? earlier.map((one) => weeksOfDated(one.plan)).filter((one) => one !== null) : []
  return { ...span, earlierWeeks: uniteWeeks([span, ...published]) }
}

type StoredPart = Pick<ExportSubject, 'planId' | 'plan' | 'settings' | 'revision' | 'earlier'>

async function planFrom(context: BackendContext, { workspaceId, plan: choice }: PlanFileRequest): Promise<StoredPart> {
  if (choice.kind === 'given') {
    return { planId: idOfGiven(choice.plan), plan: choice.plan, settings: {}, revision: 0, earlier: [] }
  }
  const work = context.data.work()
  const { id } = choice
  const { plan, settings, revision, publications } = await work.readPlan(workspaceId, id)
  const published = await Promise.all(
    publications.map((one) => unlessDamaged(work.readPublication(workspaceId, one.id))),
  )
  const withdrawn = await work.withdrawnWeeks(workspaceId, id)
  return { planId: id, plan, settings, revision, earlier: [...published.flatMap((one) => one ?? []), ...withdrawn] }
}

/** A file has no id: it goes by its name, so that what it becomes updates what it was. */
export function idOfGiven({ name, timeZone }: Plan): string {
  return createHash('sha256')
    .update(JSON.stringify([name, timeZone]))
    .digest('hex')
    .slice(0, ID_DIGITS)
}

/** One of several records; null where it is damaged: a notice names it, and the others are still read. */
export async function unlessDamaged<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (thrown) {
    if (toErrorReport(thrown).code !== 'store-damaged') throw thrown
    return null
  }
}

/** The agent whom an id or a name means, of the workspace or of the plan alone. Throws 'not-found', 'conflict' where several are called so. */
export function plannedAgent(wanted: string, agents: readonly Pick<AgentEntry, 'id' | 'name'>[], plan: Plan): string {
  const planned = new Set(plan.shifts.map(({ agentId }) => agentId))
  const byId = agents.find(({ id }) => id === wanted)?.id ?? (planned.has(wanted) ? wanted : undefined)
  if (byId !== undefined) return byId
  const named = agents.filter(({ name }) => name.toLowerCase() === wanted.trim().toLowerCase())
  if (named.length === 1) return named[0]!.id
  const names = new Map(agents.map(({ id, name }) => [id, name]))
  const known = [...planned]
    .filter((id) => id !== null)
    .map((id) => (names.has(id) && names.get(id) !== id ? `${names.get(id)} (${id})` : id))
  throw new AppError({
    code: named.length > 1 ? 'conflict' : 'not-found',
    message:
      named.length > 1 ? `There are ${named.length} agents called "${wanted}".` : `There is no agent "${wanted}".`,
    kept: 'Nothing was written.',
    next:
      known.length === 0
        ? 'The plan has no agents.'
        : `The plan has: ${known.slice(0, 20).join(', ')}${known.length > 20 ? ', ...' : ''}.`,
  })
}

/** How a pool is called; null: all pools. */
export async function poolName(
  context: BackendContext,
  workspaceId: string,
  poolId: string | null,
): Promise<string | null> {
  return poolId === null ? null : ((await poolNames(context, workspaceId)).get(poolId) ?? poolId)
}

/** How pools are called, by id. A workspace that was never synced has plans and no pools. */
async function poolNames(context: BackendContext, workspaceId: string): Promise<ReadonlyMap<string, string>> {
  try {
    const { pools } = await readCache(context, workspaceId, (reader) => reader.overview(workspaceId))
    return new Map(pools.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])))
  } catch (thrown) {
    if (toErrorReport(thrown).code === 'not-found') return new Map()
    throw thrown
  }
}
