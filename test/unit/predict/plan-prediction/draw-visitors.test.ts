import { describe, expect, it } from 'vitest'
import { drawCovered, type CoveredPair } from '../../../../shared/predict/plan-prediction/draw-visitors.ts'
import { createRandom } from '../../../../shared/predict/random.ts'

const DRAWS = 4000

function drawnOf(arrivals: number, rates: CoveredPair): readonly CoveredPair[] {
  const random = createRandom(7, 1)
  return Array.from({ length: DRAWS }, () => drawCovered(arrivals, rates, { random, misfit: 0 }))
}

const meanRate = (drawn: readonly CoveredPair[], side: keyof CoveredPair, arrivals: number): number =>
  drawn.reduce((sum, pair) => sum + pair[side], 0) / drawn.length / arrivals
const deviation = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}

describe('visitors covered under two schedules', () => {
  it.each([3, 30, 200, 2000])(
    'are all %i where a schedule covers everybody, whatever the other one does',
    (arrivals) => {
      for (const baseline of [0, 0.2, 0.7, 0.95, 1]) {
        expect(drawnOf(arrivals, { schedule: 1, baseline }).every(({ schedule }) => schedule === arrivals)).toBe(true)
        expect(drawnOf(arrivals, { schedule: baseline, baseline: 1 }).every((pair) => pair.baseline === arrivals)).toBe(
          true,
        )
      }
    },
  )

  it.each([30, 200, 2000])('are of %i on average as many as the rates say', (arrivals) => {
    for (const schedule of [0.1, 0.5, 0.9, 0.97]) {
      for (const baseline of [0.3, 0.6, 0.9]) {
        const drawn = drawnOf(arrivals, { schedule, baseline })
        expect(Math.abs(meanRate(drawn, 'schedule', arrivals) - schedule)).toBeLessThan(0.007)
        expect(Math.abs(meanRate(drawn, 'baseline', arrivals) - baseline)).toBeLessThan(0.007)
      }
    }
  })

  it('scatter beside another schedule as they do alone', () => {
    for (const schedule of [0.5, 0.8]) {
      const alone = deviation(drawnOf(400, { schedule, baseline: schedule }).map((pair) => pair.schedule))
      const beside = deviation(drawnOf(400, { schedule, baseline: 0.6 }).map((pair) => pair.schedule))
      expect(beside / alone).toBeGreaterThan(0.93)
      expect(beside / alone).toBeLessThan(1.07)
    }
  })
})
