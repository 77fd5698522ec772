import type { Formatter } from '../../format/formatter.ts'
import type { Mark, MarkKind } from './forecast-types.ts'
import { signedShare } from './known-day-text.ts'

export const MARK_KINDS = ['holiday', 'outage', 'event'] as const satisfies readonly MarkKind[]

/** What a mark does to the forecast. */
export function markEffect(
  kind: MarkKind,
  { isPast }: { readonly isPast: boolean },
  t: Formatter['texts']['marks'],
): string {
  return isPast ? t.past[kind] : t.ahead[kind]
}

/** What a mark is besides its day and kind: "to 5 Sep, 10:00–14:00, Every year, +40% expected"; empty: nothing. */
export function markDetails({ to, hours, repeat, effect }: Mark, format: Formatter): string {
  const t = format.texts.marks
  return format.list(
    [
      to === null ? null : t.toDate({ date: format.date(to) }),
      hours === null ? null : t.hours({ from: format.wallTime(hours.start), until: format.wallTime(hours.end) }),
      repeat === null ? null : t.repeats[repeat],
      effect === null
        ? null
        : effect.kind === 'share'
          ? t.expected({ effect: signedShare(effect.value, format) })
          : t.visitorsADay({ effect: format.signed(effect.value) }),
    ].filter((part) => part !== null),
  )
}
