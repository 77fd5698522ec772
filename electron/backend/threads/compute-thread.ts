import type { DateRange } from '../../../shared/predict/forecast/mark-days.ts'
import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import { workspacePaths } from '../../store/workspace-paths.ts'
import { createLastMinutes } from '../alerts/compute.ts'
import { capacityFunctions } from '../capacity/compute.ts'
import { compareFunctions } from '../compare/compute.ts'
import { fairnessFunctions } from '../compare/compute-fairness.ts'
import { replayFunctions } from '../compare/replay.ts'
import { createOpenCaches } from './open-caches.ts'
import { createPredictionCalculator, type PredictionCalculator } from '../prediction/compute.ts'
import { countryShares } from '../prediction/dates-known.ts'
import { predictionFacts } from '../prediction/prediction-facts.ts'
import type {
  ForecastQuery,
  PastForecastsQuery,
  PlanQuery,
  PlanWeekQuery,
  PredictionQuery,
  StartingQuery,
  WeekQuery,
} from '../prediction/queries.ts'
import { keepLearnedIn, type KeepLearned } from '../prediction/kept-learning.ts'
import type { RecommendQuery } from '../staffing/recommendations.ts'
import { snapshotFunctions } from '../publishing/compute.ts'
import { suggestFunctions } from '../suggest/compute.ts'
import { createTodayCalculator, type GapQuery, type TodayQuery } from '../today/compute.ts'
import { threadFiles } from './thread-files.ts'
import type { Remote } from './worker-channel.ts'

export type ComputeThread = Remote<ReturnType<typeof createComputeThread>['functions']>

/** The compute thread: forecasts and predictions, from caches that it only reads. It writes nothing but what it learned, and nobody else waits for it. */
export function createComputeThread(dataDir: string) {
  const keepFor = (workspaceId: string): KeepLearned =>
    keepLearnedIn(workspacePaths(dataDir, workspaceId).learnedFolder)
  const caches = createOpenCaches(dataDir, (workspaceId) => createPredictionCalculator(keepFor(workspaceId)))
  const files = threadFiles(dataDir, (workspaceId) => caches.of(workspaceId).snapshot)
  const today = createTodayCalculator(keepFor)
  const lastMinutes = createLastMinutes()
  /** Asks the calculator of a workspace, by its cache as it is now. */
  const asked =
    <Query extends { readonly workspaceId: string }, Answer>(
      calculate: (calculator: PredictionCalculator, snapshot: CacheSnapshot, query: Query) => Answer,
    ) =>
    (query: Query): Answer => {
      const { snapshot, calculator } = caches.of(query.workspaceId)
      return calculate(calculator, snapshot, query)
    }
  return {
    functions: {
      forecast: asked((calculator, ...given: [CacheSnapshot, ForecastQuery]) => calculator.forecast(...given)),
      /** The weeks before, as they were forecast one week ahead, and what came. */
      pastForecasts: asked((calculator, ...given: [CacheSnapshot, PastForecastsQuery]) =>
        calculator.pastForecasts(...given),
      ),
      /** Days of the history that look unlike others of their weekday, without those that are marked. */
      suggestMarks: asked((calculator, ...given: [CacheSnapshot, WeekQuery]) => calculator.suggestMarks(...given)),
      markOutcomes: asked((calculator, ...given: [CacheSnapshot, WeekQuery]) => calculator.markOutcomes(...given)),
      /** What is known of dates, and what each does. */
      datesEffects: asked((calculator, ...given: [CacheSnapshot, WeekQuery & DateRange]) =>
        calculator.datesEffects(...given),
      ),
      /** The countries that visitors come from, with their shares of those whose country is known; the most first. */
      countryShares: (workspaceId: string) => countryShares(predictionFacts(caches.of(workspaceId).snapshot)),
      predictionInputs: asked((calculator, ...given: [CacheSnapshot, PredictionQuery]) =>
        calculator.predictionInputs(...given),
      ),
      sensitivity: asked((calculator, ...given: [CacheSnapshot, PlanWeekQuery]) => calculator.sensitivity(...given)),
      predict: asked((calculator, ...given: [CacheSnapshot, PlanQuery]) => calculator.predict(...given)),
      startingShifts: asked((calculator, ...given: [CacheSnapshot, StartingQuery]) =>
        calculator.startingShifts(...given),
      ),
      /** Which hours to staff better. */
      recommend: asked((calculator, ...given: [CacheSnapshot, RecommendQuery]) => calculator.recommend(...given)),
      /** How each pool's agents serve, as far as is known. */
      modelReport: asked((calculator, ...given: [CacheSnapshot, PredictionQuery]) => calculator.modelReport(...given)),
      /** A past week as it would have been predicted, and as it came. */
      backtestWeek: asked((calculator, ...given: [CacheSnapshot, PredictionQuery]) =>
        calculator.backtestWeek(...given),
      ),
      today: (query: TodayQuery) => today.today(caches.of(query.workspaceId).snapshot, query),
      fillGap: (query: GapQuery) => today.fillGap(caches.of(query.workspaceId).snapshot, query),
      /** What rules of alerts look at. */
      lastMinutes: ({ workspaceId, minutes }: { readonly workspaceId: string; readonly minutes: readonly number[] }) =>
        lastMinutes(caches.of(workspaceId).snapshot, minutes),
      ...suggestFunctions((workspaceId) => caches.of(workspaceId)),
      ...compareFunctions(files),
      ...fairnessFunctions(files),
      ...replayFunctions((workspaceId) => caches.of(workspaceId)),
      ...capacityFunctions((workspaceId) => caches.of(workspaceId)),
      ...snapshotFunctions(files, (workspaceId) => caches.of(workspaceId)),
      /** Closes a workspace's cache, before its files are moved or removed. */
      release: (workspaceId: string) => caches.release(workspaceId),
    },
    close: () => caches.close(),
  }
}
