import { localRange } from '../../../shared/time/local.ts'
import { utcDayOf } from '../../../shared/time/slots.ts'
import { createCoverageCalculator } from './coverage-query.ts'
import { createOpenCaches } from './open-caches.ts'
import { cacheOverview } from './overview-query.ts'
import { sourceAgents } from './plan-agents-query.ts'
import { STARVED_DAYS } from './starved-in-range.ts'
import type { CoverageQuery, ReaderApi } from './roles.ts'

/** The reader thread: the chosen workspaces' caches, decoded in memory, and what is computed from them. */
export function createReaderRole(dataDir: string): ReaderApi & { readonly close: () => void } {
  const caches = createOpenCaches(dataDir, createCoverageCalculator)
  return {
    async coverage(query) {
      const { snapshot, calculator } = caches.of(query.workspaceId, firstDayOf(query))
      return calculator.coverage(snapshot, query)
    },
    async cell(query) {
      const { snapshot, calculator } = caches.of(query.workspaceId, firstDayOf(query))
      return calculator.cell(snapshot, query)
    },
    async overview(workspaceId) {
      const { snapshot, reader } = caches.of(workspaceId, Infinity)
      return cacheOverview(snapshot, reader.runs(1)[0] ?? null)
    },
    agents: async (workspaceId) => sourceAgents(caches.of(workspaceId).snapshot),
    release: async (workspaceId) => caches.release(workspaceId),
    close: () => caches.close(),
  }
}

/** The UTC day in which a query's first local date begins, and as many before it as starved pools are looked for in. */
function firstDayOf({ from, timeZone }: CoverageQuery): number {
  return utcDayOf(localRange(from, from, timeZone).start) - STARVED_DAYS
}
