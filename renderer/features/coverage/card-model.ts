import { countDays, localRange } from '../../../shared/time/local.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { StaffingBlock } from '../../workspace/staffing-blocks/block-types.ts'
import { capitalised, whereMost, type WhereMost } from '../../workspace/staffing-blocks/block-words.ts'
import { describeLostWhere, findLostWhere, standsOut } from './lost-where.ts'
import type { CoverageReport } from './report.ts'

/** `good`: nobody was missed, and all is known; `lost`: somebody was; `quiet`: nobody came; `early`: too little is known to say; `unknown`: nothing is. */
export type CardMood = 'good' | 'lost' | 'partial' | 'quiet' | 'early' | 'unknown'

/** Of a stretch of which less is known no rate is told, and nothing is compared with it. */
const ENOUGH_KNOWN = 0.5
const HOUR_MS = 3_600_000
/** A range of which less has passed has only just begun. */
const JUST_BEGUN_HOURS = 24
/** From fewer missed visitors nothing is concluded. */
const FEW_MISSED = 5

export interface CardModel {
  readonly mood: CardMood
  /** null: too little of the range is known to tell one. */
  readonly rate: string | null
  /** 0-100, for the bar. */
  readonly rateValue: number
  readonly change: { readonly direction: 'up' | 'down' | 'same'; readonly text: string } | null
  readonly visitors: string
  readonly covered: string
  readonly missed: string
  /** null: not told, because it would rest on a part of the range. */
  readonly agents: string | null
  readonly headline: string
  /** What the figures rest on, where that is less than the whole range; stands for the rate where there is none. */
  readonly basis: string | null
}

/** What is known of the hours to staff better: the blocks, the most missed first; that they will be; or that they are not, of what the report counts. */
export type KnownBlocks = readonly StaffingBlock[] | 'awaited' | 'unknown'

/** The coverage card: the answer first, then what it rests on. Where visitors are missed it says by the blocks, as what to change does. */
export function cardModel(report: CoverageReport, blocks: KnownBlocks, format: Formatter): CardModel {
  const { totals } = report
  const mood = moodOf(report)
  return {
    mood,
    rate: report.range.knownShare < ENOUGH_KNOWN ? null : format.rate(totals.coverageRate),
    rateValue: totals.coverageRate,
    change: mood === 'unknown' || mood === 'early' || mood === 'quiet' || hoursBegun(report) !== null ? null : changeOf(report, format),
    visitors: format.count(totals.totalPageviews),
    covered: format.count(totals.pageviewsWithAgent),
    missed: format.count(totals.missedOpportunities),
    agents: agentsOf(report, format),
    headline: headlineOf(mood, report, { blocks, format }),
    basis: basisOf(report, format),
  }
}

function moodOf({ totals, range }: CoverageReport): CardMood {
  if (totals.totalPageviews === 0 && range.knownShare === 0) return 'unknown'
  if (range.knownShare < ENOUGH_KNOWN) return 'early'
  if (totals.totalPageviews === 0) return 'quiet'
  if (totals.missedOpportunities > 0) return 'lost'
  return range.knownShare < 1 ? 'partial' : 'good'
}

function headlineOf(mood: CardMood, report: CoverageReport, { blocks, format }: { readonly blocks: KnownBlocks; readonly format: Formatter }): string {
  switch (mood) {
    case 'unknown':
      return 'No coverage data: nothing of this range is known yet.'
    case 'early':
      return earlyHeadline(report, blocks, format)
    case 'quiet':
      return hoursBegun(report) === null ? 'No coverage data: nobody came in this range.' : 'No coverage data: nobody came so far.'
    case 'good':
      return hoursBegun(report) === null ? 'Great coverage: every visitor found somebody.' : 'Every visitor so far found somebody.'
    case 'partial':
      return 'Nobody was missed in the part of this range that is known.'
    case 'lost':
      return lostHeadline(report, blocks, format)
  }
}

/** What to change goes by what is known, however little that is. */
function earlyHeadline({ totals }: CoverageReport, blocks: KnownBlocks, format: Formatter): string {
  const most = typeof blocks === 'string' ? null : whereMost(blocks, totals.missedOpportunities, format)
  return most === null ? 'Too little is known yet to say where visitors are missed.' : `So far ${most.how} are missed ${most.where}`
}

function lostHeadline(report: CoverageReport, blocks: KnownBlocks, format: Formatter): string {
  const missed = report.totals.missedOpportunities
  if (blocks === 'awaited') return `${format.visitors(missed)} found nobody.`
  const most = blocks === 'unknown' ? countedMost(report, format) : whereMost(blocks, missed, format)
  return most === null ? 'Missed visitors are spread over the week.' : `${capitalised(most.how)} are missed ${most.where}`
}

/** The same from the counts alone. */
function countedMost({ byDayHour, totals }: CoverageReport, format: Formatter): WhereMost | null {
  const where = findLostWhere(byDayHour)
  if (where === null || totals.missedOpportunities < FEW_MISSED || !standsOut(where)) return null
  return { how: where.share > 0.5 ? 'most' : 'many', where: describeLostWhere(where, format) }
}

function changeOf({ totals, previous }: CoverageReport, format: Formatter): CardModel['change'] {
  if (previous.totals.totalPageviews === 0 || previous.knownShare < ENOUGH_KNOWN) return null
  const days = countDays(previous.from, previous.to)
  const before = days === 1 ? 'the day before' : `the ${days} days before`
  const difference = totals.coverageRate - previous.totals.coverageRate
  const direction = Math.abs(difference) < 0.5 ? 'same' : difference > 0 ? 'up' : 'down'
  const text = direction === 'same' ? `as on ${before}` : `${format.points(difference)} ${direction === 'up' ? 'higher' : 'lower'} than ${before}`
  const rests = previous.knownShare < 1 ? ` (${format.rate(previous.knownShare * 100)} of them known)` : ''
  return { direction, text: `${text}${rests}` }
}

/** Whole hours of a range that goes on and has only just begun; null: it has not just begun, or is over. */
function hoursBegun({ range }: CoverageReport): number | null {
  const { start, end } = localRange(range.from, range.to, range.timeZone)
  const now = Date.parse(range.now)
  const hours = Math.floor((now - start) / HOUR_MS)
  return now >= start && now < end && hours < JUST_BEGUN_HOURS ? hours : null
}

function basisOf(report: CoverageReport, format: Formatter): string | null {
  const { range } = report
  const hours = hoursBegun(report)
  if (hours !== null && range.knownShare >= ENOUGH_KNOWN) return hours === 1 ? 'Only 1 hour of this range has passed.' : `Only ${format.count(hours)} hours of this range have passed.`
  if (range.knownShare === 1 || range.knownShare === 0) return null
  const share = format.rate(range.knownShare * 100)
  return range.knownShare < ENOUGH_KNOWN ? `${share} of this range is known so far` : `${share} of this range is known.`
}

function agentsOf({ totals, range }: CoverageReport, format: Formatter): string | null {
  if (!range.agentData) return 'no data'
  // Of days that are not known, the time still counts.
  return range.knownShare < 1 ? null : format.average(totals.avgAgentsOnline)
}
