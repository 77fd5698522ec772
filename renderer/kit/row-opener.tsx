import { useState, type KeyboardEvent, type ReactNode } from 'react'
import './row-opener.css'

/** What a key adds to the place of the row that has the focus. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
}

/** Which row is the one stop of the Tab key: the one that had the focus last, else the open one, else the first. */
export function useRowStop(rows: readonly { readonly id: string }[], openId: string | null) {
  const [focusedId, setFocusedId] = useState<string | null>(null)
  const isListed = (id: string | null): boolean => rows.some((row) => row.id === id)
  const stopId = isListed(focusedId) ? focusedId : isListed(openId) ? openId : rows[0]?.id
  return { stopId, onFocus: setFocusedId }
}

interface RowOpenerProps {
  readonly id: string
  readonly className: string
  readonly isOpen: boolean
  readonly isStop: boolean
  readonly onOpen: (id: string) => void
  readonly onFocus: (id: string) => void
  /** Data, such as a person's name. */
  readonly children: string
}

/** The name in an `open-row`, which opens what the row is about wherever the row is pressed. Arrows lead to the other rows. */
export function RowOpener({ id, className, isOpen, isStop, onOpen, onFocus, children }: RowOpenerProps): ReactNode {
  return (
    <button
      type="button"
      className={`row-opener ${className}`}
      translate="no"
      aria-current={isOpen ? 'true' : undefined}
      tabIndex={isStop ? 0 : -1}
      onClick={() => onOpen(id)}
      onFocus={() => onFocus(id)}
      onKeyDown={step}
    >
      {children}
    </button>
  )
}

/** Moves the focus to another row. */
function step(event: KeyboardEvent<HTMLButtonElement>): void {
  const by = STEPS[event.key]
  if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  const names = [...(event.currentTarget.closest('tbody')?.querySelectorAll<HTMLElement>('.row-opener') ?? [])]
  const place = names.indexOf(event.currentTarget)
  names[Math.min(Math.max(place + by, 0), names.length - 1)]?.focus()
}
