import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { membersAt } from '../../../../../shared/predict/assemble/members.ts'
import type { PredictionFacts } from '../../../../../shared/predict/assemble/facts.ts'
import { pastOf } from '../../../../../shared/predict/assemble/past.ts'
import { trafficByPool } from '../../../../../shared/predict/assemble/pool-traffic.ts'
import { english } from '../../../../../shared/language/english.ts'
import { describeStarved } from '../../../../../shared/predict/assemble/starved/describe-starved.ts'
import { countedAs, factsTogether } from '../../../../../shared/predict/assemble/starved/pools-together.ts'
import { utcDayOf } from '../../../../../shared/time/slots.ts'
import { tries } from '../../../../support/deep.ts'
import { FIRST_DAY, historyOfHabits, type Habits } from '../../../../support/pool-habits.ts'

const EVERYONE = { id: 'everyone', isCatchAll: true, agents: ['ann', 'bob', 'cy'], visitorsPerHour: 4 }
const SALES = { id: 'sales', agents: ['bob'], visitorsPerHour: 3 }
const WORLD: Habits = { days: 21, agentPool: 'everyone', online: ['ann', 'bob', 'cy'], pools: [EVERYONE, SALES] }
const starvedIn = (facts: PredictionFacts) => pastOf(facts, facts.now)
const recorded = (habits: Habits) =>
  starvedIn(historyOfHabits(habits)).starved.map(({ poolId, recordedUnder }) => [poolId, recordedUnder])

describe('what the agents of a starved pool take', () => {
  it('is recorded under the catch-all', () => {
    expect(recorded(WORLD)).toEqual([['sales', ['everyone']]])
    expect(starvedIn(historyOfHabits(WORLD)).loads).toEqual([{ poolId: 'everyone', others: ['sales'] }])
  })

  it('is recorded under the catch-all also where that shares no agent or lists none', () => {
    expect(recorded({ ...WORLD, pools: [{ ...EVERYONE, agents: ['ann'] }, SALES] })).toEqual([['sales', ['everyone']]])
    expect(recorded({ ...WORLD, pools: [{ ...EVERYONE, agents: null }, SALES] })).toEqual([['sales', ['everyone']]])
  })

  it('is recorded under the pools that share its agents where there is no catch-all', () => {
    const pools = [
      { ...EVERYONE, isCatchAll: false },
      SALES,
      { id: 'apart', agents: ['dan'], visitorsPerHour: 2, ownDays: { from: 0, until: 21 } },
    ]
    expect(recorded({ ...WORLD, online: ['ann', 'bob', 'cy', 'dan'], pools })).toEqual([['sales', ['everyone']]])
  })

  it('is recorded under no pool where agents have none, or under any where nobody knows who serves which', () => {
    expect(recorded({ ...WORLD, agentPool: null, pools: [SALES] })).toEqual([['sales', [null]]])
    expect(
      recorded({
        ...WORLD,
        taking: 0.3,
        pools: [
          { ...EVERYONE, agents: null },
          { ...SALES, agents: null },
        ],
      }),
    ).toEqual([['sales', ['everyone']]])
  })

  it('is nowhere where no visit is covered at all', () => {
    const nobody = historyOfHabits({ ...WORLD, taking: 0, pools: [SALES] })
    expect(starvedIn(nobody)).toMatchObject({ starved: [{ poolId: 'sales', recordedUnder: [] }], loads: [] })
  })

  it('makes one load of all pools that lose visits to the same one', () => {
    const { loads, starved } = starvedIn(
      historyOfHabits({ ...WORLD, pools: [EVERYONE, SALES, { ...SALES, id: 'help', agents: ['cy'] }] }),
    )
    expect(starved.map(({ poolId }) => poolId)).toEqual(['help', 'sales'])
    expect(loads).toEqual([{ poolId: 'everyone', others: ['help', 'sales'] }])
    expect(['help', 'sales', 'everyone', 'gone', null].map((poolId) => countedAs(loads, poolId))).toEqual([
      'everyone',
      'everyone',
      'everyone',
      'gone',
      null,
    ])
  })
})

