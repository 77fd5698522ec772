import { dayWords } from '../../../shared/recommend/index.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { Recommendation, StaffingBlock } from './staffing-types.ts'

/** From fewer missed visitors nothing is concluded. */
const FEW_MISSED = 5
/** Blocks that hold this share of what is missed are told first. */
const WORTH_SAYING = 0.12
const MOST_SAID = 2

export const PRIORITY_WORDS: Readonly<Record<StaffingBlock['priority'], string>> = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' }

/** "Mon–Fri 12:00–14:00", in the order of the user's week. */
export function blockWhen({ dayIndices, startHour, endHour }: Pick<StaffingBlock, 'dayIndices' | 'startHour' | 'endHour'>, format: Formatter): string {
  const days = dayWords(dayIndices, { order: format.weekOrder, nameOf: (day) => format.dayName(day, dayIndices.length === 1 ? 'long' : 'short') })
  return startHour === 0 && endHour === 24 ? `${days}, all day` : `${days} ${format.hourRange(startHour, endHour)}`
}

/** "+1 agent", "+3 agents". */
export function agentsMore(count: number, format: Formatter): string {
  return `+${format.count(count)} ${count === 1 ? 'agent' : 'agents'}`
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
  const lost = `${format.count(missedVisitors)} of ${format.visitors(totalVisitors)} found nobody`
  const said = blocks.filter(({ missedVisitors: missed }) => missed >= FEW_MISSED && missed >= WORTH_SAYING * missedVisitors).slice(0, MOST_SAID)
  if (said.length === 0) return `${lost}.`
  const share = said.reduce((sum, block) => sum + block.missedVisitors, 0) / missedVisitors
  return `${lost}, ${share > 0.5 ? 'most' : 'many'} of them ${said.map((block) => blockWhen(block, format)).join(' and ')}.`
}

/** What all suggestions together come to. */
export function takeSentence(blocks: readonly StaffingBlock[], format: Formatter): string {
  const hours = blocks.reduce((sum, { suggestedAgents, dayIndices, startHour, endHour }) => sum + suggestedAgents * dayIndices.length * (endHour - startHour), 0)
  const won = blocks.reduce((sum, block) => sum + block.expectedRecoveredPerWeek, 0)
  return `All of it takes ${format.count(hours)} agent-hours more a week and covers ${wonWords(won, format).replace(' covered a week', ' a week')}. Begin with the first.`
}
