import { describe, expect, it } from 'vitest'
import {
  addBreaks,
  addShifts,
  applyStep,
  applyTemplate,
  assignShifts,
  changeDetails,
  changeShift,
  copyDays,
  copyShifts,
  deleteShifts,
  duplicateShifts,
  emptyPlan,
  formatWallTime,
  joinSteps,
  moveShifts,
  pasteShifts,
  reshapeShifts,
  resizeShifts,
  setBreaks,
  setNote,
  splitShift,
  stepBetween,
  templateOf,
  type Plan,
  type PlanKind,
  type PlanStep,
  type ShiftDraft,
} from '../../../shared/plan/index.ts'
import { countingIds } from './plan-arbitraries.ts'

const H = 60
const LUNCH = { startMinute: 12 * H, endMinute: 12.5 * H }
const DAY_SHIFT: ShiftDraft = { agentId: 'ann', day: 1, startMinute: 9 * H, endMinute: 17 * H, breaks: [LUNCH] }
const NIGHT_SHIFT: ShiftDraft = {
  agentId: 'bob',
  day: 6,
  startMinute: 22 * H,
  endMinute: 30 * H,
  breaks: [{ startMinute: 26 * H, endMinute: 26.5 * H }],
}

/** A plan of shifts that are called shift-1, shift-2, ... in the order given. */
function planOf(drafts: readonly ShiftDraft[], kind: PlanKind = 'weekly'): Plan {
  const empty = emptyPlan({ name: 'Plan', timeZone: 'Europe/Berlin', poolId: null, kind })
  return drafts.length === 0 ? empty : applyStep(empty, addShifts(empty, drafts, countingIds('shift'))!)
}

/** "ann 1 09:00-17:00 (12:00-12:30)": who, day, from, to and breaks of each shift after a step. */
function after(plan: Plan, step: PlanStep | null): readonly string[] {
  return (step ? applyStep(plan, step) : plan).shifts.map(({ agentId, day, startMinute, endMinute, breaks }) => {
    const interval = (from: number, to: number): string =>
      `${formatWallTime(from)}-${formatWallTime(to)}${to - from === 1440 ? ' round the clock' : ''}`
    return [
      agentId ?? 'open',
      day,
      interval(startMinute, endMinute),
      ...breaks.map((pause) => `(${interval(pause.startMinute, pause.endMinute)})`),
    ].join(' ')
  })
}

const newId = countingIds()
const day = planOf([DAY_SHIFT])
const night = planOf([NIGHT_SHIFT])
const ids = ['shift-1']

describe('moving', () => {
  it('takes the breaks along, to the quarter of an hour', () => {
    expect(after(day, moveShifts(day, { ids, minutes: 67 }, newId))).toEqual(['ann 1 10:00-18:00 (13:00-13:30)'])
    expect(after(day, moveShifts(day, { ids, minutes: 68 }, newId))).toEqual(['ann 1 10:15-18:15 (13:15-13:45)'])
    expect(moveShifts(day, { ids, minutes: 7 }, newId)).toBeNull()
  })

  it('goes over midnight to another day, and round the week', () => {
    expect(after(day, moveShifts(day, { ids, minutes: -10 * H }, newId))).toEqual(['ann 0 23:00-07:00 (02:00-02:30)'])
    expect(after(night, moveShifts(night, { ids, minutes: 3 * H }, newId))).toEqual(['bob 0 01:00-09:00 (05:00-05:30)'])
    expect(after(night, moveShifts(night, { ids, days: 1, agentOf: () => null }, newId))).toEqual([
      'open 0 22:00-06:00 (02:00-02:30)',
    ])
  })

  it('goes on along the calendar in a dated plan', () => {
    const dated = planOf([{ ...DAY_SHIFT, day: 20_000 }], 'dated')
    expect(after(dated, moveShifts(dated, { ids, days: 9, minutes: 15 * H }, newId))).toEqual([
      'ann 20010 00:00-08:00 (03:00-03:30)',
    ])
  })

  it('says how many shifts it is about, and is nothing for ids that are not there', () => {
    const two = planOf([DAY_SHIFT, NIGHT_SHIFT])
    expect(moveShifts(two, { ids: ['shift-1', 'shift-2'], days: 1 }, newId)!.label).toBe('Move 2 shifts')
    expect(moveShifts(two, { ids: ['shift-2', 'gone'], days: 1 }, newId)!.label).toBe('Move shift')
    expect(moveShifts(two, { ids: ['gone'], days: 1 }, newId)).toBeNull()
  })
})

