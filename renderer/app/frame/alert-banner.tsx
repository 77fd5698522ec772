import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { TriangleAlert, X } from 'lucide-react'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { alertFigures, alertTitle } from '../../../shared/alerts/alert-text.ts'
import type { Outputs } from '../rpc/procedures.ts'
import { Button } from '../../kit/button.tsx'
import { useFormat } from '../../format/format-context.tsx'
import type { Formatter } from '../../format/formatter.ts'
import { useRouting } from '../routing/use-route.tsx'
import { useTRPC } from '../rpc/client.ts'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import '../../kit/banner.css'
import './alert-banner.css'
import { useInvalidate } from '../rpc/what-changes-what.ts'

export type ActiveAlert = Outputs['alerts']['active'][number]

const POLL_MS = 30_000
/** More at once are a number. */
const MOST_SHOWN = 3

/** "Coverage of Sales is low: 12 of 60 visitors missed in the 60 minutes before 15:15 (80% covered, target 90%). Since 14:05." */
export function alertSentence(alert: ActiveAlert, timeZone: string, format: Formatter): string {
  return format.texts.app.alert({
    title: alertTitle(alert, format),
    figures: alertFigures(alert.figures, { timeZone, format }),
    since: format.time(Date.parse(alert.since), timeZone),
  })
}

/** Says on every screen what is wrong, where the host has no notifications of the system to say it with. Once an episode, until it is dismissed or over; never in quiet hours. */
export function AlertBanner(): ReactNode {
  const trpc = useTRPC()
  const { route } = useRouting()
  const { workspaceId, overview } = useWorkspace()
  const notifies = useQuery(trpc.app.info.queryOptions()).data?.capabilities.notifies ?? true
  const query = trpc.alerts.active.queryOptions({ workspaceId }, { enabled: !notifies, refetchInterval: POLL_MS })
  const active = (useQuery(query).data ?? []).filter(({ isAlert }) => isAlert)
  // Today's own screen says it in its place.
  const isToday = route.page === 'workspace' && route.screen === 'today'
  const isShown = !notifies && !isToday && active.length > 0 && overview !== undefined
  return (
    // There from the start, so that what comes into it is read out.
    <div className="alert-place" aria-live="polite">
      {isShown ? <Alert alerts={active} timeZone={overview.timeZone} /> : null}
    </div>
  )
}

/** Whichever way it goes, the focus that was in it goes to the screen below, and the keyboard goes on from there. */
function Alert({
  alerts,
  timeZone,
}: {
  readonly alerts: readonly ActiveAlert[]
  readonly timeZone: string
}): ReactNode {
  const format = useFormat()
  const t = format.texts.app
  const trpc = useTRPC()
  const { go } = useRouting()
  const { workspaceId } = useWorkspace()
  const queries = useQueryClient()
  const invalidate = useInvalidate()
  const query = trpc.alerts.active.queryOptions({ workspaceId })
  const dismiss = useMutation(
    trpc.alerts.dismiss.mutationOptions({
      onMutate: async ({ ruleId, subject }) => {
        await queries.cancelQueries(query)
        queries.setQueryData(query.queryKey, (shown) =>
          shown?.filter((one) => one.ruleId !== ruleId || one.subject !== subject),
        )
      },
      onSettled: async () => invalidate('alert'),
    }),
  )
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const alert = place.current
    return () => {
      if (alert?.contains(document.activeElement) === true)
        document.getElementById('main')?.focus({ preventScroll: true })
    }
  }, [])
  const dismissAll = (): void => {
    for (const { ruleId, subject } of alerts) dismiss.mutate({ workspaceId, ruleId, subject })
  }
  return (
    <div className="banner" ref={place}>
      <TriangleAlert size={16} aria-hidden />
      <div className="alert-texts">
        {alerts.slice(0, MOST_SHOWN).map((alert) => (
          <p key={`${alert.ruleId}/${alert.subject}`}>{alertSentence(alert, timeZone, format)}</p>
        ))}
        {alerts.length > MOST_SHOWN ? <p>{t.moreNotes({ count: alerts.length - MOST_SHOWN })}</p> : null}
      </div>
      <Button kind="quiet" onPress={() => go({ page: 'workspace', workspaceId, screen: 'today', params: {} })}>
        {t.viewToday}
      </Button>
      <Button
        kind="quiet"
        icon={<X size={14} aria-hidden />}
        aria-label={t.dismissAlert({ count: alerts.length })}
        onPress={dismissAll}
      />
    </div>
  )
}
