import type { DataAccess } from '../data-access.ts'

/** What the services need from their host. */
export interface ServiceDependencies {
  readonly data: DataAccess
  readonly clock: () => number
  readonly systemTimeZone: string
  readonly environment: Readonly<Record<string, string | undefined>>
}
