import { describe, expect, it } from 'vitest'
import { planPrint, type PlanPrintInput } from '../../../../renderer/print/plan/plan-print.ts'
import { addShifts, applyStep, emptyPlan, NO_PLAN_RULES, type PlanRules } from '../../../../shared/plan/index.ts'
import { countingIds } from '../../plan/plan-arbitraries.ts'
import { createFormatter } from '../../../../renderer/format/formatter.ts'

const british = createFormatter({ languages: ['en-GB'], firstDayOfWeek: null })
const WEEK = '2026-11-23'

function printed(
  rules: Partial<PlanRules>,
  agentId: string | null = 'ann',
  { endMinute = 1020, timeOff = [] }: { endMinute?: number; timeOff?: PlanPrintInput['timeOff'] } = {},
) {
  const empty = emptyPlan({ name: 'Plan', timeZone: 'Europe/Berlin', poolId: null, kind: 'weekly' })
  const draft = { agentId, day: 1, startMinute: 540, endMinute, breaks: [] }
  const input: PlanPrintInput = {
    plan: applyStep(empty, addShifts(empty, [draft], countingIds('s'))!),
    state: 'draft',
    firstDate: WEEK,
    agents: [],
    rules: { plan: { ...NO_PLAN_RULES, ...rules }, agents: {}, timeOff: { ann: timeOff } },
    timeOff,
    names: new Map(),
    overview: null,
    prediction: null,
    notPredicted: null,
  }
  return planPrint(input, british)
}

describe('a plan on paper', () => {
  it('says that no rules are set instead of that none is broken', () => {
    const { figures, noProblems, checked, problems } = printed({})
    expect(problems).toEqual([])
    expect(figures.at(-1)).toEqual({ label: 'To review', value: '0', note: 'No work rules set' })
    expect([noProblems, checked]).toEqual(['Every shift has an agent.', 'No work rules set.'])
  })

  it('says which rules were checked', () => {
    const kept = printed({ limits: { maxShiftHours: 10 }, noticeDays: 3 })
    expect(kept.figures.at(-1)?.note).toBe('No rule violations')
    expect([kept.noProblems, kept.checked]).toEqual([
      'No rule violations, and every shift has an agent.',
      'Checked: shift length and notice.',
    ])
    const broken = printed({ limits: { maxShiftHours: 7 } })
    expect(broken.figures.at(-1)).toMatchObject({ value: '1', note: 'See “Open issues”' })
  })

  it('says that somebody is off, and nowhere that they are ill', () => {
    const ill = { id: 'i', agentId: 'ann', kind: 'ill', from: WEEK, to: WEEK, part: null, note: 'flu' } as const
    const { roster, problems, ...rest } = printed({}, 'ann', { timeOff: [ill] })
    expect(roster.rows[0]!.away[0]).toEqual(['Off'])
    expect(problems).toEqual([{ who: 'ann', texts: ['Mon: 8 h of the shift during time off'] }])
    expect(JSON.stringify([roster, problems, rest])).not.toMatch(/\bill\b|sick|flu/iu)
  })

  it('says how much of the cost is overtime', () => {
    const { figures } = printed({ hourlyCost: 10, overtime: [{ basis: 'day', afterHours: 6, rate: 2 }] })
    expect(figures.find(({ label }) => label === 'Cost')?.note).toBe('2 h of overtime')
  })
})
