import { describe, expect, it } from 'vitest'
import { planFromFile, planToFile } from '../../../shared/contract/plan-file.ts'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { english } from '../../../shared/language/english.ts'
import { assumedStaff } from '../../../shared/plan/assumptions/assumed-staff.ts'
import { assumedIntervals, reachesInto } from '../../../shared/plan/assumptions/assumed-time.ts'
import { assumptionsSchema } from '../../../shared/plan/assumptions/assumption-schema.ts'
import { assumptionText } from '../../../shared/plan/assumptions/assumption-text.ts'
import { ALWAYS, type Assumption, type NewAssumption, USUAL_RAMP } from '../../../shared/plan/assumptions/assumption.ts'
import { assume, dropAssumption, stepBetween } from '../../../shared/plan/edits/whole-plan.ts'
import { doStep, redo, startHistory, undo } from '../../../shared/plan/history.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { plannedIntervals } from '../../../shared/plan/planned-intervals.ts'
import { planSchema, planStepSchema } from '../../../shared/plan/plan-schema.ts'
import { localRange } from '../../../shared/time/local.ts'

const ZONE = 'Europe/Berlin'
/** A Monday; the clock is set forward on the Sunday of this week. */
const SPRING = '2026-03-23'
/** And back on the Sunday of this one. */
const AUTUMN = '2026-10-19'

function weekOf(firstDate: string, timeZone = ZONE) {
  const last = new Date(Date.parse(`${firstDate}T00:00:00Z`) + 6 * 24 * HOUR_MS).toISOString().slice(0, 10)
  return { ...localRange(firstDate, last, timeZone), timeZone }
}

function hoursOf(time: Partial<typeof ALWAYS>, firstDate: string): readonly number[] {
  return assumedIntervals({ ...ALWAYS, ...time }, weekOf(firstDate)).map(({ start, end }) => (end - start) / HOUR_MS)
}

const PLAN: Plan = {
  name: 'Week',
  timeZone: ZONE,
  poolId: null,
  kind: 'weekly',
  shifts: [
    { id: 'a', agentId: 'ann', day: 1, startMinute: 540, endMinute: 1020, breaks: [], note: '' },
    { id: 'b', agentId: 'bo', day: 1, startMinute: 540, endMinute: 1020, breaks: [], note: '' },
    { id: 'o', agentId: null, day: 2, startMinute: 540, endMinute: 1020, breaks: [], note: '' },
    { id: 'n', agentId: 'ann', day: 6, startMinute: 1320, endMinute: 1800, breaks: [], note: '' },
  ],
}
const ABSENT: NewAssumption = {
  kind: 'absence',
  agentId: 'ann',
  time: { ...ALWAYS, from: SPRING, to: SPRING },
}

function staffOf(assumptions: readonly NewAssumption[], firstDate = SPRING) {
  const all = assumptions.map((one, index) => ({ ...one, id: String(index) }) as Assumption)
  return assumedStaff(all, weekOf(firstDate))
}

describe('when an assumption holds', () => {
  it('is the whole week where nothing limits it', () => {
    expect(hoursOf({}, SPRING)).toEqual([167])
    expect(hoursOf({}, AUTUMN)).toEqual([169])
  })

  it('is days of 23, 24 and 25 hours', () => {
    expect(hoursOf({ days: [6] }, SPRING)).toEqual([24])
    expect(hoursOf({ days: [0] }, SPRING)).toEqual([23])
    expect(hoursOf({ days: [0] }, AUTUMN)).toEqual([25])
  })

  it('is hours on the wall clock: a skipped one is none, a repeated one is two', () => {
    const night = { startMinute: 60, endMinute: 240 }
    expect(hoursOf({ days: [0], hours: night }, SPRING)).toEqual([2])
    expect(hoursOf({ days: [0], hours: night }, AUTUMN)).toEqual([4])
    expect(hoursOf({ days: [0], hours: { startMinute: 120, endMinute: 180 } }, SPRING)).toEqual([])
  })

  it('goes on over midnight and over the edges of the week', () => {
    const late = { startMinute: 1320, endMinute: 1560 }
    expect(hoursOf({ days: [1], hours: late }, SPRING)).toEqual([4])
    // Sunday evening of the week before reaches into this week; this week's own is cut at its end.
    expect(hoursOf({ days: [0], hours: late }, '2026-04-06')).toEqual([2, 2])
  })

  it('keeps to its dates, both inside', () => {
    expect(hoursOf({ from: '2026-03-24', to: '2026-03-25' }, SPRING)).toEqual([48])
    expect(hoursOf({ from: '2026-04-24' }, SPRING)).toEqual([])
    expect(hoursOf({ to: '2026-03-01' }, SPRING)).toEqual([])
  })

  it('reaches into a week with its dates, and always without', () => {
    const reaches = (one: NewAssumption): boolean => reachesInto(one, weekOf(SPRING))
    const demand = (time: Partial<typeof ALWAYS>): NewAssumption => ({
      kind: 'demand',
      percent: 40,
      poolId: null,
      time: { ...ALWAYS, ...time },
    })
    expect(reaches(demand({ from: '2027-03-24', to: '2027-03-24' }))).toBe(false)
    expect(reaches(demand({ from: '2026-03-24', to: '2026-03-24' }))).toBe(true)
    // The clock skips these hours in this week.
    expect(reaches(demand({ days: [0], hours: { startMinute: 120, endMinute: 180 } }))).toBe(true)
    expect(reaches({ kind: 'visitors', date: '2026-03-30', visitors: [5], poolId: null })).toBe(false)
    expect(reaches({ kind: 'handling', percent: 10 })).toBe(true)
  })
})

