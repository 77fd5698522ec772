import { createOpenCaches } from './open-caches.ts'
import type { ComputeApi } from './prediction-queries.ts'

/** The compute thread: forecasts and predictions, from caches that it only reads. */
export function createComputeRole(dataDir: string): ComputeApi & { readonly close: () => void } {
  const caches = createOpenCaches(dataDir, () => ({}))
  return {
    release: async (workspaceId) => caches.release(workspaceId),
    close: () => caches.close(),
  }
}
