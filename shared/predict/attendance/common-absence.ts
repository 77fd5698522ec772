/** Of one person in one week: shifts that were expected, and how many of them were not worked. */
export interface PersonWeek {
  readonly agentId: string
  readonly week: number
  expected: number
  absent: number
}

/** As many weeks without anything in common are put beside what was seen. */
const PRIOR_WEEKS = 3
/** A person's own chance of not coming is drawn towards everybody's as by so many shifts. */
const PRIOR_SHIFTS = 15
const MOST_SHARE = 0.6
const LEAST_ABSENT = 0.01

/**
 * Share (0-1) of what decides whether people come that all have in common in a week, such as a wave of illness: from how absences of
 * different people in the same week go together, as the correlation of normals behind them.
 */
export function commonShare(weeks: readonly PersonWeek[]): number {
  const expected = weeks.reduce((sum, one) => sum + one.expected, 0)
  if (expected === 0) return 0
  const chance = Math.min(
    1 - LEAST_ABSENT,
    Math.max(LEAST_ABSENT, weeks.reduce((sum, one) => sum + one.absent, 0) / expected),
  )
  const own = new Map(
    [...Map.groupBy(weeks, ({ agentId }) => agentId)].map(([agentId, theirs]) => {
      const sum = (name: 'expected' | 'absent'): number => theirs.reduce((total, one) => total + one[name], 0)
      return [agentId, (sum('absent') + PRIOR_SHIFTS * chance) / (sum('expected') + PRIOR_SHIFTS)] as const
    }),
  )
  const byWeek = [...Map.groupBy(weeks, ({ week }) => week).values()]
  let products = 0
  let pairs = 0
  for (const people of byWeek) {
    const errors = people.map(({ agentId, expected: shifts, absent }) => absent - shifts * own.get(agentId)!)
    const shifts = people.map((one) => one.expected)
    products += sumOf(errors) ** 2 - sumOf(errors.map((error) => error ** 2))
    pairs += sumOf(shifts) ** 2 - sumOf(shifts.map((count) => count ** 2))
  }
  if (pairs <= 0) return 0
  const correlation = (products / pairs) * (byWeek.length / (byWeek.length + PRIOR_WEEKS))
  // What is correlated so as yes and no is correlated more as normals: by the square of their density where they are cut.
  return Math.min(MOST_SHARE, Math.max(0, correlation / densityAt(chance) ** 2))
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** The standard normal's density at its quantile for a chance (0-1), good to a few per cent: from the logistic that is like it. */
function densityAt(chance: number): number {
  const quantile = Math.log(chance / (1 - chance)) / (Math.abs(chance - 0.5) > 0.4 ? 1.85 : 1.7)
  return Math.exp(-(quantile ** 2) / 2) / Math.sqrt(2 * Math.PI)
}
