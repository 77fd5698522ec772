import { expect, it } from 'vitest'
import { priorityClasses } from '../../../shared/recommend/index.ts'

it('names the blocks with the first half of what is missed A, with the next 30% B, and the rest C', () => {
  expect(priorityClasses([400, 200, 200, 100, 60, 40])).toEqual(['A', 'A', 'B', 'C', 'C', 'C'])
})

it('calls a single block A, and goes by the missed in whatever order the blocks come', () => {
  expect(priorityClasses([3])).toEqual(['A'])
  expect(priorityClasses([10, 90])).toEqual(['C', 'A'])
  expect(priorityClasses([])).toEqual([])
})
