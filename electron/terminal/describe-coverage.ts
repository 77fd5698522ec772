import { coveragePercent } from '../../shared/foundation/rate.ts'
import { localDateOf } from '../../shared/time/local.ts'
import type { CoverageAnswer } from './read-coverage.ts'
import type { Formatter } from './format.ts'
import { renderTable, type Column } from './table.ts'
import { onOneLine } from './terminal.ts'

const FIGURES: readonly Column[] = ['Visitors', 'Covered', 'Missed', 'Coverage', 'Agents'].map((title) => ({
  title,
  align: 'right',
}))
/** More dates than this are better read as JSON. */
const DAILY_ROWS = 31

/** The coverage report as a person reads it: the answer first, then where visitors are lost. */
export function describeCoverage(answer: CoverageAnswer, format: Formatter): string {
  const { output } = answer
  // Without a visitor the tables would hold nothing but zeros, and a zero that is not known is no zero.
  const parts =
    output.totals.totalPageviews === 0
      ? [noData(output, format)]
      : [
          card(answer, format),
          starvedText(answer),
          unknown(answer, format),
          hours(output, format),
          days(output, format),
          daily(answer, format),
        ]
  return [header(answer, format), ...parts].filter((part) => part !== '').join('\n\n')
}

function header(
  { output, organization, pool, workspace, countryFilter, hasCountry }: CoverageAnswer,
  format: Formatter,
): string {
  const { range } = output
  const countries =
    countryFilter === null || countryFilter.countries.length === 0
      ? null
      : hasCountry
        ? `${countryFilter.mode === 'allowlist' ? 'only' : 'without'} ${countryFilter.countries.join(', ')}`
        : 'country filter is off: the source has no countries'
  return [
    onOneLine(organization ?? workspace),
    pool === null ? null : onOneLine(pool),
    countries,
    `${format.date(range.from)} to ${format.date(range.to)}`,
    range.timeZone,
    `as of ${format.instant(Date.parse(range.now), range.timeZone, 'year')}`,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

function noData({ range, totals }: CoverageAnswer['output'], format: Formatter): string {
  if (range.from > range.to)
    return 'No coverage data: the first date is after the last.\nGive --from a date that is not after --to.'
  if (range.from > localDateOf(Date.parse(range.now), range.timeZone)) {
    return 'No coverage data: this range begins after the last sync.\nChoose earlier dates, or sync again once they have come: covercast sync'
  }
  if (range.knownShare === 0) {
    return `No coverage data: nothing of this range is known.\nSync it: covercast sync --from ${range.from}, if the source reaches back that far.`
  }
  const known = range.knownShare === 1 ? '' : `\n${format.rate(range.knownShare * 100)} of this range is known.`
  const agents = range.agentData ? `\n${format.average(totals.avgAgentsOnline)} agents were online on average.` : ''
  return `No coverage data: no visitor came in ${known === '' ? 'this range' : 'what is known of this range'}.${known}${agents}\nChoose other dates, another pool or other countries.`
}

function card({ output }: CoverageAnswer, format: Formatter): string {
  const { totals, range, problemHours } = output
  const agents = range.agentData
    ? ` · ${format.average(totals.avgAgentsOnline)} agents ${range.agentsOnline === 'present' ? 'online and not away' : 'online'} on average`
    : ' · no agent data'
  const lines = [
    `Coverage ${format.rate(totals.coverageRate)} · ${format.visitors(totals.totalPageviews)} · ${format.count(totals.pageviewsWithAgent)} covered · ${format.count(totals.missedOpportunities)} missed${agents}`,
  ]
  if (totals.missedOpportunities === 0) lines.push('Great coverage: every visitor found somebody.')
  if (problemHours.length > 0)
    lines.push(`More missed than covered at ${problemHours.map((hour) => format.hour(hour)).join(', ')}.`)
  return lines.join('\n')
}

/** Together, all pools are as they are. */
function starvedText({ output, pool }: CoverageAnswer): string {
  return pool === null ? '' : output.starvedPools.map(({ text }) => onOneLine(text)).join('\n')
}

function unknown({ output, unknownDates }: CoverageAnswer, format: Formatter): string {
  if (unknownDates.length === 0 || output.range.knownShare === 1) return ''
  const first = unknownDates[0]!
  const last = unknownDates.at(-1)!
  const which =
    first === last
      ? format.date(first)
      : `${unknownDates.length} days between ${format.date(first)} and ${format.date(last)}`
  return `${format.rate(output.range.knownShare * 100)} of this range is known. Not known, or only in part: ${which}.`
}

function hours(output: CoverageAnswer['output'], format: Formatter): string {
  return renderTable(
    [{ title: 'Hour' }, ...FIGURES],
    output.hourly.map((row) => [
      format.hour(row.hour),
      ...counts(row, format),
      rateText(row, format),
      agentsOf(row.avgAgentsOnline, output, format),
    ]),
  )
}

function days(output: CoverageAnswer['output'], format: Formatter): string {
  return renderTable(
    [{ title: 'Day' }, ...FIGURES.slice(0, 4)],
    output.byDayOfWeek.map((row) => [row.dayName, ...counts(row, format), rateText(row, format)]),
  )
}

function daily({ output, unknownDates }: CoverageAnswer, format: Formatter): string {
  if (output.daily.length > DAILY_ROWS) return `One row a date: ask for at most ${DAILY_ROWS} days, or use --json.`
  const unknown = new Set(unknownDates)
  return renderTable(
    [{ title: 'Date' }, ...FIGURES],
    output.daily.map((row) =>
      row.totalPageviews === 0 && unknown.has(row.date)
        ? [row.date, 'not known', '', '', '', '']
        : [row.date, ...counts(row, format), rateText(row, format), agentsOf(row.avgAgentsOnline, output, format)],
    ),
  )
}

interface Counts {
  readonly totalPageviews: number
  readonly pageviewsWithAgent: number
  readonly missedOpportunities: number
}

function counts(row: Counts, format: Formatter): readonly string[] {
  return [row.totalPageviews, row.pageviewsWithAgent, row.missedOpportunities].map((value) => format.count(value))
}

function rateText(
  { pageviewsWithAgent, totalPageviews }: { readonly pageviewsWithAgent: number; readonly totalPageviews: number },
  format: Formatter,
): string {
  const percent = coveragePercent({ visitors: totalPageviews, covered: pageviewsWithAgent })
  return percent === null ? '-' : format.rate(percent)
}

function agentsOf(average: number, output: CoverageAnswer['output'], format: Formatter): string {
  return output.range.agentData ? format.average(average) : '-'
}
