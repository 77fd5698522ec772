import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planFromFile, planToFile } from '../../../shared/contract/plan-file.ts'
import {
  addShifts,
  applyStep,
  assignShifts,
  deleteShifts,
  invertStep,
  moveShifts,
  resizeShifts,
  type Plan,
  type PlanStep,
} from '../../../shared/plan/index.ts'
import { copyWeek } from '../../../shared/plan/edits/copy-week.ts'
import { plannedIntervals } from '../../../shared/plan/planned-intervals.ts'
import { planInAnyWeek, planInWeek } from '../../../shared/plan/repeated-weeks.ts'
import { findRotation } from '../../../shared/plan/rotation/find-rotation.ts'
import { contentOf, rotationPattern } from '../../../shared/plan/rotation/pattern.ts'
import { continueRotation, exceptionsInWeek, resetWeekStep } from '../../../shared/plan/rotation/rotation-steps.ts'
import { rotationFromWeekly } from '../../../shared/plan/rotation/rotation-templates.ts'
import { ROTATION_LIMITS, rotationDays, weekOfCycle } from '../../../shared/plan/rotation/rotation.ts'
import { spreadStep } from '../../../shared/plan/rotation/spread-step.ts'
import { validatePlan } from '../../../shared/plan/validate-plan.ts'
import { addDays, formatLocalDate, parseLocalDate } from '../../../shared/time/local.ts'
import { countingIds } from './plan-arbitraries.ts'

const newId = countingIds()
/** A Monday; the clocks of Berlin go forward on 29 March. */
const MONDAY = '2026-03-02'
const FIRST = parseLocalDate(MONDAY)
const AGENTS = Array.from({ length: 8 }, (_, index) => `agent-${index + 1}`)
const weekly: Plan = {
  name: 'Shifts',
  timeZone: 'Europe/Berlin',
  poolId: null,
  kind: 'weekly',
  shifts: AGENTS.flatMap((agentId, index) =>
    [1, 2].map((day) => ({
      id: `${agentId} ${day}`,
      agentId,
      day,
      startMinute: index % 2 === 0 ? 420 : 1140,
      endMinute: index % 2 === 0 ? 1140 : 1860,
      breaks: [{ startMinute: 780 + (index % 2) * 720, endMinute: 810 + (index % 2) * 720 }],
      note: index === 0 ? 'lead' : '',
    })),
  ),
}
const made = (template: 'four-on-four-off' | 'two-two-three' | 'weeks', cycleWeeks: number, weeks = 16): Plan =>
  rotationFromWeekly(weekly, { template, cycleWeeks, anchor: MONDAY, weeks, isStaggered: true, newId })
const fourOnFourOff = made('four-on-four-off', 8)
const after = (plan: Plan, step: PlanStep | null): Plan => (step === null ? plan : applyStep(plan, step))
const daysOf = (plan: Plan, agentId: string): readonly number[] =>
  plan.shifts.flatMap((shift) => (shift.agentId === agentId ? [shift.day - FIRST] : []))
/** What it says, whatever the ids. */
const written = ({ shifts, ...plan }: Plan) => ({
  ...plan,
  shifts: shifts.map((shift) => `${shift.day} ${shift.agentId} ${contentOf([shift])}`).sort(),
})

