import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movedBreaks, shiftWithBreakChanged, type BreakChange } from '../../../shared/plan/edits/break-changes.ts'
import { changeShifts, type ShiftsChange } from '../../../shared/plan/edits/change-shifts.ts'
import { applyStep } from '../../../shared/plan/index.ts'
import { chosenBreaks, type BreakChoice } from '../../../renderer/features/plans/editor/selection/break-choices.ts'
import type { Shift, TimeRange } from '../../../shared/plan/plan.ts'
import { validatePlan } from '../../../shared/plan/validate-plan.ts'
import { countingIds } from './plan-arbitraries.ts'

const shift: Shift = {
  id: 'a',
  agentId: 'ann',
  day: 1,
  startMinute: 540,
  endMinute: 1020,
  breaks: [
    { startMinute: 630, endMinute: 645 },
    { startMinute: 750, endMinute: 780 },
  ],
  note: '',
}
const planOf = (shifts: readonly Shift[]) =>
  ({ name: 'Plan', timeZone: 'UTC', poolId: null, kind: 'weekly', shifts }) as const
const changed = (change: BreakChange): readonly string[] =>
  shiftWithBreakChanged(shift, change).breaks.map(({ startMinute, endMinute }) => `${startMinute}-${endMinute}`)

describe('changing a break', () => {
  it('moves it, or one of its edges, by quarter-hours', () => {
    expect(changed({ index: 1, part: 'body', minutes: 67 })).toEqual(['630-645', '810-840'])
    expect(changed({ index: 1, part: 'start', minutes: -30 })).toEqual(['630-645', '720-780'])
    expect(changed({ index: 1, part: 'end', minutes: 15 })).toEqual(['630-645', '750-795'])
  })

  it('stops at the breaks beside it, at the ends of the shift and at a quarter of an hour', () => {
    expect(changed({ index: 1, part: 'body', minutes: -600 })).toEqual(['630-645', '645-675'])
    expect(changed({ index: 1, part: 'body', minutes: 600 })).toEqual(['630-645', '990-1020'])
    expect(changed({ index: 0, part: 'end', minutes: 600 })).toEqual(['630-750', '750-780'])
    expect(changed({ index: 1, part: 'start', minutes: 600 })).toEqual(['630-645', '765-780'])
    expect(changed({ index: 5, part: 'body', minutes: 15 })).toEqual(['630-645', '750-780'])
  })

  it('leaves a quarter of an hour of work', () => {
    const all = (['start', 'end'] as const).flatMap((part) => [0, 1].map((index) => ({ index, part })))
    const widest = all.reduce(
      (shiftNow, one) => shiftWithBreakChanged(shiftNow, { ...one, minutes: one.part === 'start' ? -600 : 600 }),
      shift,
    )
    expect(widest.breaks.reduce((sum, one) => sum + one.endMinute - one.startMinute, 0)).toBe(480 - 15)
    expect(validatePlan(planOf([widest]))).toEqual([])
  })

  it('leaves a shift that a plan can hold, however it is dragged', () => {
    const change = fc.record({
      index: fc.nat({ max: 1 }),
      part: fc.constantFrom('body' as const, 'start' as const, 'end' as const),
      minutes: fc.integer({ min: -1000, max: 1000 }),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const after = changes.reduce(shiftWithBreakChanged, shift)
        expect(validatePlan(planOf([after]))).toEqual([])
        expect(after.breaks).toHaveLength(2)
      }),
    )
  })
})

describe('moving all breaks of a shift', () => {
  const moved = (minutes: number) =>
    movedBreaks(shift.breaks, { minutes, within: shift }).map((one) => `${one.startMinute}-${one.endMinute}`)

  it('keeps what lies between them, and stops at the ends of the shift', () => {
    expect(moved(30)).toEqual(['660-675', '780-810'])
    expect(moved(-600)).toEqual(['540-555', '660-690'])
    expect(moved(600)).toEqual(['870-885', '990-1020'])
  })
})

describe('the breaks that are chosen for several shifts', () => {
  const rules = { limits: {}, owedBreak: { afterHours: 6, minutes: 30 }, hourlyCost: null }
  const chosen = (choice: BreakChoice, own = shift.breaks, times: TimeRange = shift) =>
    chosenBreaks(times, own, { ...choice, rules }).map((one) => `${one.startMinute}-${one.endMinute}`)

  it('are what they were, none, owed, or one in the middle', () => {
    const moved = null
    expect(chosen({ breaks: 'as-is', moved })).toEqual(['630-645', '750-780'])
    expect(chosen({ breaks: 'none', moved })).toEqual([])
    expect(chosen({ breaks: 'owed', moved })).toEqual(['765-795'])
    expect(chosen({ breaks: 60, moved })).toEqual(['750-810'])
  })

  it('are moved by some minutes, or so that the first begins at a time, also after midnight', () => {
    expect(chosen({ breaks: 'as-is', moved: { by: 30 } })).toEqual(['660-675', '780-810'])
    expect(chosen({ breaks: 30, moved: { to: 720 } })).toEqual(['720-750'])
    const night = { startMinute: 1320, endMinute: 1800 }
    expect(chosen({ breaks: 30, moved: { to: 60 } }, [], night)).toEqual(['1500-1530'])
  })
})

describe('changing several shifts', () => {
  const night: Shift = { ...shift, id: 'b', day: 5, startMinute: 1320, endMinute: 1800, breaks: [], note: 'Night' }
  const plan = planOf([shift, night])
  const after = (change: ShiftsChange) =>
    applyStep(plan, changeShifts(plan, { ids: ['a', 'b'], change }, countingIds())!).shifts

  it('gives all the same start, and leaves what was not asked for', () => {
    expect(after({ startMinute: 600 })).toMatchObject([
      { agentId: 'ann', day: 1, startMinute: 600, endMinute: 1020, breaks: shift.breaks, note: '' },
      { day: 5, startMinute: 600, endMinute: 1800, note: 'Night' },
    ])
  })

  it('puts an end that comes before the start on the next day', () => {
    expect(after({ endMinute: 360 })).toMatchObject([
      { startMinute: 540, endMinute: 1800 },
      { startMinute: 1320, endMinute: 1800 },
    ])
  })

  it('gives agent, note, and the breaks that belong to the times they then have', () => {
    const breaksOf = ({ startMinute }: { readonly startMinute: number }) => [
      { startMinute: startMinute + 60, endMinute: startMinute + 90 },
    ]
    expect(after({ agentId: null, note: 'Desk', startMinute: 480, breaksOf })).toMatchObject([
      { agentId: null, note: 'Desk', breaks: [{ startMinute: 540, endMinute: 570 }] },
      { agentId: null, note: 'Desk', breaks: [{ startMinute: 540, endMinute: 570 }] },
    ])
  })
})
