import type { StarvedPoolFound } from './pools-together.ts'

/** What a starved pool means for its figures, for people. `nameOf` is asked for pools with an id. */
export function describeStarved({ poolId, visitors, covered, onlineShare, recordedUnder }: StarvedPoolFound, nameOf: (poolId: string) => string): string {
  const rate = percent(covered / visitors)
  const shows = poolId === null ? `Visits without a pool show ${rate} coverage although agents are online for ${percent(onlineShare)} of them` : `${nameOf(poolId)} shows ${rate} coverage although its agents are online for ${percent(onlineShare)} of its visits`
  if (recordedUnder.length > 0) {
    const others = listOf(recordedUnder.map((id) => (id === null ? 'no pool' : nameOf(id))))
    return `${shows}: visits that they take seem to be recorded under ${others}. Predictions and recommendations treat these pools as one.`
  }
  return `${shows}, and no other pool shows visits that they take. No staffing is recommended for it: check which pool your website records when an agent takes a visit.`
}

function listOf(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}` : names[0]!
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`
}
