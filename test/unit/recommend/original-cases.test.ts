import { describe, expect, it } from 'vitest'
import { callRule, priorityOf, USUAL_THRESHOLDS } from '../../../shared/recommend/index.ts'
import { CLASSIFICATION, STAFFING_CASES } from '../../support/original-cases.ts'
import { blocksOf, originalPriority } from './original-blocks.ts'

const { staffing } = CLASSIFICATION

const ruleOf = (ringRate: number, callSeconds: number) =>
  callRule({ ringRate: { value: ringRate, of: 'own' }, averageCallSeconds: { value: callSeconds, of: 'own' } })

/** Where ours differs from what it was when the cases were compared, or from the dashboard's, and why. */
const WHY: Readonly<Record<string, string>> = {
  b06: 'Hour ten on Monday and hour eleven on Friday are not one block over both hours of both days.',
  b07: 'Agents are counted for each hour: the peak needs three, and an agent in the hours beside it would win less than one visitor a week.',
  b08: 'One missed of a thousand: well covered; and at a target of 100% no agent would win a visitor a week.',
  b09: 'Seven of a hundred missed reach a target of 90%.',
  b11: 'Blocks that miss the same come in the order of their days, not of their hours.',
  b12: 'One missed of ten reaches a target of 90%; and at 100% no agent would win a visitor a week.',
  b13: 'Priorities go by visitors missed in 30 days, so that a week is not thought small.',
  b14: 'Agents are counted an hour, however many weeks the range holds.',
  b15: 'Agents are counted an hour, however many weeks the range holds.',
  b17: 'No more visitors ring than come.',
}
/** Ours by target, where they changed since the cases were compared: an agent has to win a visitor a week in each hour. */
const CHANGED: Readonly<
  Record<string, { readonly target90: readonly string[]; readonly target100: readonly string[] }>
> = {
  b07: { target90: ['Mon 12-13 missed 900/1000 critical +3'], target100: ['Mon 12-13 missed 900/1000 critical +3'] },
  b08: { target90: [], target100: [] },
  b12: { target90: [], target100: [] },
}

describe('a staffing rule of the original dashboard', () => {
  it('is in one of 293 cases', () => {
    const { capacity, agents, priorities, blocks } = STAFFING_CASES
    expect([capacity, agents, priorities, blocks].map(({ length }) => length)).toEqual([21, 195, 60, 17])
    expect(staffing.blocks.map(({ id }) => id)).toEqual(blocks.map(({ id }) => id))
  })

  it.each(STAFFING_CASES.capacity)(
    '$id: calls of $callSeconds s that an agent takes an hour',
    ({ callSeconds, ringRate }) => {
      const { ours, original } = staffing.capacity.find((one) => one.callSeconds === callSeconds)!
      expect([ruleOf(ringRate, callSeconds).callsPerAgentHour, original]).toEqual([ours, ours])
    },
  )

  it.each(STAFFING_CASES.agents)(
    'agents for %d missed an hour, of whom %d ring, for %d s',
    (missed, ringRate, callSeconds) => {
      const { agentsFor, callsPerAgentHour } = ruleOf(ringRate, callSeconds)
      // In whole numbers: hundredths of rings over hundredths of calls, rounded up.
      const [rings, calls] = [BigInt(missed) * BigInt(Math.round(100 * ringRate)), 100n * BigInt(callsPerAgentHour)]
      const needed = Number((rings + calls - 1n) / calls)
      expect(agentsFor(missed)).toBe(Math.max(1, needed))
    },
  )

  it.each(STAFFING_CASES.priorities)('the priority of $missed missed in $days days', ({ missed, days }) => {
    const differing = staffing.prioritiesDiffering.find((one) => one.missed === missed && one.days === days)
    const ours = priorityOf(missed, days, USUAL_THRESHOLDS)
    // Ours is of 30 days: where it differs the range is shorter or longer.
    expect([ours, originalPriority(missed)]).toEqual([differing?.ours ?? ours, differing?.original ?? ours])
    expect(differing !== undefined && days === 30).toBe(false)
  })

  it.each(STAFFING_CASES.blocks)('$id: $what', (one) => {
    const compared = staffing.blocks.find(({ id }) => id === one.id)!
    const { target90, target100 } = CHANGED[one.id] ?? compared
    expect(blocksOf(one, 0.9)).toEqual(target90)
    expect(blocksOf(one, 1)).toEqual(target100)
    const isSame = [target90, target100].every((blocks) => JSON.stringify(blocks) === JSON.stringify(compared.original))
    expect(WHY[one.id] !== undefined).toBe(!isSame)
  })
})
