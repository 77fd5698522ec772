import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boardAxis,
  labelStep,
  weekMinuteAt,
  axisX,
  WHOLE_DAY,
} from '../../../../../../../renderer/features/plans/editor/board/axis.ts'
import { NO_OFF_TIMES } from '../../../../../../../renderer/features/plans/editor/board/off-times.ts'
import { createFormatter } from '../../../../../../../renderer/format/formatter.ts'
import { boardRows } from '../../../../../../../renderer/features/plans/editor/board/board-rows.ts'
import {
  boardWeek,
  weekColumn,
  dayOfColumn,
  shiftPlaces,
} from '../../../../../../../renderer/features/plans/editor/board/board-week.ts'
import {
  dragEdit,
  sameEdit,
  shiftsAfter,
  type DragEdit,
  type DragPoint,
} from '../../../../../../../renderer/features/plans/editor/drag/drag.ts'
import { layInLanes } from '../../../../../../../renderer/features/plans/editor/board/lanes.ts'
import type { Plan, Shift } from '../../../../../../../shared/plan/plan.ts'

const MONDAY = '2026-11-23'
const weekly = boardWeek('weekly', MONDAY)
const shift = (fields: Partial<Shift>): Shift => ({
  id: 's',
  agentId: 'ana',
  day: 1,
  startMinute: 540,
  endMinute: 1050,
  breaks: [],
  note: '',
  ...fields,
})

describe('the time axis', () => {
  it('finds under a pixel the minute that it drew there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 * 96 - 1 }), fc.integer({ min: 400, max: 9000 }), (quarter, width) => {
        const axis = boardAxis(WHOLE_DAY, { width, zoom: 1 })
        expect(weekMinuteAt(axis, axisX(axis, quarter * 15))).toBeCloseTo(quarter * 15, 6)
      }),
    )
  })

  it('lays hours that are not shown on the edge of their day', () => {
    const axis = boardAxis({ fromMinute: 480, toMinute: 1080 }, { width: 7000, zoom: 1 })
    expect(axisX(axis, 1440 + 60)).toBe(1000)
    expect(axisX(axis, 1440 + 480)).toBe(1000)
    expect(axisX(axis, 1440 + 1080)).toBe(2000)
    expect(axisX(axis, 1440 + 1300)).toBe(2000)
  })

  it('labels as many hours as there is room for', () => {
    expect(labelStep(boardAxis(WHOLE_DAY, { width: 7 * 24 * 40, zoom: 1 }), 30)).toBe(1)
    expect(labelStep(boardAxis(WHOLE_DAY, { width: 7 * 24 * 5, zoom: 1 }), 30)).toBe(6)
  })
})

describe('lanes', () => {
  it('keep shifts apart that overlap, and use no more lanes than overlap at once', () => {
    const intervals = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 60 })), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(intervals, (drawn) => {
        const shifts = drawn.map(([start, length], index) => ({ id: String(index), start, end: start + length }))
        const { laneOf, count } = layInLanes(shifts)
        let most = 1
        for (const one of shifts) {
          const others = shifts.filter((other) => other.start <= one.start && other.end > one.start)
          most = Math.max(most, others.length)
          expect(new Set(others.map(({ id }) => laneOf.get(id))).size).toBe(others.length)
        }
        expect(count).toBe(most)
      }),
    )
  })
})

