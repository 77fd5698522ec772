import { describe, expect, it } from 'vitest'
import {
  arrangeRows,
  orderOf,
  type ArrangeOptions,
} from '../../../../../../../renderer/features/plans/editor/board/arrange-rows.ts'
import type { BoardRow } from '../../../../../../../renderer/features/plans/editor/board/board-rows.ts'
import { ALL_ROWS, type RowView } from '../../../../../../../renderer/features/plans/editor/board/row-view.ts'
import { NO_RULES } from '../../../../../../../shared/plan/rules/rules.ts'
import { weekHours } from '../../../../../../../shared/plan/staffing/week-hours.ts'
import { shift } from '../store/editor-fixture.ts'

const row = (agentId: string | null, name: string, startMinute: number | null): BoardRow => ({
  agentId,
  name,
  timeZone: null,
  away: [],
  off: { unavailable: [], daysOff: [] },
  lanes: 1,
  places:
    startMinute === null
      ? []
      : [{ shift: shift(name), start: 1440 + startMinute, end: 1440 + startMinute + 60, isRest: false, lane: 0 }],
})
const ROWS = [row('a', 'Agent 10', 600), row('b', 'Agent 2', null), row('c', 'Zoë', 480), row(null, 'Unassigned', null)]
const agent = (id: string, pools: readonly string[] | null, firstOnline: string | null) =>
  ({ id, firstOnline, rules: { pools } }) as unknown as ArrangeOptions['agents'][number]
const AGENTS = [
  agent('a', ['sales'], '2025-02-01T00:00:00Z'),
  agent('b', ['chat'], null),
  agent('c', null, '2024-02-01T00:00:00Z'),
]
const hours = weekHours(
  {
    name: '',
    timeZone: 'UTC',
    poolId: null,
    kind: 'weekly',
    shifts: [shift('1', { agentId: 'c' }), shift('2', { agentId: 'a', endMinute: 600 })],
  },
  { rules: NO_RULES, firstDate: '2026-03-01' },
)
const shown = (view: Partial<RowView>, order: ArrangeOptions['order'] = null) =>
  arrangeRows(ROWS, { view: { ...ALL_ROWS, ...view }, agents: AGENTS, hours, order })
const names = (view: Partial<RowView>, order: ArrangeOptions['order'] = null) =>
  shown(view, order).map(({ name }) => name)

describe('the rows of the board', () => {
  it('begin with the open shifts, and go on by name as people count: 2 before 10', () => {
    expect(names({})).toEqual(['Unassigned', 'Agent 2', 'Agent 10', 'Zoë'])
  })

  it('are sorted by their earliest start, by hours and by who was there first', () => {
    expect(names({ sort: 'start' })).toEqual(['Unassigned', 'Zoë', 'Agent 10', 'Agent 2'])
    expect(names({ sort: 'hours' })).toEqual(['Unassigned', 'Zoë', 'Agent 10', 'Agent 2'])
    expect(names({ sort: 'seniority' })).toEqual(['Unassigned', 'Zoë', 'Agent 10', 'Agent 2'])
  })

  it('are those whose name is searched for, who serve a pool, or who have shifts', () => {
    expect(names({ search: 'AGENT' })).toEqual(['Unassigned', 'Agent 2', 'Agent 10'])
    expect(names({ search: 'zoe' })).toEqual(['Unassigned', 'Zoë'])
    expect(names({ poolId: 'chat' })).toEqual(['Unassigned', 'Agent 2', 'Zoë'])
    expect(names({ hidesUnused: true })).toEqual(['Unassigned', 'Agent 10', 'Zoë'])
  })

  it('are grouped by the pool that each serves, those of several at the end', () => {
    expect(shown({ isGrouped: true }).map(({ name, poolId }) => `${name} ${poolId}`)).toEqual([
      'Unassigned undefined',
      'Agent 2 chat',
      'Agent 10 sales',
      'Zoë null',
    ])
  })

  it('stay where they are while an edit changes what they are sorted by', () => {
    const before = orderOf([ROWS[3]!, ROWS[1]!, ROWS[0]!, ROWS[2]!])
    expect(names({ sort: 'hours' }, before)).toEqual(['Unassigned', 'Agent 2', 'Agent 10', 'Zoë'])
  })
})
