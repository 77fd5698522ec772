import { differenceOf, rateOf, type Compared } from '../../../shared/compare/compared.ts'
import type { Formatter } from '../../format/formatter.ts'
import { bandRange, barePoints, signedCount } from './compare-words.ts'
import type { WeekDetail } from './compare-types.ts'

/** Figures as a table: the first cell of a row names it. */
export interface FigureTable {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const NOTHING = '–'
const COLUMNS = ['Predicted', 'Actual', 'Difference', 'Traffic', 'Staffing', 'The rest', 'Visitors covered', 'Visitors came', 'Expected', 'Agents online', 'Expected agents'] as const

export function dayTable({ days }: Pick<WeekDetail, 'days'>, format: Formatter): FigureTable {
  return { caption: 'Predicted and actual by day', columns: ['Day', '80 % band', ...COLUMNS], rows: days.map((day) => [format.date(day.date, 'weekday'), bandOf(day, format), ...figures(day, format)]) }
}

export function hourTable({ hours }: Pick<WeekDetail, 'hours'>, format: Formatter): FigureTable {
  return { caption: 'Predicted and actual by hour of the day', columns: ['Hour', '80 % band', ...COLUMNS], rows: hours.map((hour, index) => [format.hourRange(index, index + 1), bandOf(hour, format), ...figures(hour, format)]) }
}

/** "72–77", or "72–77, outside". */
function bandOf({ band, insideBand80 }: Compared, format: Formatter): string {
  if (band === null) return NOTHING
  return `${bandRange(band, format)}${insideBand80 === false ? ', outside' : ''}`
}

function figures(compared: Compared, format: Formatter): readonly string[] {
  const { predicted: whole, predictedOfKnown, actual, parts } = compared
  const predicted = predictedOfKnown ?? whole
  const expected = [format.count(predicted.visitors), format.average(predicted.agents)] as const
  if (actual === null || parts === null) return [format.rate(100 * rateOf(predicted)), 'not known', NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, expected[0], NOTHING, expected[1]]
  const { traffic, staffing, model } = parts.rate
  return [
    format.rate(100 * rateOf(predicted)),
    actual.visitors === 0 ? NOTHING : format.rate(100 * rateOf(actual)),
    ...[differenceOf(compared)!, traffic, staffing, model].map((part) => barePoints(part, format)),
    signedCount(parts.covered.total, format),
    format.count(actual.visitors),
    expected[0],
    format.average(actual.agents),
    expected[1],
  ]
}
