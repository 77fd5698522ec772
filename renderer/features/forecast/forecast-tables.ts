import type { Formatter } from '../../format/formatter.ts'
import type { Mark } from './forecast-types.ts'
import { expectedCount, intervalText } from './forecast-text.ts'
import type { ForecastPlace } from './week-points.ts'

/** A chart's numbers as a table: the first cell of a row names it. */
export interface ForecastTable {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

interface TableOptions {
  readonly caption: string
  readonly by: 'days' | 'slots'
  readonly marks: readonly Mark[]
  /** Whether what came is shown as well. */
  readonly came: boolean
}

const NOTHING = '–'

/** The figures of days or slots, one a row. */
export function forecastTable(
  places: readonly ForecastPlace[],
  { caption, by, marks, came }: TableOptions,
  format: Formatter,
): ForecastTable {
  const t = format.texts.forecast
  const markByDate = new Map(marks.map(({ date, kind }) => [date, kind]))
  const hasMarks = by === 'days' && places.some(({ date }) => markByDate.has(date))
  return {
    caption,
    columns: [
      by === 'days' ? t.day : t.time,
      t.expected,
      t.range,
      ...(came ? [t.actual, t.within] : []),
      ...(hasMarks ? [t.marked] : []),
    ],
    rows: places.map((place) => {
      const kind = markByDate.get(place.date)
      return [
        place.name,
        expectedCount(place.expected, format),
        intervalText(place, format),
        ...(came
          ? [
              place.came === null ? NOTHING : format.count(place.came),
              place.came === null ? NOTHING : withinText(place, place.came, format),
            ]
          : []),
        ...(hasMarks ? [kind === undefined ? NOTHING : format.texts.marks.kinds[kind]] : []),
      ]
    }),
  }
}

function withinText({ lower, upper }: ForecastPlace, came: number, format: Formatter): string {
  const t = format.texts.forecast
  if (came < lower) return t.noFewer
  return came > upper ? t.noMore : t.yes
}
