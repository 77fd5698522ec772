import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binomial, countOf } from '../../../../shared/predict/model/binomial.ts'
import { coverageOfAgents, coverageOfMix, coverageWith } from '../../../../shared/predict/model/coverage.ts'
import { coverageTable } from '../../../../shared/predict/model/coverage-table.ts'
import { tries } from '../../../support/deep.ts'

const load = fc.oneof(fc.double({ min: 1e-5, max: 200, noNaN: true }), fc.constantFrom(0, 1e-300, 1e12, Infinity))
const service = fc.record({
  availability: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1)),
  visitorsPerAgent: fc.integer({ min: 1, max: 5 }),
})

describe('coverage with agents online', () => {
  it.each([
    [1, 1, 0.8, 0.4],
    [3, 2, 0.9, 0.730326315789],
    [5, 3, 0.85, 0.808046621587],
    [4, 1.5, 1, 0.952042628774],
  ])(
    'is the known one for %d agents, %d erlangs and availability %d',
    (...[agents, erlangs, availability, coverage]) => {
      expect(coverageWith(agents, erlangs, { availability, visitorsPerAgent: 1 })).toBeCloseTo(coverage, 11)
    },
  )

  it('counts an agent who serves two at once as two servers', () => {
    expect(coverageWith(2, 3, { availability: 1, visitorsPerAgent: 2 })).toBeCloseTo(
      coverageWith(4, 3, { availability: 1, visitorsPerAgent: 1 }),
      14,
    )
  })

  it('covers nobody when nobody is online', () => {
    fc.assert(
      fc.property(load, service, (erlangs, how) => {
        expect(coverageWith(0, erlangs, how)).toBe(0)
      }),
    )
  })

  it('never falls with one more agent, and gains less with each', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), load, service, (agents, erlangs, how) => {
        const [fewer, here, more] = [agents - 1, agents, agents + 1].map((count) =>
          coverageWith(count, erlangs, how),
        ) as [number, number, number]
        expect(here).toBeGreaterThanOrEqual(fewer - 1e-12)
        expect(more - here).toBeLessThanOrEqual(here - fewer + 1e-12)
        expect(here).toBeLessThanOrEqual(1 + 1e-12)
        expect(here).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('falls with the load and rises with availability and with visitors at once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), load, service, (agents, erlangs, how) => {
        const here = coverageWith(agents, erlangs, how)
        expect(coverageWith(agents, erlangs * 1.5, how)).toBeLessThanOrEqual(here + 1e-12)
        expect(
          coverageWith(agents, erlangs, { ...how, availability: Math.min(1, how.availability + 0.1) }),
        ).toBeGreaterThanOrEqual(here - 1e-12)
        expect(
          coverageWith(agents, erlangs, { ...how, visitorsPerAgent: how.visitorsPerAgent + 1 }),
        ).toBeGreaterThanOrEqual(here - 1e-12)
      }),
    )
  })

  it('takes 2.5 agents as 2 for half of the time and 3 for the other', () => {
    const how = { availability: 0.9, visitorsPerAgent: 1 }
    expect(coverageWith(2.5, 2, how)).toBeCloseTo((coverageWith(2, 2, how) + coverageWith(3, 2, how)) / 2, 14)
    expect(coverageWith(2.5, 2, how)).toBeCloseTo(coverageOfMix([0, 0, 0.5, 0.5], 2, how), 14)
    expect(coverageWith(0.5, 2, how)).toBeCloseTo(coverageWith(1, 2, how) / 2, 14)
  })

  it('is the same for agents with chances of their own where the chances are equal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), load, service, (agents, erlangs, how) => {
        expect(coverageOfAgents(new Float64Array(agents).fill(1), erlangs, how)).toBeCloseTo(
          coverageWith(agents, erlangs, how),
          10,
        )
      }),
    )
  })

  it('adds up over who of two agents is online', () => {
    const how = { availability: 1, visitorsPerAgent: 1 }
    const expected = 0.3 * 0.5 * coverageWith(2, 1, how) + (0.3 * 0.5 + 0.7 * 0.5) * coverageWith(1, 1, how)
    expect(coverageOfAgents([0.3, 0.5], 1, how)).toBeCloseTo(expected, 14)
  })
})

describe('how many are available', () => {
  it('adds up to one and has the right mean, also for thousands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, chance) => {
        const { first, weights } = binomial(trials, chance)
        let mean = 0
        let total = 0
        weights.forEach((weight, index) => {
          total += weight
          mean += weight * (first + index)
        })
        expect(total).toBeCloseTo(1, 9)
        expect(Math.abs(mean - trials * chance)).toBeLessThan(1e-6)
        expect(first).toBeGreaterThanOrEqual(0)
        expect(first + weights.length - 1).toBeLessThanOrEqual(trials)
      }),
      tries(50),
    )
  })

  it('agrees with agents of equal chances', () => {
    const { first, weights } = binomial(6, 0.7)
    expect(first).toBe(0)
    countOf([0.7, 0.7, 0.7, 0.7, 0.7, 0.7]).forEach((chance, count) => expect(chance).toBeCloseTo(weights[count]!, 14))
  })
})

describe('the coverage table', () => {
  it('agrees with the formula to a tenth of a point of coverage', () => {
    const table = coverageTable({ visitorsPerAgent: 2, maxAgents: 30, step: 1 / 16 })
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 30, noNaN: true }),
        fc.double({ min: -12, max: 12, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (agents, logLoad, availability) => {
          const exact = coverageWith(agents, Math.exp(logLoad), { availability, visitorsPerAgent: 2 })
          expect(Math.abs(table.withAvailability(availability).at(agents, logLoad) - exact)).toBeLessThan(0.001)
        },
      ),
      tries(300),
    )
  })

  it('keeps within the loads it was asked for, and follows the limits beyond', () => {
    const table = coverageTable({ visitorsPerAgent: 1, maxAgents: 4, loads: { from: 0.5, to: 2 } })
    const one = table.withAvailability(1)
    expect(table.points).toBeLessThan(50)
    expect(one.at(2, Math.log(1))).toBeCloseTo(0.8, 3)
    expect(one.at(2, 50)).toBeGreaterThan(0)
    expect(one.at(2, 50)).toBeLessThan(1e-15)
    expect(one.at(2, -Infinity)).toBeLessThanOrEqual(1)
    expect(one.at(0, 0)).toBe(0)
  })
})