describe('the week on the board', () => {
  it('begins on any weekday', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map((day) => weekColumn(weekly, day))).toEqual([6, 0, 1, 2, 3, 4, 5])
    expect([0, 1, 2, 3, 4, 5, 6].map((column) => weekColumn(weekly, dayOfColumn(weekly, column)))).toEqual([
      0, 1, 2, 3, 4, 5, 6,
    ])
  })

  it('shows what runs over the end of a repeating week at its beginning', () => {
    const night = shift({ day: 0, startMinute: 1320, endMinute: 1800 })
    expect(shiftPlaces(weekly, night).map(({ start, end, isRest }) => [start, end, isRest])).toEqual([
      [9960, 10080, false],
      [0, 360, true],
    ])
  })

  it('shows of a dated week the shift that began the evening before, and no other of outside', () => {
    const dated = boardWeek('dated', MONDAY)
    const day = dated.firstDay
    expect(shiftPlaces(dated, shift({ day: day - 1, startMinute: 1320, endMinute: 1800 }))).toMatchObject([
      { start: 0, end: 360, isRest: true },
    ])
    expect(shiftPlaces(dated, shift({ day: day - 1 }))).toEqual([])
    expect(shiftPlaces(dated, shift({ day: day + 7 }))).toEqual([])
  })

  it('has a row for everybody, for agents nobody knows, and for open shifts', () => {
    const plan: Plan = {
      name: 'p',
      timeZone: 'UTC',
      poolId: null,
      kind: 'weekly',
      shifts: [
        shift({}),
        shift({ id: 't', agentId: 'ghost' }),
        shift({ id: 'u', agentId: null }),
        shift({ id: 'v', agentId: null }),
      ],
    }
    const rows = boardRows(
      plan,
      {
        week: weekly,
        timeOff: [],
        offOf: () => NO_OFF_TIMES,
        agents: [
          { id: 'ben', name: 'Ben', timeZone: null },
          { id: 'ana', name: 'Ana', timeZone: null },
        ],
      },
      createFormatter({ languages: ['en-GB'], firstDayOfWeek: 1 }),
    )
    expect(rows.map(({ name, places, lanes }) => [name, places.length, lanes])).toEqual([
      ['Ben', 0, 1],
      ['Ana', 1, 1],
      ['ghost (not in the data source)', 1, 1],
      ['Unassigned', 2, 2],
    ])
  })
})

