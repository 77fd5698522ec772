import type { z } from 'zod'
import { addDays, localDateOf } from '../../../shared/time/local.ts'
import type { BackendContext } from '../core/context.ts'
import { pageWeightsOf } from '../coverage/page-values.ts'
import type { PredictionQuery } from '../prediction/queries.ts'
import { nextMonday } from '../prediction/next-monday.ts'
import { type WeekRequest, weekQueryOf } from '../prediction/week-query.ts'
import { computeFromCache, readCache } from '../threads/read-cache.ts'
import { workspaceById } from '../workspaces/workspace-by-id.ts'
import type { TriedWeek } from './backtested-week.ts'
import { type AnyCalibration, CALIBRATION, totalsByPool, weeksOfPool } from './calibration.ts'
import type { blocksInput, poolInput, zoneInput } from './inputs.ts'
import { recommendResult, thresholdsOf } from './recommend-result.ts'

/** Past weeks that are tried, at most. */
const TRIED_WEEKS = 8
/** From less history than this nothing is learned that a week could be predicted from. */
const LEAST_WEEKS_BEFORE = 2

/** Which hours of a range to staff better, and what that gives. */
export async function staffingBlocks(
  context: BackendContext,
  { from, to, target: wanted, weighted: isWeighted, ...request }: z.output<typeof blocksInput>,
) {
  const { settings } = await workspaceById(context.data.work(), request.workspaceId)
  const query = await weekQueryOf(context, request)
  const [target, thresholds] = [wanted ?? settings.targetCoverage, thresholdsOf(settings)]
  const pageValues = isWeighted ? pageWeightsOf(settings) : null
  const report = await computeFromCache(context, query.workspaceId, (computer) =>
    computer.recommend({ ...query, from, to, target: target / 100, thresholds, pageValues }),
  )
  return {
    ...recommendResult(report, {
      from,
      to,
      timeZone: query.timeZone,
      target,
      ...(isWeighted ? { weighted: report.weighted } : {}),
    }),
    organization: report.organization,
    /** null: all. */
    pool: report.pool,
    poolNames: report.poolNames,
    thresholds,
    revision: report.revision,
  }
}

/** How each pool's agents serve, as fractions, and how well visitors are forecast. */
export async function staffingModel(context: BackendContext, request: z.output<typeof zoneInput>) {
  const query = await queryOf(context, request)
  const { pools, forecastAccuracy, revision } = await computeFromCache(context, query.workspaceId, (computer) =>
    computer.modelReport(query),
  )
  return { pools, forecastAccuracy, revision }
}

/** Predicts past weeks of every pool from what was known before each, as a job, unless that was done already with all that is known. */
export async function startCalibration(
  context: BackendContext,
  request: z.output<typeof zoneInput>,
): Promise<Pick<AnyCalibration, 'id' | 'state'>> {
  const { jobs } = context
  const query = await queryOf(context, request)
  const { workspaceId, timeZone } = query
  const { revision, now, firstKnown } = await readCache(context, workspaceId, (reader) => reader.overview(workspaceId))
  const last = jobs.latest(CALIBRATION, workspaceId)
  if (last?.state === 'done' && last.outcome?.revision === revision && last.outcome.timeZone === timeZone)
    return { id: last.id, state: last.state }
  const { id, state } = jobs.start({
    kind: CALIBRATION,
    workspaceId,
    work: async ({ onProgress, signal }) => {
      const weeks = weeksToTry({ now, firstKnown, timeZone })
      const tried: TriedWeek[] = []
      for (const week of weeks) {
        onProgress({ weeks: [...tried], of: weeks.length })
        signal.throwIfAborted()
        // One at a time, so that whoever else asks the thread waits for one week at most.
        tried.push(
          await computeFromCache(context, workspaceId, (computer) => computer.backtestWeek({ ...query, week })),
        )
      }
      return { weeks: tried, timeZone, revision }
    },
  })
  return { id, state }
}

/** The running or the last calibration, for one pool or for all together; null: none since the app was started. */
export function calibration({ jobs }: BackendContext, { workspaceId, poolId }: z.output<typeof poolInput>) {
  const job = jobs.latest(CALIBRATION, workspaceId)
  if (job === null) return null
  // Of all that was tried only what is looked at.
  const { progress, outcome, ...rest } = job
  return {
    ...rest,
    progress: progress === null ? null : { weeks: weeksOfPool(progress.weeks, poolId), of: progress.of },
    outcome:
      outcome === null
        ? null
        : {
            weeks: weeksOfPool(outcome.weeks, poolId),
            byPool: totalsByPool(outcome.weeks),
            timeZone: outcome.timeZone,
            revision: outcome.revision,
          },
  }
}

async function queryOf(context: BackendContext, request: WeekRequest): Promise<PredictionQuery> {
  return {
    ...(await weekQueryOf(context, request)),
    visitorsPerAgent: null,
    published: await context.data.work().publishedPlans(request.workspaceId),
  }
}

/** The last whole weeks, Monday to Sunday, with enough known before them; the oldest first. */
function weeksToTry({
  now,
  firstKnown,
  timeZone,
}: {
  readonly now: number | null
  readonly firstKnown: number | null
  readonly timeZone: string
}): readonly string[] {
  if (now === null || firstKnown === null) return []
  const thisWeek = addDays(nextMonday(now, timeZone), -7)
  const first = addDays(localDateOf(firstKnown, timeZone), 7 * LEAST_WEEKS_BEFORE)
  return Array.from({ length: TRIED_WEEKS }, (_, index) => addDays(thisWeek, -7 * (TRIED_WEEKS - index))).filter(
    (week) => week >= first,
  )
}
