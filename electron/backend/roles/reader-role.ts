import { AppError, toErrorReport } from '../../../shared/contract/errors.ts'
import { openTrafficReader, type TrafficReader } from '../../store/traffic-reader.ts'
import { workspacePaths } from '../../store/workspace-paths.ts'
import { createCoverageCalculator, type CoverageCalculator } from './coverage-query.ts'
import { foldCacheLog } from './fold-cache-log.ts'
import { cacheOverview } from './overview-query.ts'
import type { ReaderApi } from './roles.ts'

interface OpenCache {
  readonly reader: TrafficReader
  readonly calculator: CoverageCalculator
}

/** The reader thread: the chosen workspaces' caches, decoded in memory, and what is computed from them. */
export function createReaderRole(dataDir: string): ReaderApi & { readonly close: () => void } {
  const open = new Map<string, OpenCache>()
  const cacheOf = (workspaceId: string): OpenCache => {
    const found = open.get(workspaceId) ?? { reader: openCache(dataDir, workspaceId), calculator: createCoverageCalculator() }
    open.set(workspaceId, found)
    return found
  }
  return {
    async coverage(query) {
      const { reader, calculator } = cacheOf(query.workspaceId)
      return calculator.coverage(reader.snapshot(), query)
    },
    async cell(query) {
      const { reader, calculator } = cacheOf(query.workspaceId)
      return calculator.cell(reader.snapshot(), query)
    },
    async overview(workspaceId) {
      const { reader } = cacheOf(workspaceId)
      return cacheOverview(reader.snapshot(), reader.runs(1)[0] ?? null)
    },
    async release(workspaceId) {
      open.get(workspaceId)?.reader.close()
      open.delete(workspaceId)
    },
    close() {
      for (const [workspaceId, { reader }] of open) {
        reader.close()
        foldCacheLog(dataDir, workspaceId)
      }
      open.clear()
    },
  }
}

function openCache(dataDir: string, workspaceId: string): TrafficReader {
  try {
    return openTrafficReader(workspacePaths(dataDir, workspaceId).cacheFile)
  } catch (error) {
    if (toErrorReport(error).code !== 'not-found') throw error
    throw new AppError({ code: 'not-found', message: 'This workspace was never synced, so there are no figures yet.', next: 'Sync it first.' })
  }
}
