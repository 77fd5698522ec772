import { NO_NAMES, type DateNames } from '../../app/known-dates/known-dates.ts'
import type { StackedBar, StackedBarsInput } from '../../charts/stacked-bars.ts'
import type { Formatter } from '../../format/formatter.ts'
import { knownDates } from './known-dates.ts'
import type { CoverageReport } from './report.ts'
import { agentsTitle, type Counted, countedIn, countedSentence, visitorsSentence } from './counted-text.ts'

/** One bar a local date, with the coverage rate as the line; a date of which nothing is known has no figures at all. */
export function trendBars(
  report: CoverageReport,
  format: Formatter,
  names: DateNames = NO_NAMES,
): readonly StackedBar[] {
  const known = knownDates(report.range)
  return report.daily.map((day) => {
    const counted = countedIn(report, {
      visitors: day.totalPageviews,
      missed: day.missedOpportunities,
      agents: day.avgAgentsOnline,
    })
    const ahead = known.isAhead(day.date)
    const unknown = !ahead && !known.isKnown(day.date)
    const when = format.date(day.date, 'full')
    const name = names.get(day.date)
    return {
      label: format.date(day.date, 'short'),
      covered: day.pageviewsWithAgent,
      missed: day.missedOpportunities,
      line: counted.visitors === 0 ? null : day.coverageRate,
      unknown: unknown || ahead,
      isNamed: name !== undefined,
      tooltip: [
        ...(name === undefined ? [] : [name]),
        ...dayTooltip({ when, ahead, unknown, today: day.date === known.today, counted }, report, format),
      ],
    }
  })
}

/** The 24 hours of the day, with the agents online as the line. */
export function hourBars(report: CoverageReport, format: Formatter): readonly StackedBar[] {
  return report.hourly.map((hour) => {
    const counted = countedIn(report, {
      visitors: hour.totalPageviews,
      missed: hour.missedOpportunities,
      agents: hour.avgAgentsOnline,
    })
    return {
      label: format.shortHour(hour.hour),
      covered: hour.pageviewsWithAgent,
      missed: hour.missedOpportunities,
      line: counted.agents,
      unknown: false,
      tooltip: [countedSentence(format.hourRange(hour.hour, hour.hour + 1), counted, format)],
    }
  })
}

/** The agents online over the bars of hours; null: no agents are known. */
export function agentsLine(report: CoverageReport, format: Formatter): StackedBarsInput['line'] {
  if (!report.range.agentData) return null
  const name = agentsTitle(report, format.texts.coverage.agentsOnline, format)
  return { name, colour: 'agents', max: null, format: format.average }
}

/** The seven days of the week, in the order of the user's week. */
export function dayBars(report: CoverageReport, format: Formatter): readonly StackedBar[] {
  const known = knownDates(report.range)
  return format.weekOrder.map((dayOfWeek) => {
    const day = report.byDayOfWeek[dayOfWeek]!
    const { all, known: knownCount } = known.ofCell(dayOfWeek, 0)
    const name = format.dayName(dayOfWeek)
    const t = format.texts.coverage
    const from =
      all === 0
        ? t.noSuchDay
        : knownCount === all
          ? t.fromDays({ count: all })
          : t.fromDaysOf({ known: format.count(knownCount), count: all })
    const counted = { visitors: day.totalPageviews, missed: day.missedOpportunities }
    return {
      label: name,
      covered: day.pageviewsWithAgent,
      missed: day.missedOpportunities,
      line: null,
      unknown: all > 0 && knownCount === 0 && day.totalPageviews === 0,
      tooltip: [visitorsSentence(name, counted, format), from],
    }
  })
}

interface DayTooltip {
  readonly when: string
  readonly ahead: boolean
  readonly unknown: boolean
  readonly today: boolean
  readonly counted: Counted
}

function dayTooltip(
  { when, ahead, unknown, today, counted }: DayTooltip,
  report: CoverageReport,
  format: Formatter,
): readonly string[] {
  const t = format.texts.coverage
  if (ahead) return [t.afterLastSync({ when })]
  if (unknown && counted.visitors === 0) return [t.notSyncedDay({ when })]
  const sentence = countedSentence(when, counted, format)
  if (unknown) return [sentence, t.partOfDay]
  const time = format.time(Date.parse(report.range.now), report.range.timeZone)
  return today ? [sentence, t.until({ time })] : [sentence]
}
