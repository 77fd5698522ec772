import type { ReactNode } from 'react'
import './drop-frame.css'

/** Covers the window while a file is dragged over it, and says what a drop does. */
export function DropFrame({ isDragged, label }: { readonly isDragged: boolean; readonly label: string }): ReactNode {
  return isDragged ? <div className="drop-frame">{label}</div> : null
}
