import { calibrationOf } from '../../../shared/compare/calibration.ts'
import type { PublishedWeek } from '../publishing/published-weeks.ts'
import type { ComparedWeek } from './compute.ts'

/** Which week of which plan. */
export function describePublishedWeek({
  planId,
  planName,
  publicationId,
  version,
  poolId,
  timeZone,
  week,
}: PublishedWeek) {
  return { planId, planName, publicationId, version, poolId, timeZone, week }
}

export type ComparedWeekDetail = ReturnType<typeof describeComparedWeek>

/** A week beside what happened, with instants as ISO text and its agents by name, in order. */
export function describeComparedWeek(week: ComparedWeek, agentNames: ReadonlyMap<string, string>) {
  return {
    ...describePublishedWeek(week),
    state: week.state,
    total: week.total,
    unknownPoolVisitors: week.unknownPoolVisitors,
    ...week.detail,
    publishedAt: new Date(week.publishedAt).toISOString(),
    /** When it was predicted. */
    frozenAt: new Date(week.frozenAt).toISOString(),
    /** Nothing at or after it is known. */
    now: new Date(week.now).toISOString(),
    adherence: week.adherence
      .map((agent) => ({ ...agent, name: agentNames.get(agent.agentId) ?? agent.agentId }))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en') || (one.agentId < other.agentId ? -1 : 1)),
    starvedPools: week.starvedPools,
    /** Hours of the week inside their own 80% range. */
    cellCalibration: calibrationOf(week.detail.cells.map(({ insideBand80 }) => insideBand80)),
    revision: week.revision,
  }
}
