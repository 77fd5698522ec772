import type { ClassFall, Standing } from '../../../shared/health/class-fall.ts'
import { healthReport, type HealthTotals, type OrganizationHealth } from '../../../shared/health/health-report.ts'
import type { HealthMoment, RiskLevel } from '../../../shared/health/organization-facts.ts'
import { readLastPlatform } from '../../store/platform-store.ts'

/** An organization in the report of its platform. */
export interface ReportedOrganization extends OrganizationHealth {
  /** null: its class did not fall, or has risen again. */
  readonly fall: ClassFall | null
  /** The class that falls and rises; its score may be a little better than that. */
  readonly level: RiskLevel
}

export interface PlatformHealth extends HealthMoment {
  readonly id: string
  /** Of the source, without a password. */
  readonly url: string
  readonly organizations: readonly ReportedOrganization[]
  /** `fallen`: organizations in a worse class than before. */
  readonly totals: HealthTotals & { readonly fallen: number }
}

/** What is kept of the platform that was used last, as a report. Runs in the reader thread. null: nothing was counted yet. */
export function platformHealth(dataDir: string): PlatformHealth | null {
  const kept = readLastPlatform(dataDir)
  if (kept === null || kept.counted === null) return null
  const { now, timeZone } = kept.counted
  const report = healthReport(
    kept.organizations.map(({ facts }) => facts),
    { now, timeZone },
  )
  const standings = new Map(kept.organizations.map(({ facts, standing }) => [facts.id, standing]))
  return reported({ id: kept.id, url: kept.source.url, now, timeZone }, report, standings)
}

/** A report with what has become of each organization since it was first counted. */
export function reported(
  platform: Pick<PlatformHealth, 'id' | 'url' | 'now' | 'timeZone'>,
  { organizations, totals }: ReturnType<typeof healthReport>,
  standings: ReadonlyMap<string, Standing | null>,
): PlatformHealth {
  const all = organizations.map((one) => {
    const standing = standings.get(one.id) ?? null
    return { ...one, fall: standing?.fall ?? null, level: standing?.level ?? one.own.riskLevel }
  })
  return {
    ...platform,
    organizations: all,
    totals: { ...totals, fallen: all.filter(({ fall }) => fall !== null).length },
  }
}
