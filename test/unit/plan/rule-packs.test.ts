import { describe, expect, it } from 'vitest'
import {
  addShifts,
  applyStep,
  emptyPlan,
  findViolations,
  NO_PLAN_RULES,
  NO_RULES,
  weekHours,
  type AgentRules,
  type Plan,
  type PlanRules,
  type Rules,
} from '../../../shared/plan/index.ts'
import type { RulePack } from '../../../shared/plan/rules/packs/pack.ts'
import {
  applyPack,
  applyPackToAgent,
  packById,
  RULE_PACKS,
  USUAL_LIMITS,
} from '../../../shared/plan/rules/packs/packs.ts'
import { agentRulesSchema, planRulesSchema } from '../../../shared/plan/rules/rules-schema.ts'
import { isLocalDate } from '../../../shared/time/local.ts'
import { en } from '../../../renderer/messages/en.ts'
import { textOf } from './violation-texts.ts'
import { countingIds } from './plan-arbitraries.ts'

const MONDAY = '2026-06-01'

type Sketch = readonly [day: number, from: number, to: number, ...breaks: readonly (readonly [number, number])[]]

function planOf(sketches: readonly Sketch[]): Plan {
  const empty = emptyPlan({ name: 'Plan', timeZone: 'Europe/Berlin', poolId: null, kind: 'weekly' })
  const drafts = sketches.map(([day, from, to, ...breaks]) => ({
    agentId: 'ann',
    day,
    startMinute: from * 60,
    endMinute: to * 60,
    breaks: breaks.map(([start, end]) => ({ startMinute: start * 60, endMinute: end * 60 })),
  }))
  return applyStep(empty, addShifts(empty, drafts, countingIds('s'))!)
}

const pack = (id: string): RulePack => packById(id)!
const rulesOf = (id: string, changed: Partial<PlanRules> = {}): Rules => ({
  ...NO_RULES,
  plan: { ...applyPack(NO_PLAN_RULES, pack(id)), ...changed },
})
const texts = (plan: Plan, rules: Rules, firstDate = MONDAY): readonly string[] =>
  findViolations(plan, rules, { firstDate }).map((violation) => `${violation.kind}: ${textOf(violation, plan)}`)

/** What of a pack's rules is a number of the law. */
function ruleNames({ rules: { limits, ...others } }: RulePack): readonly string[] {
  const { moreOwedBreaks: _same, ...named } = others
  return [...Object.keys(limits ?? {}), ...Object.keys(named)].toSorted()
}

