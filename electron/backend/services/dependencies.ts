import type { DataAccess } from '../data-access.ts'

/** What the services need from their host. */
export interface ServiceDependencies {
  readonly data: DataAccess
  readonly clock: () => number
  readonly systemTimeZone: string
  /** Told what had to be put right while files were read. */
  readonly onNotice: (text: string) => void
  /** Runs after a sync of a workspace; what it cannot do is no failure of the sync. */
  readonly afterSync?: (workspaceId: string) => Promise<void>
  readonly environment: Readonly<Record<string, string | undefined>>
}
