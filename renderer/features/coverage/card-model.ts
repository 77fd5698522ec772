import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { countDays, localRange } from '../../../shared/time/local.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { StaffingBlock } from '../../app/staffing-blocks/block-types.ts'
import { whereMost, type WhereMost } from '../../app/staffing-blocks/block-text.ts'
import { describeLostWhere, findLostWhere, standsOut } from './lost-where.ts'
import type { CoverageReport } from './report.ts'

/** `good`: nobody was missed, and all is known; `lost`: somebody was; `quiet`: nobody came; `early`: too little is known to say; `unknown`: nothing is. */
export type CardMood = 'good' | 'lost' | 'partial' | 'quiet' | 'early' | 'unknown'

/** Of a range of which less is known no rate is shown, and nothing is compared with it. */
const ENOUGH_KNOWN = 0.5
/** A range of which less has passed has only just begun. */
const JUST_BEGUN_HOURS = 24
/** From fewer missed visitors nothing is concluded. */
const FEW_MISSED = 5

export interface CardModel {
  readonly mood: CardMood
  /** null: too little of the range is known. */
  readonly rate: string | null
  /** 0-100, for the bar. */
  readonly rateValue: number
  readonly change: { readonly direction: 'up' | 'down' | 'same'; readonly text: string } | null
  readonly visitors: string
  readonly covered: string
  readonly missed: string
  /** null: not shown, because it would rest on a part of the range. */
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
  const mood = cardMood(report)
  return {
    mood,
    rate: report.range.knownShare < ENOUGH_KNOWN ? null : format.rate(totals.coverageRate),
    rateValue: totals.coverageRate,
    change:
      mood === 'unknown' || mood === 'early' || mood === 'quiet' || hoursBegun(report) !== null
        ? null
        : coverageChange(report, format),
    visitors: format.count(totals.totalPageviews),
    covered: format.count(totals.pageviewsWithAgent),
    missed: format.count(totals.missedOpportunities),
    agents: agentsText(report, format),
    headline: cardHeadline(mood, report, { blocks, format }),
    basis: knownBasis(report, format),
  }
}

function cardMood({ totals, range }: CoverageReport): CardMood {
  if (totals.totalPageviews === 0 && range.knownShare === 0) return 'unknown'
  if (range.knownShare < ENOUGH_KNOWN) return 'early'
  if (totals.totalPageviews === 0) return 'quiet'
  if (totals.missedOpportunities > 0) return 'lost'
  return range.knownShare < 1 ? 'partial' : 'good'
}

function cardHeadline(
  mood: CardMood,
  report: CoverageReport,
  { blocks, format }: { readonly blocks: KnownBlocks; readonly format: Formatter },
): string {
  const t = format.texts.coverage
  const hasJustBegun = hoursBegun(report) !== null
  switch (mood) {
    case 'unknown':
      return t.noneKnown
    case 'early':
      return earlyHeadline(report, blocks, format)
    case 'quiet':
      return hasJustBegun ? t.noVisitorsYet : t.noVisitors
    case 'good':
      return hasJustBegun ? t.allCoveredYet : t.allCovered
    case 'partial':
      return t.noneMissedInPart
    case 'lost':
      return lostHeadline(report, blocks, format)
  }
}

/** What to change goes by what is known, however little that is. */
function earlyHeadline({ totals }: CoverageReport, blocks: KnownBlocks, format: Formatter): string {
  const most = typeof blocks === 'string' ? null : whereMost(blocks, totals.missedOpportunities, format)
  const t = format.texts.coverage
  return most === null ? t.tooEarly : t.soFarMissed({ ...most })
}

function lostHeadline(report: CoverageReport, blocks: KnownBlocks, format: Formatter): string {
  const missed = report.totals.missedOpportunities
  const t = format.texts.coverage
  if (blocks === 'awaited') return t.missedCount({ count: missed })
  const most = blocks === 'unknown' ? countedMost(report, format) : whereMost(blocks, missed, format)
  return most === null ? t.spread : t.missedWhere({ ...most })
}

/** The same from the counts alone. */
function countedMost({ byDayHour, totals }: CoverageReport, format: Formatter): WhereMost | null {
  const where = findLostWhere(byDayHour)
  if (where === null || totals.missedOpportunities < FEW_MISSED || !standsOut(where)) return null
  return { how: where.share > 0.5 ? 'most' : 'many', where: describeLostWhere(where, format) }
}

function coverageChange({ totals, previous }: CoverageReport, format: Formatter): CardModel['change'] {
  if (previous.totals.totalPageviews === 0 || previous.knownShare < ENOUGH_KNOWN) return null
  const days = countDays(previous.from, previous.to)
  const difference = totals.coverageRate - previous.totals.coverageRate
  const direction = Math.abs(difference) < 0.5 ? 'same' : difference > 0 ? 'up' : 'down'
  const t = format.texts.coverage
  const values = { count: days, points: format.points(difference), share: format.rate(previous.knownShare * 100) }
  const isWhole = previous.knownShare === 1
  const text = {
    same: isWhole ? t.noChange : t.noChangeOfPart,
    up: isWhole ? t.higher : t.higherOfPart,
    down: isWhole ? t.lower : t.lowerOfPart,
  }[direction](values)
  return { direction, text }
}

/** Whole hours of a range that goes on and has only just begun; null: it has not just begun, or is over. */
function hoursBegun({ range }: CoverageReport): number | null {
  const { start, end } = localRange(range.from, range.to, range.timeZone)
  const now = Date.parse(range.now)
  const hours = Math.floor((now - start) / HOUR_MS)
  return now >= start && now < end && hours < JUST_BEGUN_HOURS ? hours : null
}

function knownBasis(report: CoverageReport, format: Formatter): string | null {
  const t = format.texts.coverage
  const { range } = report
  const hours = hoursBegun(report)
  if (hours !== null && range.knownShare >= ENOUGH_KNOWN) return t.hoursPassed({ count: hours })
  if (range.knownShare === 1 || range.knownShare === 0) return null
  const share = format.rate(range.knownShare * 100)
  return range.knownShare < ENOUGH_KNOWN ? t.dataSoFar({ share }) : t.dataFor({ share })
}

function agentsText({ totals, range }: CoverageReport, format: Formatter): string | null {
  if (!range.agentData) return format.texts.coverage.noAgentData
  // Of days that are not known, the time still counts.
  return range.knownShare < 1 ? null : format.average(totals.avgAgentsOnline)
}
