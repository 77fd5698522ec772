import { inForceOn, weekOfPublishing } from '../../../shared/plan/in-force.ts'
import { addDays, localRange } from '../../../shared/time/local.ts'
import type { PlanSummary, PublicationSummary } from '../../store/plan-store-records.ts'
import { newestFirst } from '../plans/plan-entries.ts'

/** Ten years: a publication without an end has no more that anybody looks at. */
const MOST_WEEKS = 520

/** A week of a published plan. */
export type PublishedWeek = ReturnType<typeof weekEntry>

type PublishedPlan = Pick<PlanSummary, 'id' | 'name' | 'publications'>

/** The weeks that have begun by `now`, of every publication those in which it is in force and which were not over when it was published; the newest first. */
export function publishedWeeks(plans: readonly PublishedPlan[], now: number): readonly PublishedWeek[] {
  const publications = newestFirst(plans)
  const names = new Map(plans.map(({ id, name }) => [id, name]))
  return publications
    .flatMap((one) =>
      begunWeeks(one, { now, publications }).map((week) => weekEntry(one, week, names.get(one.planId)!)),
    )
    .toSorted((one, other) =>
      one.week === other.week ? one.planName.localeCompare(other.planName, 'en') : one.week < other.week ? 1 : -1,
    )
}

/** The first week still to begin; null: none is published. */
export function nextWeek(plans: readonly PublishedPlan[], now: number): PublishedWeek | null {
  const publications = newestFirst(plans)
  const ahead = publications.flatMap((one) => {
    const week = one.firstWeek
    const isAhead =
      localRange(week, week, one.timeZone).start >= now && inForceOn(publications, week, one.poolId)?.id === one.id
    return isAhead ? [weekEntry(one, week, plans.find(({ id }) => id === one.planId)!.name)] : []
  })
  return ahead.toSorted((one, other) => (one.week < other.week ? -1 : 1))[0] ?? null
}

/** Whether a week of a publication was not withdrawn. */
export function isPublished(
  publications: readonly PublicationSummary[],
  { publicationId, week }: { readonly publicationId: string; readonly week: string },
): boolean {
  const publication = publications.find(({ id }) => id === publicationId)
  return publication !== undefined && (publication.lastWeek === null || week <= publication.lastWeek)
}

function begunWeeks(
  one: PublicationSummary,
  { now, publications }: { readonly now: number; readonly publications: readonly PublicationSummary[] },
): readonly string[] {
  const { lastWeek, timeZone, poolId } = one
  const weeks: string[] = []
  const first = weekOfPublishing(one)
  for (let index = 0; index < MOST_WEEKS; index += 1) {
    const week = addDays(first, 7 * index)
    if ((lastWeek !== null && week > lastWeek) || localRange(week, week, timeZone).start >= now) break
    if (inForceOn(publications, week, poolId)?.id === one.id) weeks.push(week)
  }
  return weeks
}

function weekEntry(
  { id, planId, version, poolId, timeZone, publishedAt, frozenWeeks }: PublicationSummary,
  week: string,
  planName: string,
) {
  return {
    planId,
    planName,
    publicationId: id,
    /** 1 is the plan's first. */
    version,
    poolId,
    timeZone,
    /** Local date on which it begins. */
    week,
    publishedAt,
    /** Whether its prediction was kept. */
    isPredicted: frozenWeeks.includes(week),
  }
}
