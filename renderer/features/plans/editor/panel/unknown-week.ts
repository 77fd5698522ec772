import { addDays } from '../../../../../shared/time/local.ts'
import type { Formatter } from '../../../../format/formatter.ts'
import { weekOf } from '../../plan-route.ts'
import type { PredictionReport } from '../../plan-types.ts'

/** A week of which nothing can be predicted, in words. */
export interface UnknownWeek {
  readonly text: string
  /** The first week of which something can be; null: none yet. */
  readonly firstKnown: string | null
}

/** null: something is known before the week. */
export function unknownWeek(
  { unknownPast }: Pick<PredictionReport, 'unknownPast'>,
  format: Pick<Formatter, 'date' | 'weekOrder'>,
): UnknownWeek | null {
  if (unknownPast === null) return null
  const { before, firstDay, isOver } = unknownPast
  if (firstDay === null)
    return {
      text: 'Nothing can be predicted: the source had no visit and no session on any day that was synced.',
      firstKnown: null,
    }
  const day = format.date(firstDay, 'day')
  if (!isOver)
    return {
      text: `Nothing can be predicted yet: not one whole day is known. Sync again when ${day} is over.`,
      firstKnown: null,
    }
  if (firstDay < before)
    return {
      text: `Nothing can be predicted for this week: nothing is known of the half year before it. Sync the days that are missing.`,
      firstKnown: null,
    }
  return {
    text: `Nothing can be predicted for this week: nothing is known before ${day}.`,
    firstKnown: weekOf(addDays(firstDay, 7), format.weekOrder[0]!),
  }
}
