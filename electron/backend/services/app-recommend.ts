import type { JobRunner } from '../jobs/job-runner.ts'
import type { Job } from '../jobs/job.ts'
import type { PredictionQuery } from '../roles/prediction-queries.ts'
import type { TriedWeek } from '../roles/recommend-queries.ts'
import { addDays, localDateOf } from '../../../shared/time/local.ts'
import { timeZoneOf } from './app-coverage.ts'
import { totalsByPool, weeksOfPool } from './calibration-outcome.ts'
import type { ServiceDependencies } from './dependencies.ts'
import { nextMonday } from './forecast-week.ts'
import { listMarks } from './marks.ts'
import { publishedPlans } from './published-plans.ts'
import { computeFromCache, readCache } from './read-cache.ts'
import { recommendOutput, thresholdsOf } from './recommend.ts'
import type { AppRecommend, AppZoneRequest, CalibrationJob } from './recommend-services.ts'
import { workspaceById } from './workspace-by-id.ts'

/** Past weeks that are tried, at most. */
const TRIED_WEEKS = 8
/** From less history than this nothing is learned that a week could be predicted from. */
const LEAST_WEEKS_BEFORE = 2

export interface AppRecommendOptions {
  readonly deps: ServiceDependencies
  readonly jobs: JobRunner
}

/** Staffing recommendations and how well predictions did, of workspaces by id. */
export function appRecommend({ deps, jobs }: AppRecommendOptions): AppRecommend {
  const work = () => deps.data.work()
  const queryOf = async ({ workspaceId, timeZone }: AppZoneRequest, until: number | null = null): Promise<PredictionQuery> => {
    const workspace = await workspaceById(work(), workspaceId)
    const zone = timeZone ?? timeZoneOf(workspace, deps)
    return {
      workspaceId: workspace.id,
      organizationId: null,
      timeZone: zone,
      week: nextMonday(until ?? deps.clock(), zone),
      poolId: undefined,
      marks: await listMarks(work(), workspace.id),
      visitorsPerAgent: null,
      published: await publishedPlans(work(), workspace.id),
      ...(until === null ? {} : { until }),
    }
  }
  return {
    async blocks({ workspaceId, from, to, timeZone, poolId, until }) {
      const { settings } = await workspaceById(work(), workspaceId)
      const query = await queryOf({ workspaceId, timeZone }, until)
      const thresholds = thresholdsOf(settings)
      const report = await computeFromCache(deps, workspaceId, (computer) =>
        computer.recommend({ ...query, poolId, from, to, target: settings.targetCoverage / 100, thresholds }),
      )
      return {
        ...recommendOutput(report, { from, to, timeZone: query.timeZone, target: settings.targetCoverage }),
        poolNames: report.poolNames,
        thresholds,
        revision: report.revision,
      }
    },
    async model(request) {
      const query = await queryOf(request)
      const { pools, forecastAccuracy, revision } = await computeFromCache(deps, query.workspaceId, (computer) => computer.modelReport(query))
      return { pools, forecastAccuracy, revision }
    },
    async startCalibration(request) {
      const query = await queryOf(request)
      const { workspaceId, timeZone } = query
      const { revision, now, firstKnown } = await readCache(deps, workspaceId, (reader) => reader.overview(workspaceId))
      const last = jobs.latest('calibration', workspaceId)
      if (last?.state === 'done' && last.outcome?.revision === revision && last.outcome.timeZone === timeZone) return { id: last.id, state: last.state }
      const { id, state } = jobs.start({
        kind: 'calibration',
        workspaceId,
        work: async ({ onProgress, signal }) => {
          const weeks = weeksToTry({ now, firstKnown, timeZone })
          const tried: TriedWeek[] = []
          for (const week of weeks) {
            onProgress({ weeks: [...tried], of: weeks.length })
            signal.throwIfAborted()
            // One at a time, so that whoever else asks the thread waits for one week at most.
            tried.push(await computeFromCache(deps, workspaceId, (computer) => computer.backtestWeek({ ...query, week })))
          }
          return { weeks: tried, timeZone, revision }
        },
      })
      return { id, state }
    },
    calibration({ workspaceId, poolId }) {
      const job = jobs.latest('calibration', workspaceId)
      return job === null ? null : ofPool(job, poolId)
    },
  }
}

/** Of all that was tried only what is looked at. */
function ofPool({ progress, outcome, ...job }: Job<'calibration'>, poolId: string | null | undefined): CalibrationJob {
  return {
    ...job,
    progress: progress === null ? null : { weeks: weeksOfPool(progress.weeks, poolId), of: progress.of },
    outcome: outcome === null ? null : { weeks: weeksOfPool(outcome.weeks, poolId), byPool: totalsByPool(outcome.weeks), timeZone: outcome.timeZone, revision: outcome.revision },
  }
}

/** The last whole weeks, Monday to Sunday, with enough known before them; the oldest first. */
export function weeksToTry({ now, firstKnown, timeZone }: { readonly now: number | null; readonly firstKnown: number | null; readonly timeZone: string }): readonly string[] {
  if (now === null || firstKnown === null) return []
  const thisWeek = addDays(nextMonday(now, timeZone), -7)
  const first = addDays(localDateOf(firstKnown, timeZone), 7 * LEAST_WEEKS_BEFORE)
  return Array.from({ length: TRIED_WEEKS }, (_, index) => addDays(thisWeek, -7 * (TRIED_WEEKS - index))).filter((week) => week >= first)
}