describe('the people of a plan under assumptions', () => {
  const intervals = plannedIntervals(PLAN, { firstDate: SPRING })

  it('are as planned where nothing is assumed of them', () => {
    const staff = staffOf([{ kind: 'demand', percent: 20, poolId: null, time: ALWAYS }])
    expect(staff.isAsPlanned).toBe(true)
    expect(staff.expected(intervals)).toBe(intervals)
  })

  it('are without the shifts of whoever is away throughout, and keep the others', () => {
    const left = staffOf([ABSENT]).expected(intervals)
    expect(left.map(({ shiftId }) => shiftId)).toEqual(['b', 'o', 'n'])
    expect(left.every((interval) => interval.away === undefined)).toBe(true)
  })

  it('are away for a part of a shift', () => {
    const hours = { startMinute: 720, endMinute: 840 }
    const [first] = staffOf([{ ...ABSENT, time: { ...ABSENT.time, hours } } as NewAssumption]).expected(intervals)
    expect(first!.away).toEqual([{ start: first!.start + 3 * HOUR_MS, end: first!.start + 5 * HOUR_MS }])
  })

  it('have time off the phone together, or some of them', () => {
    const meeting = { ...ALWAYS, days: [1, 2], hours: { startMinute: 600, endMinute: 660 } }
    const all = staffOf([{ kind: 'shrinkage', agentIds: null, time: meeting }]).expected(intervals)
    expect(all.filter(({ away }) => away !== undefined).map(({ shiftId }) => shiftId)).toEqual(['a', 'b', 'o'])
    const some = staffOf([{ kind: 'shrinkage', agentIds: ['bo'], time: meeting }]).expected(intervals)
    expect(some.filter(({ away }) => away !== undefined).map(({ shiftId }) => shiftId)).toEqual(['b'])
  })

  it('grow by hires from their date on, each with a share of a full agent by week', () => {
    const hires: NewAssumption = {
      kind: 'hires',
      count: 2,
      from: '2026-03-25',
      days: [1, 3, 5],
      hours: { startMinute: 540, endMinute: 1050 },
      ramp: USUAL_RAMP,
    }
    const sharesIn = (firstDate: string) =>
      staffOf([hires], firstDate).hires.map(({ share = 1, localDay }) => [localDay % 7, share])
    expect(sharesIn('2026-03-16')).toEqual([])
    // Wednesday and Friday of the first week; the week of a hire begins on the weekday of the first day.
    expect(sharesIn(SPRING).map(([, share]) => share)).toEqual([0.5, 0.5, 0.5, 0.5])
    expect(sharesIn('2026-03-30').map(([, share]) => share)).toEqual([0.5, 0.5, 0.75, 0.75, 0.75, 0.75])
    expect(sharesIn('2026-05-04').map(([, share]) => share)).toEqual([1, 1, 1, 1, 1, 1])
    expect(new Set(staffOf([hires]).hires.map(({ agentId }) => agentId)).size).toBe(2)
  })
})