describe('resizing', () => {
  it('leaves breaks where they are, and cuts and drops them at the edge', () => {
    expect(after(day, resizeShifts(day, { ids, edge: 'start', minutes: 60 }, newId))).toEqual([
      'ann 1 10:00-17:00 (12:00-12:30)',
    ])
    expect(after(day, resizeShifts(day, { ids, edge: 'end', minutes: -4.75 * H }, newId))).toEqual([
      'ann 1 09:00-12:15 (12:00-12:15)',
    ])
    expect(after(day, resizeShifts(day, { ids, edge: 'end', minutes: -6 * H }, newId))).toEqual(['ann 1 09:00-11:00'])
    expect(after(day, resizeShifts(day, { ids, edge: 'start', minutes: 3.25 * H }, newId))).toEqual([
      'ann 1 12:15-17:00 (12:15-12:30)',
    ])
  })

  it('stops at a quarter of an hour and at 24 hours', () => {
    expect(after(day, resizeShifts(day, { ids, edge: 'end', minutes: -99 * H }, newId))).toEqual(['ann 1 09:00-09:15'])
    expect(after(day, resizeShifts(day, { ids, edge: 'start', minutes: 99 * H }, newId))).toEqual(['ann 1 16:45-17:00'])
    expect(after(day, resizeShifts(day, { ids, edge: 'end', minutes: 99 * H }, newId))).toEqual([
      'ann 1 09:00-09:00 round the clock (12:00-12:30)',
    ])
    expect(after(day, resizeShifts(day, { ids, edge: 'start', minutes: -99 * H }, newId))).toEqual([
      'ann 0 17:00-17:00 round the clock (12:00-12:30)',
    ])
  })

  it('takes the start to the day before', () => {
    expect(after(day, resizeShifts(day, { ids, edge: 'start', minutes: -10 * H }, newId))).toEqual([
      'ann 0 23:00-17:00 (12:00-12:30)',
    ])
  })
})

describe('breaks', () => {
  it('are snapped, cut, joined where they overlap, and taken after midnight in a night shift', () => {
    const breaks = [
      { startMinute: 16.9 * H, endMinute: 18 * H },
      { startMinute: 12 * H, endMinute: 13 * H },
      { startMinute: 12.5 * H, endMinute: 13.5 * H },
      { startMinute: 5 * H, endMinute: 6 * H },
    ]
    expect(after(day, setBreaks(day, { ids, breaks }, newId))).toEqual(['ann 1 09:00-17:00 (12:00-13:30)'])
    expect(after(night, setBreaks(night, { ids, breaks: [{ startMinute: 3 * H, endMinute: 4 * H }] }, newId))).toEqual([
      'bob 6 22:00-06:00 (03:00-04:00)',
    ])
  })

  it('never take a whole shift', () => {
    expect(after(day, setBreaks(day, { ids, breaks: [{ startMinute: 0, endMinute: 1440 }] }, newId))).toEqual([
      'ann 1 09:00-17:00',
    ])
  })

  it('are added in the middle', () => {
    const without = planOf([{ ...NIGHT_SHIFT, breaks: [] }])
    expect(after(without, addBreaks(without, { ids, minutes: 30 }, newId))).toEqual(['bob 6 22:00-06:00 (01:45-02:15)'])
  })
})