describe('a rotation of 4 days on and 4 off', () => {
  it('goes through eight weeks, each agent a week later than the one before', () => {
    expect(validatePlan(fourOnFourOff)).toEqual([])
    expect(fourOnFourOff.rotation).toEqual({ cycleWeeks: 8, anchor: MONDAY, cycles: 2 })
    expect(daysOf(fourOnFourOff, 'agent-1').slice(0, 6)).toEqual([0, 1, 2, 3, 8, 9])
    expect(daysOf(fourOnFourOff, 'agent-2').slice(0, 6)).toEqual([1, 2, 3, 4, 9, 10])
    // On every day four of the eight are there.
    expect(
      new Set([...Map.groupBy(fourOnFourOff.shifts, ({ day }) => day).values()].map(({ length }) => length)),
    ).toEqual(new Set([4]))
    expect(weekOfCycle(fourOnFourOff.rotation!, FIRST + 7 * 9)).toBe(2)
    // A week that begins on another day is the one most of its days are in.
    expect(weekOfCycle(fourOnFourOff.rotation!, FIRST + 6)).toBe(2)
  })

  it('comes back from a plan file that has its cycle once, with its exceptions', () => {
    const off = deleteShifts(fourOnFourOff, [fourOnFourOff.shifts[0]!.id], newId)
    const extra = after(
      after(fourOnFourOff, off),
      addShifts(fourOnFourOff, [{ agentId: 'agent-1', day: FIRST + 200, startMinute: 540, endMinute: 600 }], newId),
    )
    const file = planToFile(extra)
    expect(file).toMatchObject({ kind: 'weekly', cycleWeeks: 8, anchor: MONDAY, cycles: 2 })
    expect(file.shifts).toHaveLength(8 * 28)
    expect('exceptions' in file && file.exceptions).toMatchObject([
      { date: MONDAY, agentId: fourOnFourOff.shifts[0]!.agentId, shifts: [] },
      { date: formatLocalDate(FIRST + 200), agentId: 'agent-1', shifts: [{ start: '09:00' }] },
    ])
    expect(written(planFromFile(JSON.stringify(file)))).toEqual(written(extra))
  })

  it('keeps its wall times over a clock change, so that a night is an hour shorter', () => {
    const hours = (firstDate: string) =>
      plannedIntervals(fourOnFourOff, { firstDate })
        .filter(({ agentId, localDay }) => agentId === 'agent-2' && localDay >= parseLocalDate(firstDate))
        .map(({ start, end }) => (end - start) / 3_600_000)
    // The clocks go forward in the night of 28 March, in week 4.
    expect(hours('2026-03-23')).toEqual([12, 11, 12])
    expect(hours('2026-05-18')).toEqual([12, 12, 12])
  })

  it('goes on in any later week as its cycle has it', () => {
    const monday = addDays(MONDAY, 7 * 8 * 5)
    const later = planInAnyWeek(fourOnFourOff, monday)
    const days = later.shifts.flatMap(({ day, agentId }) =>
      agentId === 'agent-1' && day >= parseLocalDate(monday) && day < parseLocalDate(monday) + 7
        ? [day - parseLocalDate(monday)]
        : [],
    )
    expect(days).toEqual([0, 1, 2, 3])
  })

  it('goes on so whatever weekday it is anchored to, without a gap or a week twice', () => {
    // A Sunday: two weeks, in the first of which Ann works every day.
    const anchor = '2026-03-01'
    const plan = rotationFromWeekly(
      { ...weekly, shifts: weekly.shifts.filter(({ agentId }) => agentId === 'agent-1') },
      { template: 'week-on-week-off', cycleWeeks: 2, anchor, weeks: 4, isStaggered: false, newId },
    )
    const works = (date: string): boolean => Math.floor((parseLocalDate(date) - parseLocalDate(anchor)) / 7) % 2 === 0
    const alone = applyStep(plan, deleteShifts(plan, [plan.shifts[0]!.id], newId)!)
    for (let week = 3; week < 12; week++) {
      const monday = addDays('2026-03-02', 7 * week)
      const dates = Array.from({ length: 7 }, (_, day) => addDays(monday, day))
      const inWeek = ({ shifts }: Plan) =>
        shifts.map(({ day }) => formatLocalDate(day)).filter((date) => dates.includes(date))
      expect(inWeek(planInAnyWeek(plan, monday))).toEqual(dates.filter(works))
      // Dates that differ are none of the cycle.
      expect(inWeek(planInAnyWeek(alone, monday))).toEqual(dates.filter(works))
      if (week < 4) continue
      expect(inWeek(planInWeek(plan, { firstDate: monday, from: '2026-03-30', to: '2026-05-31' }))).toEqual(
        dates.filter(works),
      )
    }
  })
})

