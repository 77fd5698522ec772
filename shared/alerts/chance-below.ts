import { incompleteBeta } from './incomplete-beta.ts'

/** Before anything is seen coverage is taken to be about on target, as firmly as if so many visitors had shown it. */
const PRIOR_VISITORS = 8
/** Visitors of one hour fare alike, so that many of them tell less than as many of different days would. */
const LIKE_FATE = 0.015

/**
 * The chance, 0-1, that coverage was under the target (0-1) in a time of which it is known how many visitors came and how many
 * found somebody. With few visitors it stays near one half.
 */
export function chanceBelow(
  target: number,
  { visitors, covered }: { readonly visitors: number; readonly covered: number },
): number {
  // Nobody can do better than everybody: a target of 100 is read as nearly so.
  const aim = Math.min(0.995, Math.max(0.005, target))
  const weight = visitors > 0 ? 1 / (1 + LIKE_FATE * (visitors - 1)) : 0
  return incompleteBeta(
    aim,
    PRIOR_VISITORS * aim + weight * covered,
    PRIOR_VISITORS * (1 - aim) + weight * (visitors - covered),
  )
}
