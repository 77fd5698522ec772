import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { useFormat } from '../../format/format-context.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { reportOf } from '../errors/error-report.ts'
import { useRouting } from '../routing/use-route.tsx'

interface WorkspaceFailureProps {
  readonly error: unknown
  readonly retry: () => void
}

/** Stands where a workspace cannot be opened. One that is gone is not tried again: the start page knows where to go on. */
export function WorkspaceFailure({ error, retry }: WorkspaceFailureProps): ReactNode {
  const { texts } = useFormat()
  const { go } = useRouting()
  const report = reportOf(error)
  return (
    <ErrorNotice report={report}>
      {report.code === 'not-found' ? (
        <Button kind="primary" onPress={() => go({ page: 'start' }, 'replace')}>
          {texts.workspaces.openLast}
        </Button>
      ) : (
        <Button onPress={retry}>{texts.app.tryAgain}</Button>
      )}
    </ErrorNotice>
  )
}
