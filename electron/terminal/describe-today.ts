import type { TodayOutput } from '../../shared/contract/today-output.ts'
import type { Formatter } from './format.ts'
import type { TodayAnswer } from './read-today.ts'
import { renderTable } from './table.ts'
import { onOneLine } from './terminal.ts'

const NOTHING = '-'
const right = { align: 'right' as const }

/** How today goes as a person reads it: this moment first, then the day, its pools and its hours. */
export function describeToday(answer: TodayAnswer, format: Formatter): string {
  const { today: t } = format.texts
  const { output, workspace, pool } = answer
  const { date, timeZone, asOf, nextVisitor } = output
  const { repairs } = answer
  const header = [
    onOneLine(workspace),
    ...(pool === null ? [] : [onOneLine(pool)]),
    format.date(date),
    timeZone,
    t.asOf({ time: format.instant(Date.parse(asOf), timeZone, 'year') }),
  ].join(' · ')
  return [
    header,
    [next(output, format), ...sums(output, format), ...basis(answer, format)].join('\n'),
    ...(nextVisitor.length < 2 ? [] : [`${t.byPool}\n${pools(nextVisitor, format)}`]),
    hours(output, format),
    ...(repairs === null
      ? []
      : [`${t.repairs}\n${repairs.length === 0 ? t.noRepair : repairTable(repairs, timeZone, format)}`]),
  ].join('\n\n')
}

function next({ nextVisitorAll: nextVisitor }: TodayOutput, format: Formatter): string {
  const { today: t } = format.texts
  if (nextVisitor === null) return t.nextOld
  const { chance, agents } = nextVisitor
  return chance === null ? t.nextUnknown : t.next({ rate: format.rate(chance), agents })
}

function sums({ soFar, restOfDay: rest, day, knownShare }: TodayOutput, format: Formatter): readonly string[] {
  const { today: t } = format.texts
  const { lower80, upper80 } = rest
  return [
    soFar.coverageRate === null
      ? t.noneSoFar
      : t.soFar({
          rate: format.rate(soFar.coverageRate),
          visitors: format.visitors(soFar.visitors),
          covered: format.count(soFar.covered),
          missed: format.count(soFar.visitors - soFar.covered),
        }),
    rest.coverageRate === null || lower80 === null || upper80 === null
      ? t.noRest
      : t.rest({
          rate: format.rate(rest.coverageRate),
          lower: format.rate(lower80),
          upper: format.rate(upper80),
          visitors: format.visitors(Math.round(rest.visitors)),
        }),
    ...(day.coverageRate === null
      ? []
      : [t.day({ rate: format.rate(day.coverageRate), visitors: format.visitors(Math.round(day.visitors)) })]),
    ...(knownShare < 1 ? [t.known({ share: format.rate(100 * knownShare) })] : []),
  ]
}

function basis({ output, poolNames }: TodayAnswer, { texts }: Formatter): readonly string[] {
  const { today: t, names } = texts
  return output.basis.map(({ plans, poolIds }) => {
    const named = plans.map((plan) => names.quoted({ name: onOneLine(plan) })).join(', ')
    if (poolIds === null) return plans.length === 0 ? t.typical : t.plan({ plan: named })
    const pools = poolIds
      .map((poolId) => (poolId === null ? t.noPool : onOneLine(poolNames.get(poolId) ?? poolId)))
      .join(', ')
    return plans.length === 0 ? t.typicalOfPools({ pools }) : t.planOfPools({ pools, plan: named })
  })
}

function pools(all: TodayOutput['nextVisitor'], format: Formatter): string {
  const { today: t } = format.texts
  return renderTable(
    [{ title: t.pool }, ...[t.chance, t.agents, t.perHour].map((title) => ({ title, ...right }))],
    all.map(({ name, chance, agents, visitorsPerHour }) => [
      name === null ? t.noPool : onOneLine(name),
      chance === null ? NOTHING : format.rate(chance),
      format.count(agents),
      format.average(visitorsPerHour),
    ]),
  )
}

function repairTable(repairs: NonNullable<TodayAnswer['repairs']>, timeZone: string, format: Formatter): string {
  const { today: t } = format.texts
  const time = (one: string): string => format.instant(Date.parse(one), timeZone)
  return renderTable(
    [
      { title: t.agent },
      { title: t.change },
      { title: t.from },
      { title: t.to },
      ...[t.gain, t.worked].map((title) => ({ title, ...right })),
      { title: t.breaks },
    ],
    repairs.map(({ name, kind, after, coveredGain, hours: worked, breaks }) => [
      onOneLine(name),
      t.kinds[kind],
      time(after.start),
      time(after.end),
      format.signed(coveredGain),
      format.average(worked),
      breaks.length === 0 ? NOTHING : onOneLine(breaks.map(({ text }) => text).join(' ')),
    ]),
  )
}

function hours({ hours: all }: TodayOutput, format: Formatter): string {
  const { today: t } = format.texts
  const columns = [t.visitors, t.covered, t.expected, t.expectedCovered, t.before]
  return renderTable(
    [{ title: t.hour }, ...columns.map((title) => ({ title, ...right }))],
    all.map(({ hour, actual, rest, expected }) => [
      format.hour(hour),
      actual === null ? NOTHING : format.count(actual.visitors),
      actual === null ? NOTHING : format.count(actual.covered),
      rest.visitors === 0 ? NOTHING : format.count(rest.visitors),
      rest.visitors === 0 ? NOTHING : format.count(rest.covered),
      format.count(expected.visitors),
    ]),
  )
}