describe('adding, changing, assigning and deleting', () => {
  it('makes a shift out of any draft', () => {
    const drafts: readonly ShiftDraft[] = [
      { agentId: 'ann', day: 8, startMinute: 9 * H + 4, endMinute: 9 * H + 5 },
      { agentId: null, day: 0, startMinute: -H, endMinute: 99 * H },
    ]
    expect(after(planOf([]), addShifts(planOf([]), drafts, newId))).toEqual([
      'ann 1 09:00-09:15',
      'open 6 23:00-23:00 round the clock',
    ])
  })

  it('changes several fields at once and keeps breaks where they are on the clock', () => {
    const change = { startMinute: 10 * H, endMinute: 15 * H, agentId: 'cem', note: 'early' }
    expect(after(day, changeShift(day, { id: 'shift-1', change }, newId))).toEqual(['cem 1 10:00-15:00 (12:00-12:30)'])
    expect(after(day, changeShift(day, { id: 'shift-1', change: { day: 3 } }, newId))).toEqual([
      'ann 3 09:00-17:00 (12:00-12:30)',
    ])
    expect(after(night, changeShift(night, { id: 'shift-1', change: { startMinute: 25 * H } }, newId))).toEqual([
      'bob 0 01:00-06:00 (02:00-02:30)',
    ])
    expect(changeShift(day, { id: 'shift-1', change: { startMinute: 9 * H } }, newId)).toBeNull()
  })

  it('gives shifts to somebody, opens them, notes on them', () => {
    expect(assignShifts(day, { ids, agentId: null }, newId)).toMatchObject({
      label: 'Open shift',
      added: [{ agentId: null }],
    })
    expect(assignShifts(day, { ids, agentId: 'bob' }, newId)).toMatchObject({
      label: 'Assign shift',
      added: [{ agentId: 'bob' }],
    })
    expect(assignShifts(day, { ids, agentId: 'ann' }, newId)).toBeNull()
    expect(setNote(day, { ids, note: 'x'.repeat(9_999) }, newId)!.added[0]!.note).toHaveLength(2_000)
  })

  it('deletes', () => {
    expect(after(day, deleteShifts(day, ids, newId))).toEqual([])
    expect(deleteShifts(day, [], newId)).toBeNull()
  })
})

describe('splitting', () => {
  it('cuts the break at the point as well', () => {
    expect(after(day, splitShift(day, { id: 'shift-1', atMinute: 12.25 * H }, newId))).toEqual([
      'ann 1 09:00-12:15 (12:00-12:15)',
      'ann 1 12:15-17:00 (12:15-12:30)',
    ])
    expect(after(night, splitShift(night, { id: 'shift-1', atMinute: 25 * H }, newId))).toEqual([
      'bob 0 01:00-06:00 (02:00-02:30)',
      'bob 6 22:00-01:00',
    ])
  })

  it('needs something on both sides', () => {
    expect(splitShift(day, { id: 'shift-1', atMinute: 9 * H + 7 }, newId)).toBeNull()
    expect(splitShift(day, { id: 'shift-1', atMinute: 17 * H }, newId)).toBeNull()
    expect(splitShift(day, { id: 'gone', atMinute: 12 * H }, newId)).toBeNull()
  })
})

describe('copying', () => {
  const week = planOf([DAY_SHIFT, { ...DAY_SHIFT, day: 3 }, { ...DAY_SHIFT, day: 0, agentId: 'bob' }, NIGHT_SHIFT])

  it('pastes at a day and a time, the others as much later as they were', () => {
    const copied = copyShifts(week, { ids: ['shift-1', 'shift-3'], weekStartsOn: 1 })
    expect(copied.map(({ daysLater, agentId }) => [daysLater, agentId])).toEqual([
      [0, 'ann'],
      [6, 'bob'],
    ])
    expect(copyShifts(week, { ids: ['shift-1', 'shift-3'] }).map(({ daysLater }) => daysLater)).toEqual([0, 1])
    expect(
      after(
        planOf([]),
        pasteShifts(
          planOf([]),
          { copied, day: 2, startMinute: 10 * H, agentOf: ({ agentId }) => agentId && `${agentId}2` },
          newId,
        ),
      ),
    ).toEqual(['bob2 1 10:00-18:00 (13:00-13:30)', 'ann2 2 10:00-18:00 (13:00-13:30)'])
    expect(after(planOf([], 'dated'), pasteShifts(planOf([], 'dated'), { copied, day: 20_000 }, newId))).toEqual([
      'ann 20000 09:00-17:00 (12:00-12:30)',
      'bob 20006 09:00-17:00 (12:00-12:30)',
    ])
  })

  it('takes a day, or a week, of one agent to others', () => {
    const oneDay = copyDays(week, { fromAgentId: 'ann', days: [1], toAgentIds: ['bob', 'cem', 'ann'] }, newId)!
    expect(oneDay).toMatchObject({
      label: 'Copy day',
      removed: [],
      added: [
        { agentId: 'bob', day: 1 },
        { agentId: 'cem', day: 1 },
      ],
    })
    const whole = copyDays(
      week,
      { fromAgentId: 'ann', days: [0, 1, 2, 3, 4, 5, 6], toAgentIds: ['bob'], replace: true },
      newId,
    )!
    expect(whole.label).toBe('Copy week')
    expect(after(week, whole).filter((text) => text.startsWith('bob'))).toEqual([
      'bob 1 09:00-17:00 (12:00-12:30)',
      'bob 3 09:00-17:00 (12:00-12:30)',
    ])
  })

  it('replaces on the days that the copies come to alone', () => {
    const step = copyDays(
      week,
      { fromAgentId: 'ann', days: [1], toAgentIds: ['bob'], daysLater: [6], replace: true },
      newId,
    )!
    expect(after(week, step).filter((text) => text.startsWith('bob'))).toEqual([
      'bob 0 09:00-17:00 (12:00-12:30)',
      'bob 6 22:00-06:00 (02:00-02:30)',
    ])
    expect(step.removed.map(({ id }) => id)).toEqual(['shift-3'])
  })

  it('duplicates', () => {
    expect(after(night, duplicateShifts(night, { ids, daysLater: 2, agentOf: () => null }, newId))).toEqual([
      'open 1 22:00-06:00 (02:00-02:30)',
      'bob 6 22:00-06:00 (02:00-02:30)',
    ])
  })
})

