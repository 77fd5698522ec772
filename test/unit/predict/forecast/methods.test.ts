import { describe, expect, it } from 'vitest'
import type { CountWeeks, Knowledge } from '../../../../shared/predict/forecast/count-weeks.ts'
import {
  fitProfile,
  profileForecast,
  seasonalNaive,
  slotAverages,
} from '../../../../shared/predict/forecast/methods.ts'
import { drawnToNeighbours, neighbourWeights } from '../../../../shared/predict/forecast/neighbours.ts'
import { nextLevel } from '../../../../shared/predict/forecast/week-level.ts'
import { createRandom, type Random } from '../../../../shared/predict/random.ts'

/** Weeks of seven slots, one a day; null is missing. */
function knowledgeOf(weeks: readonly (readonly (number | null)[])[]): Knowledge {
  const all = weeks.flat()
  const counts: CountWeeks = {
    weeks: weeks.length,
    slotsPerWeek: 7,
    visitors: Float64Array.from(all, (value) => value ?? 0),
    observations: Uint8Array.from(all, (value) => Number(value !== null)),
    dayWeights: new Float64Array(weeks.length * 7).fill(1),
  }
  return { counts, first: 0, origin: weeks.length, dayWeights: counts.dayWeights }
}

const week = (first: number | null): readonly (number | null)[] => [first, 20, 30, 40, 50, 60, 70]

describe('the methods', () => {
  it('seasonal naive: the last observed same slot', () => {
    expect(seasonalNaive(knowledgeOf([week(8), week(12), week(null)]))[0]).toBe(12)
  })

  it('EW: each week counts 0.85 as much as the next, and missing weeks are dropped, never zero', () => {
    expect(slotAverages(knowledgeOf([week(8), week(12), week(16)]))[0]).toBeCloseTo(
      (0.85 ** 2 * 8 + 0.85 * 12 + 16) / (0.85 ** 2 + 0.85 + 1),
      12,
    )
    expect(slotAverages(knowledgeOf([week(8), week(null), week(16)]))[0]).toBeCloseTo(
      (0.85 ** 2 * 8 + 16) / (0.85 ** 2 + 1),
      12,
    )
  })

  it('profile: finds levels and profile of weeks that differ in nothing but their level, gaps or not', () => {
    const shape = [1, 2, 3, 4, 5, 6, 7]
    const weeks = [10, 12, 8, 11].map((level, number) =>
      shape.map((value, slot) => ((slot + number) % 5 === 0 ? null : level * value)),
    )
    const { shape: found, levels } = fitProfile(knowledgeOf(weeks))
    const scale = found[0]!
    found.forEach((value, slot) => expect(value / scale).toBeCloseTo(shape[slot]!, 2))
    levels.forEach((level, number) => expect(level * scale).toBeCloseTo([10, 12, 8, 11][number]!, 1))
  })

  it('profile: the level to expect is an average in which each week counts half as much as the next', () => {
    const knowledge = knowledgeOf([10, 12, 8].map((level) => [1, 2, 3, 4, 5, 6, 7].map((value) => level * value)))
    expect(profileForecast(fitProfile(knowledge))[0]).toBeCloseTo((10 / 4 + 12 / 2 + 8) / 1.75, 10)
  })

  it('take a slot that was never observed for the same time of other days', () => {
    expect(slotAverages(knowledgeOf([week(null), week(null)]))[0]).toBeCloseTo(45, 12)
  })
})

describe('neighbouring slots', () => {
  const weeks = 12
  const ofDay = (count: (hour: number, random: Random) => number): Knowledge => {
    const random = createRandom(1)
    const visitors = Float64Array.from({ length: weeks * 168 }, (_, index) => count(index % 24, random))
    const counts = {
      weeks,
      slotsPerWeek: 168,
      visitors,
      observations: new Uint8Array(weeks * 168).fill(1),
      dayWeights: new Float64Array(weeks * 7).fill(1),
    }
    return { counts, first: 0, origin: weeks, dayWeights: counts.dayWeights }
  }

  it('are drawn together where only chance tells them apart', () => {
    const flat = ofDay((_, random) => random.poisson(9))
    const averages = slotAverages(flat)
    const drawn = drawnToNeighbours(averages, neighbourWeights(flat))
    const offBy = (values: Float64Array): number => values.reduce((sum, value) => sum + (value - 9) ** 2, 0)
    expect(offBy(drawn) / offBy(averages)).toBeLessThan(0.6)
  })

  it('are left alone where they really differ', () => {
    const jagged = neighbourWeights(ofDay((hour, random) => random.poisson(hour % 2 === 0 ? 40 : 10)))
    expect(Math.max(...jagged)).toBeLessThan(0.05)
  })

  it('do not open a closed slot', () => {
    const office = ofDay((hour, random) => (hour < 8 || hour >= 18 ? 0 : random.poisson(30)))
    const drawn = drawnToNeighbours(slotAverages(office), neighbourWeights(office))
    expect([drawn[7], drawn[18]]).toEqual([0, 0])
  })
})

describe('the level to expect', () => {
  const levelOf = (levels: readonly number[]): number =>
    nextLevel({ levels: Float64Array.from(levels), shares: new Float64Array(levels.length).fill(1) })

  it('forgets the old level once two weeks stand at a new one', () => {
    expect(levelOf([100, 102, 98, 101, 99, 100, 170, 171])).toBeGreaterThan(168)
    expect(levelOf([100, 102, 98, 101, 99, 100, 170])).toBeLessThan(150)
  })

  it('leans the way that it kept being wrong in', () => {
    const rising = Array.from({ length: 16 }, (_, number) => 100 * 1.04 ** number)
    expect(levelOf(rising) / (100 * 1.04 ** 16)).toBeGreaterThan(0.97)
  })

  it('does not lean where weeks go up and down', () => {
    expect(levelOf(Array.from({ length: 16 }, (_, number) => 100 + (number % 2 === 0 ? 4 : -4)))).toBeCloseTo(98.7, 0)
  })

  it('knows no level where nothing was observed', () => {
    expect(nextLevel({ levels: Float64Array.of(1, 1), shares: new Float64Array(2) })).toBe(0)
  })
})
