import { describe, expect, it } from 'vitest'
import { DAY_MS } from '../../../../shared/foundation/minutes.ts'
import { withAssumptions } from '../../../../shared/plan/assumptions/with-assumptions.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { assembleInputs } from '../../../../shared/predict/assemble/assemble-inputs.ts'
import { expectedIntervals } from '../../../../shared/predict/assemble/plan-intervals.ts'
import { type CapacityCase, type Hires, monthCapacity } from '../../../../shared/predict/capacity/month-capacity.ts'
import { monthsAfter, representedWeeks } from '../../../../shared/predict/capacity/month-weeks.ts'
import { createPlanPredictor } from '../../../../shared/predict/plan-prediction/plan-predictor.ts'
import type { PredictionInputs } from '../../../../shared/predict/types.ts'
import { addDays, daysBetween, localRange } from '../../../../shared/time/local.ts'
import { SLOT_MS } from '../../../../shared/time/slots.ts'
import { usualPlan } from '../../compare/published-week.ts'
import { smallHistory } from '../assemble/small-history.ts'

const facts = smallHistory({ days: 56 })
const FIRST = '2026-03-02'
const inputs = assembleInputs(facts, { timeZone: 'UTC', firstDate: FIRST, knownDays: [], seed: 1, draws: 20 })
/** Every week is this one. */
const inputsOf = (firstDate: string): PredictionInputs => {
  const later = daysBetween(FIRST, firstDate) * DAY_MS
  return { ...inputs, firstDate, starts: inputs.starts.map((start) => start + later) }
}
const usual = { firstWeek: '2026-03-02', isSpecial: () => false, ownDay: () => null }
const [february, march] = monthsAfter('2027-01-15', 2)
const asked: CapacityCase = { plan: usualPlan(), growth: 0, attrition: 0, hires: [], target: 0.9 }
const hire = (count: number, from = '2027-01-04'): Hires => ({
  id: 'new',
  kind: 'hires',
  count,
  from,
  days: [1, 2, 3, 4, 5],
  hours: { startMinute: 600, endMinute: 1200 },
  ramp: [50, 75, 90, 100],
})
const inFebruary = (more: Partial<CapacityCase>, place = 1) =>
  monthCapacity(representedWeeks(february!, usual), { ...asked, ...more }, { place, inputsOf, spread: null })
const predicted = (plan: Plan, monday: string) => {
  const week = inputsOf(monday)
  return createPlanPredictor(week).predict(expectedIntervals(plan, week)).totals
}

