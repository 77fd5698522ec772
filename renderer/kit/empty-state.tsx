import type { ReactNode } from 'react'
import './empty-state.css'

interface EmptyStateProps {
  readonly title: string
  readonly children: ReactNode
  readonly actions?: ReactNode
}

/** What stands where there is nothing to show: why, and the next step. */
export function EmptyState({ title, children, actions }: EmptyStateProps): ReactNode {
  return (
    <section className="empty-state">
      <h2>{title}</h2>
      <div className="empty-state-text">{children}</div>
      {actions === undefined ? null : <div className="empty-state-actions">{actions}</div>}
    </section>
  )
}
