import { addDays, weekStartOf } from '../../../../../shared/time/local.ts'
import type { Formatter } from '../../../../format/formatter.ts'
import type { PredictionReport } from '../../plan-types.ts'

/** A week of which nothing can be predicted, and why. */
export interface UnknownWeek {
  readonly text: string
  /** The first week of which something can be; null: none yet. */
  readonly firstKnown: string | null
}

/** null: something is known before the week. */
export function unknownWeek(
  { unknownPast }: Pick<PredictionReport, 'unknownPast'>,
  format: Pick<Formatter, 'date' | 'weekOrder' | 'texts'>,
): UnknownWeek | null {
  if (unknownPast === null) return null
  const { before, firstDay, isOver } = unknownPast
  const { planPanel: t } = format.texts
  if (firstDay === null) return { text: t.nothingSynced, firstKnown: null }
  const date = format.date(firstDay, 'day')
  if (!isOver) return { text: t.noWholeDay({ date }), firstKnown: null }
  if (firstDay < before) return { text: t.gapBefore, firstKnown: null }
  return {
    text: t.nothingBefore({ date }),
    firstKnown: weekStartOf(addDays(firstDay, 7), format.weekOrder[0]!),
  }
}
