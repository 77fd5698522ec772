import { describeDays, hoursOnDays } from '../../../shared/recommend/index.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { Recommendation, StaffingBlock } from './block-types.ts'
import type { HoursChoice } from './hours-choice.ts'

/** From fewer missed visitors nothing is concluded. */
const FEW_MISSED = 5
/** Blocks that hold this share of what is missed are named first. */
const WORTH_SAYING = 0.12
const MOST_SAID = 2
/** The blocks with which to begin. */
const FIRST = 3

/** "Mon–Fri 12:00–14:00", in the order of the user's week. */
export function blockWhen({ dayIndices, startHour, endHour }: HoursChoice, format: Formatter): string {
  return startHour === 0 && endHour === 24
    ? format.texts.recommendations.allDay({ days: describeDays(dayIndices, format) })
    : hoursOnDays(dayIndices, format.hourRange(startHour, endHour), format)
}

/** "+1 agent", "+3 agents". */
export function agentsMore(count: number, format: Formatter): string {
  return format.texts.recommendations.moreAgents({ count })
}

/** What planning it does: "Add shifts for this". */
export function planText(
  { suggestedAgents, dayIndices }: Pick<StaffingBlock, 'suggestedAgents' | 'dayIndices'>,
  format: Formatter,
): string {
  const { addShift, addShifts } = format.texts.recommendations
  return suggestedAgents * dayIndices.length === 1 ? addShift : addShifts
}

/** No line ends within "12:00–14:00" or "9 AM–1 PM". */
export function unbroken(text: string): string {
  return text.replaceAll('–', '–\u2060').replaceAll(/ (?=[AP]M\b)/gu, '\u00a0')
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What a block's agents give: "about 24 more visitors covered a week". */
export function wonText(perWeek: number, format: Formatter): string {
  const { wonFew, won } = format.texts.recommendations
  return perWeek < 1 ? wonFew : won({ count: Math.round(perWeek) })
}

/** How many were missed, and where most of them. */
export function lostSentence(
  recommendation: Pick<Recommendation, 'missedVisitors' | 'totalVisitors'>,
  blocks: readonly StaffingBlock[],
  format: Formatter,
): string {
  const t = format.texts.recommendations
  const { missedVisitors, totalVisitors } = recommendation
  if (missedVisitors === 0) return t.allCovered({ count: totalVisitors })
  const values = { missed: format.count(missedVisitors), count: totalVisitors }
  const most = whereMost(blocks, missedVisitors, format)
  return most === null ? t.missed(values) : t.missedWhere({ ...values, ...most })
}

/** How many were missed, and in which pools most of them. */
export function lostByPoolSentence(
  { missedVisitors, totalVisitors, poolNames }: Recommendation,
  blocks: readonly StaffingBlock[],
  format: Formatter,
): string {
  if (missedVisitors === 0) return lostSentence({ missedVisitors, totalVisitors }, [], format)
  const pools = poolNames
    .map(({ poolId, name }) => ({
      where: name,
      missed: blocks.reduce((sum, block) => sum + (block.poolId === poolId ? block.missedVisitors : 0), 0),
    }))
    .toSorted((a, b) => b.missed - a.missed)
  const t = format.texts.recommendations
  const values = { missed: format.count(missedVisitors), count: totalVisitors }
  const most = mostMissedPart(pools, missedVisitors, format)
  return most === null ? t.missed(values) : t.missedInPools({ ...values, how: most.how, pools: most.where })
}

/** Where most or many visitors are missed. */
export interface WhereMost {
  readonly how: 'most' | 'many'
  readonly where: string
}

/** The first of the blocks in words; null: none of them holds enough of all who are missed to be worth saying. */
export function whereMost(blocks: readonly StaffingBlock[], missed: number, format: Formatter): WhereMost | null {
  return mostMissedPart(
    blocks.map((block) => ({ missed: block.missedVisitors, where: blockWhen(block, format) })),
    missed,
    format,
  )
}

/** Of parts, the most missed first. */
function mostMissedPart(
  parts: readonly { readonly missed: number; readonly where: string }[],
  all: number,
  format: Formatter,
): WhereMost | null {
  const named = parts.filter(({ missed }) => missed >= FEW_MISSED && missed >= WORTH_SAYING * all).slice(0, MOST_SAID)
  if (named.length === 0) return null
  const share = named.reduce((sum, { missed }) => sum + missed, 0) / all
  return { how: share > 0.5 ? 'most' : 'many', where: format.list(named.map(({ where }) => where)) }
}

/** What all suggestions together come to, and how far the first ones go. */
export function takeSentence(blocks: readonly StaffingBlock[], format: Formatter): string {
  const all = blocksCost(blocks)
  const first = blocksCost(blocks.slice(0, FIRST))
  const t = format.texts.recommendations
  const hours = format.agentHours(all.hours)
  if (all.won < 1) return t.takesFew({ hours })
  const total = t.takes({ hours, count: Math.round(all.won) })
  if (blocks.length <= FIRST) return total
  const share = format.rate((100 * first.won) / all.won)
  return `${total} ${t.firstThree({ share, hours: format.agentHours(first.hours) })}`
}

function blocksCost(blocks: readonly StaffingBlock[]): { readonly hours: number; readonly won: number } {
  return {
    hours: blocks.reduce(
      (sum, { suggestedAgents, dayIndices, startHour, endHour }) =>
        sum + suggestedAgents * dayIndices.length * (endHour - startHour),
      0,
    ),
    won: blocks.reduce((sum, block) => sum + block.expectedRecoveredPerWeek, 0),
  }
}
