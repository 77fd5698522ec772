import type { Editor } from '../store/editor-store.ts'

/** Brings the keyboard to a shift on the board, into sight. */
export function focusShift({ setActive }: Editor, id: string): void {
  setActive({ kind: 'shift', id })
  // It may have yet to be drawn.
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`.board [data-shift="${CSS.escape(id)}"]`)?.focus())
}
