import { describe, expect, it } from 'vitest'
import { nextVisitor } from '../../../../shared/compare/today/next-visitor.ts'
import { HOUR_MS, MINUTE_MS } from '../../../../shared/foundation/minutes.ts'
import { coverageWith } from '../../../../shared/predict/model/coverage.ts'
import type { PredictionFacts } from '../../../../shared/predict/assemble/facts.ts'
import type { PredictionInputs } from '../../../../shared/predict/types.ts'
import { madeUpInputs } from '../../predict/plan-prediction/made-up-inputs.ts'

const QUIET = { dispersion: 1, slotCv: 0, dayCv: 0, weekCv: 0 }
const PER_SLOT = 5
const inputs = madeUpInputs({ noise: QUIET, visitorsPerSlot: () => PER_SLOT, membersOf: () => ['ann', 'bob', 'cy'] })
const MIDNIGHT = inputs.starts[0]!
const NOON = MIDNIGHT + 12 * HOUR_MS

function factsWith(online: readonly string[], changes: Partial<PredictionFacts> = {}): PredictionFacts {
  return {
    batches: [],
    countryRule: null,
    sessions: online.map((agentId) => ({ agentId, startedAt: NOON - 3 * HOUR_MS, endedAt: null })),
    pools: null,
    members: null,
    known: [{ start: MIDNIGHT, end: NOON + HOUR_MS }],
    now: NOON,
    ...changes,
  }
}

function chanceOf(from: PredictionInputs, facts: PredictionFacts, now = NOON): number {
  return nextVisitor({ inputs: from, facts, now })!.chance!
}

describe('the chance that the next visitor is covered', () => {
  it('is that of the agents who are online under the load of this moment', () => {
    const { holdingMinutes, availability } = inputs.pools[0]!.model
    const found = nextVisitor({ inputs, facts: factsWith(['ann', 'bob']), now: NOON })!
    expect(found).toMatchObject({ now: NOON, agents: 2, pools: [{ poolId: 'pool-0', agents: 2, visitorsPerHour: 20 }] })
    const load = (PER_SLOT / 15) * holdingMinutes
    expect(found.chance).toBeCloseTo(coverageWith(2, load, { availability, visitorsPerAgent: 1 }), 3)
    expect(found.pools[0]!.chance).toBe(found.chance)
  })

  it('grows with who is online, and counts nobody of another pool', () => {
    const chances = [[], ['ann'], ['ann', 'bob'], ['ann', 'bob', 'cy']].map((online) =>
      chanceOf(inputs, factsWith(online)),
    )
    expect(chances).toEqual(chances.toSorted((one, other) => one - other))
    expect(chances[0]).toBe(0)
    const stranger = nextVisitor({ inputs, facts: factsWith(['ann', 'zoe']), now: NOON })!
    expect([stranger.agents, stranger.pools[0]!.agents, stranger.chance]).toEqual([2, 1, chances[1]])
  })

  it('follows the day so far: after hours without visitors fewer are expected, and each has a better chance', () => {
    const busy = madeUpInputs({
      noise: { ...QUIET, dayCv: 0.1, slotCv: 0.3 },
      visitorsPerSlot: () => PER_SLOT,
      membersOf: () => ['ann', 'bob', 'cy'],
    })
    // Nobody came all day, so that the day is a quiet one.
    const quiet = nextVisitor({ inputs: busy, facts: factsWith(['ann']), now: NOON })!
    const atMidnight = nextVisitor({
      inputs: busy,
      facts: factsWith(['ann'], { sessions: [{ agentId: 'ann', startedAt: MIDNIGHT - HOUR_MS, endedAt: null }] }),
      now: MIDNIGHT,
    })!
    expect(quiet.pools[0]!.visitorsPerHour).toBeLessThan(0.8 * atMidnight.pools[0]!.visitorsPerHour)
    expect(quiet.pools[0]!.visitorsPerHour).toBeGreaterThan(0)
    expect(quiet.chance!).toBeGreaterThan(atMidnight.chance!)
  })

  it('is not known on another day, or where the last minutes were not synced', () => {
    expect(nextVisitor({ inputs, facts: factsWith(['ann']), now: MIDNIGHT - MINUTE_MS })).toBeNull()
    const gap = factsWith(['ann'], { known: [{ start: MIDNIGHT, end: NOON - 20 * MINUTE_MS }] })
    expect(nextVisitor({ inputs, facts: gap, now: NOON })).toBeNull()
  })

  it('is not known of a pool of which there are no sessions, nor then of all', () => {
    const [pool] = inputs.pools
    const blind = {
      ...inputs,
      pools: [{ ...pool!, model: { ...pool!.model, warnings: [{ kind: 'no-sessions' as const }] } }],
    }
    expect(nextVisitor({ inputs: blind, facts: factsWith(['ann']), now: NOON })).toMatchObject({
      chance: null,
      pools: [{ chance: null }],
    })
  })
})
