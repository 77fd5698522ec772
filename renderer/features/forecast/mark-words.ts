import type { MarkKind } from './forecast-types.ts'

export const MARK_KINDS = ['holiday', 'outage', 'event'] as const satisfies readonly MarkKind[]

export const KIND_NAMES: Readonly<Record<MarkKind, string>> = { holiday: 'Holiday', outage: 'Outage', event: 'Event' }

/** On an axis, behind a date. */
export const KIND_WORDS: Readonly<Record<MarkKind, string>> = { holiday: 'holiday', outage: 'outage', event: 'event' }

const IN_THE_PAST: Readonly<Record<MarkKind, string>> = {
  holiday: 'The day hardly counts as an example of its weekday, and tells what marked holidays are like.',
  outage: 'The day is left out, as if nothing had been counted.',
  event: 'The day counts only a quarter as an example of its weekday, and tells what marked events are like.',
}

const TO_COME: Readonly<Record<MarkKind, string>> = {
  holiday: 'The day is expected to be as marked holidays were. With none marked in the past, its band is only wider.',
  outage: 'Nothing changes before the day is over. Then it is left out, as if nothing had been counted.',
  event: 'The day is expected to be as marked events were. With none marked in the past, its band is only wider.',
}

/** What a mark does to the forecast, for a date before `today` or from it on. */
export function effectOf(kind: MarkKind, date: string, today: string): string {
  return date < today ? IN_THE_PAST[kind] : TO_COME[kind]
}

/** What a suggested day looks like: "looks like a holiday". */
export function suggestionWords(kind: MarkKind): string {
  return kind === 'holiday' ? 'looks like a holiday' : `looks like an ${KIND_WORDS[kind]}`
}
