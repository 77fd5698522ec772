import type { Formatter } from '../../../../format/formatter.ts'
import type { SuggestOutcome } from './search.ts'

/** Less than a visitor is nothing. */
const NOTHING = 0.5

/** What no schedule within the rules and hours does better than, beside so many covered visitors. */
export function boundText(
  { bound, boundHours, fairness }: Pick<SuggestOutcome['output'], 'bound' | 'boundHours' | 'fairness'>,
  covered: number,
  format: Formatter,
): string {
  const t = format.texts.suggest
  if (boundHours !== null) return t.leastHours({ hours: format.agentHours(boundHours) })
  // The bound is about schedules in which nobody exchanges shifts.
  if (fairness !== null && fairness.exchanges > 0) return t.leftWithExchanges
  if (bound === null) return t.leftUnknown
  const left = bound - covered
  return left < NOTHING ? t.nothingLeft : t.left({ count: Math.ceil(left) })
}
