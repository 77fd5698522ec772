import { dayWords, hoursOnDays } from '../../../shared/recommend/index.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { Recommendation, StaffingBlock } from './block-types.ts'
import type { HoursChoice } from './hours-choice.ts'

/** From fewer missed visitors nothing is concluded. */
const FEW_MISSED = 5
/** Blocks that hold this share of what is missed are told first. */
const WORTH_SAYING = 0.12
const MOST_SAID = 2
/** The blocks with which to begin. */
const FIRST = 3

export const PRIORITY_WORDS: Readonly<Record<StaffingBlock['priority'], string>> = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' }

/** "Mon–Fri 12:00–14:00", in the order of the user's week. */
export function blockWhen({ dayIndices, startHour, endHour }: HoursChoice, format: Formatter): string {
  const days = dayWords(dayIndices, { order: format.weekOrder, nameOf: (day) => format.dayName(day, dayIndices.length === 1 ? 'long' : 'short') })
  return startHour === 0 && endHour === 24 ? `${days}, all day` : hoursOnDays(days, format.hourRange(startHour, endHour))
}

/** "+1 agent", "+3 agents". */
export function agentsMore(count: number, format: Formatter): string {
  return `+${format.count(count)} ${count === 1 ? 'agent' : 'agents'}`
}

/** What planning it does: "Plan shifts here". */
export function planWords({ suggestedAgents, dayIndices }: Pick<StaffingBlock, 'suggestedAgents' | 'dayIndices'>): string {
  return suggestedAgents * dayIndices.length === 1 ? 'Plan a shift here' : 'Plan shifts here'
}

/** No line ends within "12:00–14:00" or "9 AM–1 PM". */
export function unbroken(text: string): string {
  return text.replaceAll('–', '–\u2060').replaceAll(/ (?=[AP]M\b)/gu, '\u00a0')
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What a block's agents give: "about 24 more visitors covered a week". */
export function wonWords(perWeek: number, format: Formatter): string {
  if (perWeek < 1) return 'less than one more visitor covered a week'
  const count = Math.round(perWeek)
  return `about ${format.count(count)} more ${count === 1 ? 'visitor' : 'visitors'} covered a week`
}

/** How many found nobody, and where most of them. */
export function lostSentence(recommendation: Pick<Recommendation, 'missedVisitors' | 'totalVisitors'>, blocks: readonly StaffingBlock[], format: Formatter): string {
  const { missedVisitors, totalVisitors } = recommendation
  if (missedVisitors === 0) return `All of ${format.visitors(totalVisitors)} found somebody.`
  const most = whereMost(blocks, missedVisitors, format)
  return `${format.count(missedVisitors)} of ${format.visitors(totalVisitors)} found nobody${most === null ? '' : `, ${most.how} of them ${most.where}`}.`
}

/** How many found nobody, and in which pools most of them. */
export function lostByPoolSentence({ missedVisitors, totalVisitors, poolNames }: Recommendation, blocks: readonly StaffingBlock[], format: Formatter): string {
  if (missedVisitors === 0) return lostSentence({ missedVisitors, totalVisitors }, [], format)
  const pools = poolNames
    .map(({ poolId, name }) => ({ where: name, missed: blocks.reduce((sum, block) => sum + (block.poolId === poolId ? block.missedVisitors : 0), 0) }))
    .toSorted((a, b) => b.missed - a.missed)
  const most = mostOf(pools, missedVisitors)
  return `${format.count(missedVisitors)} of ${format.visitors(totalVisitors)} found nobody${most === null ? '' : `, ${most.how} of them in ${most.where}`}.`
}

/** Where most or many of those are missed whom nobody answered. */
export interface WhereMost {
  readonly how: 'most' | 'many'
  readonly where: string
}

/** The first of the blocks in words; null: none of them holds enough of all who are missed to be worth saying. */
export function whereMost(blocks: readonly StaffingBlock[], missed: number, format: Formatter): WhereMost | null {
  return mostOf(blocks.map((block) => ({ missed: block.missedVisitors, where: blockWhen(block, format) })), missed)
}

/** Of parts, the most missed first. */
function mostOf(parts: readonly { readonly missed: number; readonly where: string }[], all: number): WhereMost | null {
  const said = parts.filter(({ missed }) => missed >= FEW_MISSED && missed >= WORTH_SAYING * all).slice(0, MOST_SAID)
  if (said.length === 0) return null
  const share = said.reduce((sum, { missed }) => sum + missed, 0) / all
  return { how: share > 0.5 ? 'most' : 'many', where: said.map(({ where }) => where).join(' and ') }
}

/** What all suggestions together come to, and how far the first ones go. */
export function takeSentence(blocks: readonly StaffingBlock[], format: Formatter): string {
  const all = costOf(blocks)
  const first = costOf(blocks.slice(0, FIRST))
  const total = `All of it takes ${format.count(all.hours)} agent-hours more a week and covers ${wonWords(all.won, format).replace(' covered a week', ' a week')}.`
  if (blocks.length <= FIRST || all.won < 1) return total
  return `${total} The first three give ${format.rate((100 * first.won) / all.won)} of that for ${format.count(first.hours)} agent-hours.`
}

function costOf(blocks: readonly StaffingBlock[]): { readonly hours: number; readonly won: number } {
  return {
    hours: blocks.reduce((sum, { suggestedAgents, dayIndices, startHour, endHour }) => sum + suggestedAgents * dayIndices.length * (endHour - startHour), 0),
    won: blocks.reduce((sum, block) => sum + block.expectedRecoveredPerWeek, 0),
  }
}
