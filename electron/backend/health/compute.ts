import { AppError } from '../../../shared/foundation/errors.ts'
import { healthReport, type HealthTotals, type OrganizationHealth } from '../../../shared/health/health-report.ts'
import type { HealthMoment } from '../../../shared/health/organization-facts.ts'
import { lastPlatform, readPlatform } from '../../store/platform-store.ts'

export interface PlatformHealth extends HealthMoment {
  /** Of the source, without a password. */
  readonly url: string
  readonly organizations: readonly OrganizationHealth[]
  readonly totals: HealthTotals
}

/** What is kept of the platform that was used last, as a report. Runs in the reader thread. null: nothing was counted yet. */
export function platformHealth(dataDir: string): PlatformHealth | null {
  const id = lastPlatform(dataDir)
  if (id === null) return null
  const { source, counted, organizations } = readPlatform(dataDir, id)
  if (counted === null) return null
  const moment = { now: counted.now, timeZone: counted.timeZone }
  return {
    ...moment,
    url: source.url,
    ...healthReport(
      organizations.map(({ facts }) => facts),
      moment,
    ),
  }
}

/** How the platform that was used last is reached, and the zone it was counted in. Throws 'not-found' where there is none. */
export function platformSource(dataDir: string) {
  const id = lastPlatform(dataDir)
  if (id === null)
    throw new AppError({
      code: 'not-found',
      message: 'No platform was counted yet.',
      next: 'Give the connection to its database, of a user who may read its organizations.',
    })
  const { source, counted } = readPlatform(dataDir, id)
  return { id, source, timeZone: counted?.timeZone ?? null }
}
