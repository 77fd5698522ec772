import type { DataAccess } from '../data-access.ts'

export interface SyncedWorkspace {
  readonly workspaceId: string
  /** The sync's clock, epoch milliseconds. */
  readonly now: number
}

/** What the services need from their host. */
export interface ServiceDependencies {
  readonly data: DataAccess
  readonly clock: () => number
  readonly systemTimeZone: string
  /** Told what had to be put right while files were read. */
  readonly onNotice: (text: string) => void
  /** Runs after a sync of a workspace; what it cannot do is no failure of the sync. */
  readonly afterSync?: (synced: SyncedWorkspace) => Promise<void>
  readonly environment: Readonly<Record<string, string | undefined>>
}
