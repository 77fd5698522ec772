import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import {
  emptiedShifts,
  instantOfWallTime,
  instantOnClock,
  plannedIntervals,
  shiftFromDraft,
  weekClock,
  type Plan,
  type PlanKind,
} from '../../../shared/plan/index.ts'
import { parseLocalDate } from '../../../shared/time/local.ts'
import { tries } from '../../support/deep.ts'
import { ALL_ZONES } from '../time/intl-clock.ts'
import { clockOracle, oracleIntervals } from './clock-oracle.ts'
import { planOfWeek } from './plan-arbitraries.ts'

interface PlanSketch {
  readonly timeZone: string
  readonly kind?: PlanKind
  /** Day, start and end as hours of the clock; breaks the same. */
  readonly shifts: readonly {
    readonly day: number
    readonly from: number
    readonly to: number
    readonly breaks?: readonly (readonly [number, number])[]
  }[]
}

function planOf({ timeZone, kind = 'weekly', shifts }: PlanSketch): Plan {
  return {
    name: 'Plan',
    timeZone,
    poolId: null,
    kind,
    shifts: shifts.map(({ day, from, to, breaks = [] }, index) =>
      shiftFromDraft(
        {
          agentId: 'ann',
          day,
          startMinute: from * 60,
          endMinute: to * 60,
          breaks: breaks.map(([start, end]) => ({ startMinute: start * 60, endMinute: end * 60 })),
        },
        { id: `s${index}`, kind },
      ),
    ),
  }
}

const spoken = (plan: Plan, firstDate: string): readonly string[] =>
  plannedIntervals(plan, { firstDate }).map(
    ({ shiftId, start, end }) => `${shiftId} ${new Date(start).toISOString()} ${(end - start) / HOUR_MS} h`,
  )

