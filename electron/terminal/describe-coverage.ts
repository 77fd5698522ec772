import { dataProblemText } from '../../shared/coverage/data-problem-text.ts'
import { coveragePercent } from '../../shared/foundation/rate.ts'
import { localDateOf } from '../../shared/time/local.ts'
import type { CoverageAnswer } from './read-coverage.ts'
import type { Formatter } from './format.ts'
import { renderTable, type Column } from './table.ts'
import { onOneLine } from './terminal.ts'
import { weightText } from './weight-text.ts'

const right = { align: 'right' as const }
/** More dates than this are better read as JSON. */
const DAILY_ROWS = 31

/** The coverage report as a person reads it: the answer first, then where visitors are missed. */
export function describeCoverage(answer: CoverageAnswer, format: Formatter): string {
  const { output } = answer
  // Without a visitor the tables would hold nothing but zeros, and a zero that is not known is no zero.
  const parts =
    output.totals.totalPageviews === 0
      ? [noData(output, format)]
      : [
          summary(answer, format),
          weightedText(answer, format),
          starvedText(answer),
          unknown(answer, format),
          hours(output, format),
          days(output, format),
          daily(answer, format),
        ]
  return [header(answer, format), ...parts].filter((part) => part !== '').join('\n\n')
}

function header(answer: CoverageAnswer, format: Formatter): string {
  const { output, organization, pool, workspace } = answer
  const { range } = output
  return [
    onOneLine(organization ?? workspace),
    pool === null ? null : onOneLine(pool),
    pageText(answer, format),
    countriesText(answer, format),
    format.dateRange(range.from, range.to),
    range.timeZone,
    format.texts.coverage.asOf({ time: format.instant(Date.parse(range.now), range.timeZone, 'year') }),
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

function countriesText({ countryFilter, hasCountry }: CoverageAnswer, { texts }: Formatter): string | null {
  const { coverage: t } = texts
  if (countryFilter === null || countryFilter.countries.length === 0) return null
  if (!hasCountry) return t.filterOff
  const codes = countryFilter.countries.join(', ')
  return countryFilter.mode === 'allowlist' ? t.onlyCountries({ codes }) : t.withoutCountries({ codes })
}

function noData({ range, totals }: CoverageAnswer['output'], format: Formatter): string {
  const { coverage: t, options } = format.texts
  if (range.from > range.to) return [t.datesReversed, options.toNotBefore].join('\n')
  if (range.from > localDateOf(Date.parse(range.now), range.timeZone)) return [t.afterSync, t.chooseEarlier].join('\n')
  if (range.knownShare === 0) return [t.notSynced, t.syncFrom({ date: range.from })].join('\n')
  return [
    ...(range.knownShare === 1
      ? [t.noVisitors]
      : [t.noVisitorsInPart, t.dataFor({ share: format.rate(range.knownShare * 100) })]),
    ...(range.agentData ? [t.agentsOnline({ agents: format.agents(totals.avgAgentsOnline) })] : []),
    t.chooseOther,
  ].join('\n')
}

function summary({ output }: CoverageAnswer, format: Formatter): string {
  const { coverage: t } = format.texts
  const { totals, range, problemHours } = output
  const figures = {
    rate: format.rate(totals.coverageRate),
    visitors: format.visitors(totals.totalPageviews),
    covered: format.count(totals.pageviewsWithAgent),
    missed: format.count(totals.missedOpportunities),
  }
  const agents = format.agents(totals.avgAgentsOnline)
  return [
    range.agentData
      ? range.agentsOnline === 'present'
        ? t.summaryPresent({ ...figures, agents })
        : t.summaryOnline({ ...figures, agents })
      : t.summary(figures),
    ...(totals.missedOpportunities === 0 ? [t.allCovered] : []),
    ...(problemHours.length > 0
      ? [t.problemHours({ hours: problemHours.map((hour) => format.hour(hour)).join(', ') })]
      : []),
  ].join('\n')
}

function pageText({ pageClass }: CoverageAnswer, { texts }: Formatter): string | null {
  if (pageClass === undefined) return null
  return pageClass === null ? texts.pages.otherPages : texts.coverage.pagesOf({ name: onOneLine(pageClass) })
}

/** By what visits are worth, where that is asked for. */
function weightedText({ output: { weighted, dataProblems } }: CoverageAnswer, format: Formatter): string {
  const { coverage: t, pages } = format.texts
  if (weighted === undefined) return ''
  if (weighted === null) return pages.none
  const off = dataProblems.find(({ kind }) => kind === 'page-rules-off')
  const notCounted =
    off === undefined
      ? t.classedShare({ share: format.rate(100 * weighted.countedShare) })
      : dataProblemText(off, format)
  return [
    t.weightedSummary({ rate: format.rate(weighted.coverageRate) }),
    ...(weighted.missedWorth === null ? [] : [t.missedWorth({ money: format.money(weighted.missedWorth) })]),
    ...(weighted.countedShare < 1 ? [notCounted] : []),
    renderTable(
      [{ title: pages.className }, { title: pages.weightTitle, ...right }, ...figureColumns(format)],
      weighted.byClass.map((row) => [
        onOneLine(row.pageClass ?? pages.otherPages),
        weightText(row.weight, format),
        ...counts(row, format),
        rateText(row, format),
      ]),
    ),
  ].join('\n')
}

/** Together, all pools are as they are. */
function starvedText({ output, pool }: CoverageAnswer): string {
  return pool === null ? '' : output.starvedPools.map(({ text }) => onOneLine(text)).join('\n')
}

function unknown({ output, unknownDates }: CoverageAnswer, format: Formatter): string {
  const { coverage: t } = format.texts
  if (unknownDates.length === 0 || output.range.knownShare === 1) return ''
  const first = unknownDates[0]!
  const last = unknownDates.at(-1)!
  return t.partial({
    share: format.rate(output.range.knownShare * 100),
    dates:
      first === last
        ? format.date(first)
        : t.daysBetween({ count: unknownDates.length, first: format.date(first), last: format.date(last) }),
  })
}

function figureColumns({ texts: { coverage: t } }: Formatter): readonly Column[] {
  return [t.visitors, t.covered, t.missed, t.coverage].map((title) => ({ title, ...right }))
}

function hours(output: CoverageAnswer['output'], format: Formatter): string {
  const { coverage: t } = format.texts
  return renderTable(
    [{ title: t.hour }, ...figureColumns(format), { title: t.agents, ...right }],
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
    [{ title: format.texts.coverage.day }, ...figureColumns(format)],
    output.byDayOfWeek.map((row) => [
      format.dayName(row.dayOfWeek, 'short'),
      ...counts(row, format),
      rateText(row, format),
    ]),
  )
}

function daily({ output, unknownDates }: CoverageAnswer, format: Formatter): string {
  const { coverage: t } = format.texts
  if (output.daily.length > DAILY_ROWS) return t.tooManyDates({ count: DAILY_ROWS })
  const unknownSet = new Set(unknownDates)
  return renderTable(
    [{ title: t.date }, ...figureColumns(format), { title: t.agents, ...right }],
    output.daily.map((row) =>
      row.totalPageviews === 0 && unknownSet.has(row.date)
        ? [row.date, t.unknown, '', '', '', '']
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
