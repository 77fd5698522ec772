import { coveragePercent } from '../../../../../shared/foundation/rate.ts'
import {
  copyShifts,
  duplicateShifts,
  pasteShifts,
  type CopiedShift,
} from '../../../../../shared/plan/edits/copy-shifts.ts'
import {
  addShifts,
  assignEach,
  assignShifts,
  deleteShifts,
  moveShifts,
  resizeShifts,
} from '../../../../../shared/plan/edits/edit-shifts.ts'
import type { ShiftDraft } from '../../../../../shared/plan/edits/shift-changes.ts'
import { owedBreaks } from '../../../../../shared/plan/rules/owed-breaks.ts'
import type { PlanRules } from '../../../../../shared/plan/rules/rules.ts'
import { changeBreaks, moveBreaks } from '../../../../../shared/plan/edits/break-changes.ts'
import { DAY_MINUTES, WEEK_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import { shiftsWithIds } from '../../../../../shared/plan/grid.ts'
import type { Plan, Shift } from '../../../../../shared/plan/plan.ts'
import type { PlanStep } from '../../../../../shared/plan/step.ts'
import type { Formatter } from '../../../../format/formatter.ts'
import { showToast } from '../../../../kit/toast.tsx'
import { agentOfRow, type DragEdit } from '../drag/drag.ts'
import type { Editor } from '../store/editor-store.ts'
import { openAssignees } from './assign-open.ts'
import { COLUMNS, dayOfColumn, weekColumn } from './board-week.ts'
import { showEditToast } from './edit-toast.ts'
import { focusShift } from './focus-shift.ts'
import { afterTheWeek, pastedAgent } from './paste-place.ts'
import { firstDayOf, sideEffects, whoGotWhat } from './who-got-what.ts'

interface Cell {
  /** null: the open shifts. */
  readonly agentId: string | null
  readonly column: number
}

/** What the board may do to the plan; ids are those of shifts. Each edit is one step that can be undone. */
export interface BoardActions {
  /** Moves, resizes or draws. */
  readonly edit: (edit: DragEdit, ids: readonly string[]) => void
  /** Moves all breaks of some shifts. */
  readonly moveBreaks: (ids: readonly string[], minutes: number) => void
  readonly remove: (ids: readonly string[]) => void
  readonly copy: (ids: readonly string[]) => void
  /** `keepsAgents`: also the shifts of one agent stay that agent's. */
  readonly paste: (at: Cell & { readonly keepsAgents?: boolean }) => void
  readonly canPaste: () => boolean
  /** Gives shifts to an agent; null opens them. */
  readonly assign: (ids: readonly string[], agentId: string | null) => void
  /** Gives the open shifts of the shown week to agents who can take them. */
  readonly assignOpen: () => void
  readonly duplicate: (ids: readonly string[]) => void
  /** A new shift, of the usual hours where none are given. */
  readonly add: (at: Cell & { readonly startMinute: number | null; readonly endMinute?: number }) => void
  /** Shows what a drag would do; answers by how many points coverage would change, null where no visitors are expected. */
  readonly preview: (shifts: readonly Shift[]) => number | null
  readonly cancelPreview: () => void
}

/** The hours of a shift that is added without drawing it. */
const USUAL = { startMinute: 540, endMinute: 1020 }
/** The length of one that is added at an hour. */
const SHORT_MINUTES = 240

/** What was copied last: for any plan of this window. */
let clipboard: readonly CopiedShift[] = []

const newId = (): string => crypto.randomUUID()

export function createBoardActions(editor: Editor, format: Formatter): BoardActions {
  const { getState } = editor.store
  const { planBoard: t } = format.texts
  const plan = (): Plan => getState().history.plan
  const rowAgents = (): readonly (string | null)[] => getState().planned.rows.map(({ agentId }) => agentId)
  /** What a step did is said where it is not what one sees: `said` of it, and what it did besides. */
  const run = (
    step: PlanStep | null,
    {
      select = true,
      said = null,
    }: { readonly select?: boolean; readonly said?: ((step: PlanStep) => string) | null } = {},
  ): void => {
    const before = getState()
    editor.run(step, { select, isOnBoard: true })
    if (step === null) return
    const texts = [...(said === null ? [] : [said(step)]), ...sideEffects(step, { before, after: getState() }, format)]
    if (texts.length > 0) showEditToast(editor, texts.join(' '), format)
  }
  const coverage = (): number | null => coveragePercent(getState().prediction.week.totals)
  /** How many of some shifts would go round the week of a plan that repeats one. */
  const goingRound = (ids: readonly string[], minutes: number): number => {
    const { board } = getState().week
    if (board.kind === 'dated') return 0
    return shiftsWithIds(plan(), ids).filter(({ day, startMinute }) => {
      const start = (weekColumn(board, day) ?? 0) * DAY_MINUTES + startMinute + minutes
      return start < 0 || start >= WEEK_MINUTES
    }).length
  }
  const refused = (text: string): void => {
    editor.endPreview()
    showToast({ text })
  }
  let coverageBefore: number | null = null
  return {
    edit(edit, ids) {
      coverageBefore = null
      const round = edit.kind === 'move' ? goingRound(ids, edit.minutes) : 0
      if (round > 0) return refused(t.notMoved({ count: round }))
      const step = keyStep(plan(), { edit, ids, agents: rowAgents(), rules: getState().rules.plan })
      run(step, { select: ids.length > 1 || edit.kind === 'draw' || (edit.kind === 'move' && edit.isCopy) })
    },
    moveBreaks(ids, minutes) {
      if (!shiftsWithIds(plan(), ids).some(({ breaks }) => breaks.length > 0)) return refused(t.noBreaksToMove)
      run(moveBreaks(plan(), { ids, minutes }, newId), { select: ids.length > 1 })
    },
    remove: (ids) => run(deleteShifts(plan(), ids, newId)),
    copy(ids) {
      const { board } = getState().week
      if (ids.length > 0)
        clipboard = copyShifts(plan(), { ids, weekStartsOn: dayOfColumn({ ...board, kind: 'weekly' }, 0) })
    },
    canPaste: () => clipboard.length > 0,
    assign: (ids, agentId) => run(assignShifts(plan(), { ids, agentId }, newId)),
    assignOpen() {
      const { planned } = getState()
      const open = planned.allRows
        .filter(({ agentId }) => agentId === null)
        .flatMap(({ places }) => places.filter(({ isRest }) => !isRest).map(({ shift }) => shift))
      const agentOf = openAssignees(open, planned)
      if (agentOf.size === 0) return refused(t.nobodyCan({ count: open.length }))
      const left = open.length - agentOf.size
      run(assignEach(plan(), agentOf, newId), {
        select: false,
        said: (step) =>
          [
            t.assigned({ count: step.added.length, who: whoGotWhat(step, getState(), format) }),
            ...(left === 0 ? [] : [t.stayOpen({ count: left })]),
          ].join(' '),
      })
    },
    paste({ agentId, column, keepsAgents = false }) {
      if (clipboard.length === 0) return refused(t.nothingToPaste)
      const { week, inputs } = getState()
      const round = week.board.kind === 'weekly' ? afterTheWeek(clipboard, column) : 0
      if (round > 0) return refused(t.notPasted({ count: round }))
      const known = new Set([...inputs.agents.map(({ id }) => id), ...rowAgents()])
      const agentOf = pastedAgent(clipboard, { agentId, keepsAgents, isKnown: (id) => known.has(id) })
      run(pasteShifts(plan(), { copied: clipboard, day: dayOfColumn(week.board, column), agentOf }, newId), {
        said: (step) =>
          t.pasted({
            count: step.added.length,
            day: firstDayOf(step, getState(), format),
            who: whoGotWhat(step, getState(), format),
          }),
      })
    },
    duplicate(ids) {
      const { board } = getState().week
      const shifts = shiftsWithIds(plan(), ids)
      const round =
        board.kind === 'dated' ? 0 : shifts.filter(({ day }) => weekColumn(board, day) === COLUMNS.at(-1)).length
      if (round > 0) return refused(t.notDuplicated({ count: round }))
      run(duplicateShifts(plan(), { ids, daysLater: 1 }, newId), {
        said: (step) => t.duplicated({ count: step.added.length, who: whoGotWhat(step, getState(), format) }),
      })
    },
    add({ agentId, column, startMinute, endMinute }) {
      const times = startMinute === null ? USUAL : { startMinute, endMinute: endMinute ?? startMinute + SHORT_MINUTES }
      const draft = { agentId, day: dayOfColumn(getState().week.board, column), ...times }
      run(addShifts(plan(), [withOwedBreaks(draft, getState().rules.plan)], newId))
    },
    preview(shifts) {
      coverageBefore ??= coverage()
      editor.preview(shifts)
      const after = coverage()
      return coverageBefore === null || after === null ? null : after - coverageBefore
    },
    cancelPreview() {
      coverageBefore = null
      editor.endPreview()
    },
  }
}

/** Adds shifts as one step, selects them, and brings the keyboard to the first. */
export function addOpenShifts(editor: Editor, drafts: readonly ShiftDraft[]): void {
  const { store, run } = editor
  const { history, rules } = store.getState()
  const whole = drafts.map((draft) => withOwedBreaks(draft, rules.plan))
  run(addShifts(history.plan, whole, newId), { select: true, isOnBoard: true })
  const [added] = store.getState().selection
  if (added !== undefined) focusShift(editor, added)
}

/** A new shift with the breaks that the plan's rules owe it. */
function withOwedBreaks(draft: ShiftDraft, rules: PlanRules): ShiftDraft {
  return { ...draft, breaks: owedBreaks(draft, rules) }
}

interface AskedEdit {
  readonly edit: DragEdit
  readonly ids: readonly string[]
  /** Of the rows, from the top. */
  readonly agents: readonly (string | null)[]
  readonly rules: PlanRules
}

function keyStep(plan: Plan, { edit, ids, agents, rules }: AskedEdit): PlanStep | null {
  switch (edit.kind) {
    case 'move': {
      const agentOf = (shift: Shift): string | null => agentOfRow(agents, shift.agentId, edit.rows)
      return edit.isCopy
        ? duplicateShifts(plan, { ids, minutes: edit.minutes, agentOf }, newId)
        : moveShifts(plan, { ids, minutes: edit.minutes, agentOf }, newId)
    }
    case 'resize':
      return resizeShifts(plan, { ids, edge: edit.edge, minutes: edit.minutes }, newId)
    case 'break':
      return changeBreaks(plan, { ...edit, ids }, newId)
    case 'draw':
      return addShifts(plan, [withOwedBreaks(edit.draft, rules)], newId)
  }
}