describe('a month of four weeks', () => {
  it('is four times what the predictor says of its week, to the bit, where nothing is assumed', () => {
    const { visitors, covered } = predicted(asked.plan, '2027-02-15')
    const month = inFebruary({})
    expect([month.visitors, month.covered, month.coveredWithout]).toEqual([4 * visitors, 4 * covered, 4 * covered])
    expect(month.covered / month.visitors).toBe(covered / visitors)
    expect(month.hours.planned).toBe(4 * (7 * 8 + 5 * 6.5))
    expect(month.hoursPerAgent).toBe(month.hours.planned / 2)
  })

  it('has hires as a prediction with the same assumption has them, in the middle of their ramp too', () => {
    const hires = [hire(2, '2027-02-05')]
    const weeks = ['2027-02-01', '2027-02-08', '2027-02-15', '2027-02-22'].map((monday) =>
      predicted(withAssumptions(asked.plan, hires), monday),
    )
    const month = inFebruary({ hires })
    expect(month.covered).toBeCloseTo(
      weeks.reduce((sum, { covered }) => sum + covered, 0),
      9,
    )
    expect(month.coveredWithout).toBe(inFebruary({}).covered)
    // Five days at each step of the ramp, from a Friday on, and one at the last.
    expect(month.hours.hiredPaid).toBe(2 * 10 * 16)
    expect(month.hours.hired).toBeCloseTo(2 * 10 * (5 * 0.5 + 5 * 0.75 + 5 * 0.9 + 1), 9)
  })

  it('pays hires in full while they do nothing yet', () => {
    const month = inFebruary({ hires: [{ ...hire(2, '2027-02-05'), ramp: [0, 50, 100] }] })
    expect(month.hours.hiredPaid).toBe(2 * 10 * 16)
    expect(month.hours.hired).toBeCloseTo(2 * 10 * (5 * 0.5 + 6), 9)
  })

  it('multiplies its visitors by growth, one more time each month', () => {
    const { visitors } = inFebruary({})
    expect(inFebruary({ growth: 10 }).visitors).toBeCloseTo(1.1 * visitors, 6)
    expect(inFebruary({ growth: 10 }, 3).visitors).toBeCloseTo(1.331 * visitors, 6)
    expect(inFebruary({ growth: -50 }).visitors).toBeCloseTo(visitors / 2, 6)
    expect(inFebruary({ growth: 10 }).hours.neededOnline).toBeGreaterThanOrEqual(inFebruary({}).hours.neededOnline)
  })

  it('loses hours and coverage to attrition', () => {
    const [none, some] = [inFebruary({}), inFebruary({ attrition: 10 }, 2)]
    expect(some.hours.planned).toBeCloseTo(0.81 * none.hours.planned, 9)
    expect(some.hours.online).toBeCloseTo(0.81 * none.hours.online, 9)
    expect(some.covered).toBeLessThan(none.covered)
    expect(some.hoursPerAgent).toBe(none.hoursPerAgent)
  })

  it('never covers fewer with more hires', () => {
    const covered = [0, 1, 2, 5].map((count) => inFebruary({ hires: count === 0 ? [] : [hire(count)] }).covered)
    expect(covered).toEqual(covered.toSorted((one, other) => one - other))
    expect(covered.at(-1)).toBeGreaterThan(covered[0]!)
  })

  it('has a range around its coverage', () => {
    const { band, covered, visitors } = inFebruary({})
    expect(band!.lower80).toBeLessThan(covered / visitors)
    expect(band!.upper80).toBeGreaterThan(covered / visitors)
    const { spread } = inFebruary({})
    const next = monthCapacity(representedWeeks(march!, usual), asked, { place: 2, inputsOf, spread })
    expect(next.band!.upper80 - next.covered / next.visitors).toBeCloseTo(spread!.upper80, 9)
  })
})

describe('months of other lengths', () => {
  it('have each date once', () => {
    const weeks = representedWeeks(march!, usual)
    const { visitors } = monthCapacity(weeks, asked, { place: 1, inputsOf, spread: null })
    const week = inputsOf('2027-03-15')
    const expected = createPlanPredictor(week).predict([]).visitors
    const byDay = Array.from({ length: 7 }, (_, day) =>
      expected.slice(96 * day, 96 * (day + 1)).reduce((sum, value) => sum + value, 0),
    )
    // March 2027 begins on a Monday and ends on a Wednesday.
    expect(visitors).toBeCloseTo(
      byDay.reduce((sum, value, day) => sum + value * (day < 3 ? 5 : 4), 0),
      6,
    )
  })

  it('have the day on which clocks change as long as it is', () => {
    const zone = 'Europe/Berlin'
    const inBerlin = (firstDate: string): PredictionInputs => {
      const { start, end } = localRange(firstDate, addDays(firstDate, 6), zone)
      const slots = Math.round((end - start) / SLOT_MS)
      const column = (values: readonly number[]) => Array.from({ length: slots }, (_, slot) => values[slot % 672]!)
      return {
        ...inputs,
        timeZone: zone,
        firstDate,
        starts: Array.from({ length: slots }, (_, slot) => start + slot * SLOT_MS),
        pools: inputs.pools.map((pool) => ({
          ...pool,
          visitors: Array.from({ length: slots }, () => 1),
          loadFactors: column(pool.loadFactors),
          ...(pool.ownHistory === undefined ? {} : { ownHistory: column(pool.ownHistory) }),
          ...(pool.coveredAlone === undefined ? {} : { coveredAlone: column(pool.coveredAlone) }),
        })),
      }
    }
    const isSpecial = (date: string): boolean => {
      const { start, end } = localRange(date, date, zone)
      return end - start !== DAY_MS
    }
    const ownDay = (date: string): string | null => (isSpecial(date) ? 'clocks change' : null)
    const weeks = representedWeeks(march!, { ...usual, isSpecial, ownDay })
    const plan = { ...asked.plan, timeZone: zone, shifts: [] }
    const { visitors } = monthCapacity(weeks, { ...asked, plan }, { place: 1, inputsOf: inBerlin, spread: null })
    expect(visitors).toBe(inputs.pools.length * (31 * 96 - 4))
  })
})
