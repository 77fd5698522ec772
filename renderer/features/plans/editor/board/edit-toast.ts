import { stepToUndo } from '../../../../../shared/plan/history.ts'
import type { Formatter } from '../../../../format/formatter.ts'
import { showToast } from '../../../../kit/toast.tsx'
import type { Editor } from '../store/editor-store.ts'

/** Ends the one that is shown. */
let shown: (() => void) | null = null

/** Says what the last step did, with Undo; it goes as soon as the plan is another, so that Undo always means this step. */
export function showEditToast({ store, undo }: Editor, text: string, { texts }: Formatter): void {
  const { plan } = store.getState().history
  if (stepToUndo(store.getState().history) === null) return
  closeEditToast()
  const toast = showToast({ text, action: { label: texts.planBoard.undo, run: undo } })
  const stop = store.subscribe((state) => {
    if (state.history.plan !== plan) closeEditToast()
  })
  shown = () => {
    stop()
    toast.close()
  }
}

/** Undo of a plan that is left would change it out of sight. */
export function closeEditToast(): void {
  shown?.()
  shown = null
}
