import type { Formatter } from '../../format/formatter.ts'
import type { DateNames } from '../../app/known-dates/known-dates.ts'
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
  readonly names: DateNames
  /** Whether what came is shown as well. */
  readonly came: boolean
}

const NOTHING = '–'

/** The figures of days or slots, one a row. */
export function forecastTable(
  places: readonly ForecastPlace[],
  { caption, by, names, came }: TableOptions,
  format: Formatter,
): ForecastTable {
  const t = format.texts.forecast
  const hasNames = by === 'days' && places.some(({ date }) => names.has(date))
  return {
    caption,
    columns: [
      by === 'days' ? t.day : t.time,
      t.expected,
      t.range,
      ...(came ? [t.actual, t.within] : []),
      ...(hasNames ? [t.named] : []),
    ],
    rows: places.map((place) => {
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
        ...(hasNames ? [names.get(place.date) ?? NOTHING] : []),
      ]
    }),
  }
}

function withinText({ lower, upper }: ForecastPlace, came: number, format: Formatter): string {
  const t = format.texts.forecast
  if (came < lower) return t.noFewer
  return came > upper ? t.noMore : t.yes
}
