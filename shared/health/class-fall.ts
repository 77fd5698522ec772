import type { OwnScore } from './own-score.ts'
import type { RiskLevel } from './organization-facts.ts'
import { LEAST_SCORES, RISKS } from './organization-facts.ts'

/** An organization whose class by our score has fallen, and has not risen again since. */
export interface ClassFall {
  readonly from: RiskLevel
  readonly to: RiskLevel
  /** Epoch milliseconds of the count that showed it. */
  readonly at: number
}

/** The class of an organization from count to count. */
export interface Standing {
  /** As of the last count; it rises only once its score is clearly in a better class. */
  readonly level: RiskLevel
  /** null: it never fell, or has risen again. */
  readonly fall: ClassFall | null
}

/** So far into a better class a score must be, so that one that wavers between two does not fall again and again. */
const CLEARLY = 3

/**
 * The class after a count. It goes by our score: the dashboard's falls for nearly everybody on the first days of each month. `before` null:
 * the organization was not counted before, so nothing fell.
 */
export function nextStanding(
  before: Standing | null,
  { score, riskLevel }: Pick<OwnScore, 'score' | 'riskLevel'>,
  now: number,
): Standing {
  if (before === null) return { level: riskLevel, fall: null }
  if (isWorse(riskLevel, before.level))
    return { level: riskLevel, fall: { from: before.level, to: riskLevel, at: now } }
  const level = RISKS.findLast((one) => isWorse(before.level, one) && score >= LEAST_SCORES[one] + CLEARLY)
  if (level === undefined) return before
  return { level, fall: before.fall !== null && isWorse(before.fall.to, level) ? null : before.fall }
}

/** Whether one class is worse than another. */
export function isWorse(one: RiskLevel, other: RiskLevel): boolean {
  return RISKS.indexOf(one) < RISKS.indexOf(other)
}
