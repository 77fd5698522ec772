import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bins } from '../../../../shared/predict/model/bins.ts'
import { likelihoodOf, type LikelihoodOptions } from '../../../../shared/predict/model/likelihood.ts'
import { matchedAt, type LikelihoodAt } from '../../../../shared/predict/model/matched-likelihood.ts'
import { maximise, type Maximum, type NormalPriors } from '../../../../shared/predict/model/maximise.ts'

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

function likeliest(
  bins: Bins,
  start: readonly number[],
  { priors, ...options }: LikelihoodOptions & { readonly priors: NormalPriors },
): Maximum {
  return maximise((parameters) => likelihoodOf(bins, parameters, options), Float64Array.from(start), {
    priors,
    times: bins.reference.length,
  })
}
/** Two pools' visits that see the same agents, in mixes that differ. */
const MIXED: Bins = {
  length: 4,
  agents: Int32Array.of(1, 2, 3, 4),
  load: Float64Array.of(0.4, 1, 1.5, 3),
  shares: Float64Array.of(0.5, 0.5, 0.2, 0.8, 0.7, 0.3, 0.9, 0.1),
  powers: Float64Array.of(1, 0.9, 1, 0.8, 1, 0.7, 1, 1),
  covered: Float64Array.of(60, 90, 200, 150),
  missed: Float64Array.of(30, 35, 40, 44),
  reference: Float64Array.of(0, 0.2),
}

const ROWS = [
  [1, 10, 200, 120],
  [2, 20, 400, 260],
  [3, 30, 600, 430],
  [2, 12, 240, 190],
] as const

describe('the likeliest holding time', () => {
  it('is the known one for agents who are always available', () => {
    const found = likeliest(binsOf(ROWS), [Math.log(5)], {
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
          const found = likeliest(binsOf([[1, perHour, covered + missed, covered]]), [Math.log(5)], {
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

  it('bends as the slope changes, with several holding times that lag behind', () => {
    const bins = MIXED
    const options = { visitorsPerAgent: 2, fixedAvailability: null }
    const at = [0.3, -0.4, 1.7]
    expect(curvatureError((parameters) => likelihoodOf(bins, parameters, options), at)).toBeLessThan(1e-3)
  })

  it('takes few steps to it, however the pools are mixed', () => {
    let steps = 0
    const found = maximise(
      (parameters) => {
        steps += 1
        return likelihoodOf(MIXED, parameters, { visitorsPerAgent: 1, fixedAvailability: null })
      },
      Float64Array.of(Math.log(5), Math.log(5), 2),
      { priors: { means: [1.6, 1.6, 2], precisions: [1, 1, 1] }, times: 2, leastGain: 1e-6 },
    )
    expect(
      found.likelihood.gradient.every(
        (slope, index) => Math.abs(slope - found.parameters[index]! + [1.6, 1.6, 2][index]!) < 0.1,
      ),
    ).toBe(true)
    expect(steps).toBeLessThan(12)
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
        const found = likeliest(bins, [Math.log(5), 2], {
          visitorsPerAgent,
          fixedAvailability: null,
          priors: { means: [Math.log(5), 2], precisions: [1, 1] },
        })
        for (const value of [...found.parameters, found.objective]) expect(Number.isFinite(value)).toBe(true)
      }),
    )
  })
})

describe('a rough likelihood that was matched', () => {
  const exact: LikelihoodAt = (parameters) =>
    likelihoodOf(MIXED, parameters, { visitorsPerAgent: 1, fixedAvailability: null })
  const rough: LikelihoodAt = (parameters) =>
    likelihoodOf({ ...MIXED, shares: Float64Array.of(0.4, 0.6, 0.4, 0.6, 0.8, 0.2, 0.8, 0.2) }, parameters, {
      visitorsPerAgent: 1,
      fixedAvailability: null,
    })
  const at = Float64Array.of(0.2, -0.3, 1.5)
  const matched = matchedAt(rough, { at, times: 2, exact: exact(at) })

  it('has the slope and the curvature of the exact one there', () => {
    exact(at).gradient.forEach((slope, index) => expect(matched(at).gradient[index]).toBeCloseTo(slope, 8))
    exact(at).curvature.forEach((bend, place) => expect(matched(at).curvature[place]).toBeCloseTo(bend, 8))
  })

  it('goes up and bends everywhere as its value does', () => {
    const elsewhere = [0.5, -0.6, 1.1]
    const { gradient } = matched(Float64Array.from(elsewhere))
    elsewhere.forEach((value, index) => {
      const moved = (by: number): number => matched(Float64Array.from(elsewhere).with(index, value + by)).value
      expect(gradient[index]).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 4)
    })
    expect(curvatureError(matched, elsewhere)).toBeLessThan(1e-3)
  })
})

/** How far the curvature is from what the slope changes by, at most. */
function curvatureError(likelihoodAt: LikelihoodAt, at: readonly number[]): number {
  const { curvature } = likelihoodAt(Float64Array.from(at))
  const errors = at.flatMap((value, row) => {
    const moved = (by: number): Float64Array => likelihoodAt(Float64Array.from(at).with(row, value + by)).gradient
    const [above, below] = [moved(1e-5), moved(-1e-5)]
    return at.map((_, column) => curvature[row * at.length + column]! + (above[column]! - below[column]!) / 2e-5)
  })
  return Math.max(...errors.map(Math.abs))
}
