import type { KnownBlocks } from '../card-model.ts'
import type { CoverageView } from '../coverage-view.ts'
import type { CoverageReport } from '../report.ts'
import type { BlocksState } from './use-blocks.ts'

/**
 * What the blocks say of the figures that are shown: of chosen countries nothing, since they are of the organization's own, and nothing of
 * one pool that is advised together with others.
 */
export function knownBlocks({ blocks, isTooEarly, isChanging, error }: Omit<BlocksState, 'retry' | 'none'>, { countries, pool }: Pick<CoverageView, 'countries' | 'pool'>, { starvedPools }: Pick<CoverageReport, 'starvedPools'>): KnownBlocks {
  if (countries !== null || (pool.kind !== 'all' && starvedPools.length > 0) || isTooEarly || (blocks === null && error !== null)) return 'unknown'
  return blocks === null || isChanging ? 'awaited' : blocks
}
