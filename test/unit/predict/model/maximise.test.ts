import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bins } from '../../../../shared/predict/model/bins.ts'
import { likelihoodOf } from '../../../../shared/predict/model/likelihood.ts'
import { maximise } from '../../../../shared/predict/model/maximise.ts'

/** [agents, visitors an hour, visits, covered], as bins whose load is proportional to the holding time. */
function binsOf(rows: readonly (readonly [agents: number, perHour: number, visits: number, covered: number])[]): Bins {
  return {
    length: rows.length,
    agents: Int32Array.from(rows, ([agents]) => agents),
    load: Float64Array.from(rows, ([, perHour]) => perHour / 60),
    shares: new Float64Array(rows.length).fill(1),
    powers: new Float64Array(rows.length).fill(1),
    covered: Float64Array.from(rows, ([, , , covered]) => covered),
    missed: Float64Array.from(rows, ([, , visits, covered]) => visits - covered),
    reference: Float64Array.of(0),
  }
}

const NO_PRIORS = { means: [0, 0], precisions: [0, 0] }
const ROWS = [
  [1, 10, 200, 120],
  [2, 20, 400, 260],
  [3, 30, 600, 430],
  [2, 12, 240, 190],
] as const

describe('the likeliest holding time', () => {
  it('is the known one for agents who are always available', () => {
    const found = maximise(binsOf(ROWS), [Math.log(5)], {
      visitorsPerAgent: 1,
      fixedAvailability: 1,
      priors: NO_PRIORS,
    })
    expect(Math.exp(found.parameters[0]!) / 60).toBeCloseTo(0.0830022417, 9)
    expect(found.objective).toBeCloseTo(-875.35223, 6)
    const fitted = ROWS.map((row) => {
      const likelihood = likelihoodOf(binsOf([[row[0], row[1], 1, 1]]), found.parameters, {
        visitorsPerAgent: 1,
        fixedAvailability: 1,
      })
      return Math.exp(likelihood.value)
    })
    ;[0.546441, 0.658766, 0.719186, 0.800954].forEach((rate, index) => expect(fitted[index]).toBeCloseTo(rate, 6))
  })

  it('is (N - K) / (K lambda) with one agent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 1, max: 50, noNaN: true }),
        (covered, missed, perHour) => {
          const hours = missed / (covered * perHour)
          fc.pre(hours > 1 / 3600 && hours < 24)
          const found = maximise(binsOf([[1, perHour, covered + missed, covered]]), [Math.log(5)], {
            visitorsPerAgent: 1,
            fixedAvailability: 1,
            priors: NO_PRIORS,
          })
          expect(Math.exp(found.parameters[0]!) / 60 / hours).toBeCloseTo(1, 6)
        },
      ),
    )
  })

  it('goes up the slope that the likelihood really has', () => {
    const bins = binsOf(ROWS)
    const options = { visitorsPerAgent: 2, fixedAvailability: null }
    const at = [1.3, 1.7]
    const { gradient } = likelihoodOf(bins, at, options)
    at.forEach((value, index) => {
      const moved = (by: number): number => likelihoodOf(bins, at.with(index, value + by), options).value
      expect(gradient[index]).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 4)
    })
  })

  it('stays finite whatever was counted', () => {
    const row = fc.tuple(
      fc.integer({ min: 1, max: 400 }),
      fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
      fc.integer({ min: 1, max: 100_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), fc.integer({ min: 1, max: 5 }), (rows, visitorsPerAgent) => {
        const bins = binsOf(
          rows.map(
            ([agents, perHour, visits, share]) => [agents, perHour, visits, Math.floor(visits * share)] as const,
          ),
        )
        const found = maximise(bins, [Math.log(5), 2], {
          visitorsPerAgent,
          fixedAvailability: null,
          priors: { means: [Math.log(5), 2], precisions: [1, 1] },
        })
        for (const value of [...found.parameters, found.objective]) expect(Number.isFinite(value)).toBe(true)
      }),
    )
  })
})
