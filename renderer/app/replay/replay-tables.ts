import type { ReplayOutput } from '../../../shared/contract/replay-output.ts'
import type { Formatter } from '../../format/formatter.ts'

const NOTHING = '–'

type Part = Pick<ReplayOutput['days'][number], 'actual' | 'replayed' | 'knownShare'>

/** The replayed days, each in a row. */
export function dayRows({ days }: Pick<ReplayOutput, 'days'>, format: Formatter) {
  const { replay: t } = format.texts
  return {
    caption: t.byDay,
    columns: [t.day, ...columns(format), t.range],
    rows: days.map((day) => [
      format.date(day.date, 'weekday'),
      ...cells(day, format),
      day.band === null
        ? NOTHING
        : t.fromTo({ lower: format.count(day.band.lower80), upper: format.count(day.band.upper80) }),
    ]),
  }
}

/** The hours of the day, all days together. */
export function hourRows({ hours }: Pick<ReplayOutput, 'hours'>, format: Formatter) {
  const { replay: t } = format.texts
  return {
    caption: t.byHour,
    columns: [t.hour, ...columns(format)],
    rows: hours.map((part) => [format.hourRange(part.hour, part.hour + 1), ...cells(part, format)]),
  }
}

function columns({ texts: { replay: t } }: Formatter): readonly string[] {
  return [t.visitors, t.actual, t.planRate, t.change, t.agents, t.planAgents]
}

function cells({ actual, replayed, knownShare }: Part, format: Formatter): readonly string[] {
  if (knownShare === 0) return columns(format).map(() => NOTHING)
  const rate = (percent: number): string => (actual.visitors === 0 ? NOTHING : format.rate(percent))
  return [
    format.count(actual.visitors),
    rate(actual.coverageRate),
    rate(replayed.coverageRate),
    format.signed(replayed.covered - actual.covered),
    format.average(actual.agents),
    format.average(replayed.agents),
  ]
}
