import { describe, expect, it } from 'vitest'
import { openPlan, type EditorState } from '../../../../../../../renderer/features/plans/editor/store/editor-state.ts'
import { endBeforeWeek } from '../../../../../../../renderer/features/plans/editor/store/plan-dates.ts'
import { addShifts, deleteShifts, moveShifts } from '../../../../../../../shared/plan/edits/edit-shifts.ts'
import type { Plan } from '../../../../../../../shared/plan/plan.ts'
import { createPlanPredictor } from '../../../../../../../shared/predict/plan-prediction/plan-predictor.ts'
import { plannedIntervals } from '../../../../../../../shared/plan/planned-intervals.ts'
import { addDays, parseLocalDate } from '../../../../../../../shared/time/local.ts'
import { editorInputs, openEditor, shift } from './editor-fixture.ts'

let ids = 0
const newId = (): string => `new-${ids++}`

/** Every state that a store goes through. */
function statesOf(editor: ReturnType<typeof openEditor>['editor']): readonly EditorState[] {
  const states: EditorState[] = []
  editor.store.subscribe((state) => states.push(state))
  return states
}

/** The parts of the state that are other values than before. */
function changedParts(before: EditorState, after: EditorState): readonly string[] {
  return (Object.keys(after) as (keyof EditorState)[]).filter((key) => !Object.is(before[key], after[key])).toSorted()
}

