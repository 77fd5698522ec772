import { copyWeek, shiftsOfWeek } from '../../../../../shared/plan/edits/copy-week.ts'
import { datedDays } from '../../../../../shared/plan/starting-points.ts'
import { formatLocalDate } from '../../../../../shared/time/local.ts'
import type { Formatter } from '../../../../format/formatter.ts'
import { showToast } from '../../../../kit/toast.tsx'
import { showEditToast } from '../board/edit-toast.ts'
import { newEnd } from '../board/who-got-what.ts'
import type { Editor } from '../store/editor-store.ts'

interface CopyWeekTo {
  /** Day numbers of the calendar on which weeks begin. */
  readonly fromDay: number
  readonly toDays: readonly number[]
  readonly replace: boolean
}

/** Copies a week of the open plan to others as one step, and says what was copied and what it took the place of. */
export function copyWeekTo(editor: Editor, { fromDay, toDays, replace }: CopyWeekTo, format: Formatter): void {
  const { planBoard: t } = format.texts
  const before = editor.store.getState()
  const step = copyWeek(before.history.plan, { fromDay, toDays, replace }, () => crypto.randomUUID())
  if (step === null) {
    showToast({ text: t.noShiftsInWeek({ date: format.date(formatLocalDate(fromDay), 'short') }) })
    return
  }
  editor.run(step)
  const weeks = toDays.filter((day) => day !== fromDay)
  const agents = new Set(step.added.flatMap(({ agentId }) => agentId ?? [])).size
  const texts = [
    t.weekCopied({
      count: step.added.length,
      agents,
      weeks: weeks.length,
      date: format.date(formatLocalDate(Math.min(...weeks)), 'short'),
    }),
    ...(step.removed.length === 0 ? [] : [t.replaced({ count: step.removed.length })]),
    ...newEnd(before, editor.store.getState(), format),
  ]
  showEditToast(editor, texts.join(' '), format)
}

/** Copies the week before the shown one here; where it has shifts already, it asks first what is to become of them. */
export function copyLastWeek(editor: Editor, format: Formatter): void {
  const { history, week } = editor.store.getState()
  const toDay = week.board.firstDay
  const fromDay = toDay - 7
  const isTaken = shiftsOfWeek(history.plan, toDay).length > 0 && shiftsOfWeek(history.plan, fromDay).length > 0
  if (isTaken) editor.openDialog({ kind: 'copy-week', fromDay, toDay })
  else copyWeekTo(editor, { fromDay, toDays: [toDay], replace: false }, format)
}

/** Copies the last week in which the plan has shifts to the shown one. */
export function copyLastPlanned(editor: Editor, format: Formatter): void {
  const { history, week } = editor.store.getState()
  const extent = datedDays(history.plan)
  if (extent === null) return
  const toDay = week.board.firstDay
  const weeks = Math.ceil((toDay - extent.lastDay) / 7)
  copyWeekTo(editor, { fromDay: toDay - 7 * weeks, toDays: [toDay], replace: false }, format)
}
