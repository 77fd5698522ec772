import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../rpc.ts'
import type { StaffingBlock } from '../../../workspace/staffing-blocks/block-types.ts'
import { shownBlocks } from '../../../workspace/staffing-blocks/shown-blocks.ts'
import type { ReportInput } from '../use-coverage-report.ts'

export interface BlocksState {
  /** The most missed first, of all pools together or of the one that is shown; null: not known yet. */
  readonly blocks: readonly StaffingBlock[] | null
  /** Other dates or another pool are being looked at. */
  readonly isChanging: boolean
  readonly error: unknown
  readonly retry: () => void
}

/** Which hours to staff better, as the figures of the screen show it. The organization's own country rule holds. */
export function useBlocks({ workspaceId, from, to, timeZone, poolId }: ReportInput, isWanted: boolean): BlocksState {
  const trpc = useTRPC()
  const { data, error, isPlaceholderData, refetch } = useQuery(
    trpc.recommend.blocks.queryOptions({ workspaceId, from, to, timeZone, poolId }, { placeholderData: keepPreviousData, staleTime: Number.POSITIVE_INFINITY, enabled: isWanted }),
  )
  return { blocks: data === undefined ? null : shownBlocks(data, { byPool: false }), isChanging: isPlaceholderData, error, retry: () => void refetch() }
}
