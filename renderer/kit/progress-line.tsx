import type { ReactNode } from 'react'
import { ProgressBar } from 'react-aria-components'
import './progress-line.css'

interface ProgressLineProps {
  readonly label: string
  /** 0-1; null: not known yet. */
  readonly share: number | null
}

/** A thin bar of how far something has come. */
export function ProgressLine({ label, share }: ProgressLineProps): ReactNode {
  return (
    <ProgressBar
      className="progress-line"
      aria-label={label}
      isIndeterminate={share === null}
      value={(share ?? 0) * 100}
    >
      <span className="progress-line-track">
        <span
          className={share === null ? 'progress-line-fill progress-line-open' : 'progress-line-fill'}
          style={{ width: `${(share ?? 0.2) * 100}%` }}
        />
      </span>
    </ProgressBar>
  )
}
