import { AppError } from '../../../shared/foundation/errors.ts'
import { handedShifts, type HandedShift } from '../../../shared/handout/handed-shift.ts'
import { rosterChanges, type PersonChanges } from '../../../shared/handout/roster-changes.ts'
import { inForceOn, weekOfPublishing } from '../../../shared/plan/in-force.ts'
import { inactiveOf, type InactiveAgents } from '../../../shared/plan/inactive-agents.ts'
import type { WholeWeeks } from '../../../shared/plan/occurrences.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { datedDays } from '../../../shared/plan/starting-points.ts'
import { addDays, datesBetween, daysBetween, formatLocalDate, localDateOf } from '../../../shared/time/local.ts'
import type { Publication, PublicationSummary } from '../../store/plan-store-records.ts'
import { listAgents } from '../agents/use-cases.ts'
import type { BackendContext } from '../core/context.ts'
import { firstWeekOf, idOfGiven, poolName, unlessDamaged } from '../exports/export-subject.ts'
import { newestFirst, weekOf } from '../plans/plan-entries.ts'
import type { PlanChoice } from '../prediction/inputs.ts'

interface ChangesRequest {
  readonly workspaceId: string
  readonly plan: PlanChoice
  /** Id of a publication, or the version of one of the plan; null: what people have now. */
  readonly since: string | number | null
  /** Local date on which the first week begins of a plan that is not published as it is; null: its own. */
  readonly week: string | null
  readonly now: number | null
}

export type NamedChanges = PersonChanges & {
  readonly name: string
  /** null: not known. */
  readonly email: string | null
}

/** What a plan changes for people. Instants are epoch milliseconds, dates local and both inside. */
export interface PlanChanges {
  readonly planId: string
  readonly planName: string
  readonly timeZone: string
  /** null: all pools. */
  readonly pool: string | null
  readonly from: string
  readonly to: string
  /** Both rosters repeat every week: each shift is of its weekday, from `from` on. */
  readonly isPattern: boolean
  /** The newest of what people had before; null: nothing was published for these weeks. */
  readonly since: { readonly id: string; readonly planName: string; readonly publishedAt: number } | null
  /** The publication that changes it; null: the plan is not published as it is. */
  readonly publicationId: string | null
  /** By name. */
  readonly people: readonly NamedChanges[]
  /** Everybody who has a shift in these weeks, by name. */
  readonly planned: readonly { readonly agentId: string; readonly name: string }[]
}

/** A pattern without an end is looked at so far, where what was before is no pattern. */
const MOST_WEEKS_OF_PATTERN = 13

/**
 * What a plan changes for each person, against what was in force before: by its newest publication, or where it was edited since, or never
 * published, by publishing it as it is now. What is over by then changes nothing. Throws 'not-found'.
 */
export async function planChanges(context: BackendContext, request: ChangesRequest): Promise<PlanChanges> {
  const { workspaceId } = request
  const work = context.data.work()
  const plans = await work.listPlans(workspaceId)
  const { planId, plan, publication } = await planOf(context, request)
  const now = publication?.publishedAt ?? request.now ?? context.clock()
  const { since, earlier } = earlierOf(newestFirst(plans), { request, planId, publication })
  const before = await heldBefore(context, {
    workspaceId,
    earlier,
    plan,
    ...boundsOf(plan, publication, { week: request.week, now }),
  })
  const agents = await listAgents(context, workspaceId)
  const inactive = inactiveOf(agents)
  const { firstDate, weeks, isPattern } = before
  const after = handedShifts(plan, { planId, inactive, firstDate, weeks })
  const isToCome = ({ date, end }: HandedShift): boolean => end > now && before.isInside(date)
  const people = rosterChanges(before.shifts(inactive).filter(isToCome), after.filter(isToCome), { firstDate })
  const known = new Map(agents.map((agent) => [agent.id, agent]))
  const nameOf = (agentId: string): string => known.get(agentId)?.name ?? agentId
  const newest = since ?? before.newest
  return {
    planId,
    planName: plan.name,
    timeZone: plan.timeZone,
    pool: await poolName(context, workspaceId, plan.poolId),
    from: firstDate,
    to: addDays(firstDate, 7 * weeks - 1),
    isPattern,
    since:
      newest === null
        ? null
        : {
            id: newest.id,
            planName: plans.find(({ id }) => id === newest.planId)!.name,
            publishedAt: newest.publishedAt,
          },
    publicationId: publication?.id ?? null,
    people: people
      .map((one) => ({ ...one, name: nameOf(one.agentId), email: known.get(one.agentId)?.rules.email ?? null }))
      .toSorted(byName),
    planned: [...new Set(after.flatMap(({ agentId }) => agentId ?? []))]
      .map((agentId) => ({ agentId, name: nameOf(agentId) }))
      .toSorted(byName),
  }
}

interface Named {
  readonly agentId: string
  readonly name: string
}

function byName(one: Named, other: Named): number {
  return one.name.localeCompare(other.name, 'en') || (one.agentId < other.agentId ? -1 : 1)
}

interface ChangingPlan {
  readonly planId: string
  readonly plan: Plan
  /** As which it is published; null: not as it is. */
  readonly publication: PublicationSummary | null
}

