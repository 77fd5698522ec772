import { describe, expect, it } from 'vitest'
import { inForceOn, weekOfPublishing, type PublishedWeeks } from '../../../shared/plan/in-force.ts'

interface Named extends PublishedWeeks {
  readonly name: string
}

/** From Monday the 2nd of March on, published on the Friday before, unless it is said otherwise. */
function published(name: string, changes: Partial<PublishedWeeks> = {}): Named {
  return {
    name,
    poolId: null,
    timeZone: 'America/New_York',
    firstWeek: '2026-03-02',
    lastWeek: null,
    publishedAt: Date.parse('2026-02-27T15:00:00Z'),
    ...changes,
  }
}

const MONDAYS = ['2026-02-23', '2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23'] as const
const inForce = (...newestFirst: readonly Named[]): readonly (string | null)[] =>
  MONDAYS.map((monday) => inForceOn(newestFirst, monday, null)?.name ?? null)

describe('the plan in force', () => {
  it('is the newest with the week, up to its last', () => {
    expect(inForce(published('always'))).toEqual([null, 'always', 'always', 'always', 'always'])
    expect(
      inForce(published('newer', { firstWeek: '2026-03-09', lastWeek: '2026-03-16' }), published('always')),
    ).toEqual([null, 'always', 'newer', 'newer', 'always'])
  })

  it('stays what it was in weeks that were over when a plan was published again from one of them', () => {
    const again = published('again', { publishedAt: Date.parse('2026-03-18T15:00:00Z') })
    expect(inForce(again, published('first'))).toEqual([null, 'first', 'first', 'again', 'again'])
    expect(inForceOn([again, published('first')], '2026-03-15', null)?.name).toBe('first')
  })

  it('changes in the week of publishing, by the clock of the plan', () => {
    // Sunday evening in New York, Monday in UTC.
    const late = published('late', { publishedAt: Date.parse('2026-03-16T03:30:00Z') })
    expect(inForce(late, published('first'))).toEqual([null, 'first', 'late', 'late', 'late'])
    expect(weekOfPublishing(late)).toBe('2026-03-09')
    expect(weekOfPublishing(published('ahead'))).toBe('2026-03-02')
  })

  it('is, of a week for which there was none, the one that was published afterwards', () => {
    const afterwards = published('afterwards', { publishedAt: Date.parse('2026-03-18T15:00:00Z') })
    expect(inForce(afterwards, published('first', { firstWeek: '2026-03-09' }))).toEqual([
      null,
      'afterwards',
      'first',
      'afterwards',
      'afterwards',
    ])
  })

  it('is of one pool; a plan for all pools is of none of them', () => {
    const plans = [published('sales', { poolId: 'sales' }), published('all')]
    expect([null, 'sales', 'support'].map((poolId) => inForceOn(plans, '2026-03-09', poolId)?.name ?? null)).toEqual([
      'all',
      'sales',
      null,
    ])
  })
})
