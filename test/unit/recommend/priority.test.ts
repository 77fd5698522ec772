import { expect, it } from 'vitest'
import { priorityOf, USUAL_THRESHOLDS } from '../../../shared/recommend/index.ts'

it('ranks a block by the visitors that it misses in 30 days', () => {
  const priority = (missed: number, days: number) => priorityOf(missed, days, USUAL_THRESHOLDS)
  expect([50, 49, 20, 19, 10, 9].map((missed) => priority(missed, 30))).toEqual([
    'critical',
    'high',
    'high',
    'medium',
    'medium',
    'low',
  ])
  expect(priority(50, 60)).toBe('high')
})

it('takes less than a day for a day: a few hours say little of a month', () => {
  expect(priorityOf(0.5, 0.1, USUAL_THRESHOLDS)).toBe('medium')
  expect(priorityOf(0.5, 1, USUAL_THRESHOLDS)).toBe('medium')
})
