import { describe, expect, it } from 'vitest'
import { DAY_MS } from '../../../../shared/foundation/minutes.ts'
import type { MembershipFact, PoolFact } from '../../../../shared/predict/assemble/facts.ts'
import { membersAt } from '../../../../shared/predict/assemble/members.ts'

const TODAY = 20_000
const AT = TODAY * DAY_MS + 1
const pool = (id: string, isCatchAll = false): PoolFact => ({ id, isCatchAll, present: true })
const member = (poolId: string, agentId: string, days: Partial<MembershipFact> = {}): MembershipFact => ({
  poolId,
  agentId,
  fromDay: null,
  untilDay: null,
  ...days,
})
const served = (poolId: string | null, pools: readonly PoolFact[] | null, members: readonly MembershipFact[] | null) =>
  membersAt({ pools, members }, poolId, AT)

describe('who serves a pool', () => {
  it('is who was listed on the day of the origin, each once and in order', () => {
    const members = [
      member('sales', 'zoe'),
      member('sales', 'ann'),
      member('sales', 'ann', { fromDay: TODAY }),
      member('support', 'bob'),
    ]
    expect(served('sales', [pool('sales'), pool('support')], members)).toEqual(['ann', 'zoe'])
  })

  it('is not who joined later, nor who had left', () => {
    const members = [
      member('sales', 'ann'),
      member('sales', 'late', { fromDay: TODAY + 1 }),
      member('sales', 'gone', { untilDay: TODAY }),
    ]
    expect(served('sales', [pool('sales')], members)).toEqual(['ann'])
    expect(membersAt({ pools: [pool('sales')], members }, 'sales', AT + DAY_MS)).toEqual(['ann', 'late'])
    expect(membersAt({ pools: [pool('sales')], members }, 'sales', AT - DAY_MS)).toEqual(['ann', 'gone'])
  })

  it('is everybody for visits without a pool, and where membership is not known', () => {
    expect(served(null, [pool('sales')], [member('sales', 'ann')])).toBeNull()
    expect(served('sales', [pool('sales')], null)).toBeNull()
  })

  it('is everybody for a catch-all pool that lists nobody, and nobody for another', () => {
    const members = [member('sales', 'ann'), member('all', 'gone', { untilDay: TODAY })]
    const pools = [pool('sales'), pool('all', true), pool('empty')]
    expect(served('all', pools, members)).toBeNull()
    expect(served('empty', pools, members)).toEqual([])
  })

  it('is everybody for a pool that the source does not name, unless it lists somebody', () => {
    expect(served('unnamed', [pool('sales')], [member('sales', 'ann')])).toBeNull()
    expect(served('unnamed', null, [member('unnamed', 'ann')])).toEqual(['ann'])
  })
})