describe('a drag', () => {
  const hold = (grip: 'body' | 'start' | 'end', held = shift({})) =>
    ({ kind: 'shift', shift: held, grip, weekMinute: 600 }) as const
  /** A pointer far from where it was pressed, unless it is said. */
  const to = (weekMinute: number, rows: number, fields: Partial<DragPoint> = {}): DragPoint => ({
    weekMinute,
    rows,
    sideways: 100,
    down: 40 * rows,
    isLocked: false,
    isCopy: false,
    ...fields,
  })
  const after = (edit: DragEdit, shifts = [shift({})]) =>
    shiftsAfter(edit, { shifts, agents: ['ana', 'ben', null], kind: 'weekly' })

  it('moves a shift by quarter-hours, to another day and agent', () => {
    const edit = dragEdit(hold('body'), to(600 + 1440 + 22, 1), { week: weekly, moving: [] })
    expect(after(edit)).toMatchObject([{ agentId: 'ben', day: 2, startMinute: 555, endMinute: 1065 }])
  })

  it('keeps the hours on the way to another row until the pointer goes clearly sideways', () => {
    const moved = (fields: Partial<DragPoint>, rows = 1) =>
      after(dragEdit(hold('body'), to(690, rows, fields), { week: weekly, moving: [] }))
    expect(moved({ sideways: 11 })).toMatchObject([{ agentId: 'ben', day: 1, startMinute: 540 }])
    expect(moved({ sideways: 12 })).toMatchObject([{ agentId: 'ben', day: 1, startMinute: 630 }])
    expect(moved({ sideways: 6 }, 0)).toMatchObject([{ agentId: 'ana', startMinute: 630 }])
  })

  it('copies a shift to where it is let go, and leaves it where it is', () => {
    const edit = dragEdit(hold('body'), to(690, 1, { isCopy: true }), { week: weekly, moving: [] })
    const [copy] = after(edit)
    expect(copy).toMatchObject({ agentId: 'ben', startMinute: 630 })
    expect(copy!.id).not.toBe('s')
    expect(sameEdit(edit, dragEdit(hold('body'), to(690, 1), { week: weekly, moving: [] }))).toBe(false)
  })

  it('moves and widens a break, and nothing else of the shift', () => {
    const rest = { startMinute: 720, endMinute: 750 }
    const held = shift({ breaks: [rest] })
    const from = (grip: 'body' | 'end') => ({ kind: 'break', shift: held, index: 0, grip, weekMinute: 735 }) as const
    const edited = (grip: 'body' | 'end') =>
      after(dragEdit(from(grip), to(735 + 31, 0), { week: weekly, moving: [] }), [held])
    expect(edited('body')).toEqual([{ ...held, breaks: [{ startMinute: 750, endMinute: 780 }] }])
    expect(edited('end')).toEqual([{ ...held, breaks: [{ startMinute: 720, endMinute: 780 }] }])
  })

  it('goes one way only while Shift is held: the way it went further', () => {
    const moved = (sideways: number, down: number) =>
      after(dragEdit(hold('body'), to(690, 1, { sideways, down, isLocked: true }), { week: weekly, moving: [] }))
    expect(moved(200, 40)).toMatchObject([{ agentId: 'ana', startMinute: 630 }])
    expect(moved(30, 40)).toMatchObject([{ agentId: 'ben', startMinute: 540 }])
  })

  it('leaves the other edge where it is', () => {
    expect(after(dragEdit(hold('start'), to(660, 1), { week: weekly, moving: [] }))).toMatchObject([
      { agentId: 'ana', day: 1, startMinute: 600, endMinute: 1050 },
    ])
    expect(after(dragEdit(hold('end'), to(540, 1), { week: weekly, moving: [] }))).toMatchObject([
      { agentId: 'ana', day: 1, startMinute: 540, endMinute: 990 },
    ])
  })

  it('holds a shift inside the week', () => {
    const sunday = shift({ day: 0, startMinute: 1200, endMinute: 1380 })
    const edit = dragEdit({ kind: 'shift', shift: sunday, grip: 'body', weekMinute: 9900 }, to(10_080, 0), {
      week: weekly,
      moving: [sunday],
    })
    expect(after(edit, [sunday])).toMatchObject([{ day: 0, startMinute: 1380 }])
  })

  it('holds what is moved with a shift inside the week too, which is not gone round', () => {
    const saturday = shift({ id: 't', day: 0, startMinute: 1200, endMinute: 1380 })
    const moving = [shift({}), saturday]
    const edit = dragEdit(hold('body'), to(600 + 2880, 0), { week: weekly, moving })
    expect(after(edit, moving)).toMatchObject([
      { day: 1, startMinute: 765 },
      { day: 0, startMinute: 1425 },
    ])
  })

  it('draws a shift on empty space, forwards and backwards', () => {
    const space = { kind: 'space', agentId: 'ana', weekMinute: 607 } as const
    expect(after(dragEdit(space, to(727, 1), { week: weekly, moving: [] }))).toMatchObject([
      { agentId: 'ana', day: 1, startMinute: 600, endMinute: 720 },
    ])
    expect(after(dragEdit(space, to(480, 1), { week: weekly, moving: [] }))).toMatchObject([
      { agentId: 'ana', day: 1, startMinute: 480, endMinute: 615 },
    ])
  })

  it('moves a selection together, and no further than the last row', () => {
    const other = shift({ id: 't', agentId: 'ben', day: 3, startMinute: 600, endMinute: 660 })
    const edit = dragEdit(hold('body'), to(660, 2), { week: weekly, moving: [] })
    expect(after(edit, [shift({}), other])).toMatchObject([
      { agentId: null, day: 1, startMinute: 600 },
      { agentId: null, day: 3, startMinute: 660, endMinute: 720 },
    ])
  })

  it('is the same while the pointer stays on one quarter-hour', () => {
    const at = (weekMinute: number): DragEdit => dragEdit(hold('body'), to(weekMinute, 0), { week: weekly, moving: [] })
    expect(sameEdit(at(600), at(606))).toBe(true)
    expect(sameEdit(at(600), at(609))).toBe(false)
  })
})
