import type { CallRule } from './call-rule.ts'
import type { CallFacts, ReasonKind } from './types.ts'

/** What a block looks like, beside the hours around it. */
export interface BlockLook {
  readonly startHour: number
  readonly endHour: number
  readonly hasSessions: boolean
  /** Share of the missed who came while nobody was online, 0-1. */
  readonly missedOffline: number
  /** Agents online when visitors came, on average. */
  readonly agents: number
  /** The same in the hours before and after on the same days; null: nobody came then. */
  readonly agentsAround: number | null
  readonly visitorsPerHour: number
  /** Over all hours in which somebody was online. */
  readonly usualVisitorsPerHour: number
  readonly usualAgents: number
}

const MOSTLY = 0.6
const PARTLY = 0.25
/** Agents fewer than this share of those around are a dip. */
const DIP = 0.75
const BUSY = 1.3
const LUNCH = { from: 11, to: 15 }

/** Why visitors are missed in a block, as far as counts can tell. */
export function reasonKind(look: BlockLook): ReasonKind {
  if (!look.hasSessions) return 'no-agent-data'
  if (look.missedOffline >= MOSTLY) return 'nobody-online'
  if (look.agentsAround !== null && look.agents < DIP * look.agentsAround) {
    return look.startHour >= LUNCH.from && look.endHour <= LUNCH.to ? 'lunch-dip' : 'fewer-than-around'
  }
  if (look.visitorsPerHour >= BUSY * look.usualVisitorsPerHour && look.agents >= DIP * look.usualAgents) return 'busy'
  return 'few-agents'
}

/** The rule of thumb, and the calls that it rests on. */
export interface RuleUsed {
  readonly calls: CallFacts
  readonly rule: CallRule
}

/** The same in words. `rule`: by which the extra agents were found, where the model could not be fitted. */
export function describeReason(look: BlockLook, rule: RuleUsed | null): string {
  const partly =
    look.missedOffline >= PARTLY ? ` No agent online for ${percent(look.missedOffline)} of missed visitors.` : ''
  return `${describeCause(look, partly)}${rule === null ? '' : ` ${describeRule(rule)}`}`
}

function describeCause(look: BlockLook, partly: string): string {
  const { agents, agentsAround } = look
  switch (reasonKind(look)) {
    case 'no-agent-data':
      return 'No agent data for these hours.'
    case 'nobody-online':
      return look.missedOffline >= 0.995
        ? 'No agent online for all missed visitors.'
        : `No agent online for ${percent(look.missedOffline)} of missed visitors.`
    case 'lunch-dip':
      return `A lunch dip: ${average(agents)} online, ${average(agentsAround!)} before and after.${partly}`
    case 'fewer-than-around':
      return `Fewer agents than in the hours around: ${average(agents)} online, ${average(agentsAround!)} before and after.${partly}`
    case 'busy':
      return `More visitors than these agents can take: ${count(look.visitorsPerHour)} an hour for ${average(agents)} online.${partly}`
    case 'few-agents':
      return `Few agents for the visitors: ${average(agents)} online for ${count(look.visitorsPerHour)} visitors an hour.${partly}`
  }
}

function describeRule({ calls: { ringRate, averageCallSeconds, isOverstated = false }, rule }: RuleUsed): string {
  const passedOn =
    isOverstated && ringRate !== null
      ? ', with visitors who were passed on counted each time, so fewer agents may do'
      : ''
  const ring = `${percent(rule.ringRate)} of the missed would have rung (${ORIGIN_LABELS[ringRate?.of ?? 'usual']}${passedOn})`
  const length = `a call takes ${minutes(rule.callMinutes)} (${ORIGIN_LABELS[averageCallSeconds?.of ?? 'usual']})`
  const each = `${rule.callsPerAgentHour} ${rule.callsPerAgentHour === 1 ? 'call' : 'calls'} an hour`
  return `Not enough data to fit the model, so agents follow a rule of thumb: ${ring}, ${length}, and an agent takes ${each}.`
}

/** What a figure of calls is. */
const ORIGIN_LABELS = { own: 'as counted', 'all-pools': 'as counted over all pools', usual: 'a usual value' } as const

function percent(share: number): string {
  // Never a 100 that is not quite one.
  return `${share > 0.99 && share < 1 ? 99 : Math.round(share * 100)}%`
}

function minutes(length: number): string {
  const shown = length.toFixed(1).replace(/\.0$/u, '')
  return `${shown} ${shown === '1' ? 'minute' : 'minutes'}`
}

function average(agents: number): string {
  return `${agents.toFixed(1)} ${agents.toFixed(1) === '1.0' ? 'agent' : 'agents'}`
}

function count(visitors: number): string {
  return visitors < 10 ? visitors.toFixed(1) : String(Math.round(visitors))
}
