import { easingsOf, type Easing } from './eased-rules.ts'
import type { SuggestProblem } from './problem.ts'
import type { Suggestion } from './suggestion.ts'

/** A rule that stands in the way, and the visitors a week that one step of easing it would give. */
export interface Obstacle extends Pick<Easing, 'rule' | 'agentId' | 'detail'> {
  readonly coveredGain: number
}

/** Each takes some milliseconds. */
const MOST_TRIED = 240
const MOST_SHOWN = 3
/** Less is not worth a rule. */
const LEAST_SHOWN = 0.05

/** The rules whose easing by one step would give most, one at a time with everybody else as they are. */
export function standsInTheWay(problem: SuggestProblem, suggestion: Suggestion): readonly Obstacle[] {
  const easings = suggestion.people.flatMap((person, index) =>
    easingsOf(person, problem).map((easing) => ({ easing, index })),
  )
  // Of many people every so manieth, so that all rules are among them.
  const step = Math.max(1, Math.ceil(easings.length / MOST_TRIED))
  const found = easings
    .filter((_, place) => place % step === 0)
    .map(({ easing: { rule, agentId, detail, options }, index }): Obstacle => ({
      rule,
      agentId,
      detail,
      coveredGain: suggestion.gainOf(index, options, 0),
    }))
  if (problem.options.moves === 'all') {
    const gain = suggestion.people.reduce((most, _, index) => Math.max(most, suggestion.gainOf(index, {}, 1)), 0)
    found.push({ rule: 'hours', agentId: null, detail: { about: 'one-more-hour' }, coveredGain: gain })
  }
  return found
    .filter(({ coveredGain }) => coveredGain >= LEAST_SHOWN)
    .toSorted((one, other) => other.coveredGain - one.coveredGain)
    .slice(0, MOST_SHOWN)
}
