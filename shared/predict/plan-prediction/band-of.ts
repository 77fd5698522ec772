import type { Band } from '../types.ts'

/** Where nothing is known. */
export const WHOLE_RANGE: Band = { lower80: 0, upper80: 1, lower95: 0, upper95: 1 }

/** The band that draws span. Sorts them in place. */
export function bandOf(draws: Float64Array): Band {
  draws.sort()
  return { lower80: sortedQuantile(draws, 0.1), upper80: sortedQuantile(draws, 0.9), lower95: sortedQuantile(draws, 0.025), upper95: sortedQuantile(draws, 0.975) }
}

function sortedQuantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const lower = sorted[below] ?? 0
  return lower + (place - below) * ((sorted[below + 1] ?? lower) - lower)
}
