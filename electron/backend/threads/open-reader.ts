import { AppError, toErrorReport } from '../../../shared/foundation/errors.ts'
import { openTrafficReader, type TrafficReader } from '../../store/traffic-reader.ts'
import { workspacePaths } from '../../store/workspace-paths.ts'

/** Opens a workspace's cache read-only. Throws 'not-found', in words for people, where it was never synced. */
export function openReader(dataDir: string, workspaceId: string): TrafficReader {
  try {
    return openTrafficReader(workspacePaths(dataDir, workspaceId).cacheFile)
  } catch (error) {
    if (toErrorReport(error).code !== 'not-found') throw error
    throw new AppError({
      code: 'not-found',
      message: 'This workspace was never synced, so there are no figures yet.',
      next: 'Sync it first.',
    })
  }
}
