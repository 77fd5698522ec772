import type { Formatter } from '../../format/formatter.ts'
import { knownDatesOf } from './known-dates.ts'
import type { CoverageReport } from './report.ts'
import { rateOf } from './words.ts'

/** A chart's numbers as a table: the first cell of a row names it, the others are figures. */
export interface FigureTable {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const FIGURES = ['Visitors', 'Covered', 'Missed', 'Coverage'] as const
const NOTHING = '–'

export function trendTable(report: CoverageReport, format: Formatter): FigureTable {
  const known = knownDatesOf(report.range)
  return {
    caption: 'Coverage by date',
    columns: ['Date', ...FIGURES, 'Agents'],
    rows: report.daily.map((day) => {
      const date = format.date(day.date, 'weekday')
      if (!known.isKnown(day.date) && day.totalPageviews === 0) {
        return [date, known.isAhead(day.date) ? 'not yet synced' : 'not known', NOTHING, NOTHING, NOTHING, NOTHING]
      }
      return [date, ...figures(day, format), agents(report, day.avgAgentsOnline, format)]
    }),
  }
}

export function hourTable(report: CoverageReport, format: Formatter): FigureTable {
  return {
    caption: 'Coverage by hour of the day',
    columns: ['Hour', ...FIGURES, 'Agents'],
    rows: report.hourly.map((hour) => [format.hourRange(hour.hour, hour.hour + 1), ...figures(hour, format), agents(report, hour.avgAgentsOnline, format)]),
  }
}

export function dayTable(report: CoverageReport, format: Formatter): FigureTable {
  return {
    caption: 'Coverage by day of the week',
    columns: ['Day', ...FIGURES],
    rows: format.weekOrder.map((day) => [format.dayName(day), ...figures(report.byDayOfWeek[day]!, format)]),
  }
}

/** Hours as rows and days as columns: what was missed of how many. */
export function heatmapTable(report: CoverageReport, format: Formatter): FigureTable {
  const known = knownDatesOf(report.range)
  return {
    caption: 'Missed of all visitors by hour and day of the week',
    columns: ['Hour', ...format.weekOrder.map((day) => format.dayName(day, 'short'))],
    rows: Array.from({ length: 24 }, (_, hour) => [
      format.hourRange(hour, hour + 1),
      ...format.weekOrder.map((day) => {
        const cell = report.byDayHour[day]![hour]!
        const rests = known.ofCell(day, hour)
        if (cell.totalPageviews > 0) return `${format.count(cell.missedOpportunities)} of ${format.count(cell.totalPageviews)}`
        if (rests.all === 0) return NOTHING
        return rests.known === 0 ? 'not known' : '0'
      }),
    ]),
  }
}

interface Counts {
  readonly totalPageviews: number
  readonly pageviewsWithAgent: number
  readonly missedOpportunities: number
}

function figures(counts: Counts, format: Formatter): readonly string[] {
  const { totalPageviews: visitors, pageviewsWithAgent: covered, missedOpportunities: missed } = counts
  return [format.count(visitors), format.count(covered), format.count(missed), visitors === 0 ? NOTHING : format.rate(rateOf({ visitors, missed }))]
}

function agents(report: CoverageReport, average: number, format: Formatter): string {
  return report.range.agentData ? format.average(average) : NOTHING
}
