import type { Formatter } from '../../../../format/formatter.ts'
import type { SuggestOutcome } from './search.ts'

/** Less than a visitor is nothing. */
const NOTHING = 0.5

/** What no schedule within the rules and hours does better than, beside so many covered visitors. */
export function boundText(
  { bound, boundHours }: Pick<SuggestOutcome['output'], 'bound' | 'boundHours'>,
  covered: number,
  format: Formatter,
): string {
  const t = format.texts.suggest
  if (boundHours !== null) return t.leastHours({ hours: format.agentHours(boundHours) })
  if (bound === null) return t.leftUnknown
  const left = bound - covered
  return left < NOTHING ? t.nothingLeft : t.left({ count: Math.ceil(left) })
}
