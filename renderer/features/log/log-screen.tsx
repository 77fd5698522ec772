import { useQuery } from '@tanstack/react-query'
import { Copy, RefreshCw } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { reportOf } from '../../errors/error-report.ts'
import { useTRPC } from '../../rpc.ts'

const LINES = 500

/** The last lines of the log, for whoever helps when something went wrong. */
export function LogScreen(): ReactNode {
  const trpc = useTRPC()
  const { data, error, refetch, isFetching } = useQuery(trpc.app.log.queryOptions({ lines: LINES }, { staleTime: 0 }))
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText((data ?? []).join('\n'))
    setCopied(true)
  }
  return (
    <div className="screen screen-wide">
      <header className="screen-head">
        <h1>Log</h1>
        <div className="settings-actions">
          <output>{copied ? 'Copied.' : null}</output>
          <Button icon={<Copy size={14} aria-hidden />} onPress={() => void copy()} isDisabled={!data?.length}>
            Copy
          </Button>
          <Button icon={<RefreshCw size={14} aria-hidden />} onPress={() => void refetch()} isDisabled={isFetching}>
            Read again
          </Button>
        </div>
      </header>
      <p className="quiet">What Covercast did, newest last. Passwords and visitors never stand in it.</p>
      {error === null ? null : <ErrorNotice report={reportOf(error)} />}
      {data === undefined ? (
        error === null ? <Skeleton words="Reading the log" heights={[320]} /> : null
      ) : data.length === 0 ? (
        <EmptyState title="The log is empty">
          <p>Lines appear once Covercast has done something.</p>
        </EmptyState>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so it must be reachable by keyboard
        <section className="log-lines" tabIndex={0} aria-label="Lines of the log">
          <pre>{data.join('\n')}</pre>
        </section>
      )}
    </div>
  )
}
