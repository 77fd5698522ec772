import { CircleAlert, CloudOff } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ErrorReport } from '../../shared/foundation/errors.ts'
import './error-notice.css'

interface ErrorNoticeProps {
  readonly report: ErrorReport
  /** Buttons that do what the report says to do. */
  readonly children?: ReactNode
  /** Offline is an ordinary state: said calmly. */
  readonly calm?: boolean
}

/** A failure in three parts: what happened, what was kept, what to do, with buttons that do it. */
export function ErrorNotice({ report, children, calm = false }: ErrorNoticeProps): ReactNode {
  return (
    <div className={calm ? 'error-notice error-notice-calm' : 'error-notice'} role={calm ? 'status' : 'alert'}>
      {calm ? <CloudOff size={16} aria-hidden /> : <CircleAlert size={16} aria-hidden />}
      <div className="error-notice-text">
        <p className="error-notice-message">{report.message}</p>
        {report.kept === undefined ? null : <p>{report.kept}</p>}
        {report.next === undefined ? null : <p>{report.next}</p>}
        {children === undefined ? null : <div className="error-notice-actions">{children}</div>}
      </div>
    </div>
  )
}
