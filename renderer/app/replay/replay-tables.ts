import { replayFigures } from '../../../shared/compare/replay-figures.ts'
import type { ReplayOutput } from '../../../shared/contract/replay-output.ts'
import type { Formatter } from '../../format/formatter.ts'

const NOTHING = '–'

/** The replayed days, each in a row. */
export function dayRows({ days }: Pick<ReplayOutput, 'days'>, format: Formatter) {
  const { replay: t } = format.texts
  return {
    caption: t.byDay,
    columns: [t.day, ...columns(format), t.range],
    rows: days.map((day) => [
      format.date(day.date, 'weekday'),
      ...replayFigures(day, format, NOTHING),
      day.band === null
        ? NOTHING
        : t.fromTo({ lower: format.count(day.band.lower80), upper: format.count(day.band.upper80) }),
    ]),
  }
}

/** The hours of the day, all days together. */
export function hourRows({ hoursOfDay }: Pick<ReplayOutput, 'hoursOfDay'>, format: Formatter) {
  const { replay: t } = format.texts
  return {
    caption: t.byHour,
    columns: [t.hour, ...columns(format)],
    rows: hoursOfDay.map((part) => [
      format.hourRange(part.hour, part.hour + 1),
      ...replayFigures(part, format, NOTHING),
    ]),
  }
}

function columns({ texts: { replay: t } }: Formatter): readonly string[] {
  return [t.visitors, t.actual, t.planRate, t.change, t.agents, t.planAgents]
}
