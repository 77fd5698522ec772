import { describe, expect, it } from 'vitest'
import { withStarvedWarnings } from '../../../../../../../electron/backend/coverage/starved-report.ts'
import { visitorsBand } from '../../../../../../../renderer/features/plans/editor/strips/strip-bands.ts'
import { assembleInputs } from '../../../../../../../shared/predict/assemble/assemble-inputs.ts'
import { pastOf } from '../../../../../../../shared/predict/assemble/past.ts'
import { starvedPoolsOf } from '../../../../../../../shared/predict/plan-pools.ts'
import { historyOfHabits } from '../../../../../../support/pool-habits.ts'

const TEAM = ['ann', 'bob']
const facts = historyOfHabits({
  days: 21,
  agentPool: 'everyone',
  online: TEAM,
  taking: 0.4,
  pools: [
    { id: 'everyone', isCatchAll: true, agents: TEAM, visitorsPerHour: 4 },
    { id: 'sales', agents: TEAM, visitorsPerHour: 4 },
    { id: 'apart', agents: ['cy'], visitorsPerHour: 2 },
  ],
})
const inputs = withStarvedWarnings(
  assembleInputs(facts, { timeZone: 'UTC', firstDate: '2026-01-26', knownDays: [], seed: 1, draws: 5 }),
  pastOf(facts, facts.now).starved,
  (id) => id.toUpperCase(),
)

describe('a plan of a pool that is predicted together with others', () => {
  it('says so, as does one of the other pool, and no other plan', () => {
    const starvedOf = (poolId: string | null) => starvedPoolsOf(inputs, { poolId }).map(({ names }) => names)
    const names = { sales: 'SALES', everyone: 'EVERYONE' }
    expect([starvedOf('sales'), starvedOf('everyone'), starvedOf('apart'), starvedOf(null)]).toEqual([
      [names],
      [names],
      [],
      [],
    ])
  })

  it('shows the visitors of all of them', () => {
    const upper = (poolId: string): number =>
      Array.from(visitorsBand(inputs, poolId).upper).reduce((sum, value) => sum + value, 0)
    expect(upper('sales')).toBe(upper('everyone'))
    expect(upper('sales')).toBeGreaterThan(upper('apart'))
  })
})
