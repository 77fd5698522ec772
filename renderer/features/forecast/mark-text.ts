import type { Formatter } from '../../format/formatter.ts'
import type { MarkKind } from './forecast-types.ts'

export const MARK_KINDS = ['holiday', 'outage', 'event'] as const satisfies readonly MarkKind[]

/** What a mark does to the forecast. */
export function markEffect(
  kind: MarkKind,
  { isPast }: { readonly isPast: boolean },
  t: Formatter['texts']['marks'],
): string {
  return isPast ? t.past[kind] : t.ahead[kind]
}