describe('packs of rules', () => {
  it('have an id of their own each, and are rules', () => {
    expect(new Set(RULE_PACKS.map(({ id }) => id)).size).toBe(RULE_PACKS.length)
    for (const each of RULE_PACKS) {
      const plan = applyPack(NO_PLAN_RULES, each)
      expect(planRulesSchema.parse(plan)).toEqual(plan)
    }
  })

  it.each(RULE_PACKS.map((each) => [each.id, each] as const))('say where each number is from: %s', (_, each) => {
    expect(each.sources.map(({ rule }) => rule).toSorted()).toEqual(ruleNames(each))
    const articles = each.sources.flatMap((source) => [source, ...(source.others ?? [])])
    for (const { article, url } of articles) {
      expect(article).toMatch(/\d/u)
      expect(new URL(url).protocol).toMatch(/^https?:$/u)
    }
    expect(isLocalDate(each.checked)).toBe(true)
    const texts = en.rulePacks[each.id]
    expect(Object.keys(texts.sources).toSorted()).toEqual(ruleNames(each))
    expect(Object.keys(texts.notes).length).toBeGreaterThan(0)
  })

  it('link the article of every number, also of when night is and who works in it', () => {
    const linked = (id: string, rule: string): readonly string[] => {
      const source = pack(id).sources.find((each) => each.rule === rule)!
      return [source, ...(source.others ?? [])].map(
        ({ article, url }) => `${article} ${url.split('/').slice(-2).join('/')}`,
      )
    }
    expect(linked('de-arbzg', 'night')).toEqual([
      'ArbZG § 6 (2) arbzg/__6.html',
      'ArbZG § 2 (3) arbzg/__2.html',
      'ArbZG § 2 (4) arbzg/__2.html',
    ])
    expect(linked('uk-wtr', 'night')).toEqual(['WTR 1998 reg. 6 regulation/6', 'WTR 1998 reg. 2 regulation/2'])
    expect(linked('us-ca', 'minWeeklyRestHours').map((text) => text.slice(-4))).toEqual(['551.', '552.', '556.'])
    expect(linked('eu-wtd', 'night').join()).toContain('Art. 16(c)')
    expect(linked('fr-code-du-travail', 'night')).toContain('Code du travail L3122-20 code-du-travail/l3122-20')
  })

  it('leave alone what they say nothing of', () => {
    const before: PlanRules = { ...NO_PLAN_RULES, limits: { maxShiftHours: 9, minRestHours: 8 }, hourlyCost: 20 }
    const after = applyPack(before, pack('uk-wtr'))
    expect(after).toMatchObject({ hourlyCost: 20, limits: { maxShiftHours: 9, minRestHours: 11 }, pack: 'uk-wtr' })
  })

  it('Germany: 45 minutes of breaks over 9 hours, 10 hours a day, 11 hours of rest', () => {
    const plan = planOf([
      [1, 8, 18.75, [12, 12.5]],
      [2, 5, 12, [9, 9.5]],
    ])
    expect(texts(plan, rulesOf('de-arbzg'))).toEqual([
      'short-rest: 10 h 15 min of rest between Mon and Tue, 45 min less than the 11 h required (ArbZG § 5)',
      'too-many-hours-a-day: Mon: 10 h 15 min of work, 15 min over the 10 h allowed (ArbZG § 3)',
      'missing-break: Mon: 30 min of breaks, 45 min required (over 9 h of work) (ArbZG § 4)',
      'work-without-break: Mon: 6 h 15 min without a break, 15 min over the 6 h allowed (ArbZG § 4)',
    ])
  })

  it('France: 20 minutes once the day reaches 6 hours, met by 30 drawn', () => {
    expect(texts(planOf([[1, 8, 14]]), rulesOf('fr-code-du-travail'))).toEqual([
      'missing-break: Mon: missing 20 min break (over 5 h 45 min of work) (Code du travail L3121-16)',
    ])
    expect(texts(planOf([[1, 8, 14, [11, 11.5]]]), rulesOf('fr-code-du-travail'))).toEqual([])
    expect(texts(planOf([[1, 8, 13.75]]), rulesOf('fr-code-du-travail'))).toEqual([])
  })

  it('count what is worked, not the shift from start to end, where the law does', () => {
    const nineWorked = planOf([[1, 8, 17.5, [12, 12.5]]])
    expect(texts(nineWorked, rulesOf('de-arbzg'))).toEqual([])
    expect(texts(planOf([[1, 8, 17.75, [12, 12.5]]]), rulesOf('de-arbzg'))).toEqual([
      'missing-break: Mon: 30 min of breaks, 45 min required (over 9 h of work) (ArbZG § 4)',
    ])
    const sixWorked = planOf([[1, 8, 14.25, [11, 11.25]]])
    for (const id of ['de-arbzg', 'uk-wtr', 'eu-wtd']) expect(texts(sixWorked, rulesOf(id))).toEqual([])
    expect(texts(sixWorked, rulesOf('fr-code-du-travail'))).toEqual([
      'missing-break: Mon: 15 min of breaks, 20 min required (over 5 h 45 min of work) (Code du travail L3121-16)',
    ])
    expect(texts(planOf([[1, 8, 14, [11, 11.25]]]), rulesOf('fr-code-du-travail'))).toEqual([])
  })

  it('France: 8 hours a day at night', () => {
    expect(texts(planOf([[1, 20, 29.25, [24, 24.5]]]), rulesOf('fr-code-du-travail'))).toEqual([
      'long-night: Mon: 8 h 45 min of work with night work, 45 min over the 8 h allowed (Code du travail L3122-6, L3122-7)',
    ])
  })

  it('United Kingdom and European Union: 48 hours on average, a rest of 35 hours a week', () => {
    const week = planOf([1, 2, 3, 4, 5, 6].map((day): Sketch => [day, 8, 17, [12, 12.5]]))
    for (const [id, article] of [
      ['uk-wtr', 'WTR 1998 reg. 4'],
      ['eu-wtd', '2003/88/EC Art. 6(b), 16(b)'],
    ] as const)
      expect(texts(week, rulesOf(id))).toEqual([
        `high-average: 51 h of work a week on average, 3 h over the 48 h allowed (${article})`,
      ])
    const seven = planOf([0, 1, 2, 3, 4, 5, 6].map((day): Sketch => [day, 9, 12]))
    expect(texts(seven, rulesOf('uk-wtr'))).toEqual([
      'short-weekly-rest: Longest rest of the week 21 h, 14 h less than the 35 h required (WTR 1998 reg. 11)',
    ])
  })

  it('California: a meal by the end of hour 5 and of hour 10, and what overtime costs', () => {
    const long = planOf([[1, 8, 19, [14, 14.5]]])
    expect(texts(long, rulesOf('us-ca'))).toEqual([
      'late-break: Mon: break 1 (30 min) 1 h late, due by hour 5; missing break 2 (30 min), due by hour 10 (Cal. Labor Code § 512(a))',
    ])
    const week = planOf([0, 1, 2, 3, 4, 5, 6].map((day): Sketch => [day, 8, 17]))
    const hours = weekHours(week, { rules: rulesOf('us-ca', { hourlyCost: 10 }), firstDate: '2026-05-31' })
    // Six days of 8 + 1 hours: 40 straight, 8 over the week, 6 over a day; the seventh 8 at 1.5 and 1 at 2.
    expect(hours.overtimeMinutes).toBe((8 + 6 + 9) * 60)
    expect(hours.cost).toBe(10 * (40 + 8 * 1.5 + 6 * 1.5 + 8 * 1.5 + 1 * 2))
  })

  it('United States: over 40 hours half as much again; Ontario: over 44', () => {
    const week = planOf([1, 2, 3, 4, 5].map((day): Sketch => [day, 8, 18, [12, 12.5]]))
    for (const [id, hours] of [
      ['us-flsa', 7.5],
      ['ca-on-esa', 3.5],
    ] as const)
      expect(weekHours(week, { rules: rulesOf(id), firstDate: MONDAY }).overtimeMinutes).toBe(hours * 60)
    expect(texts(planOf([[1, 8, 14]]), rulesOf('ca-on-esa'))).toEqual([
      'work-without-break: Mon: 6 h without a break, 1 h over the 5 h allowed (ESA 2000 s. 20(1))',
    ])
  })

  it('minors of 14 and 15: hours of the day, of a school day and of a school week; to 21:00 in summer', () => {
    const ann: AgentRules = applyPackToAgent({}, pack('us-minors-14-15'))
    expect(agentRulesSchema.parse(ann)).toEqual(ann)
    const rules = (own: AgentRules): Rules => ({ ...NO_RULES, agents: { ann: own } })
    const plan = planOf([
      [1, 16, 20],
      [6, 8, 16],
    ])
    expect(texts(plan, rules(ann), '2026-05-18')).toEqual([
      'minor-times: Mon: 1 h of the shift outside the hours allowed for minors (29 CFR § 570.35(a))',
      'minor-day: Mon: 4 h of work by a minor, 1 h over the 3 h allowed on a day with school (29 CFR § 570.35(a))',
    ])
    const noSchool = { ...ann, minor: { ...ann.minor!, schoolBreaks: [{ from: '2026-06-20', to: '2026-08-31' }] } }
    expect(texts(plan, rules(noSchool), '2026-07-06')).toEqual([])
    expect(texts(plan, rules(noSchool), '2026-09-07')).toEqual([
      'minor-day: Mon: 4 h of work by a minor, 1 h over the 3 h allowed on a day with school (29 CFR § 570.35(a))',
    ])
    expect(texts(plan, rules({ minor: { ...ann.minor!, maxSchoolDayHours: 2 } }), '2026-05-18')[1]).toBe(
      'minor-day: Mon: 4 h of work by a minor, 2 h over the 2 h allowed on a day with school',
    )
  })

  it('a number that was changed is not the law’s any more, and neither is an agent’s own', () => {
    const plan = planOf([
      [1, 8, 22, [12, 13], [17, 18]],
      [2, 7, 10],
    ])
    const limits = { ...applyPack(NO_PLAN_RULES, pack('uk-wtr')).limits, minRestHours: 10, maxDaySpanHours: null }
    expect(texts(plan, rulesOf('uk-wtr', { limits }))).toEqual([
      'short-rest: 9 h of rest between Mon and Tue, 1 h less than the 10 h required',
    ])
    const own = { ...rulesOf('uk-wtr', { limits }), agents: { ann: { minRestHours: 11 } } }
    expect(texts(plan, own)).toEqual(['short-rest: 9 h of rest between Mon and Tue, 2 h less than the 11 h required'])
  })

  it('usual limits are rules too, of no law', () => {
    const plan = { ...NO_PLAN_RULES, ...USUAL_LIMITS }
    expect(planRulesSchema.parse(plan)).toEqual(plan)
    expect(plan.pack).toBeUndefined()
  })
})
