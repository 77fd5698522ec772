import type { Priority, PriorityThresholds } from './types.ts'

/** Days to which missed visitors are brought, so that a longer range does not make everything critical. */
const PRIORITY_DAYS = 30

export const USUAL_THRESHOLDS: PriorityThresholds = { critical: 50, high: 20, medium: 10 }

/** How much a block matters: by the visitors it misses in 30 days. `days` is how much time of the range is known. */
export function priorityOf(missed: number, days: number, thresholds: PriorityThresholds): Priority {
  // A few hours say little of a month.
  const inMonth = (missed * PRIORITY_DAYS) / Math.max(1, days)
  if (inMonth >= thresholds.critical) return 'critical'
  if (inMonth >= thresholds.high) return 'high'
  return inMonth >= thresholds.medium ? 'medium' : 'low'
}
