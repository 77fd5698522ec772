import { normalizeCountry } from './cube.ts'
import type { CountryFilter } from './types.ts'

/** Which visits count. What is absent filters nothing. */
export interface TrafficFilter {
  readonly countryFilter?: CountryFilter
  /** Only this pool's visits; null is "No pool". */
  readonly poolId?: string | null
  /** What a visit counts by the class of its page (null: no rule names it); absent: 1 each. */
  readonly worthOf?: (pageClass: string | null) => number
}

/** Whether a visit from a country counts; an unknown country always does. */
export type CountryTest = (country: string | null | undefined) => boolean

/** The test that a country filter stands for: codes compare without case, an empty list filters nothing. Answers are remembered per code. */
export function countryTest(filter: CountryFilter | undefined): CountryTest {
  const listed = new Set((filter?.countries ?? []).map(normalizeCountry).filter((code) => code !== null))
  if (filter === undefined || listed.size === 0) return () => true
  const wanted = filter.mode === 'allowlist'
  const answers = new Map<string | null | undefined, boolean>()
  return (country) => {
    const known = answers.get(country)
    if (known !== undefined) return known
    const code = normalizeCountry(country)
    const answer = code === null || listed.has(code) === wanted
    answers.set(country, answer)
    return answer
  }
}

/** Whether a visit routed to a pool counts; absent and null are both "No pool". */
export function poolTest(poolId: string | null | undefined): (visitPoolId: string | null | undefined) => boolean {
  if (poolId === undefined) return () => true
  return (visitPoolId) => (visitPoolId ?? null) === poolId
}

/** The agents who serve the chosen pool; null: all of them (every pool, "No pool", or membership not known). */
export function servingAgents(
  poolId: string | null | undefined,
  poolMembers: readonly string[] | undefined,
): ReadonlySet<string> | null {
  if (poolId === undefined || poolId === null || poolMembers === undefined) return null
  return new Set(poolMembers)
}
