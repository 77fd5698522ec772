import { describe, expect, it } from 'vitest'
import { backtestedWeek } from '../../../electron/backend/staffing/backtested-week.ts'
import { totalsByPool, weeksOfPool } from '../../../electron/backend/staffing/calibration.ts'
import { assembleInputs } from '../../../shared/predict/assemble/assemble-inputs.ts'
import type { PublishedPlan } from '../../../shared/plan/published-plans.ts'
import { smallHistory } from '../predict/assemble/small-history.ts'

const facts = smallHistory({ days: 42 })
const inputs = assembleInputs(facts, { timeZone: 'UTC', firstDate: '2026-02-09', knownDays: [], seed: 1, draws: 20 })
const tried = (...published: readonly PublishedPlan[]) => {
  const { predictedCovered, byPool } = backtestedWeek(facts, inputs, published)
  return {
    all: predictedCovered,
    ...Object.fromEntries(byPool.map((pool) => [pool.poolId ?? 'none', pool.predictedCovered])),
  }
}

/** A plan in which nobody works. */
function nobodyWorks(poolId: string | null, fields: Partial<PublishedPlan> = {}): PublishedPlan {
  return {
    id: `${poolId}`,
    plan: { name: 'Nobody', timeZone: 'UTC', poolId, kind: 'weekly', shifts: [] },
    from: '2026-01-05',
    to: null,
    publishedAt: inputs.origin - 1,
    ...fields,
  }
}

describe('a past week of each pool', () => {
  const usual = tried()

  it('goes by the usual staffing where nothing was published', () => {
    expect(Object.keys(usual)).toEqual(['all', 'sales', 'support', 'none'])
    expect(Object.values(usual).every((covered) => covered > 0)).toBe(true)
  })

  it("goes by the pool's own plan, else by the one for all", () => {
    expect(tried(nobodyWorks('sales'))).toEqual({ ...usual, sales: 0 })
    expect(tried(nobodyWorks(null))).toEqual({ all: 0, sales: 0, support: 0, none: 0 })
  })

  it('knows nothing of what was published after it began, or for other weeks', () => {
    expect(
      tried(
        nobodyWorks(null, { publishedAt: inputs.origin + 1 }),
        nobodyWorks('sales', { from: '2026-02-16' }),
        nobodyWorks('support', { to: '2026-02-08' }),
      ),
    ).toEqual(usual)
  })

  it('is found again by its pool, and told without its hours', () => {
    const week = backtestedWeek(facts, inputs, [])
    expect(weeksOfPool([week], undefined)).toEqual([expect.not.objectContaining({ byPool: week.byPool })])
    expect(weeksOfPool([week], null)).toEqual([week.byPool[2]])
    expect(weeksOfPool([week], 'nowhere')).toEqual([])
    const totals = totalsByPool([week])
    expect(totals.map(({ poolId }) => poolId)).toEqual(['sales', 'support', null])
    expect(totals[0]!.weeks[0]).toMatchObject({ week: '2026-02-09', visitors: week.byPool[0]!.visitors })
    expect(totals[0]!.weeks[0]).not.toHaveProperty('cells')
  })
})
