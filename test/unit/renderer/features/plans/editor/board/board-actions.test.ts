import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createBoardActions } from '../../../../../../../renderer/features/plans/editor/board/board-actions.ts'
import { createFormatter } from '../../../../../../../renderer/format/formatter.ts'
import { openEditor, shift } from '../store/editor-fixture.ts'

const { shown } = vi.hoisted(() => ({ shown: [] as string[] }))
vi.mock('../../../../../../../renderer/kit/toast.tsx', () => ({
  showToast: ({ text, action }: { readonly text: string; readonly action?: { readonly label: string } }) => {
    shown.push(action === undefined ? text : `${text} [${action.label}]`)
    return { close: () => undefined }
  },
}))

const format = createFormatter({ languages: ['en-US'], firstDayOfWeek: 0 })
/** Agent 0 has Monday and agent 1 Tuesday; the week begins on a Sunday. */
const opened = (plan: Parameters<typeof openEditor>[0] = {}) => {
  const { editor } = openEditor(plan)
  const shifts = (): readonly string[] =>
    editor.store
      .getState()
      .history.plan.shifts.map(({ agentId, day, startMinute }) => `${agentId ?? 'open'} ${day} ${startMinute / 60}`)
      .toSorted()
  return { editor, actions: createBoardActions(editor, format), shifts }
}

beforeEach(() => void shown.splice(0))

describe('pasting', () => {
  it('gives the shifts of several agents to the same agents, whoever is pasted to: only the days differ', () => {
    const { actions, shifts } = opened()
    actions.copy(['a', 'b'])
    actions.paste({ agentId: null, column: 4 })
    expect(shifts()).toEqual(['agent-0 1 9', 'agent-0 4 9', 'agent-1 2 9', 'agent-1 5 9'])
    expect(shown).toEqual([
      expect.stringMatching(/^2 shifts pasted from Thu, .*: Agent 0 \(1\) and Agent 1 \(1\)\. \[Undo\]$/u),
    ])
  })

  it('gives the shifts of one agent to the row that is pasted to', () => {
    const { actions, shifts } = opened()
    actions.copy(['a'])
    actions.paste({ agentId: 'agent-1', column: 5 })
    expect(shifts()).toContain('agent-1 5 9')
    expect(shown).toEqual([expect.stringMatching(/^1 shift pasted from Fri, .*: Agent 1\. \[Undo\]$/u)])
  })

  it('refuses what would go round the week, and says so', () => {
    const { actions, shifts } = opened()
    actions.copy(['a', 'b'])
    actions.paste({ agentId: 'agent-0', column: 6 })
    expect(shifts()).toEqual(['agent-0 1 9', 'agent-1 2 9'])
    expect(shown).toEqual([expect.stringMatching(/^Not pasted: 1 shift would be in the next week/u)])
  })
})

describe('copying by dragging', () => {
  it('adds a copy to another agent and keeps what was dragged, as one step', () => {
    const { editor, actions, shifts } = opened()
    actions.edit({ kind: 'move', minutes: 60, rows: 1, isCopy: true }, ['a'])
    expect(shifts()).toEqual(['agent-0 1 9', 'agent-1 1 10', 'agent-1 2 9'])
    expect([...editor.store.getState().selection]).not.toContain('a')
    editor.undo()
    expect(shifts()).toEqual(['agent-0 1 9', 'agent-1 2 9'])
  })
})

describe('assigning all unassigned shifts', () => {
  const open = (id: string, day: number, fields = {}) => shift(id, { agentId: null, day, endMinute: 780, ...fields })

  it('gives each to whoever can take it and has the fewest hours, as one step, and says who got what', () => {
    const { editor, actions, shifts } = opened({
      plan: { shifts: [shift('a', { day: 1 }), open('mon', 1), open('wed', 3), open('thu', 4)] },
    })
    actions.assignOpen()
    expect(shifts()).toEqual(['agent-0 1 9', 'agent-0 4 9', 'agent-1 1 9', 'agent-1 3 9'])
    expect(shown).toEqual(['3 shifts assigned: Agent 1 (2) and Agent 0 (1). [Undo]'])
    editor.undo()
    expect(shifts()).toEqual(['agent-0 1 9', 'open 1 9', 'open 3 9', 'open 4 9'])
  })

  it('leaves open what nobody can take, and says so', () => {
    const { actions, shifts } = opened({
      plan: { shifts: [shift('a'), open('one', 1), open('two', 1, { startMinute: 600 })] },
    })
    actions.assignOpen()
    expect(shifts()).toEqual(['agent-0 1 9', 'agent-1 1 9', 'open 1 10'])
    actions.assignOpen()
    expect(shown).toEqual([
      '1 shift assigned: Agent 1. 1 shift stays unassigned: nobody can take it without breaking a rule. [Undo]',
      'Nobody can take the unassigned shift without breaking a rule.',
    ])
  })
})

describe('moving breaks', () => {
  const lunch = (startMinute: number) => [{ startMinute, endMinute: startMinute + 30 }]
  const shifts = [
    shift('a', { breaks: lunch(720) }),
    shift('b', { agentId: 'agent-1', day: 2, breaks: lunch(780) }),
    shift('c', { day: 3 }),
  ]
  const starts = (editor: ReturnType<typeof opened>['editor']) =>
    editor.store.getState().history.plan.shifts.map(({ breaks }) => breaks[0]?.startMinute ?? null)

  it('moves those of all selected shifts by as much, as one step', () => {
    const { editor, actions } = opened({ plan: { shifts } })
    actions.moveBreaks(['a', 'b', 'c'], 30)
    expect(starts(editor)).toEqual([750, 810, null])
    editor.undo()
    actions.edit({ kind: 'break', index: 0, part: 'body', minutes: -30 }, ['b', 'a', 'c'])
    expect(starts(editor)).toEqual([690, 750, null])
    editor.undo()
    expect(starts(editor)).toEqual([720, 780, null])
    expect(editor.store.getState().history.done).toBe(0)
  })

  it('says so where there are none', () => {
    const { actions } = opened()
    actions.moveBreaks(['a', 'b'], 30)
    expect(shown).toEqual(['No breaks to move. The selected shifts have none.'])
  })
})

describe('going round the week', () => {
  it('is refused to copies for the next day, and to moves', () => {
    const { editor, actions, shifts } = opened()
    actions.edit({ kind: 'move', minutes: 5 * 1440, rows: 0, isCopy: false }, ['a'])
    expect(shifts()).toContain('agent-0 6 9')
    shown.splice(0)
    actions.duplicate(['a'])
    actions.edit({ kind: 'move', minutes: 1440, rows: 0, isCopy: false }, ['a'])
    expect(shifts()).toEqual(['agent-0 6 9', 'agent-1 2 9'])
    expect(shown).toEqual([expect.stringMatching(/^Not copied/u), expect.stringMatching(/^Not moved/u)])
    expect(editor.store.getState().history.done).toBe(1)
  })

  it('is the next week where the plan has one, and is said with the plan’s new end', () => {
    const { firstDay } = opened().editor.store.getState().week.board
    const dated = opened({
      plan: { kind: 'dated', shifts: [shift('a', { day: firstDay + 6 }), shift('b', { day: firstDay })] },
    })
    dated.actions.duplicate(['a'])
    expect(dated.shifts()).toContain(`agent-0 ${firstDay + 7} 9`)
    expect(shown).toEqual([
      expect.stringMatching(
        /^1 shift copied to the next day: Agent 0\. 1 shift is in the next week\. The plan now ends Sun/u,
      ),
    ])
  })
})
