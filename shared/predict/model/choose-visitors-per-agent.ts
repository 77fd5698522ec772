/** Chance, before any visit is seen, that all groups of an organization work the same way. */
const ALIKE = 0.8
/** Within this much of log likelihood the data do not tell one choice from another, and the fewest at once is taken. */
const NO_DIFFERENCE = 2

/**
 * Visitors per agent (1, 2, ...) of each group, given its objective [group][choice]: the likeliest, where groups of one organization
 * are mostly alike, so that a quiet pool follows the busy ones.
 */
export function chooseVisitorsPerAgent(objectives: readonly (readonly number[])[]): readonly number[] {
  return objectives.map((own, group) => {
    const choices = own.length
    const others = own.map((_, choice) => objectives.reduce((sum, other, index) => (index === group ? sum : sum + other[choice]!), 0))
    const most = Math.max(...others)
    const weights = others.map((value) => Math.exp(value - most))
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const scores = own.map((value, choice) => value + Math.log((1 - ALIKE) / choices + (ALIKE * weights[choice]!) / total))
    const best = Math.max(...scores)
    return scores.findIndex((score) => score >= best - NO_DIFFERENCE) + 1
  })
}
