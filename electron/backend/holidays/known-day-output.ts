import type { KnownDayOutput } from '../../../shared/contract/known-day-output.ts'
import type { DayEffect } from '../../../shared/predict/forecast/week-effects.ts'

/** What is known of a date, as screens and documents have it: of what is several things, each with what it does alone. */
export function knownDayOutputs({ date, known }: DayEffect): readonly KnownDayOutput[] {
  return known.map(({ day: { name, class: ofDay, stated, hours }, factor, range80, basis, earlier }) => ({
    date,
    name,
    class: ofDay,
    effect: shareOf(factor),
    lower80: shareOf(range80[0]),
    upper80: shareOf(range80[1]),
    source: basis,
    known: earlier.map((one) => ({ date: one.date, effect: shareOf(one.factor) })),
    stated,
    hours,
  }))
}

/** On top of what is usual, to a thousandth. */
function shareOf(factor: number): number {
  return Math.round(1000 * (factor - 1)) / 1000
}