describe('a template', () => {
  const template = templateOf(night.shifts[0]!, { id: 't', name: 'Night' })

  it('makes shifts and gives shifts its times', () => {
    const places = [
      { agentId: null, day: 2 },
      { agentId: 'cem', day: 3 },
    ]
    const step = applyTemplate(day, { template, places }, newId)!
    expect(step.label).toBe('Add 2 shifts: Night')
    expect(after(planOf([]), applyTemplate(planOf([]), { template, places }, newId))).toEqual([
      'open 2 22:00-06:00 (02:00-02:30)',
      'cem 3 22:00-06:00 (02:00-02:30)',
    ])
    expect(after(day, reshapeShifts(day, { ids, template }, newId))).toEqual(['ann 1 22:00-06:00 (02:00-02:30)'])
  })
})

describe('the whole plan', () => {
  it('has its name, zone and pool changed where they differ', () => {
    expect(changeDetails(day, { name: ' Plan ', timeZone: 'Europe/Berlin' }, newId)).toBeNull()
    expect(changeDetails(day, { name: '  ' }, newId)).toBeNull()
    const step = changeDetails(day, { name: 'Winter', poolId: 'sales' }, newId)!
    expect(step).toMatchObject({
      label: 'Rename plan',
      details: { before: { name: 'Plan', poolId: null }, after: { name: 'Winter', poolId: 'sales' } },
    })
    expect(applyStep(day, step)).toEqual({ ...day, name: 'Winter', poolId: 'sales' })
  })

  it('becomes another by one step that leaves alone what stays', () => {
    const target = applyStep(day, addShifts(day, [NIGHT_SHIFT], countingIds('other'))!)
    expect(stepBetween(day, target, { label: 'Take', newId })).toMatchObject({
      removed: [],
      added: [{ id: 'other-1' }],
      details: null,
    })
    expect(stepBetween(day, day, { label: 'Take', newId })).toBeNull()
  })

  it('has steps joined that cancel out as no step', () => {
    const there = moveShifts(day, { ids, days: 1 }, newId)!
    const back = moveShifts(applyStep(day, there), { ids, days: -1 }, newId)!
    expect(joinSteps([there, back], { label: 'Move', newId })).toBeNull()
    expect(joinSteps([there], { label: 'Move it', newId })).toMatchObject({
      label: 'Move it',
      removed: there.removed,
      added: there.added,
    })
  })
})

describe('a name or note that is too long', () => {
  it('is cut between two characters, never within one', () => {
    const plan = planOf([DAY_SHIFT])
    const name = applyStep(plan, changeDetails(plan, { name: `${'a'.repeat(199)}😀` }, countingIds('step'))!).name
    expect(name).toBe('a'.repeat(199))
    const noted = applyStep(
      plan,
      setNote(plan, { ids: ['shift-1'], note: `${'b'.repeat(1999)}😀` }, countingIds('step'))!,
    )
    expect(noted.shifts[0]!.note).toBe('b'.repeat(1999))
  })
})
