import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  datedDays,
  duplicatePlan,
  emptyPlan,
  inOrder,
  plannedIntervals,
  toDated,
  toWeekly,
  validatePlan,
  type Plan,
} from '../../../shared/plan/index.ts'
import { addDays, parseLocalDate } from '../../../shared/time/local.ts'
import { tries } from '../../support/deep.ts'
import { countingIds, planOfWeek } from './plan-arbitraries.ts'

/** Shifts without their ids. */
const bare = (plan: Plan): readonly string[] =>
  plan.shifts.map((shift) => JSON.stringify({ ...shift, id: null })).sort()

describe('a plan that starts from another', () => {
  it('has the same shifts under new ids', () => {
    fc.assert(
      fc.property(planOfWeek(), ({ plan }) => {
        const copy = duplicatePlan(plan, { name: 'Copy', newId: countingIds('copy') })
        expect(bare(copy)).toEqual(bare(plan))
        expect(copy.name).toBe('Copy')
        expect(copy.shifts.some(({ id }) => plan.shifts.some((shift) => shift.id === id))).toBe(false)
        expect(copy).toEqual(inOrder(copy))
      }),
      tries(100, 81),
    )
  })

  it('may be empty', () => {
    const plan = emptyPlan({ name: 'Plan', timeZone: 'UTC', poolId: null, kind: 'dated' })
    expect(validatePlan(plan)).toEqual([])
    expect(datedDays(plan)).toBeNull()
  })

  it('of real weeks falls on the clock as the pattern does, and comes back as the pattern', () => {
    fc.assert(
      fc.property(planOfWeek(), fc.integer({ min: 1, max: 3 }), ({ plan, firstDate }, weeks) => {
        fc.pre(plan.kind === 'weekly')
        const dated = toDated(plan, { firstDate, weeks, newId: countingIds('dated') })
        expect(dated.shifts).toHaveLength(plan.shifts.length * weeks)
        expect(validatePlan(dated)).toEqual([])
        for (let week = 0; week < weeks; week++) {
          const monday = addDays(firstDate, 7 * week)
          const own = (each: Plan): readonly string[] =>
            plannedIntervals(each, { firstDate: monday })
              .filter(({ localDay }) => localDay >= parseLocalDate(monday))
              .map((interval) => JSON.stringify({ ...interval, shiftId: null }))
              .sort()
          expect(own(dated)).toEqual(own(plan))
          expect(bare(toWeekly(dated, { firstDate: monday, newId: countingIds('weekly') }))).toEqual(bare(plan))
        }
      }),
      tries(100, 82),
    )
  })

  it('keeps of a dated plan the weeks asked for alone', () => {
    const weekly: Plan = {
      ...emptyPlan({ name: 'Plan', timeZone: 'UTC', poolId: null, kind: 'weekly' }),
      shifts: [{ id: 'a', agentId: null, day: 3, startMinute: 540, endMinute: 600, breaks: [], note: '' }],
    }
    const dated = toDated(weekly, { firstDate: '2026-06-01', weeks: 4, newId: countingIds() })
    expect(datedDays(dated)).toEqual({ firstDay: parseLocalDate('2026-06-03'), lastDay: parseLocalDate('2026-06-24') })
    const two = toDated(dated, { firstDate: '2026-06-08', weeks: 2, newId: countingIds() })
    expect(two.shifts.map(({ day }) => day)).toEqual([parseLocalDate('2026-06-10'), parseLocalDate('2026-06-17')])
    expect(toWeekly(dated, { firstDate: '2026-06-25', newId: countingIds() }).shifts).toEqual([])
  })
})
