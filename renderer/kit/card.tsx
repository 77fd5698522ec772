import type { ReactNode, Ref } from 'react'
import './card.css'

/** `answer`: figures and sentences; `figure`: a chart or a grid below its head; `form`: fields. */
export type CardKind = 'answer' | 'figure' | 'form'

interface CardProps {
  readonly kind: CardKind
  /** What those hear who do not see it; a card with a heading is named by that. */
  readonly label?: string
  /** The id of its heading. */
  readonly labelledBy?: string
  /** Beside the look that all cards have. */
  readonly className?: string
  readonly isBusy?: boolean
  readonly ref?: Ref<HTMLElement>
  readonly children: ReactNode
}

/** A part of a screen in a frame of its own. */
export function Card({ kind, label, labelledBy, className, isBusy, ref, children }: CardProps): ReactNode {
  return (
    <section
      className={cardClass(kind, className)}
      aria-label={label}
      aria-labelledby={labelledBy}
      aria-busy={isBusy}
      ref={ref}
    >
      {children}
    </section>
  )
}

/** The classes of a card, for forms and list items that are one themselves. */
export function cardClass(kind: CardKind, className?: string): string {
  return className === undefined ? `card card-${kind}` : `card card-${kind} ${className}`
}

/** The first line of a card: its heading, and what belongs beside it. */
export function CardHead({ children }: { readonly children: ReactNode }): ReactNode {
  return <header className="card-head">{children}</header>
}
