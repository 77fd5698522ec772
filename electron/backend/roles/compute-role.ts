import { createCompareCalculator } from './compare-calculator.ts'
import { createOpenCaches } from './open-caches.ts'
import { createPredictionCalculator } from './prediction-calculator.ts'
import type { ComputeApi } from './prediction-queries.ts'
import { createTodayCalculator } from './today-calculator.ts'

/** The compute thread: forecasts and predictions, from caches that it only reads. */
export function createComputeRole(dataDir: string): ComputeApi & { readonly close: () => void } {
  const caches = createOpenCaches(dataDir, createPredictionCalculator)
  const compareWeek = createCompareCalculator()
  const today = createTodayCalculator()
  return {
    async forecast(query) {
      const { snapshot, calculator } = caches.of(query.workspaceId)
      return calculator.forecast(snapshot, query)
    },
    async pastForecasts(query) {
      const { snapshot, calculator } = caches.of(query.workspaceId)
      return calculator.pastForecasts(snapshot, query)
    },
    async suggestMarks(query) {
      const { snapshot, calculator } = caches.of(query.workspaceId)
      return calculator.suggestMarks(snapshot, query)
    },
    async predictionInputs(query) {
      const { snapshot, calculator } = caches.of(query.workspaceId)
      return calculator.predictionInputs(snapshot, query)
    },
    async predict(query) {
      const { snapshot, calculator } = caches.of(query.workspaceId)
      return calculator.predict(snapshot, query)
    },
    async frozenWeek(query) {
      const { snapshot, calculator } = caches.of(query.workspaceId)
      return calculator.frozenWeek(snapshot, query)
    },
    async startingShifts(query) {
      const { snapshot, calculator } = caches.of(query.workspaceId)
      return calculator.startingShifts(snapshot, query)
    },
    async recommend(query) {
      const { snapshot, calculator } = caches.of(query.workspaceId)
      return calculator.recommend(snapshot, query)
    },
    async modelReport(query) {
      const { snapshot, calculator } = caches.of(query.workspaceId)
      return calculator.modelReport(snapshot, query)
    },
    async backtestWeek(query) {
      const { snapshot, calculator } = caches.of(query.workspaceId)
      return calculator.backtestWeek(snapshot, query)
    },
    today: async (query) => today.today(caches.of(query.workspaceId).snapshot, query),
    lastHour: async (workspaceId) => today.lastHour(caches.of(workspaceId).snapshot),
    compareWeek: async (query) => compareWeek(caches.of(query.workspaceId).snapshot, query),
    release: async (workspaceId) => caches.release(workspaceId),
    close: () => caches.close(),
  }
}
