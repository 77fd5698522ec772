import type { Formatter } from '../../language/formatter.ts'
import { addDays } from '../../time/local.ts'
import type { DemandHistory } from '../types.ts'
import { withoutOutages } from './count-weeks.ts'
import type { MarkKind } from './mark-days.ts'
import { dayEvidence, isUnusuallyEmpty } from './robust-weights.ts'

/** A day that stands out and is not marked yet. */
export interface SuggestedMark {
  /** Local date. */
  readonly date: string
  readonly kind: MarkKind
  readonly visitors: number
  /** As many are usual on such a day. */
  readonly expected: number
}

/** From so many ordinary deviations on, and by so much, a day is worth asking about. */
const STANDS_OUT = 4
const CLEARLY = Math.log(1.35)

/** Days of the history that the user may want to mark, oldest first. Nothing is marked by this: it only says what stands out. */
export function suggestMarks(history: DemandHistory): readonly SuggestedMark[] {
  const evidence = dayEvidence(withoutOutages(history), { first: 0, origin: history.weeks })
  if (evidence === null) return []
  const suggestions: SuggestedMark[] = []
  evidence.totals.forEach((total, index) => {
    const expected = evidence.expected[index]!
    const kind = kindOf(evidence.deviations[index]!, isUnusuallyEmpty(evidence, index))
    if (
      Number.isNaN(evidence.deviations[index]!) ||
      kind === null ||
      (kind !== 'outage' && evidence.z[index]! < STANDS_OUT)
    )
      return
    suggestions.push({ date: addDays(history.firstDate, index), kind, visitors: total, expected })
  })
  return suggestions
}

function kindOf(deviation: number, isEmpty: boolean): MarkKind | null {
  if (isEmpty) return 'outage'
  if (deviation < -CLEARLY) return 'holiday'
  return deviation > CLEARLY ? 'event' : null
}

/** Why a day stands out, in a sentence. */
export function markReasonText(
  { visitors, expected }: Pick<SuggestedMark, 'visitors' | 'expected'>,
  format: Formatter,
): string {
  const { markReasons: t } = format.texts
  const usual = { expected: format.count(Math.round(expected)) }
  return visitors === 0 ? t.noVisitors(usual) : t.visitors({ ...usual, count: Math.round(visitors) })
}
