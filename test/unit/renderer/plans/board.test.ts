import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisOf, labelStep, weekMinuteAt, xOf, WHOLE_DAY } from '../../../../renderer/features/plans/editor/board/axis.ts'
import { boardRows } from '../../../../renderer/features/plans/editor/board/board-rows.ts'
import { boardWeek, columnOf, dayOfColumn, placesOf } from '../../../../renderer/features/plans/editor/board/board-week.ts'
import { editOf, sameEdit, shiftsAfter, type DragEdit } from '../../../../renderer/features/plans/editor/board/drag.ts'
import { lanesOf } from '../../../../renderer/features/plans/editor/board/lanes.ts'
import type { Plan, Shift } from '../../../../shared/plan/plan.ts'

const MONDAY = '2026-11-23'
const weekly = boardWeek('weekly', MONDAY)
const shift = (fields: Partial<Shift>): Shift => ({ id: 's', agentId: 'ana', day: 1, startMinute: 540, endMinute: 1050, breaks: [], note: '', ...fields })

describe('the time axis', () => {
  it('finds under a pixel the minute that it drew there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 * 96 - 1 }), fc.integer({ min: 400, max: 9000 }), (quarter, width) => {
        const axis = axisOf(WHOLE_DAY, { width, zoom: 1 })
        expect(weekMinuteAt(axis, xOf(axis, quarter * 15))).toBeCloseTo(quarter * 15, 6)
      }),
    )
  })

  it('lays hours that are not shown on the edge of their day', () => {
    const axis = axisOf({ fromMinute: 480, toMinute: 1080 }, { width: 7000, zoom: 1 })
    expect(xOf(axis, 1440 + 60)).toBe(1000)
    expect(xOf(axis, 1440 + 480)).toBe(1000)
    expect(xOf(axis, 1440 + 1080)).toBe(2000)
    expect(xOf(axis, 1440 + 1300)).toBe(2000)
  })

  it('labels as many hours as there is room for', () => {
    expect(labelStep(axisOf(WHOLE_DAY, { width: 7 * 24 * 40, zoom: 1 }), 30)).toBe(1)
    expect(labelStep(axisOf(WHOLE_DAY, { width: 7 * 24 * 5, zoom: 1 }), 30)).toBe(6)
  })
})

describe('lanes', () => {
  it('keep shifts apart that overlap, and use no more lanes than overlap at once', () => {
    const spells = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 60 })), { maxLength: 20 })
    fc.assert(
      fc.property(spells, (drawn) => {
        const shifts = drawn.map(([start, length], index) => ({ id: String(index), start, end: start + length }))
        const { laneOf, count } = lanesOf(shifts)
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
    expect([0, 1, 2, 3, 4, 5, 6].map((day) => columnOf(weekly, day))).toEqual([6, 0, 1, 2, 3, 4, 5])
    expect([0, 1, 2, 3, 4, 5, 6].map((column) => columnOf(weekly, dayOfColumn(weekly, column)))).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  it('shows what runs over the end of a repeating week at its beginning', () => {
    const night = shift({ day: 0, startMinute: 1320, endMinute: 1800 })
    expect(placesOf(weekly, night).map(({ start, end, isRest }) => [start, end, isRest])).toEqual([
      [9960, 10080, false],
      [0, 360, true],
    ])
  })

  it('shows of a dated week the shift that began the evening before, and no other of outside', () => {
    const dated = boardWeek('dated', MONDAY)
    const day = dated.firstDay
    expect(placesOf(dated, shift({ day: day - 1, startMinute: 1320, endMinute: 1800 }))).toMatchObject([{ start: 0, end: 360, isRest: true }])
    expect(placesOf(dated, shift({ day: day - 1 }))).toEqual([])
    expect(placesOf(dated, shift({ day: day + 7 }))).toEqual([])
  })

  it('has a row for everybody, for agents nobody knows, and for open shifts', () => {
    const plan: Plan = { name: 'p', timeZone: 'UTC', poolId: null, kind: 'weekly', shifts: [shift({}), shift({ id: 't', agentId: 'ghost' }), shift({ id: 'u', agentId: null }), shift({ id: 'v', agentId: null })] }
    const rows = boardRows(plan, { week: weekly, agents: [{ id: 'ben', name: 'Ben', timeZone: null }, { id: 'ana', name: 'Ana', timeZone: null }] })
    expect(rows.map(({ agentId, places, lanes }) => [agentId, places.length, lanes])).toEqual([
      ['ben', 0, 1],
      ['ana', 1, 1],
      ['ghost', 1, 1],
      [null, 2, 2],
    ])
  })
})

describe('a drag', () => {
  const hold = (grip: 'body' | 'start' | 'end', held = shift({})) => ({ kind: 'shift', shift: held, grip, weekMinute: 600 }) as const
  const after = (edit: DragEdit, shifts = [shift({})]) => shiftsAfter(edit, { shifts, agents: ['ana', 'ben', null], kind: 'weekly' })

  it('moves a shift by quarter-hours, to another day and agent', () => {
    const edit = editOf(hold('body'), { weekMinute: 600 + 1440 + 22, rows: 1 }, weekly)
    expect(after(edit)).toMatchObject([{ agentId: 'ben', day: 2, startMinute: 555, endMinute: 1065 }])
  })

  it('leaves the other edge where it is', () => {
    expect(after(editOf(hold('start'), { weekMinute: 660, rows: 1 }, weekly))).toMatchObject([{ agentId: 'ana', day: 1, startMinute: 600, endMinute: 1050 }])
    expect(after(editOf(hold('end'), { weekMinute: 540, rows: 1 }, weekly))).toMatchObject([{ agentId: 'ana', day: 1, startMinute: 540, endMinute: 990 }])
  })

  it('holds a shift inside the week', () => {
    const sunday = shift({ day: 0, startMinute: 1200, endMinute: 1380 })
    const edit = editOf({ kind: 'shift', shift: sunday, grip: 'body', weekMinute: 9900 }, { weekMinute: 10_080, rows: 0 }, weekly)
    expect(after(edit, [sunday])).toMatchObject([{ day: 0, startMinute: 1380 }])
  })

  it('draws a shift on empty space, forwards and backwards', () => {
    const space = { kind: 'space', agentId: 'ana', weekMinute: 607 } as const
    expect(after(editOf(space, { weekMinute: 727, rows: 1 }, weekly))).toMatchObject([{ agentId: 'ana', day: 1, startMinute: 600, endMinute: 720 }])
    expect(after(editOf(space, { weekMinute: 480, rows: 1 }, weekly))).toMatchObject([{ agentId: 'ana', day: 1, startMinute: 480, endMinute: 615 }])
  })

  it('moves a selection together, and no further than the last row', () => {
    const other = shift({ id: 't', agentId: 'ben', day: 3, startMinute: 600, endMinute: 660 })
    const edit = editOf(hold('body'), { weekMinute: 660, rows: 2 }, weekly)
    expect(after(edit, [shift({}), other])).toMatchObject([
      { agentId: null, day: 1, startMinute: 600 },
      { agentId: null, day: 3, startMinute: 660, endMinute: 720 },
    ])
  })

  it('is the same while the pointer stays on one quarter-hour', () => {
    const at = (weekMinute: number): DragEdit => editOf(hold('body'), { weekMinute, rows: 0 }, weekly)
    expect(sameEdit(at(600), at(606))).toBe(true)
    expect(sameEdit(at(600), at(609))).toBe(false)
  })
})