describe('an edit of a rotation', () => {
  const plan = made('two-two-three', 2, 12)
  const [shift] = plan.shifts
  const edits: readonly (readonly [string, PlanStep | null])[] = [
    ['moves', moveShifts(plan, { ids: [shift!.id], minutes: 60, days: 1 } as never, newId)],
    ['resizes', resizeShifts(plan, { ids: [shift!.id], edge: 'end', minutes: -60 }, newId)],
    ['deletes', deleteShifts(plan, [shift!.id], newId)],
    ['assigns', assignShifts(plan, { ids: [shift!.id], agentId: 'new' } as never, newId)],
    ['adds', addShifts(plan, [{ agentId: 'new', day: FIRST + 2, startMinute: 540, endMinute: 900 }], newId)],
  ]

  it.each(edits)('%s on the same day of every cycle, and is undone as one', (_, step) => {
    const whole = spreadStep(plan, step!, newId)
    const edited = after(plan, whole)
    expect(whole.added.length + whole.removed.length).toBe(6 * (step!.added.length + step!.removed.length))
    expect(rotationPattern(edited)!.exceptions).toEqual([])
    expect(applyStep(edited, invertStep(whole))).toEqual(plan)
  })

  it('leaves dates alone that differ, and puts a week back', () => {
    const monday = plan.shifts.filter(({ day, agentId }) => agentId === 'agent-1' && (day - FIRST) % 14 === 0)
    const single = after(plan, deleteShifts(plan, [monday[2]!.id], newId))
    expect(exceptionsInWeek(single, FIRST + 28)).toEqual([{ day: FIRST + 28, agentId: 'agent-1', shifts: [] }])
    const edited = after(
      single,
      spreadStep(single, resizeShifts(single, { ids: [monday[0]!.id], edge: 'end', minutes: 60 }, newId)!, newId),
    )
    expect(exceptionsInWeek(edited, FIRST + 28)).toHaveLength(1)
    expect(exceptionsInWeek(edited, FIRST)).toEqual([])
    const back = after(edited, resetWeekStep(edited, FIRST + 28, newId))
    expect(rotationPattern(back)!.exceptions).toEqual([])
    expect(back.shifts).toHaveLength(plan.shifts.length)
  })

  it('is done on each other date once where it is of several cycles', () => {
    const own = plan.shifts.filter(({ agentId, day }) => agentId === 'agent-1' && (day - FIRST) % 14 === 0)
    const moved = spreadStep(
      plan,
      moveShifts(plan, { ids: [own[0]!.id, own[2]!.id], minutes: 60 } as never, newId)!,
      newId,
    )
    expect(new Set(moved.added.map(({ id }) => id)).size).toBe(moved.added.length)
    expect(new Set(moved.added.map(({ day }) => day))).toEqual(new Set(own.map(({ day }) => day)))
    expect(moved.added).toHaveLength(own.length)
    expect(rotationPattern(after(plan, moved))!.exceptions).toEqual([])
    // The first week to the second of two cycles: also to the second of all others, in the place of what they have.
    for (const replace of [true, false]) {
      const copied = after(
        plan,
        spreadStep(plan, copyWeek(plan, { fromDay: FIRST, toDays: [FIRST + 7, FIRST + 35], replace }, newId)!, newId),
      )
      const inWeeks = [...Map.groupBy(copied.shifts, ({ day }) => Math.floor((day - FIRST) / 7)).values()].map(
        ({ length }) => length,
      )
      const [first, second] = inWeeks
      expect(second).toBe(replace ? first : plan.shifts.length / 6)
      expect(inWeeks).toEqual(Array.from({ length: 6 }, () => [first, second]).flat())
    }
  })

  it('goes on for more cycles, keeping what is there', () => {
    const end = rotationDays(plan.rotation!).endDay
    const extra = after(
      plan,
      addShifts(plan, [{ agentId: 'agent-1', day: end, startMinute: 540, endMinute: 600 }], newId),
    )
    const longer = after(extra, continueRotation(extra, end + 6, newId))
    expect(longer.rotation!.cycles).toBe(7)
    expect(exceptionsInWeek(longer, end)).toMatchObject([{ agentId: 'agent-1', shifts: [{ endMinute: 600 }] }])
    expect(continueRotation(longer, end + 6, newId)).toBeNull()
    // No more than can be stored.
    expect(
      continueRotation(longer, FIRST + 7 * ROTATION_LIMITS.weeks - 1, newId)?.details?.after.rotation?.cycles,
    ).toBe(ROTATION_LIMITS.weeks / 2)
    expect(continueRotation(longer, FIRST + 7 * ROTATION_LIMITS.weeks, newId)).toBeNull()
  })

  it('can be any edits one after another, and each shows on the board week as it was made', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: -8, max: 8 }), fc.boolean()), { minLength: 1, maxLength: 6 }),
        (all) => {
          let edited = plan
          for (const [pick, by, isSingle] of all) {
            const chosen = edited.shifts[pick % edited.shifts.length]!
            const step = moveShifts(edited, { ids: [chosen.id], minutes: 15 * by } as never, newId)
            if (step === null) continue
            const next = after(edited, isSingle ? step : spreadStep(edited, step, newId))
            const moved = next.shifts.find(({ id }) => id === chosen.id)!
            expect(moved).toEqual(step.added[0])
            expect(next.shifts).toHaveLength(edited.shifts.length)
            edited = next
          }
          expect(written(planFromFile(JSON.stringify(planToFile(edited))))).toEqual(written(edited))
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('finding a rotation in dated weeks', () => {
  const found = (plan: Plan) => findRotation(plan, { firstDayOfWeek: 1 })

  it('finds the shortest cycle, also with a few dates that differ', () => {
    expect(found(made('two-two-three', 2, 12))).toEqual({ cycleWeeks: 2, anchor: MONDAY, cycles: 6 })
    expect(found(fourOnFourOff)).toEqual({ cycleWeeks: 8, anchor: MONDAY, cycles: 2 })
    const holiday = deleteShifts(fourOnFourOff, [fourOnFourOff.shifts[3]!.id], newId)
    expect(found(after(fourOnFourOff, holiday))?.cycleWeeks).toBe(8)
  })

  it('finds none where every week is the same, or none repeats', () => {
    expect(found(made('weeks', 2, 12))).toBeNull()
    expect(found(weekly)).toBeNull()
    const changing = {
      ...fourOnFourOff,
      shifts: fourOnFourOff.shifts.map((shift) => ({ ...shift, note: String(shift.day) })),
    }
    expect(found(changing)).toBeNull()
  })
})

it('refuses a plan file whose rotation is none, with its path', () => {
  const file = {
    name: 'A',
    timeZone: 'UTC',
    kind: 'weekly',
    shifts: [{ agentId: 'a', dayOfWeek: 1, week: 3, start: '09:00', end: '17:00' }],
  }
  expect(() => planFromFile({ ...file, cycleWeeks: 2, anchor: MONDAY })).toThrow(/shifts\[0\]\.week.*2 weeks/u)
  expect(() => planFromFile({ ...file, cycleWeeks: 3 })).toThrow(/anchor/u)
  expect(() => planFromFile({ ...file, cycleWeeks: 9, anchor: MONDAY })).toThrow(/cycleWeeks/u)
  expect(planFromFile({ ...file, cycleWeeks: 3, anchor: MONDAY }).rotation).toEqual({
    cycleWeeks: 3,
    anchor: MONDAY,
    cycles: 18,
  })
})
