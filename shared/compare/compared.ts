import { coverageFraction } from '../foundation/rate.ts'
import type { ErrorParts } from '../predict/plan-prediction/explain-error.ts'
import type { Band } from '../predict/types.ts'

/** Visitors of some time, how many were covered, and agents online on average. */
export interface Counted {
  readonly visitors: number
  readonly covered: number
  readonly agents: number
}

/** The parts of a difference, actual minus predicted, in coverage rate (fractions of 1) and in visitors covered; each adds up to its total. */
export interface DifferenceParts {
  readonly rate: ErrorParts
  readonly covered: ErrorParts
}

/** What was predicted of a week, a day, an hour or an hour of the week, beside what happened. */
export interface Compared {
  /** Quarter-hours; 0: the week has no such hour, which the clock skips. */
  readonly slots: number
  /** As it was predicted, all of it. */
  readonly predicted: Counted
  /** Of that, the quarter-hours of which it is known what happened: what `actual` is compared with. null: there is none. */
  readonly predictedOfKnown: Counted | null
  /** null: nothing of it is known. */
  readonly actual: Counted | null
  /** Share of it that is known, 0-1. 0: nothing of it is. */
  readonly knownShare: number
  /** Of the predicted rate; null: none was kept for such a time. */
  readonly band: Band | null
  /** Whether the actual rate lies in the 80% band; null: not all of it is known, nobody came, or there is no band. */
  readonly insideBand80: boolean | null
  /** null: nothing of it is known. */
  readonly parts: DifferenceParts | null
}

/** `running`: not over yet; `partly-known`: over, and not all of it was synced; `ahead`: nothing of it has passed. */
export type WeekState = 'ahead' | 'running' | 'over' | 'partly-known' | 'unknown'

/** Actual minus predicted rate over what is known, fractions of 1; null: nothing is. */
export function differenceOf({
  actual,
  predictedOfKnown,
}: Pick<Compared, 'actual' | 'predictedOfKnown'>): number | null {
  return actual === null || predictedOfKnown === null
    ? null
    : coverageFraction(actual, 1) - coverageFraction(predictedOfKnown, 1)
}

/** A rate on the very edge of a band is inside, whatever rounding did to it. */
const EDGE = 1e-9

/** Whether a rate (0-1) lies in an 80% band. */
export function isInside80(rate: number, { lower80, upper80 }: Pick<Band, 'lower80' | 'upper80'>): boolean {
  return rate >= lower80 - EDGE && rate <= upper80 + EDGE
}