async function planOf(context: BackendContext, { workspaceId, plan: choice }: ChangesRequest): Promise<ChangingPlan> {
  if (choice.kind === 'given') return { planId: idOfGiven(choice.plan), plan: choice.plan, publication: null }
  const { plan, revision, publications } = await context.data.work().readPlan(workspaceId, choice.id)
  const [newest] = publications
  return { planId: choice.id, plan, publication: newest?.revision === revision ? newest : null }
}

interface Earlier {
  /** The one that was asked for; null: whichever was in force. */
  readonly since: PublicationSummary | null
  /** The newest first. */
  readonly earlier: readonly PublicationSummary[]
}

function earlierOf(
  all: readonly PublicationSummary[],
  { request, planId, publication }: Pick<ChangingPlan, 'planId' | 'publication'> & { readonly request: ChangesRequest },
): Earlier {
  if (request.since === null)
    return { since: null, earlier: all.filter(({ number }) => publication === null || number < publication.number) }
  const since = all.find((one) =>
    typeof request.since === 'number'
      ? one.planId === planId && one.version === request.since
      : one.id === request.since,
  )
  if (since !== undefined) return { since, earlier: [since] }
  throw new AppError({
    code: 'not-found',
    message:
      typeof request.since === 'number'
        ? `The plan has no version ${request.since} that was published.`
        : 'This publication is no longer there.',
    next: 'Leave it out to compare with the live publication, or give the version or ID of another.',
  })
}

interface Bounds {
  readonly first: string
  /** null: no end. */
  readonly last: string | null
}

function boundsOf(
  plan: Plan,
  publication: PublicationSummary | null,
  { week, now }: { readonly week: string | null; readonly now: number },
): Bounds {
  if (publication !== null) {
    const { firstWeek, lastWeek } = publication
    const from = weekOfPublishing(publication)
    return { first: from > firstWeek ? from : firstWeek, last: lastWeek === null ? null : addDays(lastWeek, 6) }
  }
  if (week !== null) return { first: week, last: null }
  const first = firstWeekOf(plan, now)
  const today = localDateOf(now, plan.timeZone)
  return { first: first < today ? weekOf(today, first) : first, last: null }
}

interface Held extends WholeWeeks {
  readonly isPattern: boolean
  readonly shifts: (inactive: InactiveAgents) => readonly HandedShift[]
  /** Whether a local date is one of those that are compared. */
  readonly isInside: (date: string) => boolean
  /** The newest of what was in force; null: nothing was. */
  readonly newest: PublicationSummary | null
}

/** What was in force before, and for how long it has to be compared. */
async function heldBefore(
  context: BackendContext,
  {
    workspaceId,
    earlier,
    plan,
    first,
    last,
  }: Bounds & { readonly workspaceId: string; readonly earlier: readonly PublicationSummary[]; readonly plan: Plan },
): Promise<Held> {
  const read = new Map<string, Publication | null>()
  const heldUntil = async (until: string): Promise<ReadonlyMap<string, readonly string[]>> => {
    const dates = new Map<string, string[]>()
    for (const date of datesBetween(first, until)) {
      const held = inForceOn(earlier, date, plan.poolId)
      if (held !== null) dates.set(held.id, [...(dates.get(held.id) ?? []), date])
    }
    for (const id of dates.keys())
      if (!read.has(id)) read.set(id, await unlessDamaged(context.data.work().readPublication(workspaceId, id)))
    return dates
  }
  const bounded = (date: string): string => (last !== null && last < date ? last : date)
  const ownEnd = plan.kind === 'weekly' ? addDays(first, 7 * MOST_WEEKS_OF_PATTERN - 1) : (lastDateOf(plan) ?? first)
  const soFar = await heldUntil(bounded(ownEnd))
  const ends = [...soFar.keys()].flatMap((id) => {
    const held = read.get(id)
    return held ? [lastDateOf(held.plan)] : []
  })
  const isRepeated = ([id, dates]: readonly [string, readonly string[]]): boolean =>
    read.get(id)?.plan.kind === 'weekly' && dates.length === 7 * MOST_WEEKS_OF_PATTERN
  const isPattern = plan.kind === 'weekly' && last === null && [...soFar].every(isRepeated)
  const datedEnds = ends.filter((end) => end !== null)
  // Where a plan of real weeks ends, nothing is said of those after it, unless somebody had shifts then.
  const wanted = isPattern
    ? addDays(first, 6)
    : plan.kind === 'weekly'
      ? (datedEnds.toSorted().at(-1) ?? ownEnd)
      : [ownEnd, ...datedEnds].toSorted().at(-1)!
  const until = bounded(wanted < first ? first : wanted)
  const held = await heldUntil(until)
  const weeks = Math.max(1, Math.ceil((daysBetween(first, until) + 1) / 7))
  return {
    firstDate: first,
    weeks,
    isPattern,
    isInside: (date) => date >= first && (last === null || date <= last),
    shifts: (inactive) =>
      [...held].flatMap(([id, dates]) => {
        const before = read.get(id)
        if (!before) return []
        const inForce = new Set(dates)
        return handedShifts(before.plan, {
          planId: before.planId,
          timeZone: plan.timeZone,
          inactive,
          firstDate: first,
          weeks,
        }).filter(({ date }) => inForce.has(date))
      }),
    newest: earlier.find(({ id }) => held.has(id)) ?? null,
  }
}

/** null: it has no shifts, or no end. */
function lastDateOf(plan: Plan): string | null {
  const days = datedDays(plan)
  return days === null ? null : formatLocalDate(days.lastDay)
}
