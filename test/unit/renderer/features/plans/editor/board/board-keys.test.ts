import { describe, expect, it } from 'vitest'
import {
  shiftCell,
  firstCell,
  firstShiftIn,
  isSame,
  nextActive,
  boardPlace,
} from '../../../../../../../renderer/features/plans/editor/board/board-focus.ts'
import {
  keyIntent,
  type Active,
  type BoardKey,
} from '../../../../../../../renderer/features/plans/editor/board/board-keys.ts'
import { NO_OFF_TIMES } from '../../../../../../../renderer/features/plans/editor/board/off-times.ts'
import { createFormatter } from '../../../../../../../renderer/format/formatter.ts'
import { boardRows } from '../../../../../../../renderer/features/plans/editor/board/board-rows.ts'
import { boardWeek } from '../../../../../../../renderer/features/plans/editor/board/board-week.ts'
import type { Plan, Shift } from '../../../../../../../shared/plan/plan.ts'

const key = (name: string, held: Partial<BoardKey> = {}): BoardKey => ({
  key: name,
  code: '',
  shift: false,
  mod: false,
  alt: false,
  ...held,
})
const onShift = (name: string, held?: Partial<BoardKey>) => keyIntent(key(name, held), 'shift')
const onCell = (name: string, held?: Partial<BoardKey>) => keyIntent(key(name, held), 'cell')

describe('the keys of the board', () => {
  it('move a shift by a quarter of an hour, a day, or to another agent', () => {
    expect(onShift('ArrowRight')).toEqual({ kind: 'move', minutes: 15, rows: 0 })
    expect(onShift('ArrowUp')).toEqual({ kind: 'move', minutes: 0, rows: -1 })
    expect(onShift('PageUp')).toEqual({ kind: 'move', minutes: -1440, rows: 0 })
  })

  it('change either end of a shift', () => {
    expect(onShift('ArrowLeft', { shift: true })).toEqual({ kind: 'resize', edge: 'end', minutes: -15 })
    expect(onShift('ArrowDown', { shift: true })).toEqual({ kind: 'resize', edge: 'start', minutes: 15 })
  })

  it('move breaks with Alt, also of what is selected while a day has the focus', () => {
    expect(onShift('ArrowRight', { alt: true })).toEqual({ kind: 'move-breaks', minutes: 15 })
    expect(onCell('ArrowLeft', { alt: true })).toEqual({ kind: 'move-breaks', minutes: -15 })
  })

  it('ask who can take a shift', () => {
    expect([onShift('w'), onShift('ц', { code: 'KeyW' }), onCell('w')]).toEqual([
      { kind: 'who' },
      { kind: 'who' },
      null,
    ])
  })

  it('go from place to place', () => {
    expect(onCell('ArrowDown')).toEqual({ kind: 'focus', direction: 'down' })
    expect(onShift('ArrowLeft', { mod: true })).toEqual({ kind: 'focus', direction: 'left' })
    expect(onShift('Home')).toEqual({ kind: 'focus-edge', column: 'first' })
    expect(onShift('Escape')).toEqual({ kind: 'leave' })
  })

  it('copy, cut, paste, duplicate and select all, in capitals too', () => {
    expect(['c', 'X', 'v', 'D', 'a'].map((letter) => onShift(letter, { mod: true })?.kind)).toEqual([
      'copy',
      'cut',
      'paste',
      'duplicate',
      'select-all',
    ])
  })

  it('leave to the page what is not theirs', () => {
    expect([
      onShift('z', { mod: true }),
      onShift('c'),
      onShift('ArrowUp', { alt: true }),
      onShift('ArrowLeft', { alt: true, shift: true }),
      onShift('ArrowLeft', { mod: true, shift: true }),
      onCell('Delete'),
      onCell('ArrowLeft', { shift: true }),
      onShift('Tab'),
    ]).toEqual([null, null, null, null, null, null, null, null])
  })
})

describe('the focus on the board', () => {
  const shift = (id: string, fields: Partial<Shift>): Shift => ({
    id,
    agentId: 'ana',
    day: 1,
    startMinute: 540,
    endMinute: 1020,
    breaks: [],
    note: '',
    ...fields,
  })
  const plan: Plan = {
    name: 'p',
    timeZone: 'UTC',
    poolId: null,
    kind: 'weekly',
    shifts: [
      shift('mon', {}),
      shift('late', { startMinute: 1080, endMinute: 1200 }),
      shift('wed', { day: 3 }),
      shift('ben', { agentId: 'ben', day: 3 }),
      shift('night', { agentId: 'ben', day: 0, startMinute: 1320, endMinute: 1800 }),
    ],
  }
  const rows = boardRows(
    plan,
    {
      week: boardWeek('weekly', '2026-11-23'),
      timeOff: [],
      offOf: () => NO_OFF_TIMES,
      agents: [
        { id: 'ana', name: 'Ana', timeZone: null },
        { id: 'ben', name: 'Ben', timeZone: null },
      ],
    },
    createFormatter({ languages: ['en-GB'], firstDayOfWeek: 1 }),
  )
  const at = (id: string): Active => ({ kind: 'shift', id })
  const cell = (agentId: string | null, column: number): Active => ({ kind: 'cell', agentId, column })

  it('begins at the first cell', () => {
    expect(firstCell(rows)).toEqual(cell('ana', 0))
    expect(firstCell([])).toEqual(cell(null, 0))
  })

  it('finds where something is, also a shift that runs over the end of the week', () => {
    expect(boardPlace(rows, at('wed'))).toEqual({ row: 0, column: 2 })
    expect(boardPlace(rows, at('night'))).toEqual({ row: 1, column: 6 })
    expect([boardPlace(rows, at('gone')), boardPlace(rows, cell('gone', 1))]).toEqual([null, null])
  })

  it('goes from shift to shift in a row, and stays at its ends', () => {
    expect(nextActive(rows, at('mon'), 'right')).toEqual(at('late'))
    expect(nextActive(rows, at('late'), 'right')).toEqual(at('wed'))
    expect(nextActive(rows, at('wed'), 'right')).toEqual(at('wed'))
  })

  it('goes up and down to the shift of the same day, or to its cell', () => {
    expect(nextActive(rows, at('wed'), 'down')).toEqual(at('ben'))
    expect(nextActive(rows, at('mon'), 'down')).toEqual(cell('ben', 0))
    expect(nextActive(rows, cell('ben', 0), 'down')).toEqual(cell(null, 0))
    expect(nextActive(rows, cell('ana', 6), 'right')).toEqual(cell('ana', 6))
  })

  it('goes into a cell and out of it', () => {
    expect(firstShiftIn(rows[0]!, 0)).toEqual(at('mon'))
    // The rest of a night shift is not where it begins.
    expect(firstShiftIn(rows[1]!, 0)).toBeNull()
    expect(shiftCell(rows, at('ben'))).toEqual(cell('ben', 2))
  })

  it('knows when it stays where it is', () => {
    expect([
      isSame(at('a'), at('a')),
      isSame(at('a'), at('b')),
      isSame(cell('a', 1), cell('a', 1)),
      isSame(cell('a', 1), cell('a', 2)),
      isSame(at('a'), cell('a', 1)),
    ]).toEqual([true, false, true, false, false])
  })
})
