import { expect, it } from 'vitest'
import { alertRuleSchema } from '../../../shared/alerts/alert-rule.ts'
import { CALM, stepAlert, type AlertState } from '../../../shared/alerts/episode.ts'
import { isComplete, judge, type AlertSample } from '../../../shared/alerts/judge.ts'
import { HOUR_MS, MINUTE_MS } from '../../../shared/foundation/minutes.ts'

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
const EMPTY: AlertSample = { now: 0, minutes: new Map(), next: null, agents: null, poolNames: new Map() }

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
