import type { Recommendation, StaffingBlock } from './block-types.ts'

/** The blocks that are shown: of all pools together unless each is wanted on its own, or one is chosen. */
export function shownBlocks(
  { blocks, overall, poolNames }: Recommendation,
  { byPool }: { readonly byPool: boolean },
): readonly StaffingBlock[] {
  return overall === null || byPool || poolNames.length < 2 ? blocks : overall
}

/** Whether it makes a difference if pools are looked at together. */
export function canSplit({ overall, poolNames }: Recommendation): boolean {
  return overall !== null && poolNames.length > 1
}
