import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

export interface TooltipTarget {
  readonly element: HTMLElement
  readonly lines: readonly string[]
}

const GAP = 8

/** A sentence above (or, where there is no room, below) what it is about. */
export function Tooltip({ target }: { readonly target: TooltipTarget | null }): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (target === null || box.current === null) return
    const about = target.element.getBoundingClientRect()
    const own = box.current.getBoundingClientRect()
    const above = about.top - own.height - GAP
    const left = about.left + about.width / 2 - own.width / 2
    box.current.style.top = `${above >= GAP ? above : about.bottom + GAP}px`
    box.current.style.left = `${Math.max(GAP, Math.min(left, innerWidth - own.width - GAP))}px`
  }, [target])
  if (target === null) return null
  // What it says is the accessible name of its target already.
  return createPortal(
    <div ref={box} className="tooltip tooltip-floating" aria-hidden>
      {target.lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>,
    document.body,
  )
}
