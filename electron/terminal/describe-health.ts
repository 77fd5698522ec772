import type { HealthOutput } from '../../shared/contract/health-output.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'

type Report = NonNullable<Awaited<ReturnType<AppCaller['health']['report']>>>

/** The document of `covercast health`. */
export function healthDocument({ now, timeZone, organizations, totals }: Report): HealthOutput {
  return {
    now: iso(now),
    timeZone,
    organizations: organizations.map(({ lastCall, own, trend, ...one }) => ({
      ...one,
      lastCall: lastCall === null ? null : iso(lastCall),
      own: { ...own, differences: [...own.differences] },
      trend: [...trend],
    })),
    totals,
  }
}

/** The organizations as a table for people, those with the lowest score first. */
export function describeHealth({ now, timeZone, organizations, totals }: Report, format: Formatter): string {
  const { healthCommand: t, health } = format.texts
  if (organizations.length === 0) return t.none
  const nameOf = ({ name, id }: Report['organizations'][number]): string => name ?? id
  const lines = [
    t.asOf({ count: organizations.length, time: format.instant(now, timeZone), zone: timeZone }),
    t.atRisk({ count: format.count(totals.atRisk), critical: format.count(totals.critical) }),
    ...(totals.mrrAtRisk === null ? [] : [t.mrrAtRisk({ money: format.count(Math.round(totals.mrrAtRisk)) })]),
    t.totals({
      rate: format.rate(totals.coverageRate),
      visitors: format.visitors(totals.visitors),
      answered: format.count(totals.answered),
      calls: format.count(totals.calls),
      answerRate: format.rate(totals.answerRate),
    }),
    '',
    renderTable(
      [
        { title: t.organization },
        { title: t.status },
        { title: t.score, align: 'right' },
        { title: t.own, align: 'right' },
        { title: t.sureness },
        { title: t.risk },
        { title: t.coverage, align: 'right' },
        { title: t.month, align: 'right' },
        { title: t.missed, align: 'right' },
        { title: t.calls, align: 'right' },
        { title: t.lastCall },
        { title: t.mrr, align: 'right' },
      ],
      organizations.map((one) => [
        nameOf(one),
        one.status ?? '–',
        String(one.healthScore),
        String(one.own.score),
        health.surenesses[one.own.sureness],
        health.risks[one.riskLevel],
        format.rate(one.coverageRate),
        one.visitorsThisMonth === 0 ? '–' : format.rate(one.coverageRateThisMonth),
        format.count(one.missed),
        format.count(one.callsThisMonth),
        one.daysSinceLastCall === null ? health.never : health.lastCall({ days: one.daysSinceLastCall }),
        one.mrr === null ? '–' : format.count(Math.round(one.mrr)),
      ]),
    ),
  ]
  const differing = organizations.filter(
    ({ riskLevel, own }) => riskLevel !== own.riskLevel && own.differences.length > 0,
  )
  if (differing.length === 0) return lines.join('\n')
  const reasons = differing.map((one) =>
    t.difference({
      name: nameOf(one),
      reasons: one.own.differences.map((reason) => health.differences[reason]).join('; '),
    }),
  )
  return [...lines, '', t.why, ...reasons].join('\n')
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}
