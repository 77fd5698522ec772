import type { ReactNode } from 'react'
import { currentFormat } from '../format/format-context.tsx'

export interface Figure {
  readonly label: string
  readonly value: string
  readonly note: string | null
}

/** A document's answer in large figures, with notes. */
export function Figures({
  figures,
  children,
}: {
  readonly figures: readonly Figure[]
  readonly children?: ReactNode
}): ReactNode {
  return (
    <section className="part part-whole">
      <h2>{currentFormat().texts.paper.inShort}</h2>
      <dl className="figures">
        {figures.map(({ label, value, note }) => (
          <div key={label} className="figure">
            <dt>{label}</dt>
            <dd className="figure-value">{value}</dd>
            {note === null ? null : <dd className="figure-note">{note}</dd>}
          </div>
        ))}
      </dl>
      {children}
    </section>
  )
}
