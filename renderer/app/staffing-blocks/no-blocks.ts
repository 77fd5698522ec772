import type { Formatter } from '../../format/formatter.ts'
import type { Recommendation } from './block-types.ts'

/** Why no hours are recommended to be staffed better. */
export interface NoBlocks {
  /** Because none stays under the target. */
  readonly isGood: boolean
  readonly title: string
  readonly text: string
}

export function noBlocks(
  { target, notWorthwhile, starvedPools }: Pick<Recommendation, 'target' | 'notWorthwhile' | 'starvedPools'>,
  format: Formatter,
): NoBlocks {
  const t = format.texts.recommendations
  const values = { target: format.rate(target) }
  if (notWorthwhile.hours > 0)
    return { isGood: false, title: t.notWorthTitle, text: t.notWorth({ ...values, count: notWorthwhile.hours }) }
  if (starvedPools.some(({ recordedUnder }) => recordedUnder.length === 0))
    return { isGood: false, title: t.noPoolTitle, text: t.noPool }
  return { isGood: true, title: t.goodTitle, text: t.good(values) }
}
