import { useQuery } from '@tanstack/react-query'
import { Copy, RefreshCw } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { Skeleton } from '../../kit/skeleton.tsx'
import { CrashDialog } from '../../app/frame/crash-dialog.tsx'
import { reportOf } from '../../app/errors/error-report.ts'
import { useTexts } from '../../format/format-context.tsx'
import { useTRPC } from '../../app/rpc/client.ts'

const LINES = 500

/** The last lines of the log, for whoever helps when something went wrong. */
export function LogScreen(): ReactNode {
  const t = useTexts('log')
  const crash = useTexts('crash')
  const trpc = useTRPC()
  const { data, error, refetch, isFetching } = useQuery(trpc.app.log.queryOptions({ lines: LINES }, { staleTime: 0 }))
  const [copied, setCopied] = useState(false)
  const [showsCrashes, setShowsCrashes] = useState(false)
  const { data: crashes = [] } = useQuery(trpc.app.crashReports.queryOptions())
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText((data ?? []).join('\n'))
    setCopied(true)
  }
  return (
    <div className="screen screen-wide">
      <header className="screen-head">
        <h1>{t.title}</h1>
        <div className="settings-actions">
          <output>{copied ? t.copied : null}</output>
          {crashes.length === 0 ? null : <Button onPress={() => setShowsCrashes(true)}>{crash.reports}</Button>}
          <Button icon={<Copy size={14} aria-hidden />} onPress={() => void copy()} isDisabled={!data?.length}>
            {t.copy}
          </Button>
          <Button icon={<RefreshCw size={14} aria-hidden />} onPress={() => void refetch()} isDisabled={isFetching}>
            {t.refresh}
          </Button>
        </div>
      </header>
      <p className="quiet">{t.text}</p>
      {showsCrashes ? <CrashDialog reports={crashes} onClose={() => setShowsCrashes(false)} /> : null}
      {error === null ? null : <ErrorNotice report={reportOf(error)} />}
      {data === undefined ? (
        error === null ? (
          <Skeleton label={t.loading} heights={[320]} />
        ) : null
      ) : data.length === 0 ? (
        <EmptyState title={t.emptyTitle}>
          <p>{t.empty}</p>
        </EmptyState>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so it must be reachable by keyboard
        <section className="log-lines" tabIndex={0} aria-label={t.lines}>
          <pre translate="no">{data.join('\n')}</pre>
        </section>
      )}
    </div>
  )
}
