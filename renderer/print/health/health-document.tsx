import type { ReactNode } from 'react'
import { healthFigures } from '../../features/organizations/health-figures.ts'
import type { HealthReport } from '../../features/organizations/organization-types.ts'
import type { Formatter } from '../../format/formatter.ts'
import { Figures } from '../figures.tsx'
import { PaperTable, Part, Sheet } from '../sheet.tsx'

/** As many fit on one page of A4 and of Letter. */
const MOST = 25
const NOTHING = '–'

interface HealthDocumentProps {
  readonly report: HealthReport
  readonly format: Formatter
}

/** The organizations of a platform on one page: what is at risk, and those with the lowest scores. */
export function HealthDocument({ report, format }: HealthDocumentProps): ReactNode {
  const { organizations: t, health, paper } = format.texts
  const columns = [t.name, t.status, t.dashboard, t.own, t.risk, t.coverageMonth, t.missed, t.calls, t.lastCall, t.mrr]
  return (
    <div className="one-page">
      <Sheet
        title={t.paperTitle}
        facts={[
          [t.title, format.count(report.totals.organizations)],
          [paper.asOf, format.instant(report.now, report.timeZone)],
          [paper.timeZone, report.timeZone],
        ]}
      >
        <Figures figures={healthFigures(report, format)} />
        <Part title={t.lowest} note={t.lowestNote} isWhole>
          <PaperTable
            caption={t.lowest}
            columns={columns}
            isNamedByData
            rows={report.organizations
              // Who left and scores low is not what the page is for.
              .toSorted((one, other) => Number(other.atRisk) - Number(one.atRisk))
              .slice(0, MOST)
              .map((one) => [
                one.name ?? one.id,
                one.status ?? NOTHING,
                String(one.healthScore),
                `${one.own.score} (${health.surenesses[one.own.sureness]})`,
                health.risks[one.riskLevel],
                one.visitorsThisMonth === 0 ? NOTHING : format.rate(one.coverageRateThisMonth),
                format.count(one.missed),
                format.count(one.callsThisMonth),
                one.daysSinceLastCall === null ? health.never : health.lastCall({ days: one.daysSinceLastCall }),
                one.mrr === null ? NOTHING : format.money(one.mrr),
              ])}
          />
        </Part>
      </Sheet>
    </div>
  )
}
