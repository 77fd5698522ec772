import { DAY_MINUTES } from '../../../../../shared/foundation/minutes.ts'
import { movedBreaks } from '../../../../../shared/plan/edits/break-changes.ts'
import { snapMinute } from '../../../../../shared/plan/grid.ts'
import type { TimeRange } from '../../../../../shared/plan/plan.ts'
import { owedBreaks } from '../../../../../shared/plan/rules/owed-breaks.ts'
import type { PlanRules } from '../../../../../shared/plan/rules/rules.ts'

/** What becomes of the breaks of several shifts. */
export interface BreakChoice {
  /** A number: one break of as many minutes, in the middle. */
  readonly breaks: 'as-is' | 'none' | 'owed' | number
  /** How much later they are, or the minute of the day at which the first begins; null: where they are. */
  readonly moved: { readonly by: number } | { readonly to: number } | null
}

/** The breaks of a shift of some times, which has some breaks now. */
export function chosenBreaks(
  times: TimeRange,
  own: readonly TimeRange[],
  { breaks, moved, rules }: BreakChoice & { readonly rules: PlanRules },
): readonly TimeRange[] {
  const made = madeBreaks(times, own, { breaks, rules })
  const [first] = made
  if (moved === null || first === undefined) return made
  return movedBreaks(made, {
    minutes: 'by' in moved ? moved.by : inside(times, moved.to) - first.startMinute,
    within: times,
  })
}

function madeBreaks(
  times: TimeRange,
  own: readonly TimeRange[],
  { breaks, rules }: Pick<BreakChoice, 'breaks'> & { readonly rules: PlanRules },
): readonly TimeRange[] {
  switch (breaks) {
    case 'as-is':
      return own
    case 'none':
      return []
    case 'owed':
      return owedBreaks(times, rules)
    default:
      return [middle(times, breaks)]
  }
}

/** A time of day as a minute of the shift's day: before its start it is the next day's. */
function inside({ startMinute }: TimeRange, minuteOfDay: number): number {
  return minuteOfDay < startMinute ? minuteOfDay + DAY_MINUTES : minuteOfDay
}

function middle({ startMinute, endMinute }: TimeRange, minutes: number): TimeRange {
  const start = snapMinute((startMinute + endMinute - minutes) / 2)
  return { startMinute: start, endMinute: start + minutes }
}
