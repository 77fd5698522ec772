import type { DataAccess } from '../threads/data-access.ts'
import type { FileTransfers } from './file-transfers.ts'
import type { HostCapabilities } from './host-capabilities.ts'
import type { JobRunner } from './job-runner.ts'
import type { Log } from './log.ts'

export interface SyncedWorkspace {
  readonly workspaceId: string
  /** The sync's clock, epoch milliseconds. */
  readonly now: number
}

/** One data folder and its host: what every use case is given. Made by `createContext`, once. */
export interface BackendContext {
  readonly data: DataAccess
  readonly dataDir: string
  readonly version: string
  /** Where the publisher says which version is the newest; absent or null: nowhere. */
  readonly publisherUpdates?: string | null | undefined
  readonly clock: () => number
  readonly systemTimeZone: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly host: HostCapabilities
  readonly log: Log
  readonly jobs: JobRunner
  readonly transfers: FileTransfers
  /** What had to be put right while files were read, since the start. */
  readonly notices: readonly string[]
  /** Keeps a notice, and logs it. */
  readonly onNotice: (text: string) => void
  /** Aborted when nobody waits for the query that is answered; undefined: what is done, is done to its end. */
  readonly signal?: AbortSignal | undefined
  /** Runs after a sync of a workspace; what it cannot do is no failure of the sync. */
  readonly afterSync: (synced: SyncedWorkspace) => Promise<void>
  /** Starts what is due by itself; called every now and then while the app runs. */
  readonly tick: () => Promise<void>
}

/** What a subject keeps while a data folder is open: made when it is first asked for. */
export function perContext<Kept>(create: (context: BackendContext) => Kept): (context: BackendContext) => Kept {
  const made = new WeakMap<DataAccess, Kept>()
  return (context) => {
    const known = made.get(context.data)
    if (known !== undefined) return known
    // What is kept outlives the query that asked for it first.
    const kept = create({ ...context, signal: undefined })
    made.set(context.data, kept)
    return kept
  }
}
