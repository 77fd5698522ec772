import type { Formatter } from '../../format/formatter.ts'
import type { Recommendation } from './block-types.ts'

/** Why no hours are recommended to be staffed better. */
export interface NoBlocks {
  /** Because none stays under the target. */
  readonly isGood: boolean
  readonly title: string
  readonly text: string
}

export function noBlocks({ target, notWorthwhile, starvedPools }: Pick<Recommendation, 'target' | 'notWorthwhile' | 'starvedPools'>, format: Formatter): NoBlocks {
  const { hours } = notWorthwhile
  if (hours > 0) {
    const stay = hours === 1 ? 'One hour of the week stays' : `${format.count(hours)} hours of the week stay`
    return { isGood: false, title: 'No hour is worth another agent', text: `${stay} under ${format.rate(target)}, but too few visitors come: one more agent would win less than one visitor an hour.` }
  }
  if (starvedPools.some(({ recordedUnder }) => recordedUnder.length === 0)) {
    return { isGood: false, title: 'No recommendation for this pool', text: 'Its covered visits are not recorded under any pool, so nobody knows what another agent would win.' }
  }
  return { isGood: true, title: 'Staffing looks good', text: `No hour of the week stays under ${format.rate(target)}.` }
}
