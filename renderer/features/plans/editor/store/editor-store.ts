import { createStore, type StoreApi } from 'zustand/vanilla'
import { applyStep, invertStep } from '../../../../../shared/plan/apply-step.ts'
import { joinSteps } from '../../../../../shared/plan/edits/whole-plan.ts'
import { doStep, redo, startHistory, undo, type PlanHistory } from '../../../../../shared/plan/history.ts'
import { inOrder } from '../../../../../shared/plan/order.ts'
import type { Plan, Shift } from '../../../../../shared/plan/plan.ts'
import { spreadStep } from '../../../../../shared/plan/rotation/spread-step.ts'
import type { PlanOperation, PlanStep } from '../../../../../shared/plan/step.ts'
import type { PlanDocument } from '../../plan-types.ts'
import type { Hours } from '../board/axis.ts'
import type { Active } from '../board/board-keys.ts'
import { LEAST_NAME_WIDTH, MOST_NAME_WIDTH, NAME_WIDTH } from '../board/board-size.ts'
import { ALL_ROWS, type RowView } from '../board/row-view.ts'
import type { OverviewSpan } from '../overview/overview-days.ts'
import type { SuggestQuestion } from '../suggest/question.ts'
import type { Published } from '../../../../../shared/plan/rules/rule-types.ts'
import { derive, isSameInputs, usualBoardHours } from './derived-state.ts'
import {
  START,
  type Baseline,
  type DrawnBands,
  type EditScope,
  type EditorDialog,
  type EditorInputs,
  type EditorState,
} from './editor-state.ts'
import { createLivePrediction, type LivePrediction } from './live-prediction.ts'
import { createPlanSaver, type PlanSaverOptions } from './plan-saver.ts'

interface RunOptions {
  /** Selects what the step added or changed. */
  readonly select?: boolean
  /** The step was made on the board: the keyboard goes to the first shift that it added or changed. */
  readonly isOnBoard?: boolean
  /** Of a rotation no other week is changed, whatever is chosen. */
  readonly isSingleWeek?: boolean
}

/** An open plan: one store of all that its screen shows, and what may be done to it. */
export interface Editor {
  readonly store: Pick<StoreApi<EditorState>, 'getState' | 'getInitialState' | 'subscribe'>
  /** Does a step; null does nothing. Throws AppError 'conflict' where it does not fit the plan. */
  readonly run: (step: PlanStep | null, options?: RunOptions) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly select: (ids: readonly string[], how: 'only' | 'toggle') => void
  readonly setActive: (active: Active) => void
  /** Predicts the plan with some shifts otherwise, until it is edited or `endPreview` is called. */
  readonly preview: (shifts: readonly Shift[]) => void
  readonly endPreview: () => void
  /** Shows the plan with what the backend knows now, perhaps in another week. */
  readonly show: (inputs: EditorInputs) => void
  /** Shows it as when it is opened first: edits and what is not saved stay. */
  readonly reopen: (inputs: EditorInputs, settings: PlanDocument['settings']) => void
  readonly setSettings: (settings: PlanDocument['settings']) => void
  readonly setPublished: (published: Published | null) => void
  readonly compareWith: (baselineId: string) => void
  readonly setBaseline: (baseline: Baseline) => void
  /** null: bands that could not be drawn are to be drawn again. */
  readonly setBands: (drawnBands: DrawnBands | null) => void
  /** null: the usual ones. */
  readonly setHours: (hours: Hours | null) => void
  /** Shows the board, so many times as wide as fits. */
  readonly setZoom: (zoom: number) => void
  readonly setOverview: (overview: OverviewSpan | null) => void
  readonly setBoardWidth: (width: number) => void
  readonly setRowView: (change: Partial<RowView>) => void
  /** In pixels; kept between the least and the most that is of use. */
  readonly setNameWidth: (width: number) => void
  readonly openDialog: (dialog: EditorDialog) => void
  readonly closeDialog: () => void
  /** Begins the shown week, which comes after the plan's end, without shifts. */
  readonly extend: () => void
  readonly setEditScope: (scope: EditScope) => void
  /** Opens the panel of suggestions with a question, or changes the question; null closes it. */
  readonly askSuggest: (question: SuggestQuestion | null) => void
  /** Draws a move on the board as it would be; null: no more. */
  readonly showMove: (move: EditorState['shownMove']) => void
  /** Tries to save at once what could not be saved. */
  readonly retrySaving: () => void
  /** Saves no more of what is not on the disk: the user has it elsewhere, or does not want it. */
  readonly giveUpUnsaved: () => void
}

/** A plan as it is stored. */
interface StoredPlan {
  readonly plan: Plan
  /** Steps that were done, oldest first. */
  readonly done: readonly PlanStep[]
  /** Steps that were undone, the one undone last at the end. */
  readonly undone: readonly PlanStep[]
  readonly revision: number
  readonly settings: PlanDocument['settings']
}

export interface EditorOptions {
  readonly document: StoredPlan
  readonly inputs: EditorInputs
  readonly saving: Omit<PlanSaverOptions, 'revision' | 'onChange'>
}

const FIRST_VIEW = {
  selection: new Set<string>(),
  active: null,
  editedShift: null,
  chosenHours: null,
  rowView: ALL_ROWS,
  nameWidth: NAME_WIDTH,
  zoom: null,
  overview: null,
  dialog: null,
  extendedTo: null,
  editScope: 'cycle',
  suggest: null,
  shownMove: null,
  drawnBands: null,
  baselineId: START,
} as const satisfies Partial<EditorState>
const NO_BASELINE: Baseline = { schedule: 'typical', figures: null }

