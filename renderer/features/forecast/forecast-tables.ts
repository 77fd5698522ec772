import type { Formatter } from '../../format/formatter.ts'
import type { Mark } from './forecast-types.ts'
import { BAND_NAME, expectedCount, intervalText } from './forecast-words.ts'
import { KIND_NAMES } from './mark-words.ts'
import type { ToldPlace } from './week-points.ts'

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
  /** Whether what came is told as well. */
  readonly came: boolean
}

const NOTHING = '–'

/** What is told of days or slots, one a row. */
export function forecastTable(places: readonly ToldPlace[], { caption, by, marks, came }: TableOptions, format: Formatter): ForecastTable {
  const markOf = new Map(marks.map(({ date, kind }) => [date, kind]))
  const hasMarks = by === 'days' && places.some(({ date }) => markOf.has(date))
  return {
    caption,
    columns: [by === 'days' ? 'Day' : 'Time', 'Expected', BAND_NAME, ...(came ? ['Came', 'In the band'] : []), ...(hasMarks ? ['Marked'] : [])],
    rows: places.map((place) => {
      const kind = markOf.get(place.date)
      return [
        place.name,
        expectedCount(place.expected, format),
        intervalText(place, format),
        ...(came ? [place.came === null ? NOTHING : format.count(place.came), place.came === null ? NOTHING : inBand(place, place.came)] : []),
        ...(hasMarks ? [kind === undefined ? NOTHING : KIND_NAMES[kind]] : []),
      ]
    }),
  }
}

function inBand({ lower, upper }: ToldPlace, came: number): string {
  if (came < lower) return 'no, fewer'
  return came > upper ? 'no, more' : 'yes'
}
