import type { Formatter } from '../language/formatter.ts'
import type { CallRule } from './call-rule.ts'
import type { BlockReason, CallFacts, ReasonKind, RuleUsed } from './types.ts'

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
function reasonKind(look: BlockLook): ReasonKind {
  if (!look.hasSessions) return 'no-agent-data'
  if (look.missedOffline >= MOSTLY) return 'nobody-online'
  if (look.agentsAround !== null && look.agents < DIP * look.agentsAround) {
    return look.startHour >= LUNCH.from && look.endHour <= LUNCH.to ? 'lunch-dip' : 'fewer-than-around'
  }
  if (look.visitorsPerHour >= BUSY * look.usualVisitorsPerHour && look.agents >= DIP * look.usualAgents) return 'busy'
  return 'few-agents'
}

export function blockReason(
  look: BlockLook,
  { calls, rule, isCapped }: { readonly calls: CallFacts; readonly rule: CallRule | null; readonly isCapped: boolean },
): BlockReason {
  const { missedOffline, agents, agentsAround, visitorsPerHour } = look
  return {
    kind: reasonKind(look),
    missedOffline,
    agents,
    agentsAround,
    visitorsPerHour,
    rule: rule === null ? null : ruleUsed(rule, calls),
    isCapped,
  }
}

function ruleUsed(
  { ringRate, callMinutes, callsPerAgentHour }: CallRule,
  { ringRate: rings, averageCallSeconds, isOverstated = false }: CallFacts,
): RuleUsed {
  return {
    ringRate,
    callMinutes,
    callsPerAgentHour,
    ringOf: rings?.of ?? 'usual',
    callOf: averageCallSeconds?.of ?? 'usual',
    isOverstated: isOverstated && rings !== null,
  }
}

/** The same in sentences. */
export function describeReason(reason: BlockReason, format: Formatter): string {
  const { reasons: t } = format.texts
  const { kind, missedOffline, rule, isCapped } = reason
  const isPartly = missedOffline >= PARTLY && kind !== 'no-agent-data' && kind !== 'nobody-online'
  return [
    describeCause(reason, format),
    ...(isPartly ? [t['nobody-online']({ share: format.rate(100 * missedOffline) })] : []),
    ...(rule === null ? [] : [describeRule(rule, format)]),
    ...(isCapped ? [t.enough] : []),
  ].join(' ')
}

function describeCause(
  { kind, missedOffline, agents, agentsAround, visitorsPerHour }: BlockReason,
  format: Formatter,
): string {
  const { reasons: t } = format.texts
  const visitors = visitorsPerHour < 10 ? format.average(visitorsPerHour) : format.count(Math.round(visitorsPerHour))
  switch (kind) {
    case 'no-agent-data':
      return t['no-agent-data']
    case 'nobody-online':
      return missedOffline >= 0.995 ? t.allOffline : t['nobody-online']({ share: format.rate(100 * missedOffline) })
    case 'lunch-dip':
    case 'fewer-than-around':
      return t[kind]({ agents: format.agents(agents), around: format.agents(agentsAround!) })
    case 'busy':
    case 'few-agents':
      return t[kind]({ agents: format.agents(agents), visitors })
  }
}

function describeRule(
  { ringRate, callMinutes, callsPerAgentHour, ringOf, callOf, isOverstated }: RuleUsed,
  format: Formatter,
): string {
  return format.texts.reasons.rule({
    share: format.rate(100 * ringRate),
    ring: ORIGIN_NAMES[ringOf],
    overstated: isOverstated ? 'yes' : 'no',
    minutes: format.hours(Math.round(10 * callMinutes) / 10),
    call: ORIGIN_NAMES[callOf],
    count: callsPerAgentHour,
  })
}

/** As messages choose by them. */
const ORIGIN_NAMES = { own: 'own', 'all-pools': 'pools', usual: 'usual' } as const
