import { NO_NAMES, type DateNames } from '../../app/known-dates/known-dates.ts'
import type { Formatter } from '../../format/formatter.ts'
import { knownDates } from './known-dates.ts'
import type { CoverageReport } from './report.ts'
import { agentsTitle, countedCoverage } from './counted-text.ts'

/** A chart's numbers as a table: the first cell of a row names it, the others are figures. */
export interface FigureTable {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const NOTHING = '–'

export function trendTable(report: CoverageReport, format: Formatter, names: DateNames = NO_NAMES): FigureTable {
  const t = format.texts.coverage
  const known = knownDates(report.range)
  return {
    caption: format.texts.coverage.byDate,
    columns: [
      format.texts.coverage.date,
      ...figureTitles(format),
      agentsTitle(report, format.texts.coverage.agents, format),
      ...(names.size === 0 ? [] : [t.knownDay]),
    ],
    rows: report.daily.map((day) => {
      const date = format.date(day.date, 'weekday')
      const name = names.size === 0 ? [] : [names.get(day.date) ?? '']
      if (!known.isKnown(day.date) && day.totalPageviews === 0) {
        return [date, known.isAhead(day.date) ? t.notYetSynced : t.unknown, NOTHING, NOTHING, NOTHING, NOTHING, ...name]
      }
      return [date, ...figures(day, format), agents(report, day.avgAgentsOnline, format), ...name]
    }),
  }
}

export function hourTable(report: CoverageReport, format: Formatter): FigureTable {
  return {
    caption: format.texts.coverage.byHourOfDay,
    columns: [
      format.texts.coverage.hour,
      ...figureTitles(format),
      agentsTitle(report, format.texts.coverage.agents, format),
    ],
    rows: report.hourly.map((hour) => [
      format.hourRange(hour.hour, hour.hour + 1),
      ...figures(hour, format),
      agents(report, hour.avgAgentsOnline, format),
    ]),
  }
}

export function dayTable(report: CoverageReport, format: Formatter): FigureTable {
  return {
    caption: format.texts.coverage.byDayOfWeek,
    columns: [format.texts.coverage.day, ...figureTitles(format)],
    rows: format.weekOrder.map((day) => [format.dayName(day), ...figures(report.byDayOfWeek[day]!, format)]),
  }
}

/** Hours as rows and days as columns: what was missed of how many. */
export function heatmapTable(report: CoverageReport, format: Formatter): FigureTable {
  const t = format.texts.coverage
  const known = knownDates(report.range)
  return {
    caption: t.missedByHourAndDay,
    columns: [format.texts.coverage.hour, ...format.weekOrder.map((day) => format.dayName(day, 'short'))],
    rows: Array.from({ length: 24 }, (_, hour) => [
      format.hourRange(hour, hour + 1),
      ...format.weekOrder.map((day) => {
        const cell = report.byDayHour[day]![hour]!
        const rests = known.ofCell(day, hour)
        if (cell.totalPageviews > 0)
          return t.missedOf({
            missed: format.count(cell.missedOpportunities),
            visitors: format.count(cell.totalPageviews),
          })
        if (rests.all === 0) return NOTHING
        return rests.known === 0 ? t.unknown : '0'
      }),
    ]),
  }
}

interface Counts {
  readonly totalPageviews: number
  readonly pageviewsWithAgent: number
  readonly missedOpportunities: number
}

function figureTitles({ texts: { coverage } }: Formatter): readonly string[] {
  return [coverage.visitorsTitle, coverage.coveredTitle, coverage.missedTitle, coverage.rate]
}

function figures(counts: Counts, format: Formatter): readonly string[] {
  const { totalPageviews: visitors, pageviewsWithAgent: covered, missedOpportunities: missed } = counts
  return [
    format.count(visitors),
    format.count(covered),
    format.count(missed),
    visitors === 0 ? NOTHING : format.rate(countedCoverage({ visitors, missed })),
  ]
}

function agents(report: CoverageReport, average: number, format: Formatter): string {
  return report.range.agentData ? format.average(average) : NOTHING
}
