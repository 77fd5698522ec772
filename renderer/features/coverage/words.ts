import type { Formatter } from '../../format/formatter.ts'

/** What was counted in some stretch of time. */
export interface Counted {
  readonly visitors: number
  readonly missed: number
  /** null: no agent data. */
  readonly agents: number | null
}

/** "42 visitors, 12 found nobody (71 % covered), 1.8 agents on average": the second half of a tooltip. */
export function countedSentence(counted: Counted, format: Formatter): string {
  return `${visitorsClause(counted, format)}, ${agentsClause(counted.agents, format)}.`
}

/** "Monday 12:00–13:00: 42 visitors, 12 found nobody (71 % covered), 1.8 agents on average." */
export function sentenceOf(when: string, counted: Counted, format: Formatter): string {
  return `${when}: ${countedSentence(counted, format)}`
}

/** "Monday 10:00, 42 visitors, 12 missed, 71 % covered, 1.8 agents": the accessible name of a cell. */
export function nameOf(when: string, counted: Counted, format: Formatter): string {
  const agents = counted.agents === null ? 'no agent data' : format.agents(counted.agents)
  if (counted.visitors === 0) return `${when}, no visitors, ${agents}`
  const parts = [when, format.visitors(counted.visitors), `${format.count(counted.missed)} missed`, `${format.rate(rateOf(counted))} covered`, agents]
  return parts.join(', ').replaceAll('\u00a0', ' ')
}

/** Coverage rate 0-100; 100 when nobody came. */
export function rateOf({ visitors, missed }: { readonly visitors: number; readonly missed: number }): number {
  return visitors === 0 ? 100 : (100 * (visitors - missed)) / visitors
}

function visitorsClause({ visitors, missed }: Counted, format: Formatter): string {
  if (visitors === 0) return 'nobody came'
  const who = format.visitors(visitors)
  if (missed === 0) return `${who}, ${visitors === 1 ? 'who' : 'all of whom'} found somebody`
  return `${who}, ${format.count(missed)} found nobody (${format.rate(rateOf({ visitors, missed }))} covered)`
}

function agentsClause(agents: number | null, format: Formatter): string {
  return agents === null ? 'no agent data' : `${format.agents(agents)} on average`
}
