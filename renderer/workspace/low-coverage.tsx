import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { TriangleAlert, X } from 'lucide-react'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../electron/backend/router.ts'
import { Button } from '../components/button.tsx'
import { useFormat } from '../format/format-context.tsx'
import type { Formatter } from '../format/formatter.ts'
import { useRouting } from '../routing/use-route.tsx'
import { useTRPC } from '../rpc.ts'
import { useWorkspace } from './workspace-context.tsx'
import './low-coverage.css'
import { useInvalidate } from './what-changes-what.ts'

type Low = NonNullable<inferRouterOutputs<AppRouter>['today']['alert']>

const POLL_MS = 30_000

/** "Coverage is low since 14:05: 12 of 60 visitors in the hour before 15:15 found nobody (80 % covered, the target is 90 %)." */
export function lowWords({ since, until, visitors, covered, target }: Low, timeZone: string, format: Formatter): string {
  const rate = format.rate(visitors === 0 ? 100 : (100 * covered) / visitors)
  const time = (iso: string): string => format.time(Date.parse(iso), timeZone)
  return `Coverage is low since ${time(since)}: ${format.count(visitors - covered)} of ${format.visitors(visitors)} in the hour before ${time(until)} found nobody (${rate} covered, the target is ${format.rate(target)}).`
}

/** Says on every screen that coverage is low, where the host has no notifications of the system to say it with. Once an episode, until it is dismissed or over; never in quiet hours. */
export function LowCoverageBanner(): ReactNode {
  const format = useFormat()
  const trpc = useTRPC()
  const { route, go } = useRouting()
  const { workspaceId, overview } = useWorkspace()
  const notifies = useQuery(trpc.app.info.queryOptions()).data?.capabilities.notifies ?? true
  const queries = useQueryClient()
  const invalidate = useInvalidate()
  const query = trpc.today.alert.queryOptions({ workspaceId }, { enabled: !notifies, refetchInterval: POLL_MS })
  const { data: low } = useQuery(query)
  const dismiss = useMutation(
    trpc.today.dismissAlert.mutationOptions({
      onMutate: async () => {
        await queries.cancelQueries(query)
        queries.setQueryData(query.queryKey, null)
      },
      onSettled: async () => invalidate('alert'),
    }),
  )
  // Today's own screen says it in its place.
  const isToday = route.page === 'workspace' && route.screen === 'today'
  const isShown = !notifies && !isToday && low !== null && low !== undefined && overview !== undefined
  return (
    // There from the start, so that what comes into it is read out.
    <div className="low-coverage-place" aria-live="polite">
      {isShown ? (
        <Alert>
          <TriangleAlert size={16} aria-hidden />
          <p>{lowWords(low, overview.timeZone, format)}</p>
          <Button kind="quiet" onPress={() => go({ page: 'workspace', workspaceId, screen: 'today', params: {} })}>
            Look at today
          </Button>
          <Button kind="quiet" icon={<X size={14} aria-hidden />} aria-label="Dismiss the alert" onPress={() => dismiss.mutate({ workspaceId })} />
        </Alert>
      ) : null}
    </div>
  )
}

/** Whichever way it goes, the focus that was in it goes to the screen below, and the keyboard goes on from there. */
function Alert({ children }: { readonly children: ReactNode }): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const alert = place.current
    return () => {
      if (alert?.contains(document.activeElement) === true) document.getElementById('main')?.focus({ preventScroll: true })
    }
  }, [])
  return (
    <div className="low-coverage" ref={place}>
      {children}
    </div>
  )
}
