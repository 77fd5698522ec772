import { describe, expect, it } from 'vitest'
import { overlapsOf } from '../../../electron/backend/plans/plan-entries.ts'
import { publishedWeeks } from '../../../electron/backend/publishing/published-weeks.ts'
import type { PlanSummary, PublicationSummary } from '../../../electron/store/plan-store-records.ts'

const at = (date: string): number => Date.parse(`${date}T15:00:00Z`)
const WEEKS = ['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23']

function plan(name: string, publications: readonly Partial<PublicationSummary>[]): PlanSummary {
  return {
    id: name,
    name,
    kind: 'weekly',
    timeZone: 'UTC',
    poolId: null,
    archived: false,
    createdAt: 0,
    updatedAt: 0,
    revision: 1,
    shifts: 0,
    openShifts: 0,
    agents: 0,
    workedMinutes: 0,
    dates: null,
    rotation: null,
    publications: publications.map((one, index) => ({
      id: `${name}-${one.number}`,
      number: 1,
      planId: name,
      version: index + 1,
      poolId: null,
      timeZone: 'UTC',
      firstWeek: '2026-03-02',
      lastWeek: null,
      publishedAt: at('2026-02-27'),
      revision: 1,
      frozenWeeks: WEEKS,
      ...one,
    })),
  }
}

const weeksOf = (plans: readonly PlanSummary[]) =>
  publishedWeeks(plans, at('2026-03-25')).map(({ publicationId, week }) => `${week} ${publicationId}`)

describe('the weeks to compare', () => {
  it('keep the past where a plan is published again from its first week', () => {
    const again = plan('spring', [{ number: 2, publishedAt: at('2026-03-18') }, { number: 1 }])
    expect(weeksOf([again])).toEqual([
      '2026-03-23 spring-2',
      '2026-03-16 spring-2',
      '2026-03-09 spring-1',
      '2026-03-02 spring-1',
    ])
  })

  it('keep the past where another plan is published from a week that is over, and the two overlap from then on', () => {
    const other = plan('summer', [{ number: 2, publishedAt: at('2026-03-18') }])
    const first = plan('spring', [{ number: 1 }])
    expect(weeksOf([other, first])).toEqual([
      '2026-03-23 summer-2',
      '2026-03-16 summer-2',
      '2026-03-09 spring-1',
      '2026-03-02 spring-1',
    ])
    for (const [one, plans] of [
      [other, [other, first]],
      [first, [other, first]],
    ] as const) {
      expect(overlapsOf(one.publications[0]!, plans)).toMatchObject([{ firstWeek: '2026-03-16', lastWeek: null }])
    }
    const past = plan('past', [{ number: 2, publishedAt: at('2026-03-18'), lastWeek: '2026-03-09' }])
    expect(overlapsOf(past.publications[0]!, [past, first])).toEqual([])
  })

  it('have none that was over before its plan was published: nothing was predicted of it', () => {
    expect(weeksOf([plan('late', [{ number: 1, publishedAt: at('2026-03-18') }])])).toEqual([
      '2026-03-23 late-1',
      '2026-03-16 late-1',
    ])
  })
})
