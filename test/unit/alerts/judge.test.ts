import { describe, expect, it } from 'vitest'
import { alertRuleSchema, type AlertRule } from '../../../shared/alerts/alert-rule.ts'
import { CALM, stepAlert, type AlertState } from '../../../shared/alerts/episode.ts'
import { isComplete, judge, type AlertSample, type JudgedOrganization } from '../../../shared/alerts/judge.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/foundation/minutes.ts'

const RULE = alertRuleSchema.parse({
  id: 'rule',
  name: 'Absent',
  isOn: true,
  measure: 'absent',
  scope: { kind: 'all' },
  minutes: 60,
  threshold: null,
  forMinutes: 15,
  quiet: null,
  desktop: true,
  channels: [],
  names: false,
  reviewed: null,
})
const EMPTY: AlertSample = {
  now: 0,
  minutes: new Map(),
  next: null,
  agents: null,
  organizations: null,
  poolNames: new Map(),
}

it('an agent who is marked as absent is not said to be back before the shift is over', () => {
  const shift = { start: 0, end: 8 * HOUR_MS }
  let state: AlertState = CALM
  const look = (minute: number, how: 'missing' | 'marked' | 'fine') => {
    const at = minute * MINUTE_MS
    const agents = [{ agentId: 'ann', name: 'Ann', state: how, shift, poolIds: [] }]
    const [judgement] = judge(RULE, { ...EMPTY, now: at, agents }, 90)
    const step = stepAlert(state, {
      at,
      chance: judgement!.chance,
      isQuiet: false,
      every: 5,
      forMs: RULE.forMinutes * MINUTE_MS,
    })
    state = step.state
    return step.event?.kind ?? null
  }
  expect([look(10, 'missing'), look(25, 'missing'), look(30, 'marked'), look(60, 'marked')]).toEqual([
    null,
    'raise',
    null,
    null,
  ])
  expect(look(120, 'fine')).toBe('clear')
})

it('a sample in which something is not known does not tell of everything', () => {
  const coverage = { ...RULE, measure: 'coverage' as const }
  expect([isComplete(RULE, EMPTY), isComplete(RULE, { ...EMPTY, agents: [] })]).toEqual([false, true])
  expect(isComplete(coverage, { ...EMPTY, minutes: new Map([[60, null]]) })).toBe(false)
  expect(isComplete(coverage, { ...EMPTY, minutes: new Map([[60, []]]) })).toBe(true)
})

it('a pool that is predicted as another is watched as that', () => {
  const rule = {
    ...RULE,
    measure: 'next-visitor' as const,
    threshold: 50,
    scope: { kind: 'pool', poolId: 'sales' } as const,
  }
  const pools = [
    { poolId: 'everyone', includes: ['everyone', 'sales'], chance: 0.1, agents: 0, visitorsPerHour: 20 },
    { poolId: 'support', chance: 0.9, agents: 3, visitorsPerHour: 20 },
  ]
  const judgements = judge(rule, { ...EMPTY, next: { chance: 0.5, agents: 3, pools } }, 90)
  expect(judgements).toMatchObject([{ subject: 'pool:everyone', chance: 1 }])
})

describe('an organization', () => {
  const rule = { ...RULE, measure: 'organization-health' as const, forMinutes: 0 }
  const organization = (fields: Partial<JudgedOrganization>): JudgedOrganization => ({
    id: 'a',
    name: 'Acme',
    isOwn: false,
    isActive: true,
    level: 'medium',
    fall: null,
    score: 70,
    dashboardScore: 66,
    ...fields,
  })
  const judged = (fields: Partial<JudgedOrganization>, now = 0, scope: AlertRule['scope'] = { kind: 'all' }) =>
    judge({ ...rule, scope }, { ...EMPTY, now, organizations: [organization(fields)] }, 90).map(
      ({ subject, chance }) => `${subject.split(':')[2]} ${chance}`,
    )

  it('is wrong in the class that it fell to, and only while that is news', () => {
    expect(judged({})).toEqual(['critical 0', 'high 0', 'medium 0.9'])
    const fall = { from: 'medium', to: 'high', at: 0 } as const
    expect(judged({ level: 'high', fall })).toEqual(['critical 0', 'high 1', 'medium 0.9'])
    expect(judged({ level: 'high', fall }, 8 * DAY_MS)).toEqual(['critical 0', 'high 0.9', 'medium 0.9'])
  })

  it('that falls further ends nothing that was raised before', () => {
    expect(judged({ level: 'critical', fall: { from: 'high', to: 'critical', at: 0 } })).toEqual([
      'critical 1',
      'high 0.9',
      'medium 0.9',
    ])
  })

  it('is watched where its subscription is active, or where it is the own one', () => {
    expect(judged({ isActive: false })).toEqual([])
    expect(judged({}, 0, { kind: 'organization' })).toEqual([])
    expect(judged({ isActive: false, isOwn: true }, 0, { kind: 'organization' })).toHaveLength(3)
  })
})

it('a pool that counts under another is watched with it, by both names', () => {
  const pools = [
    { poolId: 'all', includes: ['sales'], visitors: 40, covered: 4, alone: 0 },
    { poolId: 'support', visitors: 40, covered: 40, alone: 0 },
  ]
  const coverage = { ...RULE, measure: 'coverage' as const }
  const sample = {
    ...EMPTY,
    minutes: new Map([[60, pools]]),
    poolNames: new Map([
      ['all', 'Everybody'],
      ['sales', 'Sales'],
    ]),
  }
  const named = (scope: AlertRule['scope']) =>
    judge({ ...coverage, scope }, sample, 90).map(({ subject, name }) => [subject, name])
  expect(named({ kind: 'pool', poolId: 'sales' })).toEqual([['pool:all', 'Everybody + Sales']])
  expect(named({ kind: 'each-pool' })).toEqual([
    ['pool:all', 'Everybody + Sales'],
    ['pool:support', 'support'],
    ['all', null],
  ])
})
