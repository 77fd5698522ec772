import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../format/format-context.tsx'
import { useTRPC } from '../../../app/rpc/client.ts'
import type { StaffingBlock } from '../../../app/staffing-blocks/block-types.ts'
import { noBlocks, type NoBlocks } from '../../../app/staffing-blocks/no-blocks.ts'
import { shownBlocks } from '../../../app/staffing-blocks/shown-blocks.ts'
import type { ReportInput } from '../use-coverage-report.ts'
import type { KnownBlocks } from '../card-model.ts'
import type { CoverageView } from '../coverage-view.ts'
import type { CoverageReport } from '../report.ts'

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
export function useBlocks(
  { workspaceId, from, to, timeZone, poolId }: ReportInput,
  { isTooEarly, isMissing }: BlocksWanted,
): BlocksState {
  const trpc = useTRPC()
  const format = useFormat()
  const { data, error, isPlaceholderData, refetch } = useQuery(
    trpc.recommend.blocks.queryOptions(
      { workspaceId, from, to, timeZone, poolId },
      { placeholderData: keepPreviousData, staleTime: Number.POSITIVE_INFINITY, enabled: isMissing && !isTooEarly },
    ),
  )
  const blocks = data === undefined ? null : shownBlocks(data, { byPool: false })
  return {
    blocks,
    none: data === undefined || blocks!.length > 0 ? null : noBlocks(data, format),
    isTooEarly,
    isChanging: isPlaceholderData,
    error,
    retry: () => void refetch(),
  }
}

/**
 * What the blocks say of the figures that are shown: of chosen countries or pages nothing, since they are of the organization's own
 * countries and of all pages, and nothing of one pool that is advised together with others.
 */
export function knownBlocks(
  { blocks, isTooEarly, isChanging, error }: Omit<BlocksState, 'retry' | 'none'>,
  { countries, pages, pool }: Pick<CoverageView, 'countries' | 'pages' | 'pool'>,
  { starvedPools }: Pick<CoverageReport, 'starvedPools'>,
): KnownBlocks {
  if (
    countries !== null ||
    pages.kind !== 'all' ||
    (pool.kind !== 'all' && starvedPools.length > 0) ||
    isTooEarly ||
    (blocks === null && error !== null)
  )
    return 'unknown'
  return blocks === null || isChanging ? 'awaited' : blocks
}
