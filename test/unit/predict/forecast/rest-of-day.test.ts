import { describe, expect, it } from 'vitest'
import { restOfDay } from '../../../../shared/predict/forecast/rest-of-day.ts'

describe('the rest of a day', () => {
  it('is expected to go on as it began, the more so the more was seen', () => {
    expect(restOfDay({ expected: 400, seen: 520, dayCv: 0.15, dispersion: 1 })).toBeCloseTo(1.27, 12)
    expect(restOfDay({ expected: 4, seen: 5.2, dayCv: 0.15, dispersion: 1 })).toBeLessThan(1.03)
  })

  it('believes a noisy count less', () => {
    expect(restOfDay({ expected: 400, seen: 520, dayCv: 0.15, dispersion: 4 })).toBeLessThan(1.25)
  })

  it('is as expected before anything was seen, and where days do not differ', () => {
    expect(restOfDay({ expected: 0, seen: 0, dayCv: 0.15, dispersion: 1 })).toBe(1)
    expect(restOfDay({ expected: 400, seen: 520, dayCv: 0, dispersion: 1 })).toBe(1)
  })
})
