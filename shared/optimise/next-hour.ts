import { createObjective } from './objective.ts'
import { presenceOfPicks } from './people.ts'
import type { Picks } from './shift-option.ts'
import type { Suggestion } from './suggestion.ts'

/** Visitors gained at each quarter-hour by one more agent who is online then and serves whatever the plan is for. */
export function worthOfOneMore(
  { week, people }: Pick<Suggestion, 'week' | 'people'>,
  picks: readonly Picks[],
): Float64Array {
  const { shares } = week.maker.serves(null)
  const objective = createObjective(week, [...people, { shares }])
  people.forEach((person, index) => objective.setPresence(index, presenceOfPicks(person, picks[index]!)))
  return objective.valuesOf(people.length, Float64Array.of(1)).slice(0, objective.slots)
}
