import { describe, expect, it } from 'vitest'
import { restOfDay } from '../../../../shared/predict/forecast/rest-of-day.ts'

describe('the rest of a day', () => {
  it('is expected to go on as it began, the more so the more was seen', () => {
    expect(restOfDay({ expected: 400, seen: 520, dayCv: 0.15, dispersion: 1 }).factor).toBeCloseTo(1.27, 12)
    expect(restOfDay({ expected: 4, seen: 5.2, dayCv: 0.15, dispersion: 1 }).factor).toBeLessThan(1.03)
  })

  it('believes a noisy count less', () => {
    expect(restOfDay({ expected: 400, seen: 520, dayCv: 0.15, dispersion: 4 }).factor).toBeLessThan(1.25)
  })

  it('is as expected before anything was seen, and where days do not differ', () => {
    const unseen = restOfDay({ expected: 0, seen: 0, dayCv: 0.15, dispersion: 1 })
    expect(unseen.factor).toBe(1)
    expect(unseen.cv).toBeCloseTo(0.15, 12)
    expect(restOfDay({ expected: 400, seen: 520, dayCv: 0, dispersion: 1 })).toEqual({ factor: 1, cv: 0 })
  })

  it('is known the better the more was seen', () => {
    const cvAfter = (seen: number): number => restOfDay({ expected: seen, seen, dayCv: 0.15, dispersion: 2 }).cv
    expect([cvAfter(50) < 0.15, cvAfter(500) < cvAfter(50), cvAfter(500) > 0]).toEqual([true, true, true])
  })
})
