import { hourOfDay, dayOfHourOfWeek } from '../../../shared/foundation/hour-of-week.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { Outputs } from '../rpc/procedures.ts'
import { blockWhen, capitalised } from './block-text.ts'
import type { StaffingBlock } from './block-types.ts'
import { hasHour } from './hours-choice.ts'

/** What moving breaks would give. */
export type FreeMoves = NonNullable<Outputs['suggest']['freeMoves']>

/** Less is not worth a word. */
const FEWEST = 1

/** What moving breaks gives, beside the hours that miss most; null: next to nothing. */
export function freeMovesText(
  { moves, covered, byHour }: Pick<FreeMoves, 'moves' | 'covered' | 'byHour'>,
  first: StaffingBlock | undefined,
  format: Formatter,
): string | null {
  const t = format.texts.recommendations
  if (moves === 0 || covered < FEWEST) return null
  const values = { count: moves, gain: Math.round(covered) }
  if (first === undefined) return t.freeMoves(values)
  const within = byHour.reduce(
    (sum, gain, hour) =>
      hasHour(first, { dayOfWeek: dayOfHourOfWeek(hour), hour: hourOfDay(hour) }) ? sum + gain : sum,
    0,
  )
  return within < FEWEST
    ? t.freeMoves(values)
    : t.freeMovesIn({
        count: moves,
        gain: format.count(Math.round(covered)),
        when: capitalised(blockWhen(first, format)),
        missed: first.missedVisitors,
        within: format.count(Math.round(within)),
      })
}
