import { useQuery } from '@tanstack/react-query'
import { TriangleAlert, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../electron/backend/router.ts'
import { Button } from '../components/button.tsx'
import { useFormat } from '../format/format-context.tsx'
import type { Formatter } from '../format/formatter.ts'
import { useRouting } from '../routing/use-route.tsx'
import { useTRPC } from '../rpc.ts'
import { useWorkspace } from './workspace-context.tsx'
import './low-coverage.css'

type Low = NonNullable<inferRouterOutputs<AppRouter>['today']['alert']>

const POLL_MS = 30_000

/** "Coverage is low since 14:05: 12 of 60 visitors of the last hour found nobody (80 % covered, the target is 90 %)." */
export function lowWords({ since, visitors, covered, target }: Low, timeZone: string, format: Formatter): string {
  const rate = format.rate(visitors === 0 ? 100 : (100 * covered) / visitors)
  return `Coverage is low since ${format.time(Date.parse(since), timeZone)}: ${format.count(visitors - covered)} of ${format.visitors(visitors)} of the last hour found nobody (${rate} covered, the target is ${format.rate(target)}).`
}

/** Says on every screen that coverage is low, where the host has no notifications of the system to say it with. Once an episode, until it is dismissed or over. */
export function LowCoverageBanner(): ReactNode {
  const format = useFormat()
  const trpc = useTRPC()
  const { route, go } = useRouting()
  const { workspaceId, overview } = useWorkspace()
  const notifies = useQuery(trpc.app.info.queryOptions()).data?.capabilities.notifies ?? true
  const { data: low } = useQuery(trpc.today.alert.queryOptions({ workspaceId }, { enabled: !notifies, refetchInterval: POLL_MS }))
  const [dismissed, setDismissed] = useState<string | null>(null)
  // Today's own screen says it in its place.
  const isToday = route.page === 'workspace' && route.screen === 'today'
  const isShown = !notifies && !isToday && low !== null && low !== undefined && overview !== undefined && low.since !== dismissed
  return (
    // There from the start, so that what comes into it is read out.
    <div className="low-coverage-place" aria-live="polite">
      {isShown ? (
        <div className="low-coverage">
          <TriangleAlert size={16} aria-hidden />
          <p>{lowWords(low, overview.timeZone, format)}</p>
          <Button kind="quiet" onPress={() => go({ page: 'workspace', workspaceId, screen: 'today', params: {} })}>
            Look at today
          </Button>
          <Button kind="quiet" icon={<X size={14} aria-hidden />} aria-label="Dismiss the alert" onPress={() => setDismissed(low.since)} />
        </div>
      ) : null}
    </div>
  )
}