describe('a pool that is not starved', () => {
  it('is one whose covered visits are its own', () => {
    expect(recorded({ ...WORLD, pools: [EVERYONE, { ...SALES, ownDays: { from: 0, until: 21 } }] })).toEqual([])
  })

  it('is one whose agents are never online, since all of its visitors are missed', () => {
    expect(recorded({ ...WORLD, pools: [EVERYONE, { ...SALES, agents: ['left'] }] })).toEqual([])
    expect(recorded({ ...WORLD, pools: [EVERYONE, { ...SALES, agents: [] }] })).toEqual([])
  })

  it('is not made one by visitors of countries that do not count', () => {
    // Nobody is ever asked to take visitors of blocked countries: all of them are missed.
    const blocked = historyOfHabits({ ...WORLD, taking: 0, country: () => 'AU', pools: [SALES] })
    expect(starvedIn({ ...blocked, countryRule: { mode: 'blocklist', countries: ['AU'] } }).starved).toEqual([])
    expect(starvedIn(blocked).starved).toHaveLength(1)
  })
})

describe('facts with pools together', () => {
  const facts = historyOfHabits(WORLD)
  const loads = [{ poolId: 'everyone', others: ['sales'] }]
  const slots = { countryRule: null, fromSlot: 0, toSlot: facts.now / 900_000 }

  it('hold every visit once', () => {
    const [one, ...rest] = trafficByPool(factsTogether(facts, loads, facts.now).batches, slots)
    const total = (traffic: ReturnType<typeof trafficByPool>, key: 'visitors' | 'covered'): number =>
      traffic.reduce((sum, { series }) => sum + series[key].reduce((all, value) => all + value, 0), 0)
    expect([one!.poolId, rest]).toEqual(['everyone', []])
    for (const key of ['visitors', 'covered'] as const)
      expect(total([one!], key)).toBe(total(trafficByPool(facts.batches, slots), key))
  })

  it('are the same facts where there is nothing to put together', () => {
    expect(factsTogether(facts, [], facts.now)).toBe(facts)
  })

  it('are served by whoever serves one of the pools', () => {
    const agents = fc.option(fc.subarray(['ann', 'bob', 'cy']), { nil: null })
    fc.assert(
      fc.property(agents, agents, (ofEveryone, ofSales) => {
        const some = historyOfHabits({
          ...WORLD,
          days: 1,
          pools: [
            { ...EVERYONE, agents: ofEveryone },
            { ...SALES, agents: ofSales },
          ],
        })
        const wanted = ['everyone', 'sales'].map((poolId) => membersAt(some, poolId, some.now))
        const found = membersAt(factsTogether(some, loads, some.now), 'everyone', some.now)
        expect(found).toEqual(
          wanted.includes(null) ? null : [...new Set(wanted.flatMap((members) => members ?? []))].toSorted(),
        )
      }),
      tries(50, 1),
    )
  })

  it('know who has left', () => {
    const left = {
      ...facts,
      members: facts.members!.map((member) =>
        member.agentId === 'bob' ? { ...member, untilDay: utcDayOf(FIRST_DAY) + 10 } : member,
      ),
    }
    expect(membersAt(factsTogether(left, loads, left.now), 'everyone', left.now)).toEqual(['ann', 'cy'])
  })

  it('have a pool of visits without one', () => {
    const none = historyOfHabits({ ...WORLD, agentPool: null, pools: [SALES] })
    const { facts: together, traffic } = starvedIn(none)
    expect(traffic.map(({ poolId }) => poolId)).toEqual([null])
    expect([together.pools, membersAt(together, null, none.now)]).toEqual([[], null])
  })
})

describe('the text about starved pools', () => {
  const pool = {
    poolId: 'sales',
    visitors: 420,
    covered: 0,
    days: 21,
    onlineShare: 0.826,
    isPart: false,
    recordedUnder: ['everyone'],
  }
  const nameOf = (id: string): string => id.toUpperCase()

  it('says where its covered visits are', () => {
    expect(describeStarved([pool], nameOf, english())).toEqual([
      'SALES shows 0% coverage although its agents are online for 83% of its visits. Visits that its agents take seem to be recorded under EVERYONE. Predictions, recommendations and Compare treat these pools as one.',
    ])
    expect(describeStarved([{ ...pool, recordedUnder: ['a', 'b', null] }], nameOf, english())[0]).toContain(
      'recorded under A, B, and no pool.',
    )
  })

  it('says that they are nowhere', () => {
    expect(describeStarved([{ ...pool, poolId: null, recordedUnder: [] }], nameOf, english())).toEqual([
      'Visits without a pool show 0% coverage although agents are online for 83% of them. No other pool shows visits that its agents take. No staffing is recommended: check which pool your website records when an agent takes a visit.',
    ])
  })

  it('says once that several are treated as one', () => {
    const texts = describeStarved([pool, { ...pool, poolId: 'help' }], nameOf, english())
    expect(texts).toHaveLength(3)
    expect(texts.filter((text) => text.includes('treat these pools as one'))).toEqual([texts[2]])
  })
})
