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
