import type { ReactNode } from 'react'
import { reportOf } from '../errors/error-report.ts'
import './action-failure.css'

/** What became of a button's work, beside the button: what happened, what was kept, what to do. */
export function ActionFailure({ error }: { readonly error: unknown }): ReactNode {
  const { message, kept, next } = reportOf(error)
  return (
    <span className="action-failure" role="alert">
      <span className="action-failure-message">{message}</span>{' '}
      {[kept, next].filter((text) => text !== undefined).join(' ')}
    </span>
  )
}
