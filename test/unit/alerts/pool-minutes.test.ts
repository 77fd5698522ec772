import { expect, it } from 'vitest'
import { poolMinutes } from '../../../shared/alerts/pool-minutes.ts'
import { chanceBelow } from '../../../shared/alerts/chance-below.ts'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { pastOf } from '../../../shared/predict/assemble/past.ts'
import { FIRST_DAY, historyOfHabits } from '../../support/pool-habits.ts'

const TEAM = ['ann', 'bob']
const DAYS = 28
/** Everybody takes visitors of all pages, and the visits are recorded under the pool of the agents. */
const facts = historyOfHabits({
  days: DAYS,
  agentPool: 'everyone',
  online: TEAM,
  taking: 0.4,
  pools: [
    { id: 'everyone', isCatchAll: true, agents: TEAM, visitorsPerHour: 30 },
    { id: 'sales', agents: TEAM, visitorsPerHour: 30 },
  ],
})
const { loads } = pastOf(facts, facts.now)
/** Noon of the last day, when all are online. */
const NOON = FIRST_DAY + (DAYS - 1) * 24 * HOUR_MS + 12 * HOUR_MS

it('a pool whose visits are recorded under another one is looked at together with it', () => {
  const at = (known: typeof loads) => poolMinutes(facts, { minutes: 120, now: NOON, loads: known })!
  const apart = at([])
  const [together, ...others] = at(loads)
  const sum = (key: 'visitors' | 'covered'): number => apart.reduce((total, pool) => total + pool[key], 0)
  expect(others).toEqual([])
  expect(together).toMatchObject({
    poolId: 'everyone',
    includes: ['sales'],
    visitors: sum('visitors'),
    covered: sum('covered'),
  })
  // Alone it would be an alarm that nothing is behind.
  const sales = apart.find(({ poolId }) => poolId === 'sales')
  expect([sales!.visitors > 0, sales!.covered]).toEqual([true, 0])
  expect(chanceBelow(0.5, together!)).toBeLessThan(0.95)
  expect(chanceBelow(0.5, sales!)).toBeGreaterThan(0.95)
})
