import { describe, expect, it } from 'vitest'
import { offTimes } from '../../../../../../../renderer/features/plans/editor/board/off-times.ts'
import { shiftsBetween } from '../../../../../../../renderer/features/plans/editor/board/shift-range.ts'
import { breakAt } from '../../../../../../../renderer/features/plans/editor/board/break-places.ts'
import { whyNot } from '../../../../../../../renderer/features/plans/editor/drag/row-fit.ts'
import type { AgentRules } from '../../../../../../../shared/plan/rules/rules.ts'
import { checkRules } from '../../../../../../../shared/plan/rules/check-rules.ts'
import { weekClock } from '../../../../../../../shared/plan/week-clock.ts'
import { createFormatter } from '../../../../../../../renderer/format/formatter.ts'
import { agentFits, fitOptions } from '../../../../../../../renderer/features/plans/editor/selection/agent-fits.ts'
import { FIRST_DATE } from '../../../../../predict/plan-prediction/made-up-inputs.ts'
import { editorInputs, openEditor, shift } from '../store/editor-fixture.ts'

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
    return whyNot('ben', [held], checkRules(plan, { rules, firstDate: WEEK, previous: null }))
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

describe('who can take some shifts', () => {
  it('is first who breaks no rule, the fewest hours first, then the others with the rule that they would break', () => {
    const base = editorInputs()
    const rules = [{}, {}, { daysOff: [FIRST_DATE] }]
    const agents = rules.map((own, index) => ({
      ...base.agents[0]!,
      id: `agent-${index}`,
      name: `Agent ${index}`,
      rules: own,
    }))
    const column = new Date(FIRST_DATE).getUTCDay()
    const open = shift('open', { agentId: null, day: column })
    const { editor } = openEditor({
      inputs: { ...base, agents },
      plan: {
        shifts: [
          open,
          shift('a', { day: (column + 2) % 7 }),
          shift('b', { agentId: 'agent-1', day: (column + 3) % 7, endMinute: 600 }),
        ],
      },
    })
    const { planned } = editor.store.getState()
    const format = createFormatter({ languages: ['en-US'], firstDayOfWeek: 0 })
    expect(fitOptions(agentFits([open], planned), format).map(({ label, detail }) => `${label}: ${detail}`)).toEqual([
      'Agent 1: 1 h this week',
      'Agent 0: 8 h this week',
      'Agent 2: Day off',
    ])
  })

  it('looks at all of them together', () => {
    const late = shift('late', { agentId: null, startMinute: 1080, endMinute: 1200 })
    const early = shift('early', { agentId: null, day: 2, startMinute: 360, endMinute: 720 })
    const plan = { name: '', timeZone: 'UTC', poolId: null, kind: 'weekly', shifts: [late, early] } as const
    const rules = { plan: { limits: { minRestHours: 11 }, owedBreak: null, hourlyCost: null }, agents: { ben: {} } }
    const report = checkRules(plan, { rules, firstDate: WEEK, previous: null })
    expect([
      whyNot('ben', [late], report),
      whyNot('ben', [early], report),
      whyNot('ben', [late, early], report),
    ]).toEqual([null, null, 'short-rest'])
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
