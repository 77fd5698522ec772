import { describe, expect, it } from 'vitest'
import { offTimes } from '../../../../../../../renderer/features/plans/editor/board/off-times.ts'
import { shiftsBetween } from '../../../../../../../renderer/features/plans/editor/board/shift-range.ts'
import { breakAt } from '../../../../../../../renderer/features/plans/editor/board/break-places.ts'
import { whyNot } from '../../../../../../../renderer/features/plans/editor/drag/row-fit.ts'
import type { AgentRules } from '../../../../../../../shared/plan/rules/rules.ts'
import { checkRules } from '../../../../../../../shared/plan/rules/check-rules.ts'
import { weekClock } from '../../../../../../../shared/plan/week-clock.ts'
import { openEditor, shift } from '../store/editor-fixture.ts'

/** A Sunday. */
const WEEK = '2026-03-01'

describe('why a row should not get a shift', () => {
  const held = shift('held', { agentId: null })
  const reasons = (
    agents: Readonly<Record<string, AgentRules>>,
    others = [shift('own', { agentId: 'ben', day: 2 })],
  ) => {
    const plan = { name: '', timeZone: 'UTC', poolId: 'sales', kind: 'weekly', shifts: [held, ...others] } as const
    const limits = { minRestHours: 11, maxHoursPerWeek: 40 }
    const rules = { plan: { limits, owedBreak: null, hourlyCost: null }, agents }
    return whyNot('ben', held, checkRules(plan, { rules, firstDate: WEEK, previous: null }))
  }

  it('is none where the agent has time, and there is none against leaving it unassigned', () => {
    expect(reasons({})).toBeNull()
  })

  it('is what the agent’s own rules and shifts say', () => {
    expect(reasons({ ben: { daysOff: ['2026-03-02'] } })).toBe('day-off')
    expect(reasons({ ben: { availability: [{ dayOfWeek: 1, startMinute: 600, endMinute: 1200 }] } })).toBe(
      'unavailable',
    )
    expect(reasons({ ben: { pools: ['chat'] } })).toBe('wrong-pool')
    expect(reasons({}, [shift('own', { agentId: 'ben', startMinute: 960, endMinute: 1200 })])).toBe('double-booked')
    expect(reasons({}, [shift('own', { agentId: 'ben', startMinute: 1080, endMinute: 1200 })])).toBe('short-rest')
    const week = [2, 3, 4, 5, 6].map((day) => shift(`own ${day}`, { agentId: 'ben', day }))
    expect(reasons({}, week)).toBe('too-many-hours')
  })
})

describe('times off on the board', () => {
  const clock = weekClock('America/New_York', WEEK)

  it('are the minutes of the week outside the hours of an agent, and the days off', () => {
    const rules = {
      availability: [1, 2].map((dayOfWeek) => ({ dayOfWeek, startMinute: 540, endMinute: 1020 })),
      daysOff: ['2026-03-03', '2026-04-01'],
    }
    expect(offTimes(rules, clock)).toEqual({
      unavailable: [
        { start: 0, end: 1440 + 540 },
        { start: 1440 + 1020, end: 2880 + 540 },
        { start: 2880 + 1020, end: 7 * 1440 },
      ],
      daysOff: [2],
    })
    expect(offTimes(rules, clock)).toBe(offTimes(rules, clock))
    expect(offTimes({}, clock)).toEqual({ unavailable: [], daysOff: [] })
  })
})

describe('a range of shifts', () => {
  it('is all in the rows and days between two', () => {
    const { editor } = openEditor({
      plan: {
        shifts: [
          shift('a'),
          shift('b', { day: 3 }),
          shift('c', { agentId: 'agent-1', day: 2 }),
          shift('d', { agentId: 'agent-1', day: 5 }),
        ],
      },
    })
    const { rows } = editor.store.getState().planned
    expect(shiftsBetween(rows, 'a', 'c')).toEqual(['a', 'c'])
    expect(shiftsBetween(rows, 'd', 'a')).toEqual(['a', 'b', 'c', 'd'])
    expect(shiftsBetween(rows, 'gone', 'b')).toEqual(['b'])
  })
})

describe('the break under the pointer', () => {
  const pieces = [{ index: 0, from: 60, to: 90 }]

  it('is moved by its middle and resized at its edges where it is wide enough', () => {
    expect([58, 62, 75, 88, 91].map((x) => breakAt(pieces, x, 200)?.grip ?? null)).toEqual([
      null,
      'start',
      'body',
      'end',
      null,
    ])
  })

  it('is only moved where it is narrow, and not found in a bar that is', () => {
    const narrow = [{ index: 2, from: 60, to: 63 }]
    expect(breakAt(narrow, 58, 200)).toEqual({ index: 2, grip: 'body' })
    expect(breakAt(narrow, 61, 40)).toBeNull()
  })
})
