import { Clock, CloudOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { useClock } from '../../format/use-clock.ts'
import { useFormat } from '../../format/format-context.tsx'
import { asOf, isOffline } from '../../workspace/sync-words.ts'
import { useWorkspace } from '../../workspace/workspace-context.tsx'
import type { Forecast } from './forecast-types.ts'

/** With fewer weeks of history a forecast says little. */
const FEW_WEEKS = 4

/** What makes the forecast less good than it could be, and what would help. */
export function ForecastNotices({ forecast }: { readonly forecast: Forecast }): ReactNode {
  const format = useFormat()
  const clock = useClock()
  const { overview, sync } = useWorkspace()
  const now = overview?.now === null || overview === undefined ? null : Date.parse(overview.now)
  const { job } = sync
  const isRunning = job?.state === 'running'
  const offline = job?.state === 'failed' && isOffline(job)
  const stale = now !== null && asOf({ now, clock, timeZone: forecast.range.timeZone }, format).stale
  const { weeksObserved } = forecast
  return (
    <>
      {weeksObserved < FEW_WEEKS ? (
        <p className="forecast-notice">
          <Clock size={16} aria-hidden />
          Only {weeksObserved === 1 ? 'one week' : `${weeksObserved} weeks`} of history {weeksObserved === 1 ? 'is' : 'are'} known, so the bands are wide and little can be said. From four weeks on it gets better.
        </p>
      ) : null}
      {stale && !isRunning ? (
        <p className="forecast-notice">
          {offline ? <CloudOff size={16} aria-hidden /> : <Clock size={16} aria-hidden />}
          <span>
            {offline ? 'The source is not reached. ' : ''}What came after {format.instant(now, forecast.range.timeZone)} is not known to this forecast.
          </span>
          <Button kind="link" onPress={() => sync.start()} isDisabled={sync.isStarting}>
            {offline ? 'Try again' : 'Sync now'}
          </Button>
        </p>
      ) : null}
    </>
  )
}
