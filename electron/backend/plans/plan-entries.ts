import type { PublicationOutput, PublicationOverlap, StoredPlanOutput } from '../../../shared/contract/plan-output.ts'
import { HOUR_MINUTES } from '../../../shared/foundation/minutes.ts'
import { inForceOn, weekOfPublishing } from '../../../shared/plan/in-force.ts'
import { addDays, daysBetween, localDateOf } from '../../../shared/time/local.ts'
import type { PlanSummary, PublicationSummary } from '../../store/plan-store-records.ts'

/** Plans as lists show them. `now` decides which publication is in force. */
export function describePlans(plans: readonly PlanSummary[], now: number): readonly StoredPlanOutput[] {
  const publications = newestFirst(plans)
  return plans.map((plan) => {
    const { id, name, kind, timeZone, poolId, archived, shifts, openShifts, agents, dates, rotation, revision } = plan
    return {
      id,
      name,
      kind,
      timeZone,
      poolId,
      state: publicationState(plan),
      archived,
      shifts,
      openShifts,
      agents,
      hours: plan.workedMinutes / HOUR_MINUTES,
      dates,
      rotation,
      createdAt: new Date(plan.createdAt).toISOString(),
      updatedAt: new Date(plan.updatedAt).toISOString(),
      revision,
      publications: plan.publications.map((one) => describePublication(one, { publications, now })),
    }
  })
}

interface Published {
  /** Of all plans, the newest first. */
  readonly publications: readonly PublicationSummary[]
  readonly now: number
}

export function describePublication(
  publication: PublicationSummary,
  { publications, now }: Published,
): PublicationOutput {
  const { id, version, firstWeek, lastWeek, publishedAt, poolId, timeZone, frozenWeeks } = publication
  const inForce = inForceOn(publications, localDateOf(now, timeZone), poolId)
  return {
    id,
    version,
    firstWeek,
    lastWeek,
    publishedAt: new Date(publishedAt).toISOString(),
    inForce: inForce?.id === id,
    frozenWeeks: [...frozenWeeks],
  }
}

/** All plans' publications, the newest first. */
export function newestFirst(plans: readonly Pick<PlanSummary, 'publications'>[]): readonly PublicationSummary[] {
  return plans.flatMap(({ publications }) => publications).toSorted((one, other) => other.number - one.number)
}

/**
 * Where other plans of the same pool are published for weeks of this publication. A plan's own versions follow one another and are none, and
 * the newer of two has no say in weeks that were over when it was published.
 */
export function overlapsOf(
  publication: PublicationSummary,
  plans: readonly PlanSummary[],
): readonly PublicationOverlap[] {
  return plans
    .filter(({ id }) => id !== publication.planId)
    .flatMap(({ id, name, publications }) =>
      publications.flatMap((other) => {
        const [newer, older] = publication.number > other.number ? [publication, other] : [other, publication]
        const weeks =
          other.poolId === publication.poolId
            ? commonWeeks({ ...newer, firstWeek: weekOfPublishing(newer) }, older)
            : null
        return weeks === null ? [] : [{ planId: id, planName: name, ...weeks }]
      }),
    )
}

/** The date on which the week of a publication begins that a date falls in; weeks are counted from the first one. */
export function weekOf(date: string, firstWeek: string): string {
  return addDays(firstWeek, 7 * Math.floor(daysBetween(firstWeek, date) / 7))
}

type Weeks = Pick<PublicationSummary, 'firstWeek' | 'lastWeek'>

function commonWeeks(one: Weeks, other: Weeks): Weeks | null {
  const firstWeek = one.firstWeek > other.firstWeek ? one.firstWeek : other.firstWeek
  const ends = [one.lastWeek, other.lastWeek].filter((week) => week !== null).toSorted()
  const lastWeek = ends[0] ?? null
  if (lastWeek !== null && firstWeek >= addDays(lastWeek, 7)) return null
  // Where weeks begin on different weekdays, the last common days may lie in a week that begins before the first common one.
  return { firstWeek, lastWeek: lastWeek !== null && lastWeek < firstWeek ? firstWeek : lastWeek }
}

function publicationState({ publications, revision }: PlanSummary): StoredPlanOutput['state'] {
  const newest = publications[0]
  if (newest === undefined) return 'draft'
  return newest.revision === revision ? 'published' : 'changed'
}
