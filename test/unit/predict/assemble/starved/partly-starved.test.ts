import { describe, expect, it } from 'vitest'
import { pastOf } from '../../../../../shared/predict/assemble/past.ts'
import { english } from '../../../../../shared/language/english.ts'
import { describeStarved } from '../../../../../shared/predict/assemble/starved/describe-starved.ts'
import { historyOfHabits, type Habits } from '../../../../support/pool-habits.ts'

const EVERYONE = { id: 'everyone', isCatchAll: true, agents: ['ann', 'bob', 'cy'], visitorsPerHour: 4 }
const SALES = { id: 'sales', agents: ['bob', 'cy'], visitorsPerHour: 4, ownShare: 0.3 }
const HELP = { id: 'help', agents: ['bob'], visitorsPerHour: 3, ownShare: 1 }
/** Half a year in which everybody is missing on one day in four. */
const WORLD: Habits = {
  days: 182,
  agentPool: 'everyone',
  online: ['ann', 'bob', 'cy'],
  working: 0.75,
  pools: [EVERYONE, SALES, HELP],
}
const found = (habits: Habits) => {
  const facts = historyOfHabits(habits)
  return pastOf(facts, facts.now)
}
const names = (habits: Habits): readonly string[] =>
  found(habits).starved.map(({ poolId, isPart }) => `${poolId} ${isPart ? 'in part' : 'wholly'}`)

describe('a pool of whose covered visits a part is recorded elsewhere', () => {
  it('is found by its share of all visits, which falls while its agents are online, and counts as one with that pool', () => {
    const { starved, loads } = found(WORLD)
    expect(starved).toMatchObject([{ poolId: 'sales', isPart: true, recordedUnder: ['everyone'] }])
    expect(loads).toEqual([{ poolId: 'everyone', others: ['sales'] }])
    const { visitors, covered } = starved[0]!
    expect(covered / visitors).toBeGreaterThan(0.1)
    expect(describeStarved([starved[0]!], (id) => id.toUpperCase(), english())[0]).toMatch(
      /^SALES shows \d\d% coverage, and while its agents are online fewer of all visits are recorded under it\. Some visits that its agents take seem to be recorded under EVERYONE\. Predictions, recommendations and Compare treat these pools as one\.$/u,
    )
  })

  it.each([1, 2, 3, 4, 5])('is found again in other such half years (%i)', (seed) => {
    expect(names({ ...WORLD, seed })).toEqual(['sales in part'])
  })

  it.each([1, 2, 3, 4, 5])('is not one that is covered less because it has fewer agents (%i)', (seed) => {
    expect(names({ ...WORLD, seed, pools: [EVERYONE, { ...SALES, agents: ['bob'], ownShare: 1 }, HELP] })).toEqual([])
  })

  it('is not known where every week is staffed as the last: nothing tells it from a pool with little coverage', () => {
    expect(names({ ...WORLD, working: 1 })).toEqual([])
  })

  it('is called wholly starved where all of them are', () => {
    expect(names({ ...WORLD, pools: [EVERYONE, { ...SALES, ownShare: 0 }, HELP] })).toEqual(['sales wholly'])
  })
})
