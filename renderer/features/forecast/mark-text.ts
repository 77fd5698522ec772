import { usualFrom } from '../../../shared/predict/forecast/mark-days.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { Mark, MarkKind, MarkOutcome } from './forecast-types.ts'
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
export function markDetails({ date, to, hours, repeat, until, effect }: Mark, format: Formatter): string {
  const t = format.texts.marks
  const usual = usualFrom({ date, repeat, until })
  return format.list(
    [
      to === null ? null : t.toDate({ date: format.date(to) }),
      hours === null ? null : t.hours({ from: format.wallTime(hours.start), until: format.wallTime(hours.end) }),
      repeat === null ? null : t.repeats[repeat],
      until === null ? null : t.untilDate({ date: format.date(until) }),
      usual === null ? null : t.usualFrom({ date: format.date(usual) }),
      effect === null
        ? null
        : effect.kind === 'share'
          ? t.expected({ effect: signedShare(effect.value, format) })
          : t.visitorsADay({ effect: format.signed(effect.value) }),
    ].filter((part) => part !== null),
  )
}

/** "You said +40%, it was +31%."; empty: nothing was said, or it cannot be compared yet. */
export function markOutcomeText(
  { effect }: Pick<Mark, 'effect'>,
  outcome: MarkOutcome | undefined,
  format: Formatter,
): string {
  const t = format.texts.marks
  if (effect === null || outcome === undefined) return ''
  return effect.kind === 'share'
    ? t.cameShare({ said: signedShare(effect.value, format), came: signedShare(outcome.share, format) })
    : t.cameVisitors({ said: format.signed(effect.value), came: format.signed(Math.round(outcome.visitors)) })
}
