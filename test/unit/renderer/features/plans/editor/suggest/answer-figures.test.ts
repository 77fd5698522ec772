import { describe, expect, it } from 'vitest'
import {
  answerFit,
  basisOf,
  createAnswerFigures,
} from '../../../../../../../renderer/features/plans/editor/suggest/answer-figures.ts'
import { firstQuestion } from '../../../../../../../renderer/features/plans/editor/suggest/question.ts'
import { applyMoves, movesBetween } from '../../../../../../../shared/optimise/moves.ts'
import { takeMoves } from '../../../../../../../shared/optimise/take-moves.ts'
import { plannedIntervals } from '../../../../../../../shared/plan/planned-intervals.ts'
import { createPlanPredictor } from '../../../../../../../shared/predict/plan-prediction/plan-predictor.ts'
import { editorInputs, NEXT_WEEK, openEditor, shift } from '../store/editor-fixture.ts'

const MOVED = shift('a', { startMinute: 600, endMinute: 1080 })
const OTHER = shift('b', { agentId: 'agent-1', day: 4 })
const ADDED = shift('suggested-1', { agentId: 'agent-0', day: 3 })

function answered() {
  const { editor } = openEditor()
  const basis = basisOf(editor.store.getState(), firstQuestion(90))
  const { plan } = basis
  const moves = movesBetween(plan, { ...plan, shifts: [MOVED, OTHER, ADDED] })
  return { editor, basis, plan, moves }
}

describe('the figures of an answer', () => {
  it('are those of the predictor for every choice of moves', () => {
    const { basis, plan, moves } = answered()
    const predictor = createPlanPredictor(basis.inputs.report.inputs, { poolId: null })
    const figuresOf = createAnswerFigures(basis)
    const covered = (shifts: typeof plan.shifts): number =>
      predictor.predict(plannedIntervals({ ...plan, shifts }, { firstDate: basis.week.firstDate })).totals.covered
    expect(moves).toHaveLength(3)
    for (let choice = 0; choice < 8; choice += 1) {
      const chosen = moves.filter((_, index) => (choice & (1 << index)) !== 0)
      const { before, after } = figuresOf(chosen)
      const changed = applyMoves(plan, chosen)
      expect(before.totals.covered).toBeCloseTo(covered(plan.shifts), 9)
      expect(after.totals.covered).toBeCloseTo(covered(changed.shifts), 9)
      expect([before.hours, after.hours]).toEqual([16, chosen.some(({ kind }) => kind === 'add') ? 24 : 16])
    }
  })

  it('do not add up: two people in the same hour serve the same visitors', () => {
    const { basis, plan } = answered()
    const figuresOf = createAnswerFigures(basis)
    const gain = (days: readonly number[]): number => {
      const shifts = days.map((day, index) => shift(`suggested-${index}`, { agentId: `agent-${index}`, day }))
      const { before, after } = figuresOf(movesBetween(plan, { ...plan, shifts: [...plan.shifts, ...shifts] }))
      return after.totals.covered - before.totals.covered
    }
    expect(gain([5, 5])).toBeLessThan(2 * gain([5]) - 1)
  })

  it('name rules that a part of the moves breaks, and none that the plan broke before', () => {
    const { editor } = openEditor()
    editor.setSettings({
      rules: { limits: { maxConsecutiveDays: 2, maxShiftHours: 4 }, owedBreak: null, hourlyCost: null },
    })
    const basis = basisOf(editor.store.getState(), firstQuestion(90))
    const { plan, ruleReport } = basis
    expect(ruleReport.violations.length).toBeGreaterThan(0)
    const figuresOf = createAnswerFigures(basis)
    expect(figuresOf([]).newViolations).toEqual([])
    const days = [2, 3].map((day) => shift(`suggested-${day}`, { day, startMinute: 600, endMinute: 720 }))
    const moves = movesBetween(plan, { ...plan, shifts: [...plan.shifts, ...days] })
    expect(figuresOf(moves).newViolations.map(({ kind, agentId }) => [kind, agentId])).toEqual([
      ['too-many-days', 'agent-0'],
    ])
  })
})

describe('an answer beside the plan as it is now', () => {
  it('fits, is taken, fits again when that is undone, and is out of date after another edit', () => {
    const { editor, basis, moves } = answered()
    const { store } = editor
    expect(answerFit(basis, null, store.getState())).toBe('fits')
    let ids = 0
    editor.run(takeMoves(moves, () => `new-${ids++}`))
    const taken = store.getState().history.plan.shifts
    expect(answerFit(basis, null, store.getState())).toBe('stale')
    expect(answerFit(basis, taken, store.getState())).toBe('taken')
    editor.undo()
    expect(answerFit(basis, taken, store.getState())).toBe('fits')
    editor.redo()
    expect(answerFit(basis, taken, store.getState())).toBe('taken')
    editor.run({ id: 'drop', label: 'Delete shift', removed: [MOVED], added: [], details: null })
    expect(answerFit(basis, taken, store.getState())).toBe('stale')
  })

  it('is out of date when rules or what was learned are others', () => {
    const { editor, basis } = answered()
    editor.setSettings({ rules: { limits: { maxHoursPerWeek: 20 }, owedBreak: null, hourlyCost: null } })
    expect(answerFit(basis, null, editor.store.getState())).toBe('stale')
    const other = answered()
    other.editor.show(editorInputs(NEXT_WEEK))
    expect(answerFit(other.basis, null, other.editor.store.getState())).toBe('stale')
  })
})
