import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../format/format-context.tsx'
import { useTRPC } from '../../../rpc.ts'
import type { StaffingBlock } from '../../../workspace/staffing-blocks/block-types.ts'
import { noBlocks, type NoBlocks } from '../../../workspace/staffing-blocks/no-blocks.ts'
import { shownBlocks } from '../../../workspace/staffing-blocks/shown-blocks.ts'
import type { ReportInput } from '../use-coverage-report.ts'

export interface BlocksState {
  /** The most missed first, of all pools together or of the one that is shown; null: not known yet. */
  readonly blocks: readonly StaffingBlock[] | null
  /** Why there are none; null: not known yet, or there are some. */
  readonly none: NoBlocks | null
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
  const format = useFormat()
  const { data, error, isPlaceholderData, refetch } = useQuery(
    trpc.recommend.blocks.queryOptions({ workspaceId, from, to, timeZone, poolId }, { placeholderData: keepPreviousData, staleTime: Number.POSITIVE_INFINITY, enabled: isMissing && !isTooEarly }),
  )
  const blocks = data === undefined ? null : shownBlocks(data, { byPool: false })
  return { blocks, none: data === undefined || blocks!.length > 0 ? null : noBlocks(data, format), isTooEarly, isChanging: isPlaceholderData, error, retry: () => void refetch() }
}
