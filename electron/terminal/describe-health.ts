import type { HealthOutput } from '../../shared/contract/health-output.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import { placeText } from '../../shared/health/place-text.ts'
import type { Formatter } from './format.ts'
import { renderTable } from './table.ts'

type Report = NonNullable<Awaited<ReturnType<AppCaller['health']['report']>>>
type Step = NonNullable<Awaited<ReturnType<AppCaller['health']['progress']>>>
type Platform = Awaited<ReturnType<AppCaller['health']['platforms']>>[number]

/** The document of `covercast health`. */
export function healthDocument({ now, timeZone, organizations, totals }: Report): HealthOutput {
  return {
    now: iso(now),
    timeZone,
    organizations: organizations.map(({ lastCall, own, trend, fall, level: _level, ...one }) => ({
      ...one,
      fall: fall === null ? null : { ...fall, at: iso(fall.at) },
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
  const nameOf = ({ name, id }: Pick<Report['organizations'][number], 'name' | 'id'>): string => name ?? id
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
  const fallen = organizations.flatMap(({ fall, ...one }) =>
    fall === null
      ? []
      : t.fall({
          name: nameOf(one),
          from: health.risks[fall.from],
          to: health.risks[fall.to],
          time: format.instant(fall.at, timeZone),
          score: String(one.own.score),
          sureness: health.surenesses[one.own.sureness],
        }),
  )
  if (fallen.length > 0) lines.push('', t.fell, ...fallen)
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

/** What a count is at, and since when it runs. */
export function countStepText({ step, rows, elapsedMs }: Step, format: Formatter): string {
  const { healthCommand: t } = format.texts
  const text = t.steps[step]({ elapsed: format.duration(elapsedMs) })
  return rows === null ? text : t.rows({ step: text, rows: format.count(rows) })
}

/** "host/database", or the id of one that cannot be read. */
export function platformName({ id, found }: Platform): string {
  return found === null ? id : placeText(found.url)
}

/** The platforms that are kept, as a table. */
export function describePlatforms(platforms: readonly Platform[], format: Formatter): string {
  const { healthCommand: t } = format.texts
  if (platforms.length === 0) return t.nonePlatform
  return renderTable(
    [
      { title: t.platformName },
      { title: t.platformAsOf },
      { title: t.platformCount, align: 'right' },
      { title: t.platformId },
    ],
    platforms.map((one) => [
      platformName(one),
      one.found === null ? t.damaged : one.found.now === null ? '–' : format.instant(one.found.now, 'UTC', 'year'),
      one.found === null ? '–' : format.count(one.found.organizations),
      one.id,
    ]),
  )
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}
