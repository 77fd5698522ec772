import { useQueries } from '@tanstack/react-query'
import { useTRPC } from '../../app/rpc/client.ts'
import { poolIdOf, type PoolChoice } from '../../app/pools/pool-choice.ts'
import { useNewerRevision } from '../../app/rpc/what-changes-what.ts'
import { useWorkspace } from '../../app/workspace/workspace-context.tsx'
import type { Forecast, ForecastInput } from './forecast-types.ts'
import type { SlotLength } from './forecast-view.ts'

interface ForecastsRequest {
  /** Local dates on which the weeks begin. */
  readonly weeks: readonly string[]
  readonly chosen: string
  readonly pool: PoolChoice
  readonly slotMinutes: SlotLength
}

interface Forecasts {
  readonly input: ForecastInput
  /** In the order of the weeks; undefined: not there yet. */
  readonly forecasts: readonly (Forecast | undefined)[]
  readonly error: unknown
  readonly isFetching: boolean
  readonly retry: () => void
}

/** What is expected of several weeks, computed anew whenever a sync changed what they rest on. */
export function useForecasts({ weeks, chosen, pool, slotMinutes }: ForecastsRequest): Forecasts {
  const trpc = useTRPC()
  const { workspaceId, overview, sync } = useWorkspace()
  const inputOf = (week: string): ForecastInput => ({ workspaceId, week, poolId: poolIdOf(pool), slotMinutes })
  const results = useQueries({
    queries: weeks.map((week) =>
      trpc.forecast.week.queryOptions(inputOf(week), { staleTime: Number.POSITIVE_INFINITY }),
    ),
  })
  const shown = results[weeks.indexOf(chosen)]
  useNewerRevision({
    revision: shown?.data?.revision,
    newest: overview?.revision ?? 0,
    isSyncing: sync.job?.state === 'running',
  })
  return {
    input: inputOf(chosen),
    forecasts: results.map(({ data }) => data),
    error: results.find(({ error }) => error !== null)?.error ?? null,
    isFetching: shown?.isFetching ?? false,
    retry: () => results.forEach(({ error, refetch }) => (error === null ? undefined : void refetch())),
  }
}
