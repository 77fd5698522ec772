import type { ReactNode } from 'react'
import type { StackedBarsInput } from '../../charts/stacked-bars.ts'
import { useTexts } from '../../format/format-context.tsx'

interface ChartKeyProps {
  readonly line: StackedBarsInput['line']
  readonly note: string | null
}

/** What the colors of bars mean, and the line over them. */
export function ChartKey({ line, note }: ChartKeyProps): ReactNode {
  const t = useTexts('coverage')
  return (
    <p className="chart-key">
      <span className="card-key card-key-covered" aria-hidden /> <span>{t.covered}</span>
      <span className="card-key card-key-missed" aria-hidden /> <span>{t.missed}</span>
      {line === null ? null : (
        <>
          <span className={`chart-key-line chart-key-${line.colour}`} aria-hidden /> {line.name}
        </>
      )}
      {note === null ? null : <span>{note}</span>}
    </p>
  )
}
