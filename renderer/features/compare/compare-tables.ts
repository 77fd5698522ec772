import { type Compared, differenceOf } from '../../../shared/compare/compared.ts'
import { coverageFraction } from '../../../shared/foundation/rate.ts'
import type { Formatter } from '../../format/formatter.ts'
import { bandRange, barePoints, signedCount } from './compare-text.ts'
import type { WeekDetail } from './compare-types.ts'

/** Figures as a table: the first cell of a row names it. */
export interface FigureTable {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const NOTHING = '–'
function columns(first: string, { texts: { compare: t } }: Formatter): readonly string[] {
  return [
    first,
    t.range,
    t.predicted,
    t.actual,
    t.difference,
    t.traffic,
    t.staffing,
    t.rest,
    t.visitorsCovered,
    t.visitors,
    t.expected,
    t.agentsOnline,
    t.expectedAgents,
  ]
}

export function dayTable({ days }: Pick<WeekDetail, 'days'>, format: Formatter): FigureTable {
  return {
    caption: format.texts.compare.byDay,
    columns: columns(format.texts.compare.day, format),
    rows: days.map((day) => [format.date(day.date, 'weekday'), bandCell(day, format), ...figures(day, format)]),
  }
}

export function hourTable({ hours }: Pick<WeekDetail, 'hours'>, format: Formatter): FigureTable {
  return {
    caption: format.texts.compare.byHour,
    columns: columns(format.texts.compare.hour, format),
    rows: hours.map((hour, index) => [
      format.hourRange(index, index + 1),
      bandCell(hour, format),
      ...figures(hour, format),
    ]),
  }
}

/** "72–77", or "72–77, outside". */
function bandCell({ band, insideBand80 }: Compared, format: Formatter): string {
  if (band === null) return NOTHING
  const range = bandRange(band, format)
  return insideBand80 === false ? format.texts.compare.rangeOutside({ range }) : range
}

function figures(compared: Compared, format: Formatter): readonly string[] {
  const { predicted: whole, predictedOfKnown, actual, parts } = compared
  const predicted = predictedOfKnown ?? whole
  const expected = [format.count(predicted.visitors), format.average(predicted.agents)] as const
  if (actual === null || parts === null)
    return [
      format.rate(100 * coverageFraction(predicted, 1)),
      format.texts.compare.noData,
      NOTHING,
      NOTHING,
      NOTHING,
      NOTHING,
      NOTHING,
      NOTHING,
      expected[0],
      NOTHING,
      expected[1],
    ]
  const { traffic, staffing, model } = parts.rate
  return [
    format.rate(100 * coverageFraction(predicted, 1)),
    actual.visitors === 0 ? NOTHING : format.rate(100 * coverageFraction(actual, 1)),
    ...[differenceOf(compared)!, traffic, staffing, model].map((part) => barePoints(part, format)),
    signedCount(parts.covered.total, format),
    format.count(actual.visitors),
    expected[0],
    format.average(actual.agents),
    expected[1],
  ]
}
