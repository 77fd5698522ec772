import { copyShifts, duplicateShifts, pasteShifts, type CopiedShift } from '../../../../shared/plan/edits/copy-shifts.ts'
import { addShifts, deleteShifts, moveShifts, resizeShifts } from '../../../../shared/plan/edits/edit-shifts.ts'
import type { ShiftDraft } from '../../../../shared/plan/edits/shift-changes.ts'
import type { Plan, Shift } from '../../../../shared/plan/plan.ts'
import type { PlanStep } from '../../../../shared/plan/step.ts'
import { dayOfWeekOf } from '../../../../shared/time/local.ts'
import type { BoardActions } from './board/board.tsx'
import type { Active } from './board/board-keys.ts'
import { columnOf, dateOfColumn, dayOfColumn, type BoardWeek } from './board/board-week.ts'
import { agentOfRow, type DragEdit } from './board/drag.ts'
import { dragWords } from './edit-words.ts'
import type { EditorSession } from './editor-session.ts'
import type { LivePrediction } from './live-prediction.ts'
import type { Formatter } from '../../../format/formatter.ts'

export interface PlanActionsOptions {
  readonly session: EditorSession
  readonly live: LivePrediction
  readonly week: BoardWeek
  /** Whose rows there are, from the top. */
  readonly agents: readonly (string | null)[]
  readonly format: Formatter
  readonly setActive: (active: Active) => void
  /** Told of the shift that an edit is about, before the edit is made. */
  readonly onEdit: (shift: Shift) => void
  readonly openForm: (id: string) => void
}

/** The hours of a shift that is added without drawing it. */
const USUAL = { startMinute: 540, endMinute: 1020 }
/** Of one that is added at an hour. */
const SHORT_MINUTES = 240

/** What was copied last: for any plan of this window. */
let clipboard: readonly CopiedShift[] = []

const newId = (): string => crypto.randomUUID()

export interface PlanActions extends BoardActions {
  /** Several shifts at once. */
  readonly addAll: (drafts: readonly ShiftDraft[]) => void
}

/** What the board may do to the plan: each edit is one step that can be undone. */
export function createPlanActions({ session, live, week, agents, format, setActive, onEdit, openForm }: PlanActionsOptions): PlanActions {
  const plan = (): Plan => session.state().history.plan
  const run = (step: PlanStep | null, select = true): void => {
    const [first] = step?.added ?? []
    if (first !== undefined) onEdit(first)
    if (step !== null) session.run(step, { select })
    // Also where nothing changed: a preview may still be shown.
    live.follow(plan())
    if (first !== undefined) setActive({ kind: 'shift', id: first.id })
  }
  let before: number | null = null
  return {
    select: (ids, how) => session.select(ids, how),
    edit(edit, ids) {
      before = null
      run(stepOf(plan(), { edit, ids, agents }), ids.length > 1 || edit.kind === 'draw')
    },
    remove: (ids) => run(deleteShifts(plan(), ids, newId)),
    copy(ids) {
      if (ids.length > 0) clipboard = copyShifts(plan(), { ids, weekStartsOn: dayOfColumn({ ...week, kind: 'weekly' }, 0) })
    },
    paste({ agentId, column }) {
      if (clipboard.length === 0) return
      const by = agents.indexOf(agentId) - agents.indexOf(clipboard[0]!.agentId)
      // Several agents' shifts keep their distance in rows; agents that have no row here give way to the one pasted to.
      const agentOf = (copied: CopiedShift): string | null => (agents.includes(copied.agentId) ? agentOfRow(agents, copied.agentId, by) : agentId)
      run(pasteShifts(plan(), { copied: clipboard, day: dayOfColumn(week, column), agentOf }, newId))
    },
    duplicate: (ids) => run(duplicateShifts(plan(), { ids, daysLater: 1 }, newId)),
    add({ agentId, column, startMinute, endMinute }) {
      const times = startMinute === null ? USUAL : { startMinute, endMinute: endMinute ?? startMinute + SHORT_MINUTES }
      run(addShifts(plan(), [{ agentId, day: dayOfColumn(week, column), ...times }], newId))
    },
    addAll: (drafts) => run(addShifts(plan(), drafts, newId)),
    open: (id) => openForm(id),
    preview(_, shifts) {
      before ??= rateOf(live)
      live.preview(shifts)
      const after = rateOf(live)
      const column = columnOf(week, shifts[0]!.day)
      const day = column === null || column < 0 ? '' : format.dayName(dayOfWeekOf(dateOfColumn(week, column)), 'short')
      return dragWords({ shift: shifts[0]!, day, pointsGained: before === null || after === null ? null : after - before }, format)
    },
    cancelPreview() {
      before = null
      live.follow(plan())
    },
  }
}

interface AskedEdit {
  readonly edit: DragEdit
  readonly ids: readonly string[]
  readonly agents: readonly (string | null)[]
}

function stepOf(plan: Plan, { edit, ids, agents }: AskedEdit): PlanStep | null {
  switch (edit.kind) {
    case 'move':
      return moveShifts(plan, { ids, minutes: edit.minutes, agentOf: (shift) => agentOfRow(agents, shift.agentId, edit.rows) }, newId)
    case 'resize':
      return resizeShifts(plan, { ids, edge: edit.edge, minutes: edit.minutes }, newId)
    case 'draw':
      return addShifts(plan, [edit.draft], newId)
  }
}

/** 0-100; null: nobody is expected. */
export function rateOf(live: LivePrediction): number | null {
  const { visitors, covered } = live.week().totals
  return visitors > 0 ? (100 * covered) / visitors : null
}
