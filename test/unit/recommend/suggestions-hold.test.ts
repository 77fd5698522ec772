import { describe, expect, it } from 'vitest'
import type { CubeBatch } from '../../../shared/coverage/cube.ts'
import { cellsOf, gatherEvidence, recommend, type StaffingBlock } from '../../../shared/recommend/index.ts'
import { SLOT_MS } from '../../../shared/time/slots.ts'
import { FIRST_SLOT, fitPools, inputOf, officeWorld, poolOf } from '../predict/model/fit-of-worlds.ts'
import { type LossHistory, type LossWorld, simulateLosses } from '../predict/model/loss-world.ts'
import { options } from './made-up-evidence.ts'

const WEEKS = 8
const TARGET = 0.9

/** Enough agents by day and by night, and too few of them Mondays to Fridays from 12 to 14. */
function lunchWorld(atLunch: number): LossWorld {
  const isLunch = (slot: number): boolean =>
    Math.floor(slot / 96) % 7 >= 1 && Math.floor(slot / 96) % 7 <= 5 && slot % 96 >= 48 && slot % 96 < 56
  return {
    ...officeWorld({ weeks: WEEKS, peakVisitors: 6, peakAgents: 6 }),
    agents: (slot) => (isLunch(slot) ? atLunch : 7),
  }
}

function batchOf({ cells }: LossHistory): CubeBatch {
  const zeros = new Uint8Array(cells.slot.length)
  return {
    dictionary: { pools: ['pool'], countries: [null] },
    cells: {
      length: cells.slot.length,
      slot: Int32Array.from(cells.slot, (slot) => slot + FIRST_SLOT),
      pool: zeros,
      country: zeros,
      agents: Uint16Array.from(cells.agents),
      visitors: Uint32Array.from(cells.visitors),
      covered: Uint32Array.from(cells.covered),
    },
  }
}

function recommendFor(world: LossWorld): readonly StaffingBlock[] {
  const history = simulateLosses(world)
  const pool = poolOf(history)
  const range = { start: FIRST_SLOT * SLOT_MS, end: (FIRST_SLOT + history.slots) * SLOT_MS }
  const fit = { input: inputOf([pool]), model: fitPools([pool]) }
  const { pools, days, hours } = gatherEvidence({
    facts: { batches: [batchOf(history)], countryRule: null },
    fit,
    timeZone: 'UTC',
    range,
    known: [range],
  })
  return recommend(pools, options({ target: TARGET, days, hours }))
}

/** Coverage of each hour of a block in another run of a world, over many weeks. */
function ratesIn(world: LossWorld, block: StaffingBlock): readonly number[] {
  const { cells } = simulateLosses({ ...world, weeks: 60, seed: 77 })
  return [...new Set(cellsOf(block).map((cell) => cell % 24))].map((hour) => {
    const inHour = cells.slot.flatMap((slot, row) =>
      block.dayIndices.includes(Math.floor(slot / 96) % 7) && Math.floor((slot % 96) / 4) === hour ? [row] : [],
    )
    const sum = (column: readonly number[]): number => inHour.reduce((total, row) => total + column[row]!, 0)
    return sum(cells.covered) / sum(cells.visitors)
  })
}

describe('what is suggested, tried in a world of events', () => {
  it.each([1, 2])(
    'finds the lunch of %i agents, reaches the target with as many as it says, and promises what comes of it',
    (atLunch) => {
      const [block, ...others] = recommendFor(lunchWorld(atLunch))
      expect(block).toMatchObject({
        dayIndices: [1, 2, 3, 4, 5],
        startHour: 12,
        endHour: 14,
        basis: 'model',
        reason: { kind: 'lunch-dip' },
        priority: 'critical',
      })
      expect(others.reduce((sum, { missedVisitors }) => sum + missedVisitors, 0)).toBeLessThan(
        block!.missedVisitors / 4,
      )
      const { suggestedAgents, expectedRate } = block!
      const reached = ratesIn(lunchWorld(atLunch + suggestedAgents), block!)
      expect(Math.min(...reached)).toBeGreaterThan(TARGET - 0.03)
      expect(Math.abs(reached.reduce((sum, rate) => sum + rate, 0) / reached.length - expectedRate)).toBeLessThan(0.03)
      expect(Math.min(...ratesIn(lunchWorld(atLunch + suggestedAgents - 1), block!))).toBeLessThan(TARGET + 0.02)
    },
  )

  it('finds nothing where enough are there', () => {
    expect(recommendFor(lunchWorld(8))).toEqual([])
  })
})
