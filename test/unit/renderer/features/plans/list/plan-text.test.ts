import { expect, it } from 'vitest'
import { archiveText, stateText } from '../../../../../../renderer/features/plans/list/plan-text.ts'
import type { PlanEntry } from '../../../../../../renderer/features/plans/plan-types.ts'
import { createFormatter } from '../../../../../../renderer/format/formatter.ts'

const format = createFormatter({ languages: ['en-GB'], firstDayOfWeek: 1 })
const entry = (state: PlanEntry['state'], lastWeek: string | null = null): PlanEntry => ({
  id: 'p',
  name: 'October',
  kind: 'weekly',
  timeZone: 'UTC',
  poolId: null,
  archived: false,
  shifts: 1,
  openShifts: 0,
  agents: 1,
  hours: 8,
  dates: null,
  rotation: null,
  createdAt: '',
  updatedAt: '',
  revision: 1,
  state,
  publications:
    state === 'draft'
      ? []
      : [{ id: 'v', version: 1, firstWeek: '2026-11-23', lastWeek, publishedAt: '', inForce: false, frozenWeeks: [] }],
})

const TODAY = '2026-12-10'
const state = (plan: PlanEntry): string => stateText(plan, TODAY, format)

it('says of a plan for which weeks it is published', () => {
  expect(state(entry('draft'))).toBe('Draft')
  expect(state(entry('published'))).toBe('Published from 23 Nov')
  expect(state(entry('published', '2026-11-30'))).toMatch(/^Published 23 Nov.+6 Dec 2026$/u)
  expect(state(entry('changed'))).toBe('Published, edited since')
})

it('says of a plan in the archive that it is there, and whether weeks of it are live', () => {
  const archived = (plan: PlanEntry): string => state({ ...plan, archived: true })
  expect(archived(entry('draft'))).toBe('Archived')
  expect(archived(entry('published'))).toBe('Archived, some weeks still live')
  expect(archived(entry('published', '2026-11-30'))).toBe('Archived')
})

it('says before a plan is archived what becomes of the weeks it is published for', () => {
  expect(archiveText(entry('draft'), TODAY, format)).toBeNull()
  expect(archiveText(entry('published'), TODAY, format)).toMatch(
    /^This plan is published from 23 Nov 2026\..* stay live/u,
  )
  expect(archiveText(entry('changed', '2026-12-07'), TODAY, format)).toMatch(
    /^This plan is published for 23 Nov.*13 Dec 2026/u,
  )
  expect(archiveText(entry('published', '2026-11-30'), TODAY, format)).toMatch(/are over/u)
})
