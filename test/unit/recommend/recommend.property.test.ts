import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cellsOf,
  hourBlocks,
  notWorthwhile,
  recommend,
  steadyRates,
  type CellEvidence,
  type PoolEvidence,
} from '../../../shared/recommend/index.ts'
import { coveredWithExtra } from '../../../shared/recommend/extra-agents.ts'
import { tries } from '../../support/deep.ts'
import { cell, options, pool } from './made-up-evidence.ts'

const missed = fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 50 })), {
  minLength: 168,
  maxLength: 168,
})

const cellEvidence: fc.Arbitrary<CellEvidence> = fc
  .tuple(
    fc.array(
      fc.record({
        agents: fc.integer({ min: 0, max: 8 }),
        load: fc.double({ min: 0.01, max: 9, noNaN: true }),
        visitors: fc.integer({ min: 1, max: 30 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([met, share]) => cell(met, Math.round(share * met.reduce((sum, { visitors }) => sum + visitors, 0))))
const poolEvidence: fc.Arbitrary<PoolEvidence> = fc
  .record({
    cells: fc.dictionary(fc.integer({ min: 0, max: 167 }).map(String), cellEvidence, { maxKeys: 25 }),
    availability: fc.double({ min: 0.3, max: 1, noNaN: true }),
    visitorsPerAgent: fc.integer({ min: 1, max: 3 }),
    kappa: fc.double({ min: 2, max: 1000, noNaN: true }),
  })
  .map(({ cells, availability, visitorsPerAgent, kappa }) =>
    pool(cells, { kappa, service: { availability, visitorsPerAgent } }),
  )
const target = fc.double({ min: 0.5, max: 1, noNaN: true })

/** Of the made-up options. */
const WEEKS = 4

/** Visitors a week whom further agents win in hour cells, worked out anew. */
function wonBy(pools: readonly PoolEvidence[], cells: readonly number[], extra: number): number {
  const rates = pools.map(steadyRates)
  return total(
    cells.map((index) => {
      const visitors = total(pools.map((one) => one.cells[index]!.visitors))
      const uncovered = total(
        pools.map((one, place) =>
          one.cells[index]!.visitors === 0 ? 0 : one.cells[index]!.visitors * (1 - rates[place]![index]!),
        ),
      )
      const missedHere = total(pools.map((one) => one.cells[index]!.visitors - one.cells[index]!.covered))
      return visitors === 0
        ? 0
        : Math.min(coveredWithExtra(pools, index, extra) - coveredWithExtra(pools, index, 0), uncovered, missedHere) /
            WEEKS
    }),
  )
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

describe('blocks of hours', () => {
  it('hold each problem cell once, and no other', () => {
    fc.assert(
      fc.property(missed, fc.integer({ min: 1, max: 6 }), (counts, most) => {
        const problems = counts.flatMap((count, index) =>
          count > 0 ? [{ cell: index, missed: count, needed: 1 + (count % most) }] : [],
        )
        const wanted = problems.map(({ cell: index }) => index)
        expect(
          hourBlocks(problems)
            .flatMap(cellsOf)
            .toSorted((a, b) => a - b),
        ).toEqual(wanted)
        const overSilence = hourBlocks(problems, (index) => counts[index] === 0).flatMap(cellsOf)
        expect(new Set(overSilence).size).toBe(overSilence.length)
        expect(overSilence.filter((index) => counts[index]! > 0).toSorted((a, b) => a - b)).toEqual(wanted)
      }),
      { seed: 1 },
    )
  })

  it('are one where consecutive hours miss on the same days, whatever they miss', () => {
    const block = fc.record({
      days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
      startHour: fc.integer({ min: 0, max: 23 }),
      hours: fc.integer({ min: 1, max: 24 }),
      counts: missed,
    })
    fc.assert(
      fc.property(block, ({ days, startHour, hours, counts }) => {
        const dayIndices = days.toSorted((a, b) => a - b)
        const wanted = { dayIndices, startHour, endHour: Math.min(24, startHour + hours) }
        const problems = cellsOf(wanted).map((index) => ({
          cell: index,
          missed: counts[index]! + 1,
          needed: 2 + (counts[index]! % 2),
        }))
        expect(hourBlocks(problems)).toEqual([wanted])
      }),
      { seed: 1 },
    )
  })

  it('go on over an hour in which nobody came, but do not reach from one to the next over it', () => {
    const block = { dayIndices: [1, 2, 3], startHour: 8, endHour: 12 }
    const problems = cellsOf(block)
      .map((index) => ({ cell: index, missed: 10, needed: 1 }))
      .filter(({ cell: index }) => index !== 2 * 24 + 10)
    expect(hourBlocks(problems, (index) => index === 2 * 24 + 10)).toEqual([block])
    expect(hourBlocks(problems)).toHaveLength(3)
    const apart = [12, 14].map((hour) => ({ cell: 24 + hour, missed: 10, needed: 1 }))
    expect(hourBlocks(apart, (index) => index === 24 + 13)).toHaveLength(2)
  })

  it('are apart where some hours cannot bear as many agents as others take', () => {
    const problems = cellsOf({ dayIndices: [1, 2], startHour: 8, endHour: 10 }).map((index) => ({
      cell: index,
      missed: 10,
      needed: index % 24 === 9 ? 2 : 1,
      most: index % 24 === 9 ? 5 : 1,
    }))
    expect(hourBlocks(problems)).toEqual([
      { dayIndices: [1, 2], startHour: 8, endHour: 9 },
      { dayIndices: [1, 2], startHour: 9, endHour: 10 },
    ])
    expect(hourBlocks(problems.map((problem) => ({ ...problem, most: 2 })))).toHaveLength(1)
  })

  it('are apart where some of many hours take far more agents', () => {
    const problems = cellsOf({ dayIndices: [1, 2], startHour: 8, endHour: 13 }).map((index) => ({
      cell: index,
      missed: 10,
      needed: index % 24 === 12 ? 6 : 2,
    }))
    expect(hourBlocks(problems)).toEqual([
      { dayIndices: [1, 2], startHour: 8, endHour: 12 },
      { dayIndices: [1, 2], startHour: 12, endHour: 13 },
    ])
  })
})

describe('recommendations', () => {
  it('hold exactly the hours that stay under the target and are worth an agent, most missed first; the others are counted', () => {
    fc.assert(
      fc.property(poolEvidence, target, (evidence, wanted) => {
        const blocks = recommend([evidence], options({ target: wanted }))
        const rates = steadyRates(evidence)
        const missedIn = (index: number): number => evidence.cells[index]!.visitors - evidence.cells[index]!.covered
        const problems = evidence.cells.flatMap((_, index) =>
          missedIn(index) > 0 && rates[index]! < wanted ? [index] : [],
        )
        const worthwhile = problems.filter(
          (index) => evidence.cells[index]!.visitors / WEEKS >= 1 && wonBy([evidence], [index], 1) >= 1 - 1e-9,
        )
        const found = blocks.flatMap(cellsOf).filter((index) => evidence.cells[index]!.visitors > 0)
        expect(found.toSorted((a, b) => a - b)).toEqual(worthwhile)
        const sums = blocks.map(({ missedVisitors }) => missedVisitors)
        expect(sums).toEqual(sums.toSorted((a, b) => b - a))
        expect(total(sums)).toBe(total(worthwhile.map(missedIn)))
        expect(notWorthwhile([evidence], blocks, options({ target: wanted }))).toEqual({
          hours: problems.length - worthwhile.length,
          missedVisitors: total(problems.map(missedIn)) - total(sums),
        })
      }),
      tries(60, 1),
    )
  })

  it('suggest as many agents as it takes and not one more, but none who wins less than a visitor an hour, nor more than come', () => {
    fc.assert(
      fc.property(fc.array(poolEvidence, { minLength: 1, maxLength: 2 }), target, (pools, wanted) => {
        const visitorsIn = (index: number): number => total(pools.map(({ cells }) => cells[index]!.visitors))
        for (const block of recommend(pools, options({ target: wanted }))) {
          const { suggestedAgents } = block
          const cells = cellsOf(block)
          const problems = cells.filter((index) => visitorsIn(index) > 0)
          const reached = (extra: number): boolean =>
            problems.every(
              (index) => coveredWithExtra(pools, index, extra) >= Math.min(wanted, 0.999) * visitorsIn(index),
            )
          const bears = (index: number, extra: number): boolean =>
            visitorsIn(index) / WEEKS >= extra && wonBy(pools, [index], extra) >= extra - 1e-6
          expect(suggestedAgents === 1 || !reached(suggestedAgents - 1)).toBe(true)
          expect(reached(suggestedAgents) || problems.some((index) => !bears(index, suggestedAgents + 1))).toBe(true)
          expect(problems.every((index) => bears(index, suggestedAgents))).toBe(true)
          expect(block.expectedRecoveredPerWeek).toBeGreaterThanOrEqual(suggestedAgents * cells.length - 1e-6)
        }
      }),
      tries(60, 1),
    )
  })

  it('never ask for fewer agents to reach more, nor promise more than come', () => {
    fc.assert(
      fc.property(poolEvidence, target, target, (evidence, one, other) => {
        const most = (wanted: number): number =>
          recommend([evidence], options({ target: wanted })).reduce(
            (agents, block) => Math.max(agents, block.suggestedAgents),
            0,
          )
        expect(most(Math.max(one, other))).toBeGreaterThanOrEqual(most(Math.min(one, other)))
        for (const block of recommend([evidence], options({ target: one }))) {
          expect(block.expectedRecoveredPerWeek).toBeGreaterThanOrEqual(0)
          expect(block.expectedRecoveredPerWeek).toBeLessThanOrEqual(block.totalVisitors / 4 + 1e-9)
          expect(block.expectedRate).toBeLessThanOrEqual(1)
        }
      }),
      tries(60, 1),
    )
  })
})
