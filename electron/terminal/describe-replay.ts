import { replayFigures } from '../../shared/compare/replay-figures.ts'
import type { ReplayOutput } from '../../shared/contract/replay-output.ts'
import { dayOfWeekOf } from '../../shared/time/local.ts'
import type { Formatter } from './format.ts'
import type { ReplayAnswer } from './read-replay.ts'
import { renderTable } from './table.ts'
import { onOneLine } from './terminal.ts'

const NOTHING = '-'
const right = { align: 'right' as const }
/** A replay as a person reads it: all of it first, then by day and by hour. */
export function describeReplay(answer: ReplayAnswer, format: Formatter): string {
  const { replay: t } = format.texts
  const { output, organization, workspace, pool } = answer
  const { range } = output
  const header = [
    onOneLine(organization ?? workspace),
    ...(pool === null ? [] : [onOneLine(pool)]),
    format.dateRange(range.from, range.to),
    range.timeZone,
  ].join(' · ')
  return [header, totals(output, format), days(output, format), `${t.byHour}\n${hours(output, format)}`].join('\n\n')
}

function totals({ actual, replayed, difference, range, plan, learnedBefore }: ReplayOutput, format: Formatter): string {
  const { replay: t, names } = format.texts
  return [
    t.actual({
      rate: format.rate(actual.coverageRate),
      visitors: format.visitors(actual.visitors),
      covered: format.count(actual.covered),
      missed: format.count(actual.missed),
    }),
    t.replayed({
      plan: plan.name === '' ? t.thePlan : names.quoted({ name: onOneLine(plan.name) }),
      rate: format.rate(replayed.coverageRate),
      lower: format.rate(replayed.lower80),
      upper: format.rate(replayed.upper80),
      covered: format.count(replayed.covered),
      missed: format.count(replayed.missed),
    }),
    t.difference({
      covered: format.signed(difference.covered),
      lower: format.signed(difference.lower80),
      upper: format.signed(difference.upper80),
    }),
    ...(plan.repeated ? [t.repeated] : []),
    ...(range.knownShare < 1 ? [t.known({ share: format.rate(100 * range.knownShare) })] : []),
    range.learned === 'before-range' ? t.learnedBefore({ date: format.date(learnedBefore) }) : t.learnedEachWeek,
  ].join('\n')
}

function days({ days: all }: ReplayOutput, format: Formatter): string {
  const { replay: t, week } = format.texts
  return renderTable(
    [{ title: week.day }, { title: week.date }, ...[...columns(format), t.range].map((title) => ({ title, ...right }))],
    all.map((day) => [
      format.dayName(dayOfWeekOf(day.date), 'short'),
      day.date,
      ...replayFigures(day, format, NOTHING),
      day.band === null
        ? NOTHING
        : t.fromTo({ from: format.rate(day.band.lower80), to: format.rate(day.band.upper80) }),
    ]),
  )
}

function hours({ hoursOfDay: all }: ReplayOutput, format: Formatter): string {
  const { replay: t } = format.texts
  return renderTable(
    [{ title: t.hour }, ...columns(format).map((title) => ({ title, ...right }))],
    all.map((part) => [format.hour(part.hour), ...replayFigures(part, format, NOTHING)]),
  )
}

function columns({ texts: { replay: t } }: Formatter): readonly string[] {
  return [t.visitors, t.actualRate, t.planRate, t.change, t.agents, t.planAgents]
}
