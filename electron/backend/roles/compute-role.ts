import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import { createCompareCalculator } from './compare-calculator.ts'
import { createOpenCaches } from './open-caches.ts'
import { createPredictionCalculator, type PredictionCalculator } from './prediction-calculator.ts'
import type { ComputeApi } from './prediction-queries.ts'
import { createTodayCalculator } from './today-calculator.ts'

/** The compute thread: forecasts and predictions, from caches that it only reads. */
export function createComputeRole(dataDir: string): ComputeApi & { readonly close: () => void } {
  const caches = createOpenCaches(dataDir, createPredictionCalculator)
  const compareWeek = createCompareCalculator()
  const today = createTodayCalculator()
  /** Asks the calculator of a workspace, by its cache as it is now. */
  const asked =
    <Query extends { readonly workspaceId: string }, Answer>(calculate: (calculator: PredictionCalculator, snapshot: CacheSnapshot, query: Query) => Answer) =>
    async (query: Query): Promise<Answer> => {
      const { snapshot, calculator } = caches.of(query.workspaceId)
      return calculate(calculator, snapshot, query)
    }
  return {
    forecast: asked((calculator, ...given) => calculator.forecast(...given)),
    pastForecasts: asked((calculator, ...given) => calculator.pastForecasts(...given)),
    suggestMarks: asked((calculator, ...given) => calculator.suggestMarks(...given)),
    predictionInputs: asked((calculator, ...given) => calculator.predictionInputs(...given)),
    predict: asked((calculator, ...given) => calculator.predict(...given)),
    frozenWeek: asked((calculator, ...given) => calculator.frozenWeek(...given)),
    startingShifts: asked((calculator, ...given) => calculator.startingShifts(...given)),
    recommend: asked((calculator, ...given) => calculator.recommend(...given)),
    modelReport: asked((calculator, ...given) => calculator.modelReport(...given)),
    backtestWeek: asked((calculator, ...given) => calculator.backtestWeek(...given)),
    today: async (query) => today.today(caches.of(query.workspaceId).snapshot, query),
    lastHour: async (workspaceId) => today.lastHour(caches.of(workspaceId).snapshot),
    compareWeek: async (query) => compareWeek(caches.of(query.workspaceId).snapshot, query),
    release: async (workspaceId) => caches.release(workspaceId),
    close: () => caches.close(),
  }
}
