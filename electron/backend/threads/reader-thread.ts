import { localRange } from '../../../shared/time/local.ts'
import { utcDayOf } from '../../../shared/time/slots.ts'
import { createCoverageCalculator } from '../coverage/compute.ts'
import type { CellQuery, CoverageQuery } from '../coverage/queries.ts'
import { STARVED_DAYS } from '../coverage/starved-in-range.ts'
import { cacheOverview } from '../workspaces/cache-overview.ts'
import { lastPlatformSource, listPlatforms } from '../../store/platform-store.ts'
import { platformHealth } from '../health/compute.ts'
import { sourceAgents } from '../agents/source-agents.ts'
import { createOpenCaches } from './open-caches.ts'
import type { Remote } from './worker-channel.ts'

export type ReaderThread = Remote<ReturnType<typeof createReaderThread>['functions']>

/** The reader thread: the chosen workspaces' caches, decoded in memory, and what is computed from them while somebody waits. */
export function createReaderThread(dataDir: string) {
  const caches = createOpenCaches(dataDir, createCoverageCalculator)
  return {
    functions: {
      coverage(query: CoverageQuery) {
        const { snapshot, calculator } = caches.of(query.workspaceId, firstDayOf(query))
        return calculator.coverage(snapshot, query)
      },
      /** The dates behind one cell of the heatmap. */
      cell(query: CellQuery) {
        const { snapshot, calculator } = caches.of(query.workspaceId, firstDayOf(query))
        return calculator.cell(snapshot, query)
      },
      overview(workspaceId: string) {
        const { snapshot, reader } = caches.of(workspaceId, Infinity)
        return cacheOverview(snapshot, reader.runs(1)[0] ?? null)
      },
      agents: (workspaceId: string) => sourceAgents(caches.of(workspaceId).snapshot),
      /** Every organization of the platform that was used last. */
      health: () => platformHealth(dataDir),
      platformSource: () => lastPlatformSource(dataDir),
      platforms: () => listPlatforms(dataDir),
      /** Closes a workspace's cache, before its files are moved or removed. */
      release: (workspaceId: string) => caches.release(workspaceId),
    },
    close: () => caches.close(),
  }
}

/** The UTC day in which a query's first local date begins, and as many before it as starved pools are looked for in. */
function firstDayOf({ from, timeZone }: CoverageQuery): number {
  return utcDayOf(localRange(from, from, timeZone).start) - STARVED_DAYS
}
