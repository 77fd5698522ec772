import type { PackRule, RulePack } from './packs/pack.ts'
import { packById, RULE_PACKS } from './packs/packs.ts'
import type { MinorRules } from './rule-types.ts'
import { owedBreaksOf, rulesOf, workRuleFor, type PlanRules, type Rules, type WorkRules } from './rules.ts'
import type { Violation, ViolationKind } from './violation.ts'

/** The rule that each kind of violation is of; kinds of which no law says a number are left out. */
const RULE_OF: Partial<Readonly<Record<ViolationKind, PackRule>>> = {
  'minor-times': 'minor',
  'minor-day': 'minor',
  'minor-week': 'minor',
  'short-rest': 'minRestHours',
  'short-weekly-rest': 'minWeeklyRestHours',
  'too-many-hours': 'maxHoursPerWeek',
  'high-average': 'averageHours',
  'long-night': 'night',
  'high-night-average': 'night',
  'too-many-days': 'maxConsecutiveDays',
  'too-many-hours-a-day': 'maxHoursPerDay',
  'long-day': 'maxDaySpanHours',
  'missing-break': 'owedBreak',
  'late-break': 'breaksByHour',
  'work-without-break': 'unbrokenWork',
  'short-notice': 'noticeDays',
}

/** A violation that names the law, where its number is still that of the pack: "ArbZG § 5". */
export function withSource(violation: Violation, rules: Rules): Violation {
  const article = articleOf(violation, rules)
  return article === null ? violation : { ...violation, article }
}

function articleOf({ kind, agentId }: Violation, rules: Rules): string | null {
  const rule = RULE_OF[kind]
  if (rule === undefined) return null
  if (rule === 'minor') return agentId === null ? null : minorArticle(workRuleFor(agentId, 'minor', rules))
  // An agent's own number is not the pack's.
  const isOwn = agentId !== null && rulesOf(agentId, rules)?.[rule as keyof WorkRules] !== undefined
  return isOwn ? null : (articles(rules.plan).get(rule) ?? null)
}

const known = new WeakMap<PlanRules, ReadonlyMap<PackRule, string>>()

/** The articles of a plan's pack, by rule, as far as the plan still has the pack's numbers. */
function articles(plan: PlanRules): ReadonlyMap<PackRule, string> {
  const found = known.get(plan)
  if (found) return found
  const pack = plan.pack === undefined || plan.pack === null ? undefined : packById(plan.pack)
  const sources = (pack?.sources ?? []).filter(({ rule }) =>
    isSameValue(valueOf(plan, rule), valueOf(pack!.rules, rule)),
  )
  const made = new Map(sources.map(({ rule, article }) => [rule, article]))
  known.set(plan, made)
  return made
}

function valueOf(rules: Partial<PlanRules>, rule: PackRule): unknown {
  switch (rule) {
    case 'owedBreak':
      return owedBreaksOf({ limits: {}, hourlyCost: null, owedBreak: null, ...rules })
    case 'breaksByHour':
    case 'unbrokenWork':
    case 'overtime':
    case 'noticeDays':
      return rules[rule]
    default:
      return rules.limits?.[rule]
  }
}

function minorArticle(minor: MinorRules | null): string | null {
  return (minor === null ? null : packOfMinor(minor)?.sources[0]?.article) ?? null
}

/** The pack that rules for minors have their numbers from; school days and breaks are for everybody to say. */
export function packOfMinor(minor: MinorRules): RulePack | undefined {
  const { schoolDays, schoolBreaks } = minor
  return RULE_PACKS.find(({ rules: { limits } }) =>
    limits?.minor ? isSameValue(minor, { ...limits.minor, schoolDays, schoolBreaks }) : false,
  )
}

/** Of plain data, whatever the order of its keys. */
function isSameValue(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => isSameValue(one[key as keyof typeof one], other[key as keyof typeof other]))
  )
}
