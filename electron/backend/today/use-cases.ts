import type { z } from 'zod'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { inForceOn } from '../../../shared/plan/in-force.ts'
import { localDateOf } from '../../../shared/time/local.ts'
import { absencesOn } from './absences.ts'
import { isAbsentMark } from './absent-mark.ts'
import type { BackendContext } from '../core/context.ts'
import { datesKnownOf } from '../prediction/week-query.ts'
import { listAgents } from '../agents/use-cases.ts'
import { newestFirst } from '../plans/plan-entries.ts'
import { autoSyncOf } from '../sync/auto-sync.ts'
import { computeFromCache } from '../threads/read-cache.ts'
import { listTimeOff } from '../time-off/use-cases.ts'
import { timeZoneOf, workspaceById } from '../workspaces/workspace-by-id.ts'
import type { todayInput } from './inputs.ts'

/** Who was online longer ago says nothing of the next visitor. */
const LIVE_MS = HOUR_MS

/** Of all pools, now. */
export const WHOLE_DAY = { timeZone: null, until: null, poolId: null, organizationId: null } as const

/** How the day of a workspace goes, and what is left of it. Instants are ISO. */
export async function today(context: BackendContext, input: z.output<typeof todayInput>) {
  const { workspaceId, until } = input
  const clock = until ?? context.clock()
  const { workspace, query, inForce } = await dayOf(context, workspaceId, { clock, timeZone: input.timeZone })
  const { timeZone } = query
  const plans = inForce.map(({ plan }) => plan)
  const absences = await absencesOn(context, query)
  const report = await computeFromCache(context, workspaceId, (computer) =>
    computer.today({ ...query, plans, absences, until, poolId: input.poolId, organizationId: input.organizationId }),
  )
  const timeOff = await listTimeOff(context, workspaceId)
  const names = new Map((await listAgents(context, workspaceId)).map(({ id, name }) => [id, name]))
  const iso = (instant: number): string => new Date(instant).toISOString()
  // null: visits without a pool.
  const nameOf = (poolId: string | null): string | null =>
    poolId === null ? null : (report.poolNames.get(poolId) ?? poolId)
  return {
    timeZone,
    /** null: all. */
    pool: report.pool,
    figures: report.figures,
    /** The chance that the next visitor is covered, as of the last sync; null: that is too long ago, or not enough is known of it. */
    next:
      report.next === null || clock - report.next.now > LIVE_MS
        ? null
        : { ...report.next, pools: report.next.pools.map((pool) => ({ ...pool, name: nameOf(pool.poolId) })) },
    /** Which published plans the rest of the day is predicted from, by name; none: the typical week. `pools` null: all. */
    basis: report.basis.map(({ plans: own, poolIds }) => ({
      plans: own,
      pools: poolIds?.map((poolId) => ({ poolId, name: nameOf(poolId) })) ?? null,
    })),
    /** By pool the stored plan it follows; null: the typical week. */
    plans: report.followed.flatMap(({ poolId, plans: own }): readonly FollowedPlan[] =>
      own.length === 0 ? [{ poolId, planId: null }] : own.map((index) => ({ poolId, planId: inForce[index]!.planId })),
    ),
    agents: report.presence
      .map(({ agentId, state, shift, shiftId, onlineSince, wasHere, lost }) => ({
        agentId,
        name: names.get(agentId) ?? agentId,
        state,
        shift: shift === null ? null : { start: iso(shift.start), end: iso(shift.end) },
        /** Of its plan; null: none was planned. */
        shiftId,
        onlineSince: onlineSince === null ? null : iso(onlineSince),
        wasHere,
        /** Visitors of the rest of the day whom an absence loses; null: the agent is not taken to be absent. */
        lost,
        /** What "Mark as absent" entered today, to be taken back. */
        markedAs:
          state === 'absent'
            ? timeOff.filter((one) => one.agentId === agentId && isAbsentMark(one, query.date)).map(({ id }) => id)
            : [],
      }))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en') || (one.agentId < other.agentId ? -1 : 1)),
    /** Planned for today, and not expected from `since` on: the source calls them deactivated. */
    deactivated: report.calledOff.map(({ agentId, start, end, since }) => ({
      agentId,
      name: names.get(agentId) ?? agentId,
      shift: { start: iso(start), end: iso(end) },
      since: iso(since),
    })),
    autoSync: autoSyncOf(context).stateOf(workspace),
    revision: report.revision,
  }
}

/** The stored plan that a pool follows; null: its typical week. */
export interface FollowedPlan {
  readonly poolId: string | null
  readonly planId: string | null
}

/** Today as the compute thread is asked for it, and the plans in force, each with the stored plan that was published. */
export async function dayOf(
  context: BackendContext,
  workspaceId: string,
  {
    clock = context.clock(),
    timeZone: asked = null,
  }: { readonly clock?: number; readonly timeZone?: string | null } = {},
) {
  const work = context.data.work()
  const workspace = await workspaceById(work, workspaceId)
  const timeZone = asked ?? timeZoneOf(workspace, context)
  const date = localDateOf(clock, timeZone)
  const summaries = await work.listPlans(workspaceId)
  const published = await work.publishedPlans(workspaceId)
  const publications = newestFirst(summaries)
  const inForce = publications.filter((one) => inForceOn(publications, date, one.poolId)?.id === one.id)
  return {
    workspace,
    query: { workspaceId, timeZone, date, datesKnown: await datesKnownOf(context, workspaceId, date), published },
    inForce: inForce.map((publication) => ({
      publication,
      planId: publication.planId,
      plan: published.find(({ id }) => id === publication.id)!.plan,
    })),
  }
}