describe('planned intervals', () => {
  const nightsInNewYork = planOf({
    timeZone: 'America/New_York',
    shifts: [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, from: 22, to: 30 })),
  })

  it('are an hour shorter on the night when the clock goes forward', () => {
    const lengths = plannedIntervals(nightsInNewYork, { firstDate: '2026-03-08' }).map(
      ({ start, end }) => (end - start) / HOUR_MS,
    )
    expect(lengths).toEqual([7, 8, 8, 8, 8, 8, 8, 8])
  })

  it('are an hour longer on the night when the clock goes back', () => {
    const lengths = plannedIntervals(nightsInNewYork, { firstDate: '2026-11-01' }).map(
      ({ start, end }) => (end - start) / HOUR_MS,
    )
    expect(lengths).toEqual([9, 8, 8, 8, 8, 8, 8, 8])
  })

  it('are half an hour shorter and longer where the clock changes by half an hour', () => {
    const nights = planOf({ timeZone: 'Australia/Lord_Howe', shifts: [{ day: 6, from: 22, to: 30 }] })
    expect(spoken(nights, '2026-10-05').at(-1)).toBe('s0 2026-10-10T11:00:00.000Z 8 h')
    expect(spoken(nights, '2026-09-28')).toEqual(['s0 2026-10-03T11:30:00.000Z 7.5 h'])
    expect(spoken(nights, '2026-03-30')).toEqual(['s0 2026-04-04T11:00:00.000Z 8.5 h'])
  })

  it('begin at the same wall time on every date', () => {
    const days = planOf({ timeZone: 'Europe/Berlin', shifts: [{ day: 1, from: 9, to: 17 }] })
    expect(spoken(days, '2026-03-23')).toEqual(['s0 2026-03-23T08:00:00.000Z 8 h'])
    expect(spoken(days, '2026-03-30')).toEqual(['s0 2026-03-30T07:00:00.000Z 8 h'])
    expect(spoken(days, '2026-10-26')).toEqual(['s0 2026-10-26T08:00:00.000Z 8 h'])
  })

  it('read a skipped time with the offset before the gap, and of a repeated one the first', () => {
    const plan = planOf({
      timeZone: 'America/New_York',
      shifts: [
        { day: 0, from: 2.5, to: 6 },
        { day: 0, from: 1.5, to: 2.5 },
      ],
    })
    expect(spoken(plan, '2026-03-08')).toEqual(['s1 2026-03-08T06:30:00.000Z 1 h', 's0 2026-03-08T07:30:00.000Z 2.5 h'])
    expect(spoken(plan, '2026-11-01')).toEqual(['s1 2026-11-01T05:30:00.000Z 2 h', 's0 2026-11-01T07:30:00.000Z 3.5 h'])
  })

  it('leave out a shift that the change empties, and report it on that date alone', () => {
    const plan = planOf({
      timeZone: 'America/New_York',
      shifts: [
        { day: 0, from: 2, to: 3 },
        { day: 0, from: 2.75, to: 3.5 },
        { day: 0, from: 2, to: 3.25 },
      ],
    })
    expect(spoken(plan, '2026-03-08')).toEqual(['s2 2026-03-08T07:00:00.000Z 0.25 h'])
    expect(
      emptiedShifts(plan, { firstDate: '2026-03-08' }).map(({ shiftId, localDay }) => [shiftId, localDay]),
    ).toEqual([
      ['s0', parseLocalDate('2026-03-08')],
      ['s1', parseLocalDate('2026-03-08')],
    ])
    expect(emptiedShifts(plan, { firstDate: '2026-03-09' })).toEqual([])
    expect(plannedIntervals(plan, { firstDate: '2026-03-09' })).toHaveLength(3)
  })

  it('keep breaks inside, apart and in order where the clock changes among them', () => {
    const plan = planOf({
      timeZone: 'America/New_York',
      shifts: [
        {
          day: 6,
          from: 22,
          to: 30,
          breaks: [
            [25, 25.5],
            [26, 26.5],
            [27.25, 27.75],
          ],
        },
      ],
    })
    const interval = plannedIntervals(plan, { firstDate: '2026-03-02' })[0]!
    const breaks = interval.breaks.map(({ start, end }) => [
      (start - interval.start) / HOUR_MS,
      (end - interval.start) / HOUR_MS,
    ])
    expect(breaks).toEqual([
      [3, 3.5],
      [4, 4.75],
    ])
  })

  it('touch a week that they begin before', () => {
    const plan = planOf({
      timeZone: 'UTC',
      kind: 'dated',
      shifts: [-2, -1, 0, 6, 7].map((day) => ({ day: parseLocalDate('2026-06-01') + day, from: 20, to: 44 })),
    })
    expect(spoken(plan, '2026-06-01')).toEqual([
      's1 2026-05-31T20:00:00.000Z 24 h',
      's2 2026-06-01T20:00:00.000Z 24 h',
      's3 2026-06-07T20:00:00.000Z 24 h',
    ])
  })

  it('of a day that a zone skipped come a day later', () => {
    const day = parseLocalDate('2011-12-29')
    const shifts = [0, 1, 2].map((later) => ({ day: day + later, from: 20, to: 28 }))
    const plan = planOf({ timeZone: 'Pacific/Apia', kind: 'dated', shifts })
    expect(spoken(plan, '2011-12-26')).toEqual(['s0 2011-12-30T06:00:00.000Z 8 h', 's2 2011-12-31T06:00:00.000Z 8 h'])
    expect(emptiedShifts(plan, { firstDate: '2011-12-26' })).toEqual([
      { shiftId: 's1', agentId: 'ann', localDay: day + 1 },
    ])
    expect(weekClock('Pacific/Apia', '2011-12-26').slotCount).toBe(576)
    expect(
      spoken(planOf({ timeZone: 'Pacific/Apia', kind: 'dated', shifts: [{ day, from: 23, to: 47 }] }), '2011-12-31'),
    ).toEqual(['s0 2011-12-30T09:00:00.000Z 24 h'])
  })

  it('are what a clock says that is read quarter-hour by quarter-hour, in every zone and week', () => {
    fc.assert(
      fc.property(planOfWeek(), ({ plan, firstDate }) => {
        const clock = clockOracle(plan.timeZone, firstDate)
        const expected = oracleIntervals(plan, clock).filter(({ start, end }) => end > clock.start && start < clock.end)
        const intervals = plannedIntervals(plan, { firstDate })
        const key = (parts: {
          readonly id: string
          readonly day: number
          readonly start: number
          readonly end: number
        }): string => JSON.stringify(Object.values(parts))
        expect(
          intervals.map(({ shiftId, localDay, start, end }) => key({ id: shiftId, day: localDay, start, end })).sort(),
        ).toEqual(expected.map(({ shift, day, start, end }) => key({ id: shift.id, day, start, end })).sort())
        for (const interval of intervals) {
          const same = expected.find(({ shift, day }) => shift.id === interval.shiftId && day === interval.localDay)!
          const onBreak = interval.breaks.reduce((sum, pause) => sum + pause.end - pause.start, 0)
          expect((interval.end - interval.start - onBreak) / 900_000).toBe(same.working.size)
          expect(
            interval.breaks.every(
              (pause, index) =>
                pause.end > pause.start &&
                pause.start >= (interval.breaks[index - 1]?.end ?? interval.start) &&
                pause.end <= interval.end,
            ),
          ).toBe(true)
        }
        expect(intervals.every((interval, index) => index === 0 || intervals[index - 1]!.start <= interval.start)).toBe(
          true,
        )
      }),
      tries(120, 31),
    )
  })
})

describe('the clock of a week', () => {
  it.each([
    ['America/New_York', '2026-03-02', 668],
    ['America/New_York', '2026-10-26', 676],
    ['Australia/Lord_Howe', '2026-03-30', 674],
    ['Australia/Lord_Howe', '2026-09-28', 670],
    ['Europe/Berlin', '2026-06-01', 672],
  ])('has in %s from %s %d quarter-hours', (timeZone, firstDate, slots) => {
    expect(weekClock(timeZone, firstDate).slotCount).toBe(slots)
  })

  it('says the same of a day at hand and of any other', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ALL_ZONES),
        fc.integer({ min: -40, max: 60 }),
        fc.integer({ min: 0, max: 191 }),
        (timeZone, days, quarter) => {
          const clock = weekClock(timeZone, '2026-10-25')
          expect(instantOnClock(clock, clock.firstDay + days, quarter * 15)).toBe(
            instantOfWallTime(timeZone, clock.firstDay + days, quarter * 15),
          )
        },
      ),
      tries(150, 32),
    )
  })

  it('is refused for what is no date and no zone', () => {
    const invalid = expect.objectContaining({ code: 'invalid-input' })
    expect(() => weekClock('Europe/Berlin', '2026-02-30')).toThrow(invalid)
    expect(() => weekClock('Mars/Olympus', '2026-02-03')).toThrow(invalid)
  })
})
