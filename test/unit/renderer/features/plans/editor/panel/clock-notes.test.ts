import { describe, expect, it } from 'vitest'
import { createFormatter } from '../../../../../../../renderer/format/formatter.ts'
import { clockNotes } from '../../../../../../../renderer/features/plans/editor/panel/clock-notes.ts'
import { ownTimes } from '../../../../../../../renderer/features/plans/editor/board/own-times.ts'
import { dayNotes, weekMinutesOf } from '../../../../../../../renderer/features/plans/editor/board/week-times.ts'
import type { Plan, Shift } from '../../../../../../../shared/plan/plan.ts'
import { intervalsOnClock } from '../../../../../../../shared/plan/planned-intervals.ts'
import { weekClock } from '../../../../../../../shared/plan/week-clock.ts'

const format = createFormatter({ languages: ['en-GB'], firstDayOfWeek: 1 })
const NEW_YORK = 'America/New_York'
/** The weeks of 2026 in which New York's clock is set. */
const BACK = weekClock(NEW_YORK, '2026-10-26')
const FORWARD = weekClock(NEW_YORK, '2026-03-02')
const PLAIN = weekClock(NEW_YORK, '2026-11-23')
const night: Shift = { id: 'night', agentId: 'ana', day: 6, startMinute: 1320, endMinute: 1800, breaks: [], note: '' }
const planOf = (shifts: readonly Shift[], timeZone = NEW_YORK): Plan => ({
  name: 'p',
  timeZone,
  poolId: null,
  kind: 'weekly',
  shifts,
})
const notes = (plan: Plan, clock = BACK): readonly string[] =>
  clockNotes({ plan, clock, intervals: intervalsOnClock(plan, clock), agentName: (id) => id }, format)
const startsOf = ({ start, slotCount }: typeof BACK): readonly number[] =>
  Array.from({ length: slotCount }, (_, slot) => start + slot * 900_000)

describe('minutes of the week', () => {
  it('run from midnight to midnight where the clock is left alone', () => {
    expect(weekMinutesOf(startsOf(PLAIN), PLAIN)).toEqual(Array.from({ length: 672 }, (_, slot) => slot * 15))
  })

  it('come twice in an hour that is repeated, and skip one that is not there', () => {
    const back = weekMinutesOf(startsOf(BACK), BACK)
    expect(back).toHaveLength(676)
    expect(back.filter((minute) => minute === 6 * 1440 + 60)).toHaveLength(2)
    const forward = weekMinutesOf(startsOf(FORWARD), FORWARD)
    expect(forward).toHaveLength(668)
    expect(forward.some((minute) => minute >= 6 * 1440 + 120 && minute < 6 * 1440 + 180)).toBe(false)
  })

  it('belong to days whose length is said where it is not 24 hours', () => {
    expect(dayNotes(BACK, format)).toEqual([null, null, null, null, null, null, '25 h'])
    expect(dayNotes(FORWARD, format).at(-1)).toBe('23 h')
    expect(dayNotes(weekClock('Australia/Lord_Howe', '2026-09-28'), format).at(-1)).toBe('23.5 h')
    expect(dayNotes(PLAIN, format).every((note) => note === null)).toBe(true)
  })
})

describe('a change of the clock', () => {
  it('is not spoken of in a week without one', () => {
    expect(notes(planOf([night]), PLAIN)).toEqual([])
  })

  it('makes a night shift longer or shorter, and the note says for whom and by how much', () => {
    expect(notes(planOf([night]))).toEqual([
      'On Sun 1 Nov the clock goes back 1 h. One shift is longer by 1 h in all: ana. Hours, cost and coverage include this.',
    ])
    const two = [night, { ...night, id: 'second', agentId: null }]
    expect(notes(planOf(two), FORWARD)).toEqual([
      'On Sun 8 Mar the clock goes forward 1 h. 2 shifts are shorter by 2 h in all: ana and Unassigned. Hours, cost and coverage include this.',
    ])
    const lordHowe = weekClock('Australia/Lord_Howe', '2026-09-28')
    expect(notes(planOf([night], 'Australia/Lord_Howe'), lordHowe)[0]).toMatch(
      /^On Sun 4 Oct the clock goes forward 30 min\. One shift is shorter by 30 min in all: ana\./u,
    )
  })

  it('is said too where no shift runs over it', () => {
    expect(notes(planOf([{ ...night, startMinute: 540, endMinute: 1020 }]))).toEqual([
      'On Sun 1 Nov the clock goes back 1 h. No shift spans the change.',
    ])
  })

  it('names only a few of many', () => {
    const many = Array.from({ length: 6 }, (_, index) => ({ ...night, id: `n${index}`, agentId: `agent ${index}` }))
    expect(notes(planOf(many))[0]).toContain('agent 0, agent 1, agent 2, agent 3 and 2 more agents.')
  })

  it('can leave nothing of a shift', () => {
    const skipped = { ...night, id: 'skipped', day: 0, startMinute: 120, endMinute: 180 }
    expect(notes(planOf([skipped]), FORWARD)).toContain('The clock skips the whole shift of ana on Sun 8 Mar.')
  })
})

describe('the times of who lives elsewhere', () => {
  const times = (shift: Shift, timeZone: string, clock = PLAIN): string | null =>
    ownTimes(shift, { kind: 'weekly', clock, timeZone }, format)

  it('are those of their zone in the week that is shown', () => {
    const monday = { ...night, day: 1, startMinute: 540, endMinute: 1020 }
    expect(times(monday, 'Europe/Berlin')).toBe('15:00 to 23:00 Berlin time')
    // Between the two changes of the clock Berlin is an hour nearer.
    expect(times(monday, 'Europe/Berlin', BACK)).toBe('14:00 to 22:00 Berlin time')
  })

  it('name the day where it is another one', () => {
    expect(times(night, 'Europe/Berlin')).toBe('04:00 to 12:00 Berlin time on Sun 29 Nov')
  })

  it('are none where nothing is left of the shift', () => {
    expect(times({ ...night, day: 0, startMinute: 120, endMinute: 180 }, 'Europe/Berlin', FORWARD)).toBeNull()
  })
})
