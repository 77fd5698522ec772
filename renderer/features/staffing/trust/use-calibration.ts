import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTRPC } from '../../../app/rpc/client.ts'
import type { Calibration, TriedWeek } from '../staffing-types.ts'

const POLL_MS = 1000

export interface CalibrationProgress {
  readonly weeks: readonly TriedWeek[]
  /** 0: not known yet. */
  readonly of: number
}

interface CalibrationRequest {
  readonly workspaceId: string
  readonly timeZone: string
  readonly revision: number
  /** undefined: all pools; null: visits without a pool. */
  readonly poolId: string | null | undefined
}

interface CalibrationState {
  /** null: not known yet. */
  readonly outcome: Calibration | null
  /** How far trying past weeks is; null: it has not begun, or is over. */
  readonly progress: CalibrationProgress | null
  readonly error: unknown
  readonly retry: () => void
}

/** How past weeks would have been predicted: tried in the background, and again when there is more to know. */
export function useCalibration({ workspaceId, timeZone, revision, poolId }: CalibrationRequest): CalibrationState {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const key = trpc.recommend.calibration.queryKey({ workspaceId })
  const { data: job } = useQuery(
    trpc.recommend.calibration.queryOptions(
      { workspaceId, poolId },
      {
        placeholderData: keepPreviousData,
        staleTime: 0,
        refetchInterval: ({ state }) => (state.data?.state === 'running' ? POLL_MS : false),
      },
    ),
  )
  const { mutate: start, error } = useMutation(
    trpc.recommend.startCalibration.mutationOptions({
      onSuccess: () => void queries.invalidateQueries({ queryKey: key }),
    }),
  )
  useEffect(() => {
    // Where it was done with all that is known, this only says so.
    start({ workspaceId, timeZone })
  }, [start, workspaceId, timeZone, revision])
  return {
    outcome: job?.state === 'done' ? job.outcome : null,
    progress: job?.state === 'running' ? (job.progress ?? { weeks: [], of: 0 }) : null,
    error: error ?? (job?.state === 'failed' ? job.error : null),
    retry: () => start({ workspaceId, timeZone }),
  }
}
