import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../rpc.ts'
import type { StaffingBlock } from '../../../workspace/staffing-blocks/block-types.ts'
import { shownBlocks } from '../../../workspace/staffing-blocks/shown-blocks.ts'
import type { ReportInput } from '../use-coverage-report.ts'

export interface BlocksState {
  /** The most missed first, of all pools together or of the one that is shown; null: not known yet. */
  readonly blocks: readonly StaffingBlock[] | null
  /** There is nothing to learn from before the first sync is done. */
  readonly isTooEarly: boolean
  /** Other dates or another pool are being looked at. */
  readonly isChanging: boolean
  readonly error: unknown
  readonly retry: () => void
}

interface BlocksWanted {
  readonly isTooEarly: boolean
  /** Somebody was missed. */
  readonly isMissing: boolean
}

/** Which hours to staff better, as the figures of the screen show it. The organization's own country rule holds. */
export function useBlocks({ workspaceId, from, to, timeZone, poolId }: ReportInput, { isTooEarly, isMissing }: BlocksWanted): BlocksState {
  const trpc = useTRPC()
  const { data, error, isPlaceholderData, refetch } = useQuery(
    trpc.recommend.blocks.queryOptions({ workspaceId, from, to, timeZone, poolId }, { placeholderData: keepPreviousData, staleTime: Number.POSITIVE_INFINITY, enabled: isMissing && !isTooEarly }),
  )
  return { blocks: data === undefined ? null : shownBlocks(data, { byPool: false }), isTooEarly, isChanging: isPlaceholderData, error, retry: () => void refetch() }
}
