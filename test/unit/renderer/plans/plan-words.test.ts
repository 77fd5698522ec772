import { expect, it } from 'vitest'
import { stateWords } from '../../../../renderer/features/plans/list/plan-words.ts'
import type { PlanEntry } from '../../../../renderer/features/plans/plan-types.ts'
import { createFormatter } from '../../../../renderer/format/formatter.ts'

const format = createFormatter({ language: 'en-GB', firstDayOfWeek: 1 })
const entry = (state: PlanEntry['state'], lastWeek: string | null = null): PlanEntry => ({
  id: 'p', name: 'October', kind: 'weekly', timeZone: 'UTC', poolId: null, archived: false, shifts: 1, openShifts: 0, agents: 1, hours: 8, dates: null, createdAt: '', updatedAt: '', revision: 1, state,
  publications: state === 'draft' ? [] : [{ id: 'v', version: 1, firstWeek: '2026-11-23', lastWeek, publishedAt: '', inForce: false, frozenWeeks: [] }],
})

it('says of a plan for which weeks it is published', () => {
  expect(stateWords(entry('draft'), format)).toBe('Draft')
  expect(stateWords(entry('published'), format)).toBe('Published from 23 Nov')
  expect(stateWords(entry('published', '2026-11-30'), format)).toMatch(/^Published 23 Nov.+6 Dec 2026$/u)
  expect(stateWords(entry('changed'), format)).toBe('Published, edited since')
})
