import type { KnownBlocks } from '../card-model.ts'
import type { CoverageView } from '../coverage-view.ts'
import type { BlocksState } from './use-blocks.ts'

/** What the blocks say of the figures that are shown: of chosen countries nothing, since they are of the organization's own. */
export function knownBlocks({ blocks, isTooEarly, isChanging, error }: Omit<BlocksState, 'retry' | 'none'>, { countries }: Pick<CoverageView, 'countries'>): KnownBlocks {
  if (countries !== null || isTooEarly || (blocks === null && error !== null)) return 'unknown'
  return blocks === null || isChanging ? 'awaited' : blocks
}