/** Opens a plan to be edited: edits are made in memory at once, and saved as they are made. */
export function createEditor({ document, inputs: firstInputs, saving }: EditorOptions): Editor {
  const saver = createPlanSaver({
    ...saving,
    revision: document.revision,
    onChange: (state, revision) => store.setState({ saving: state, revision }),
  })
  const history: PlanHistory = {
    ...startHistory(document.plan),
    steps: [...document.done, ...document.undone.toReversed()],
    done: document.done.length,
  }
  const given = {
    inputs: firstInputs,
    history,
    settings: document.settings,
    published: null,
    rowView: FIRST_VIEW.rowView,
  }
  const derived = derive(given, null)
  let live = weekPrediction({ ...given, ...derived })
  const store = createStore<EditorState>(() => ({
    ...FIRST_VIEW,
    ...given,
    start: planAtStart(document),
    ...derived,
    prediction: live.follow(history.plan),
    baseline: NO_BASELINE,
    boardWidth: 0,
    saving: { kind: 'saved' },
    revision: document.revision,
  }))

  /** Changes what other parts follow from, and those with it. */
  const change = (patch: Partial<EditorState>): void => {
    const before = store.getState()
    const changed = { ...before, ...patch }
    const next = { ...changed, ...derive(changed, before) }
    if (next.week.world !== before.week.world || next.week.clock !== before.week.clock) live = weekPrediction(next)
    store.setState({ ...next, prediction: live.follow(next.history.plan) })
  }
  const endPreview = (): void => store.setState({ prediction: live.follow(store.getState().history.plan) })
  const operate = (operation: PlanOperation, next: PlanHistory, patch: Partial<EditorState> = {}): void => {
    const { history: before, selection } = store.getState()
    if (next === before) return endPreview()
    const remaining = new Set(next.plan.shifts.map(({ id }) => id))
    change({
      history: next,
      selection: new Set([...selection].filter((id) => remaining.has(id))),
      editedShift: null,
      ...patch,
    })
    saver.add(operation)
  }
  return {
    store,
    run(step, { select = false, isOnBoard = false, isSingleWeek = false } = {}) {
      // A drag that changes nothing ends here too.
      if (step === null) return endPreview()
      const [first] = step.added
      const { history: current, editScope } = store.getState()
      const whole =
        isSingleWeek || editScope === 'week' ? step : spreadStep(current.plan, step, () => crypto.randomUUID())
      operate({ kind: 'do', step: whole }, doStep(current, whole), {
        ...(select ? { selection: new Set(step.added.map(({ id }) => id)) } : {}),
        ...(isOnBoard && first !== undefined ? { editedShift: first, active: { kind: 'shift', id: first.id } } : {}),
      })
    },
    undo: () => operate({ kind: 'undo' }, undo(store.getState().history)),
    redo: () => operate({ kind: 'redo' }, redo(store.getState().history)),
    select(ids, how) {
      const selection = new Set(how === 'only' ? ids : store.getState().selection)
      if (how === 'toggle') for (const id of ids) if (!selection.delete(id)) selection.add(id)
      store.setState({ selection })
    },
    setActive: (active) => store.setState({ active }),
    preview: (shifts) => store.setState({ prediction: live.preview(shifts) }),
    endPreview,
    show(inputs) {
      if (!isSameInputs(inputs, store.getState().inputs)) change({ inputs })
    },
    reopen(inputs, settings) {
      const { selection } = store.getState()
      change({ ...FIRST_VIEW, selection, baseline: NO_BASELINE, inputs, settings })
      const state = store.getState()
      store.setState({ usualHours: usualBoardHours(state.history.plan, inputs, state.week) })
    },
    setSettings: (settings) => change({ settings }),
    setPublished: (published) => {
      if (published !== store.getState().published) change({ published })
    },
    compareWith: (baselineId) => store.setState({ baselineId }),
    setBaseline: (baseline) => store.setState({ baseline }),
    setBands: (drawnBands) => store.setState({ drawnBands }),
    setHours: (chosenHours) => store.setState({ chosenHours }),
    setZoom: (zoom) => store.setState({ zoom, overview: null }),
    setOverview: (overview) => store.setState({ overview }),
    setBoardWidth: (boardWidth) => store.setState({ boardWidth }),
    setRowView: (rowView) => change({ rowView: { ...store.getState().rowView, ...rowView } }),
    setNameWidth: (width) =>
      store.setState({ nameWidth: Math.round(Math.min(Math.max(width, LEAST_NAME_WIDTH), MOST_NAME_WIDTH)) }),
    openDialog: (dialog) => store.setState({ dialog }),
    closeDialog: () => store.setState({ dialog: null }),
    extend: () => store.setState({ extendedTo: store.getState().week.firstDate }),
    setEditScope: (editScope) => store.setState({ editScope }),
    askSuggest: (suggest) => store.setState(suggest === null ? { suggest, shownMove: null } : { suggest }),
    showMove: (shownMove) => store.setState({ shownMove }),
    retrySaving: saver.retry,
    giveUpUnsaved: saver.giveUp,
  }
}

/** What was done to it, as one step, taken back. */
function planAtStart({ plan, done }: StoredPlan): Plan {
  const whole = joinSteps(done, { label: '', newId: () => '' })
  return inOrder(whole === null ? plan : applyStep(plan, invertStep(whole)))
}

function weekPrediction({ week, history }: Pick<EditorState, 'week' | 'history'>): LivePrediction {
  const { predictor, staff } = week.world
  return createLivePrediction({ predictor, staff, clock: week.clock, plan: history.plan })
}
