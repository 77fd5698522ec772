import type { RuleReport } from '../../../../../shared/plan/rules/check-rules.ts'
import { minimumStaffLevels } from '../../../../../shared/plan/rules/minimum-staff.ts'

/** People that have to be at work, by quarter-hour of the week, and where there are fewer. */
export interface MinimumLine {
  /** 0: no rule. Of several pools the highest. */
  readonly people: Float64Array
  readonly isShort: readonly boolean[]
}

const SLOT_MS = 15 * 60_000

/** The line of minimum staff over the quarter-hours that begin at `starts`; null: there is no rule. */
export function minimumLine(report: RuleReport, starts: readonly number[]): MinimumLine | null {
  const pools = minimumStaffLevels(report)
  if (pools.size === 0) return null
  const people = new Float64Array(starts.length)
  const isShort = starts.map((start) => report.gaps.some((gap) => gap.start < start + SLOT_MS && gap.end > start))
  for (const levels of pools.values())
    for (const level of levels)
      for (const [slot, start] of starts.entries())
        if (level.start < start + SLOT_MS && level.end > start && level.people > people[slot]!)
          people[slot] = level.people
  return { people, isShort }
}
