import type { StackedBar } from '../../charts/stacked-bars.ts'
import type { Formatter } from '../../format/formatter.ts'
import { knownDatesOf } from './known-dates.ts'
import type { CoverageReport } from './report.ts'
import { countedSentence, rateOf } from './words.ts'

/** One bar a local date, with the coverage rate as the line; a date of which nothing is known has no figures at all. */
export function trendBars(report: CoverageReport, format: Formatter): readonly StackedBar[] {
  const known = knownDatesOf(report.range)
  return report.daily.map((day) => {
    const counted = { visitors: day.totalPageviews, missed: day.missedOpportunities, agents: agentsOf(report, day.avgAgentsOnline) }
    const ahead = known.isAhead(day.date)
    const unknown = !ahead && !known.isKnown(day.date)
    const when = format.date(day.date, 'full')
    return {
      label: format.date(day.date, 'short'),
      covered: day.pageviewsWithAgent,
      missed: day.missedOpportunities,
      line: counted.visitors === 0 ? null : day.coverageRate,
      unknown: unknown || ahead,
      tooltip: dayTooltip({ when, ahead, unknown, today: day.date === known.today, counted }, report, format),
    }
  })
}

/** The 24 hours of the day, with the agents online as the line. */
export function hourBars(report: CoverageReport, format: Formatter): readonly StackedBar[] {
  return report.hourly.map((hour) => {
    const counted = { visitors: hour.totalPageviews, missed: hour.missedOpportunities, agents: agentsOf(report, hour.avgAgentsOnline) }
    return {
      label: format.shortHour(hour.hour),
      covered: hour.pageviewsWithAgent,
      missed: hour.missedOpportunities,
      line: counted.agents,
      unknown: false,
      tooltip: [`${format.hourRange(hour.hour, hour.hour + 1)}: ${countedSentence(counted, format)}`],
    }
  })
}

/** The seven days of the week, in the order of the user's week. */
export function dayBars(report: CoverageReport, format: Formatter): readonly StackedBar[] {
  const known = knownDatesOf(report.range)
  return format.weekOrder.map((dayOfWeek) => {
    const day = report.byDayOfWeek[dayOfWeek]!
    const { all, known: knownCount } = known.ofCell(dayOfWeek, 0)
    const name = format.dayName(dayOfWeek)
    const from = all === 0 ? 'No such day in this range.' : `From ${knownCount === all ? '' : `${knownCount} of `}${all} ${all === 1 ? name : `${name}s`}.`
    return {
      label: name,
      covered: day.pageviewsWithAgent,
      missed: day.missedOpportunities,
      line: null,
      unknown: all > 0 && knownCount === 0 && day.totalPageviews === 0,
      tooltip: [`${name}s: ${visitorsOf(day.totalPageviews, day.missedOpportunities, format)}.`, from],
    }
  })
}

function visitorsOf(visitors: number, missed: number, format: Formatter): string {
  if (visitors === 0) return 'nobody came'
  if (missed === 0) return `${format.visitors(visitors)}, all found somebody`
  return `${format.visitors(visitors)}, ${format.count(missed)} found nobody (${format.rate(rateOf({ visitors, missed }))} covered)`
}

interface DayTooltip {
  readonly when: string
  readonly ahead: boolean
  readonly unknown: boolean
  readonly today: boolean
  readonly counted: { readonly visitors: number; readonly missed: number; readonly agents: number | null }
}

function dayTooltip({ when, ahead, unknown, today, counted }: DayTooltip, report: CoverageReport, format: Formatter): readonly string[] {
  if (ahead) return [`${when}: after the last sync.`]
  if (unknown && counted.visitors === 0) return [`${when}: not known; this day was not synced.`]
  const sentence = `${when}: ${countedSentence(counted, format)}`
  if (unknown) return [sentence, 'Only a part of this day is known.']
  return today ? [sentence, `Until ${format.time(Date.parse(report.range.now), report.range.timeZone)}.`] : [sentence]
}

function agentsOf(report: CoverageReport, average: number): number | null {
  return report.range.agentData ? average : null
}
