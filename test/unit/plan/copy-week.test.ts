import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyWeek, shiftsOfWeek } from '../../../shared/plan/edits/copy-week.ts'
import { applyStep, invertStep, type Plan, type PlanStep } from '../../../shared/plan/index.ts'
import type { Shift } from '../../../shared/plan/plan.ts'
import { countingIds } from './plan-arbitraries.ts'

const shift = (id: string, day: number, agentId: string | null = 'ann'): Shift => ({
  id,
  agentId,
  day,
  startMinute: 540,
  endMinute: 1020,
  breaks: [{ startMinute: 720, endMinute: 750 }],
  note: 'desk',
})
const plan = (shifts: readonly Shift[], kind: Plan['kind'] = 'dated'): Plan => ({
  name: 'Plan',
  timeZone: 'Europe/Berlin',
  poolId: null,
  kind,
  shifts,
})
const FIRST = 20_000
const after = (before: Plan, step: PlanStep | null): readonly string[] =>
  (step === null ? before : applyStep(before, step)).shifts.map(
    ({ agentId, day, note }) => `${agentId ?? 'open'} ${day - FIRST} ${note}`,
  )

describe('copying a week', () => {
  const newId = countingIds()
  const two = plan([shift('a', FIRST), shift('b', FIRST + 6, 'bob'), shift('c', FIRST + 8, null)])

  it('keeps agents, hours and notes, and moves only the days', () => {
    const step = copyWeek(two, { fromDay: FIRST, toDays: [FIRST + 14], replace: false }, newId)
    expect(after(two, step)).toEqual(['ann 0 desk', 'bob 6 desk', 'open 8 desk', 'ann 14 desk', 'bob 20 desk'])
  })

  it('takes the place of what another week has, or is added to it', () => {
    const replaced = copyWeek(two, { fromDay: FIRST, toDays: [FIRST + 7], replace: true }, newId)
    expect(after(two, replaced)).toEqual(['ann 0 desk', 'bob 6 desk', 'ann 7 desk', 'bob 13 desk'])
    const added = copyWeek(two, { fromDay: FIRST, toDays: [FIRST + 7], replace: false }, newId)
    expect(after(two, added)).toContain('open 8 desk')
  })

  it('never empties a week, nor copies one to itself', () => {
    expect(copyWeek(two, { fromDay: FIRST + 21, toDays: [FIRST], replace: true }, newId)).toBeNull()
    expect(copyWeek(two, { fromDay: FIRST, toDays: [FIRST], replace: true }, newId)).toBeNull()
    const weekly = plan([shift('a', 1)], 'weekly')
    expect(copyWeek(weekly, { fromDay: 0, toDays: [7], replace: true }, newId)).toBeNull()
  })

  it('gives every week the shifts of the first, whatever they are, and is taken back whole', () => {
    const shifts = fc.array(fc.tuple(fc.integer({ min: 0, max: 27 }), fc.constantFrom('ann', 'bob', null)), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(shifts, fc.uniqueArray(fc.integer({ min: 1, max: 3 })), (drawn, weeks) => {
        const before = plan(drawn.map(([day, agentId], index) => shift(String(index), FIRST + day, agentId)))
        const toDays = weeks.map((week) => FIRST + 7 * week)
        const step = copyWeek(before, { fromDay: FIRST, toDays, replace: true }, newId)
        if (step === null) return
        const copied = applyStep(before, step)
        const week = (from: number): readonly string[] =>
          shiftsOfWeek(copied, from)
            .map(({ agentId, day }) => `${agentId} ${day - from}`)
            .toSorted()
        for (const day of toDays) expect(week(day)).toEqual(week(FIRST))
        expect(new Set(applyStep(copied, invertStep(step)).shifts)).toEqual(new Set(before.shifts))
      }),
    )
  })
})
