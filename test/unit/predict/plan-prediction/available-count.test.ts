import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countOf } from '../../../../shared/predict/model/binomial.ts'
import { AvailableCount } from '../../../../shared/predict/plan-prediction/available-count.ts'
import { tries } from '../../../support/deep.ts'

describe('the number of agents available', () => {
  it('is distributed as when agents are added one by one', () => {
    const count = new AvailableCount()
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 90 }),
        (chances) => {
          count.agents(chances.length).set(chances)
          const expected = countOf(chances)
          const values = Float64Array.from({ length: 100 }, (_, index) => Math.sin(index))
          const mean = expected.reduce((sum, chance, index) => sum + chance * values[index]!, 0)
          expect(count.expect(chances.length, values, 0)).toBeCloseTo(mean, 8)
        },
      ),
      tries(300, 3),
    )
  })
})
