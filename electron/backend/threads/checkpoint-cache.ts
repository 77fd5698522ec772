import { connectForWriting } from '../../store/connection.ts'
import { workspacePaths } from '../../store/workspace-paths.ts'

/**
 * Folds a cache's write-ahead log into its file, which SQLite does when the last connection closes, unless that one only reads. Where
 * another connection is open, or the cache has gone, nothing happens.
 */
export function checkpointCache(dataDir: string, workspaceId: string): void {
  try {
    connectForWriting(workspacePaths(dataDir, workspaceId).cacheFile, 'cache').close()
  } catch {
    // A log is as safe as the file: it is folded the next time.
  }
}
