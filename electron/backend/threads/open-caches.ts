import type { CacheSnapshot, TrafficReader } from '../../store/traffic-reader.ts'
import { checkpointCache } from './checkpoint-cache.ts'
import { openReader } from './open-reader.ts'

interface OpenCache<Calculator> {
  readonly reader: TrafficReader
  readonly calculator: Calculator
}

/** The caches that a thread has open for reading, each with what is computed from it. */
export interface OpenCaches<Calculator> {
  /**
   * The newest snapshot of a workspace's cache, at least from a UTC day on (without one, all of it), and its calculator. Throws
   * 'not-found' where it was never synced.
   */
  of(workspaceId: string, fromDay?: number): OpenCache<Calculator> & { readonly snapshot: CacheSnapshot }
  release(workspaceId: string): void
  close(): void
}

/** Opens caches when they are first asked for; each gets a calculator of its own. */
export function createOpenCaches<Calculator>(
  dataDir: string,
  createCalculator: (workspaceId: string) => Calculator,
): OpenCaches<Calculator> {
  const open = new Map<string, OpenCache<Calculator>>()
  const release = (workspaceId: string): void => {
    open.get(workspaceId)?.reader.close()
    open.delete(workspaceId)
  }
  return {
    of(workspaceId, fromDay) {
      if (open.get(workspaceId)?.reader.isOutdated()) release(workspaceId)
      const found = open.get(workspaceId) ?? {
        reader: openReader(dataDir, workspaceId),
        calculator: createCalculator(workspaceId),
      }
      open.set(workspaceId, found)
      return { ...found, snapshot: found.reader.snapshot(fromDay) }
    },
    release,
    close() {
      for (const [workspaceId, { reader }] of open) {
        reader.close()
        checkpointCache(dataDir, workspaceId)
      }
      open.clear()
    },
  }
}
