import type { ReactNode } from 'react'
import './key-figures.css'

interface KeyFigure {
  readonly label: string
  readonly value: string
  /** Beside the value; null: nothing. */
  readonly note: string | null
}

/** The few figures that answer a screen's question, in a row. */
export function KeyFigures({ figures }: { readonly figures: readonly KeyFigure[] }): ReactNode {
  return (
    <dl className="key-figures">
      {figures.map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {note === null ? null : <span className="key-figures-note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
