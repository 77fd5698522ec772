import { figuresFromCounts, emptyCounts } from '../../shared/coverage/figures.ts'
import type { CoverageFigures, CoverageRange } from '../../shared/coverage/types.ts'
import { HOUR_MS } from '../../shared/foundation/minutes.ts'
import { localHourSegments } from '../../shared/time/hour-segments.ts'

/** [UTC hour, visitors, covered] and [UTC hour, agent-milliseconds]: what a database can be asked for. */
export interface HourSums {
  readonly visits: readonly (readonly [number, number, number])[]
  readonly agents: readonly (readonly [number, number])[]
}

/** Every figure of a report from sums by UTC hour, for zones of whole hours. */
export function figuresOfHours(
  { visits, agents }: HourSums,
  range: Omit<CoverageRange, 'now'> & { readonly now: number },
): CoverageFigures {
  const counts = emptyCounts(localHourSegments(range))
  const place = new Map(counts.segments.map(({ start }, index) => [start / HOUR_MS, index]))
  for (const [hour, visitors, covered] of visits) {
    const index = place.get(hour)!
    counts.visitors[index] = visitors
    counts.covered[index] = covered
  }
  for (const [hour, agentMs] of agents) counts.agentMs[place.get(hour)!] = agentMs
  return figuresFromCounts(range, counts)
}

/** Throws where two sides of a comparison do not say the same: counts to the last one, averages but for rounding. */
export function assertSameFigures(name: string, actual: unknown, expected: unknown): void {
  const path = differenceOf(actual, expected)
  if (path !== null) throw new Error(`${name} does not say the same as Covercast of ${path}.`)
}

/** Where two values differ; null: nowhere. */
function differenceOf(actual: unknown, expected: unknown): string | null {
  if (typeof expected === 'number' && typeof actual === 'number')
    return Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)) ? null : `${actual} (${expected})`
  if (typeof expected !== 'object' || expected === null || typeof actual !== 'object' || actual === null)
    return actual === expected ? null : String(actual)
  for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    const inner = differenceOf(actual[key as keyof typeof actual], expected[key as keyof typeof expected])
    if (inner !== null) return `${key}: ${inner}`
  }
  return null
}