describe('assumptions of a plan', () => {
  let ids = 0
  const newId = (): string => `new-${(ids += 1)}`

  it('are added, changed and removed by steps that are undone to the very same plan', () => {
    const start = startHistory(PLAN)
    const added = doStep(start, assume(start.plan, ABSENT, { newId })!)
    const [one] = added.plan.assumptions!
    expect(one).toMatchObject(ABSENT)
    const changed = doStep(
      added,
      assume(added.plan, { ...ABSENT, agentId: 'bo' } as NewAssumption, { id: one!.id, newId })!,
    )
    expect(changed.plan.assumptions).toMatchObject([{ id: one!.id, agentId: 'bo' }])
    const removed = doStep(changed, dropAssumption(changed.plan, one!.id, newId)!)
    expect(JSON.stringify(removed.plan)).toBe(JSON.stringify(start.plan))
    const back = undo(undo(undo(removed)))
    expect(JSON.stringify(back.plan)).toBe(JSON.stringify(start.plan))
    expect(redo(redo(redo(back))).plan).toEqual(removed.plan)
    expect(assume(added.plan, ABSENT, { id: one!.id, newId })).toBeNull()
    expect(dropAssumption(PLAN, 'none', newId)).toBeNull()
  })

  it('make a step between two plans', () => {
    const assuming = doStep(startHistory(PLAN), assume(PLAN, ABSENT, { newId })!).plan
    const step = stepBetween(assuming, PLAN, { label: 'Back', newId })!
    expect(doStep(startHistory(assuming), step).plan).toEqual(PLAN)
    expect(planStepSchema.parse(JSON.parse(JSON.stringify(step)))).toEqual(step)
  })

  it('are kept in a plan file, and leave a file without any as it was', () => {
    const assuming = doStep(startHistory(PLAN), assume(PLAN, ABSENT, { newId })!).plan
    expect(planFromFile(JSON.stringify(planToFile(assuming)))).toEqual(assuming)
    expect(planToFile(PLAN)).not.toHaveProperty('assumptions')
    expect(planFromFile(JSON.stringify({ ...planToFile(PLAN), assumptions: [] }))).toEqual(
      planFromFile(planToFile(PLAN)),
    )
  })

  it.each([
    ['an unknown kind', { kind: 'weather' }],
    ['a field too many', { kind: 'handling', percent: 5, note: '' }],
    ['less than nobody', { kind: 'demand', percent: -101, poolId: null, time: ALWAYS }],
    ['no number', { kind: 'handling', percent: Number.NaN }],
    ['a date that is none', { ...ABSENT, time: { ...ALWAYS, from: '2026-02-30' } }],
    ['dates in the wrong order', { ...ABSENT, time: { ...ALWAYS, from: '2026-03-02', to: '2026-03-01' } }],
    ['hours off the grid', { ...ABSENT, time: { ...ALWAYS, hours: { startMinute: 61, endMinute: 120 } } }],
    ['hours of more than a day', { ...ABSENT, time: { ...ALWAYS, hours: { startMinute: 60, endMinute: 1515 } } }],
    ['a day twice', { ...ABSENT, time: { ...ALWAYS, days: [1, 1] } }],
    ['23 hours', { kind: 'visitors', date: '2026-03-01', visitors: Array.from({ length: 23 }, () => 1), poolId: null }],
    [
      'too many hires',
      { kind: 'hires', count: 101, from: SPRING, days: [1], hours: { startMinute: 0, endMinute: 60 }, ramp: [50] },
    ],
    [
      'no ramp',
      { kind: 'hires', count: 1, from: SPRING, days: [1], hours: { startMinute: 0, endMinute: 60 }, ramp: [] },
    ],
  ])('are refused with %s', (_, one) => {
    expect(assumptionsSchema.safeParse([{ id: '1', ...one }]).success).toBe(false)
    expect(planSchema.safeParse({ ...PLAN, assumptions: [{ id: '1', ...one }] }).success).toBe(false)
  })

  it('are refused where two have one id, or where they are more than anybody makes', () => {
    const many = Array.from({ length: 51 }, (_, index) => ({ id: String(index), kind: 'handling', percent: 1 }))
    expect(assumptionsSchema.safeParse(many).success).toBe(false)
    expect(assumptionsSchema.safeParse(many.slice(1)).success).toBe(true)
    expect(assumptionsSchema.safeParse([many[0], many[0]]).success).toBe(false)
  })

  it('are said in a few words', () => {
    const tuesday = { ...ALWAYS, days: [2], hours: { startMinute: 600, endMinute: 840 } }
    const textOf = (one: NewAssumption): string => assumptionText(one, english())
    expect(textOf({ kind: 'demand', percent: 20, poolId: null, time: ALWAYS })).toBe('+20% visitors')
    expect(textOf({ kind: 'demand', percent: 12.5, poolId: 'sales', time: tuesday })).toBe(
      '+12.5% visitors of sales, every Tue, 10:00 AM–2:00 PM',
    )
    expect(textOf({ kind: 'visitors', date: '2026-12-01', visitors: [450], poolId: null })).toBe(
      '450 visitors on Tue, Dec 1',
    )
    expect(textOf({ ...ABSENT, time: { ...ALWAYS, from: '2026-12-01', to: '2026-12-03' } } as NewAssumption)).toMatch(
      /^ann absent, Dec 1\s–\s3/u,
    )
    expect(
      textOf({
        kind: 'hires',
        count: 2,
        from: '2026-12-07',
        days: [1, 2, 3, 4, 5],
        hours: { startMinute: 540, endMinute: 1050 },
        ramp: USUAL_RAMP,
      }),
    ).toBe('2 hires from Mon, Dec 7, Mon–Fri 9:00 AM–5:30 PM, working like 50, 75, 90, 100% of a full agent by week')
    expect(textOf({ kind: 'shrinkage', agentIds: null, time: tuesday })).toBe(
      'Off-phone time for all agents, every Tue, 10:00 AM–2:00 PM',
    )
    expect(textOf({ kind: 'handling', percent: 10 })).toBe('Handle time +10%')
    expect(textOf({ kind: 'availability', points: -5 })).toBe('Availability −5.0 points')
  })
})
