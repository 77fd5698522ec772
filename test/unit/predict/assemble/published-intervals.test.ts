import { describe, expect, it } from 'vitest'
import { planFromFile } from '../../../../shared/contract/plan-file.ts'
import { publishedIntervals } from '../../../../shared/predict/assemble/published-intervals.ts'
import type { PublishedPlan } from '../../../../shared/plan/published-plans.ts'

const ORIGIN = Date.parse('2026-03-16T00:00:00Z')

/** A shift a day, from an hour on, Monday to Sunday. */
function published(
  id: string,
  hour: string,
  changes: Partial<PublishedPlan> & { readonly poolId?: string | null } = {},
): PublishedPlan {
  const { poolId = null, ...rest } = changes
  const shifts = [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({
    id: `${id}-${dayOfWeek}`,
    agentId: 'ann',
    dayOfWeek,
    start: hour,
    end: '18:00',
  }))
  return {
    id,
    plan: planFromFile({ name: id, timeZone: 'UTC', poolId, kind: 'weekly', shifts }),
    from: '2026-03-02',
    to: '2026-03-15',
    publishedAt: Date.parse('2026-02-20T00:00:00Z'),
    ...rest,
  }
}

const said = (...plans: readonly PublishedPlan[]) =>
  publishedIntervals(plans, ORIGIN)?.map(({ start }) => new Date(start).toISOString().slice(0, 13)) ?? null

describe('what published plans said', () => {
  it('is nothing where none was published', () => {
    expect(said()).toBeNull()
  })

  it('is each shift of the days that a plan was published for, once', () => {
    const intervals = said(published('early', '08:00'))!
    expect(intervals).toHaveLength(14)
    expect(new Set(intervals).size).toBe(14)
    expect([intervals[0], intervals.at(-1)]).toEqual(['2026-03-02T08', '2026-03-15T08'])
  })

  it('is what the newest plan of a pool says, from the day on that it is for', () => {
    const newer = published('late', '10:00', {
      from: '2026-03-09',
      to: null,
      publishedAt: Date.parse('2026-03-01T00:00:00Z'),
    })
    const intervals = said(published('early', '08:00'), newer)!
    expect(intervals).toHaveLength(14)
    expect(intervals.filter((start) => start.endsWith('T10'))).toEqual(
      ['09', '10', '11', '12', '13', '14', '15'].map((day) => `2026-03-${day}T10`),
    )
  })

  it('is what was planned then where a plan was published again later from a week that was over', () => {
    const again = published('again', '10:00', {
      from: '2026-03-02',
      to: null,
      publishedAt: Date.parse('2026-03-10T12:00:00Z'),
    })
    const intervals = said(published('early', '08:00'), again)!
    expect(intervals.filter((start) => start.endsWith('T08'))).toEqual(
      ['02', '03', '04', '05', '06', '07', '08'].map((day) => `2026-03-${day}T08`),
    )
    expect(intervals).toHaveLength(14)
    // Where nothing was published by then, it is the best that is known of what was planned.
    expect(said(again)).toHaveLength(14)
  })

  it('is of every pool', () => {
    expect(
      said(
        published('sales', '08:00', { poolId: 'sales' }),
        published('support', '10:00', { poolId: 'support', publishedAt: 1 }),
      ),
    ).toHaveLength(28)
  })

  it('is not what was published later, nor what is still to come', () => {
    expect(said(published('later', '08:00', { publishedAt: ORIGIN }))).toBeNull()
    expect(said(published('ahead', '08:00', { from: '2026-03-16', to: null }))).toBeNull()
  })

  it('reaches as far back as attendance looks', () => {
    const intervals = said(published('always', '08:00', { from: '2020-01-06', to: null }))!
    expect(intervals.length).toBeGreaterThanOrEqual(8 * 7)
    expect(intervals.length).toBeLessThanOrEqual(11 * 7)
  })
})
