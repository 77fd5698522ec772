import { Clock, CloudOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { useClock } from '../../format/use-clock.ts'
import { useFormat } from '../../format/format-context.tsx'
import { figuresAgeText, isOffline } from '../../app/sync/sync-text.ts'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import type { Forecast } from './forecast-types.ts'

/** With fewer weeks of history a forecast says little. */
const FEW_WEEKS = 4

/** What makes the forecast less good than it could be, and what would help. */
export function ForecastNotices({ forecast }: { readonly forecast: Forecast }): ReactNode {
  const format = useFormat()
  const t = format.texts.forecast
  const clock = useClock()
  const { overview, sync } = useWorkspace()
  const now = overview?.now === null || overview === undefined ? null : Date.parse(overview.now)
  const { job } = sync
  const isRunning = job?.state === 'running'
  const offline = job?.state === 'failed' && isOffline(job)
  const stale = now !== null && figuresAgeText({ now, clock, timeZone: forecast.range.timeZone }, format).stale
  const { weeksObserved } = forecast
  return (
    <>
      {weeksObserved < FEW_WEEKS ? (
        <p className="forecast-notice">
          <Clock size={16} aria-hidden />
          {t.fewWeeks({ count: weeksObserved })}
        </p>
      ) : null}
      {stale && !isRunning ? (
        <p className="forecast-notice">
          {offline ? <CloudOff size={16} aria-hidden /> : <Clock size={16} aria-hidden />}
          <span>
            {offline ? `${t.offline} ` : ''}
            {t.stale({ time: format.instant(now, forecast.range.timeZone) })}
          </span>
          <Button kind="link" onPress={() => sync.start()} isDisabled={sync.isStarting}>
            {offline ? format.texts.app.tryAgain : format.texts.app.syncNow}
          </Button>
        </p>
      ) : null}
    </>
  )
}
