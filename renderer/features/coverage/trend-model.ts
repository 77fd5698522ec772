import type { StackedBar } from '../../charts/stacked-bars.ts'
import type { Formatter } from '../../format/formatter.ts'
import { dayOfWeekOf } from '../../../shared/time/local.ts'
import { trendBars } from './bar-models.ts'
import { NO_NAMES, type DateNames } from '../../app/known-dates/known-dates.ts'
import { knownDates } from './known-dates.ts'
import type { DateRange } from '../../app/range/named-range.ts'
import type { CoverageReport } from './report.ts'
import { countedSentence, countedCoverage } from './counted-text.ts'

/** More days than this would be a thicket of bars. */
const MOST_DAYS = 120

export interface TrendModel {
  readonly unit: 'day' | 'week'
  readonly bars: readonly StackedBar[]
  /** The dates behind each bar. */
  readonly dateRanges: readonly DateRange[]
}

/** A bar a day, or a week where there are many days. */
export function trendModel(report: CoverageReport, format: Formatter, names: DateNames = NO_NAMES): TrendModel {
  if (report.daily.length <= MOST_DAYS) {
    return {
      unit: 'day',
      bars: trendBars(report, format, names),
      dateRanges: report.daily.map(({ date }) => ({ from: date, to: date })),
    }
  }
  const known = knownDates(report.range)
  const weeks = calendarWeeks(report.daily, format.weekOrder[0]!)
  return {
    unit: 'week',
    bars: weeks.map((week) => weekBar(week, { report, known, names, format })),
    dateRanges: weeks.map((week) => ({ from: week[0]!.date, to: week.at(-1)!.date })),
  }
}

type Day = CoverageReport['daily'][number]

/** Weeks as the user's calendar has them; the first and the last may be shorter. */
function calendarWeeks(days: readonly Day[], firstDayOfWeek: number): readonly (readonly Day[])[] {
  const weeks: Day[][] = []
  for (const day of days) {
    const week = weeks.at(-1)
    if (week === undefined || dayOfWeekOf(day.date) === firstDayOfWeek) weeks.push([day])
    else week.push(day)
  }
  return weeks
}

interface WeekContext {
  readonly report: CoverageReport
  readonly known: ReturnType<typeof knownDates>
  readonly names: DateNames
  readonly format: Formatter
}

function weekBar(week: readonly Day[], { report, known, names, format }: WeekContext): StackedBar {
  const begun = week.filter(({ date }) => !known.isAhead(date))
  const knownDays = begun.filter(({ date }) => known.isKnown(date))
  const visitors = sum(week.map((day) => day.totalPageviews))
  const missed = sum(week.map((day) => day.missedOpportunities))
  const averages = knownDays.map((day) => day.avgAgentsOnline)
  const agents = report.range.agentData && averages.length > 0 ? sum(averages) / averages.length : null
  const when = format.dateRange(week[0]!.date, week.at(-1)!.date)
  const isPartly = knownDays.length < begun.length
  const t = format.texts.coverage
  const sentence =
    visitors === 0 && knownDays.length === 0
      ? t.notSyncedDays({ when })
      : countedSentence(when, { visitors, missed, agents, agentsOnline: report.range.agentsOnline }, format)
  const named = week.flatMap(({ date }) => {
    const name = names.get(date)
    return name === undefined ? [] : [t.namedDate({ name, date: format.date(date, 'weekday') })]
  })
  const part = t.fromWeekDays({ known: format.count(knownDays.length), count: begun.length })
  return {
    label: format.date(week[0]!.date, 'short'),
    covered: visitors - missed,
    missed,
    line: visitors === 0 ? null : countedCoverage({ visitors, missed }),
    unknown: begun.length > 0 ? isPartly : true,
    isNamed: named.length > 0,
    tooltip: [
      ...named,
      ...(begun.length === 0
        ? [t.afterLastSync({ when })]
        : [sentence, ...(isPartly && knownDays.length > 0 ? [part] : [])]),
    ],
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
