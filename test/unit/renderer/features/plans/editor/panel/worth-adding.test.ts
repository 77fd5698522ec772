import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bestBlocks,
  shiftHours,
  worthAdding,
} from '../../../../../../../renderer/features/plans/editor/panel/worth-adding.ts'
import { NO_PLAN_RULES } from '../../../../../../../shared/plan/rules/rules.ts'
import { createPlanPredictor } from '../../../../../../../shared/predict/plan-prediction/plan-predictor.ts'
import { tries } from '../../../../../../support/deep.ts'
import { madeUpInputs } from '../../../../../predict/plan-prediction/made-up-inputs.ts'

const gainsWith = (hours: Readonly<Record<number, number>>): readonly number[] =>
  Array.from({ length: 168 }, (_, hour) => hours[hour] ?? 0)

describe('the best blocks of hours', () => {
  it('are those that bring most per hour, the best first', () => {
    const gains = gainsWith({ 10: 5, 11: 6, 12: 6, 13: 5, 40: 3, 41: 3, 42: 3, 43: 3 })
    expect(bestBlocks(gains, [4, 8])).toMatchObject([
      { from: 10, to: 14 },
      { from: 40, to: 44 },
    ])
  })

  it('go on as long as they stay nearly as good', () => {
    expect(bestBlocks(gainsWith({ 10: 5, 11: 5, 12: 5, 13: 5, 14: 5, 15: 4.8 }), [4, 8])[0]).toMatchObject({
      from: 10,
      to: 16,
    })
    expect(bestBlocks(gainsWith({ 10: 5, 11: 5, 12: 5, 13: 5, 14: 1 }), [4, 8])[0]).toMatchObject({ from: 10, to: 14 })
  })

  it('are at most three, as long as asked, apart, and inside the week', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 168, maxLength: 168 }), (gains) => {
        const blocks = bestBlocks(gains, [4, 8])
        expect(blocks.length).toBeLessThanOrEqual(3)
        for (const { from, to } of blocks) {
          expect(to - from).toBeGreaterThanOrEqual(4)
          expect(to - from).toBeLessThanOrEqual(8)
          expect(to).toBeLessThanOrEqual(168)
          expect(blocks.filter((other) => other.from < to && other.to > from)).toHaveLength(1)
        }
      }),
      tries(30),
    )
  })

  it('are none where nobody would find anybody more', () => {
    expect(bestBlocks(gainsWith({}), [4, 8])).toEqual([])
  })
})

describe('what is worth adding', () => {
  // A week that begins on a Sunday; visitors come on its third day from noon to six.
  const inputs = madeUpInputs({
    agents: 2,
    visitorsPerSlot: (slot) => (slot >= 2 * 96 + 48 && slot < 2 * 96 + 72 ? 6 : 0.001),
  })
  const predictor = createPlanPredictor(inputs)
  const weekMinutes = inputs.starts.map((_, slot) => slot * 15)
  const found = worthAdding({ predictor, intervals: [], starts: inputs.starts, weekMinutes, hours: [4, 8] })

  it('lies where the visitors are', () => {
    expect(found[0]).toMatchObject({ startMinute: 2 * 1440 + 720, endMinute: 2 * 1440 + 1080 })
    expect(found).toHaveLength(1)
  })

  it('promises what the prediction says of just that shift', () => {
    const { startMinute, endMinute, visitors } = found[0]!
    const [start, end] = [inputs.starts[startMinute / 15]!, inputs.starts[endMinute / 15]!]
    const covered = predictor.predict([{ shiftId: 'x', agentId: null, localDay: 0, start, end, breaks: [] }]).totals
      .covered
    expect(visitors).toBeCloseTo(covered, 9)
  })

  it('keeps to the lengths that the rules of the plan allow', () => {
    const hours = (limits: typeof NO_PLAN_RULES.limits) =>
      shiftHours({ plan: { ...NO_PLAN_RULES, limits }, agents: {} })
    expect([
      hours({}),
      hours({ maxShiftHours: 6 }),
      hours({ minShiftHours: 5.5 }),
      hours({ minShiftHours: 9, maxShiftHours: 12 }),
      hours({ maxShiftHours: 3 }),
    ]).toEqual([
      [4, 8],
      [4, 6],
      [6, 8],
      [9, 9],
      [3, 3],
    ])
  })
})
