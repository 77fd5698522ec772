import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { TriangleAlert, X } from 'lucide-react'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { coveragePercent } from '../../../shared/foundation/rate.ts'
import type { Outputs } from '../rpc/procedures.ts'
import { Button } from '../../kit/button.tsx'
import { useFormat } from '../../format/format-context.tsx'
import type { Formatter } from '../../format/formatter.ts'
import { useRouting } from '../routing/use-route.tsx'
import { useTRPC } from '../rpc/client.ts'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import '../../kit/banner.css'
import './low-coverage.css'
import { useInvalidate } from '../rpc/what-changes-what.ts'

type Low = NonNullable<Outputs['today']['alert']>

const POLL_MS = 30_000

/** "Coverage has been low since 14:05: in the hour before 15:15, 12 of 60 visitors were missed (80% covered, target 90%)." */
export function lowText({ since, until, visitors, covered, target }: Low, timeZone: string, format: Formatter): string {
  const rate = format.rate(coveragePercent({ visitors, covered }, 100))
  const time = (iso: string): string => format.time(Date.parse(iso), timeZone)
  return format.texts.app.lowCoverage({
    since: time(since),
    until: time(until),
    missed: format.count(visitors - covered),
    count: visitors,
    rate,
    target: format.rate(target),
  })
}

/** Says on every screen that coverage is low, where the host has no notifications of the system to say it with. Once an episode, until it is dismissed or over; never in quiet hours. */
export function LowCoverageBanner(): ReactNode {
  const format = useFormat()
  const t = format.texts.app
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
          <p>{lowText(low, overview.timeZone, format)}</p>
          <Button kind="quiet" onPress={() => go({ page: 'workspace', workspaceId, screen: 'today', params: {} })}>
            {t.viewToday}
          </Button>
          <Button
            kind="quiet"
            icon={<X size={14} aria-hidden />}
            aria-label={t.dismissAlert}
            onPress={() => dismiss.mutate({ workspaceId })}
          />
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
      if (alert?.contains(document.activeElement) === true)
        document.getElementById('main')?.focus({ preventScroll: true })
    }
  }, [])
  return (
    <div className="banner" ref={place}>
      {children}
    </div>
  )
}
