import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useTexts } from '../../../../format/format-context.tsx'
import { useEditor, useEditorState } from '../store/editor-context.ts'
import { LEAST_NAME_WIDTH, MOST_NAME_WIDTH } from './board-size.ts'

const KEY_STEP = 16

/** The edge of the column of names, to be dragged or moved by arrow keys. */
export function NameResizer(): ReactNode {
  const t = useTexts('planBoard')
  const { setNameWidth } = useEditor()
  const width = useEditorState(({ nameWidth }) => nameWidth)
  const held = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    held.current = { x: event.clientX, width }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = ({ clientX }: PointerEvent<HTMLDivElement>): void => {
    if (held.current !== null) setNameWidth(held.current.width + clientX - held.current.x)
  }
  const onEnd = (): void => void (held.current = null)
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    setNameWidth(width + (event.key === 'ArrowLeft' ? -KEY_STEP : KEY_STEP))
  }
  return (
    // A separator that can be moved is a widget, and takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="name-resizer"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a rule between texts could not be moved
      role="separator"
      aria-orientation="vertical"
      aria-label={t.nameWidth}
      aria-valuenow={width}
      aria-valuemin={LEAST_NAME_WIDTH}
      aria-valuemax={MOST_NAME_WIDTH}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onEnd}
      onPointerCancel={onEnd}
      onKeyDown={onKeyDown}
    />
  )
}