describe('an open plan', () => {
  it('never shows an edit without the prediction, the rows and the hours that follow from it', () => {
    const { editor } = openEditor()
    const states = statesOf(editor)
    editor.run(
      addShifts(
        openPlan(editor.store.getState()),
        [{ agentId: 'agent-0', day: 3, startMinute: 600, endMinute: 840 }],
        newId,
      ),
      { select: true },
    )
    editor.undo()
    editor.redo()
    expect(states.length).toBeGreaterThanOrEqual(3)
    for (const { history, prediction, planned, inputs } of states) {
      const intervals = plannedIntervals(history.plan, { firstDate: inputs.firstDate })
      expect(planned.intervals).toEqual(intervals)
      expect(prediction.week.totals.covered).toBeCloseTo(
        createPlanPredictor(inputs.report.inputs, { poolId: null }).predict(intervals).totals.covered,
        9,
      )
      expect(planned.rows.flatMap(({ places }) => places.map((place) => place.shift.id)).toSorted()).toEqual(
        history.plan.shifts.map(({ id }) => id).toSorted(),
      )
    }
  })

  it('knows what it was before anything was done to it, also in an earlier session of work', () => {
    const plan = openPlan(openEditor().editor.store.getState())
    const step = moveShifts(plan, { ids: ['a'], minutes: 60 }, newId)!
    const { editor } = openEditor({ plan: { shifts: [step.added[0]!, plan.shifts[1]!] }, done: [step] })
    expect(editor.store.getState().start.shifts).toEqual(plan.shifts)
    editor.run(deleteShifts(openPlan(editor.store.getState()), ['b'], newId))
    expect(editor.store.getState().start.shifts).toEqual(plan.shifts)
  })

  it('predicts of a plan that nobody changed what it predicts of its start, to the last visitor', () => {
    const { editor } = openEditor()
    const difference = (): number => {
      const { start, inputs, prediction } = editor.store.getState()
      const schedule = plannedIntervals(start, { firstDate: inputs.firstDate })
      return Math.abs(prediction.week.totals.covered - inputs.predictor.predict(schedule).totals.covered)
    }
    expect(difference()).toBeLessThan(1e-9)
    editor.run(deleteShifts(openPlan(editor.store.getState()), ['a'], newId))
    expect(difference()).toBeGreaterThan(1)
    editor.undo()
    expect(difference()).toBeLessThan(1e-9)
  })

  it('changes nothing but the prediction while a shift is dragged, and goes back where it is let go in vain', () => {
    const { editor } = openEditor()
    const before = editor.store.getState()
    editor.preview([shift('a', { startMinute: 600, endMinute: 1080 })])
    const during = editor.store.getState()
    expect(changedParts(before, during)).toEqual(['prediction'])
    expect(during.prediction.isPreview).toBe(true)
    editor.run(null)
    expect(editor.store.getState().prediction.week.totals.covered).toBeCloseTo(before.prediction.week.totals.covered, 9)
    expect(editor.store.getState().prediction.isPreview).toBe(false)
  })

  it('changes nothing but the selection where something is selected', () => {
    const { editor } = openEditor()
    const before = editor.store.getState()
    editor.select(['a'], 'only')
    editor.select(['b'], 'toggle')
    expect(changedParts(before, editor.store.getState())).toEqual(['selection'])
    expect([...editor.store.getState().selection]).toEqual(['a', 'b'])
  })

  it('keeps the rows of agents whom an edit does not touch, also in groups: nothing of them has to be drawn anew', () => {
    const { editor } = openEditor()
    const rows = () => editor.store.getState().planned.rows
    for (const isGrouped of [false, true]) {
      editor.setRowView({ isGrouped })
      const before = rows()
      editor.run(moveShifts(openPlan(editor.store.getState()), { ids: ['b'], minutes: 15 }, newId))
      const after = rows()
      expect(after.map((row, index) => [row.agentId, row === before[index]])).toEqual([
        [null, true],
        ['agent-0', true],
        ['agent-1', false],
      ])
      editor.undo()
    }
  })

  it('keeps spells and prediction where only rules change: nothing has to be drawn anew', () => {
    const { editor } = openEditor()
    const before = editor.store.getState()
    editor.setSettings({ rules: { limits: { maxShiftHours: 4 } } })
    const after = editor.store.getState()
    expect(changedParts(before, after)).toEqual(['planned', 'rules', 'settings'])
    expect(after.planned.ruleReport.violations.length).toBeGreaterThan(0)
    expect(after.planned.intervals).toBe(before.planned.intervals)
  })

  it('selects no shift that is gone, and what an edit added where that is asked for', () => {
    const { editor } = openEditor()
    editor.select(['a', 'b'], 'only')
    editor.run(deleteShifts(openPlan(editor.store.getState()), ['a'], newId))
    expect([...editor.store.getState().selection]).toEqual(['b'])
    editor.run(
      moveShifts(
        openPlan(editor.store.getState()),
        { ids: ['b'], minutes: 60, agentOf: ({ agentId }) => agentId },
        newId,
      ),
      { select: true, isOnBoard: true },
    )
    const { selection, active, editedShift } = editor.store.getState()
    expect([[...selection], active, editedShift?.startMinute]).toEqual([['b'], { kind: 'shift', id: 'b' }, 600])
    editor.undo()
    expect(editor.store.getState().editedShift).toBeNull()
  })

  it('says whether its edits are on the disk, and as which revision', async () => {
    const { editor, store } = openEditor({ revision: 3 })
    editor.run(deleteShifts(openPlan(editor.store.getState()), ['a'], newId))
    expect(editor.store.getState().saving).toEqual({ kind: 'saving' })
    await store()
    expect([editor.store.getState().saving, editor.store.getState().revision]).toEqual([{ kind: 'saved' }, 4])
  })

  it('shows another week with its own prediction, edits and selection as they were', () => {
    const { editor } = openEditor()
    editor.run(deleteShifts(openPlan(editor.store.getState()), ['a'], newId))
    editor.select(['b'], 'only')
    const before = editor.store.getState()
    editor.show(editorInputs('2026-03-08'))
    const after = editor.store.getState()
    expect([after.week.firstDate, after.history, after.selection]).toEqual([
      '2026-03-08',
      before.history,
      before.selection,
    ])
    expect(after.planned.intervals[0]!.start - before.planned.intervals[0]!.start).toBe(7 * 86_400_000 - 3_600_000)
    expect(after.prediction.intervals).toEqual(after.planned.intervals)
  })

  it('is shown as at first where it is opened again, with its edits', () => {
    const inputs = editorInputs()
    const { editor } = openEditor({ inputs })
    editor.run(deleteShifts(openPlan(editor.store.getState()), ['a'], newId))
    editor.setZoom(3)
    editor.openDialog({ kind: 'rules' })
    editor.reopen(inputs, { rules: {} })
    const { zoom, dialog, history, saving, settings } = editor.store.getState()
    expect([zoom, dialog, history.plan.shifts.length, saving.kind, settings]).toEqual([
      null,
      null,
      1,
      'saving',
      { rules: {} },
    ])
  })

  it('ends with the last cycle of a rotation, also where nobody works in the last week of it', () => {
    const anchor = '2026-03-02'
    const plan: Plan = {
      ...openPlan(openEditor().editor.store.getState()),
      kind: 'dated',
      shifts: [shift('a', { day: parseLocalDate(anchor) })],
    }
    const endBefore = (own: Plan, firstDate: string): string | null =>
      endBeforeWeek({ history: { plan: own }, week: { firstDate }, extendedTo: null } as EditorState)
    const rotation = { cycleWeeks: 2, anchor, cycles: 1 }
    expect(endBefore(plan, addDays(anchor, 7))).toBe(anchor)
    expect(endBefore({ ...plan, rotation }, addDays(anchor, 7))).toBeNull()
    expect(endBefore({ ...plan, rotation }, addDays(anchor, 14))).toBe('2026-03-15')
  })
})
