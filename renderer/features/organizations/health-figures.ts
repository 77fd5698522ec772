import type { Formatter } from '../../format/formatter.ts'
import type { HealthReport } from './organization-types.ts'

/** What a platform's report comes to. */
export function healthFigures({ totals }: HealthReport, format: Formatter) {
  const t = format.texts.organizations
  return [
    {
      label: t.atRisk,
      value: format.count(totals.atRisk),
      note:
        totals.fallen === 0
          ? t.atRiskNote({ critical: format.count(totals.critical) })
          : t.atRiskFallen({ critical: format.count(totals.critical), fallen: format.count(totals.fallen) }),
    },
    ...(totals.mrrAtRisk === null ? [] : [{ label: t.mrrAtRisk, value: format.money(totals.mrrAtRisk), note: null }]),
    {
      label: t.coverage,
      value: format.rate(totals.coverageRate),
      note: t.coverageNote({ missed: format.count(totals.missed), visitors: format.count(totals.visitors) }),
    },
    {
      label: t.answered,
      value: format.rate(totals.answerRate),
      note: t.answeredNote({ answered: format.count(totals.answered), covered: format.count(totals.covered) }),
    },
  ]
}
