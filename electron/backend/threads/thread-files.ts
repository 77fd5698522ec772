import type { CacheSnapshot } from '../../store/traffic-reader.ts'
import { type Damaged, readWork, readWorkRecord, type WorkReads } from '../../store/work-reader.ts'
import { workspacePaths } from '../../store/workspace-paths.ts'

/** What a thread that only computes reads of a workspace: the newest snapshot of its cache, and what its user made. */
export interface ThreadFiles {
  /** Throws 'not-found' where it was never synced. */
  readonly snapshotOf: (workspaceId: string) => CacheSnapshot
  readonly readWork: <T>(workspaceId: string, run: (work: WorkReads) => T) => T
  /** As `readWork`, of what rests on one record. */
  readonly readWorkRecord: <T>(workspaceId: string, run: (work: WorkReads) => T) => T | Damaged
}

export function threadFiles(dataDir: string, snapshotOf: (workspaceId: string) => CacheSnapshot): ThreadFiles {
  const workFileOf = (workspaceId: string): string => workspacePaths(dataDir, workspaceId).workFile
  return {
    snapshotOf,
    readWork: (workspaceId, run) => readWork(workFileOf(workspaceId), run),
    readWorkRecord: (workspaceId, run) => readWorkRecord(workFileOf(workspaceId), run),
  }
}
