import { dayOfWeekOf } from '../../time/local.ts'
import type { NewId } from '../edits/make-step.ts'
import type { Plan, Shift } from '../plan.ts'
import { shiftContent, writtenOut } from './pattern.ts'
import { cyclesFor, type Rotation } from './rotation.ts'

/** Which days of a cycle somebody works: 1, or has off: 0, over and over. */
const DAYS_ON = {
  'four-on-four-off': '11110000',
  'two-two-three': '11001110011000',
  'week-on-week-off': '11111110000000',
} as const

/** How a rotation is filled: each week as a weekly plan has it, or by days on and off. */
export type RotationTemplate = 'weeks' | keyof typeof DAYS_ON

export const ROTATION_TEMPLATES: readonly RotationTemplate[] = [
  'weeks',
  'four-on-four-off',
  'two-two-three',
  'week-on-week-off',
]

/** How many weeks it takes until a template begins again on the same weekday; null: as many as are wanted. */
export function weeksOfTemplate(template: RotationTemplate): number | null {
  return template === 'weeks' ? null : DAYS_ON[template].length === 8 ? 8 : 2
}

interface RotationOptions {
  readonly template: RotationTemplate
  readonly cycleWeeks: number
  /** Local date on which week 1 begins. */
  readonly anchor: string
  /** At least so many weeks are written out. */
  readonly weeks: number
  /** Each agent begins the cycle a week after the one before. */
  readonly isStaggered: boolean
  readonly newId: NewId
}

/**
 * A weekly plan as a rotation. By a template of days on and off each agent works the shift that they have most often in the weekly plan.
 * Unassigned shifts come along where each week is as the weekly plan.
 */
export function rotationFromWeekly(plan: Plan, options: RotationOptions): Plan {
  const { template, cycleWeeks, anchor, weeks, isStaggered, newId } = options
  const rotation: Rotation = { cycleWeeks, anchor, cycles: cyclesFor(weeks, cycleWeeks) }
  const agents = [...Map.groupBy(plan.shifts, ({ agentId }) => agentId)]
  const first = dayOfWeekOf(anchor)
  const pattern = agents.flatMap(([agentId, own], index): readonly Shift[] => {
    if (template === 'weeks')
      return own.flatMap((shift) =>
        Array.from({ length: cycleWeeks }, (_, week) => ({ ...shift, day: 7 * week + ((shift.day - first + 7) % 7) })),
      )
    if (agentId === null) return []
    const shift = usualShift(own)
    const days = DAYS_ON[template]
    const begin = isStaggered ? 7 * index : 0
    return Array.from({ length: 7 * cycleWeeks }, (_, day) => day)
      .filter((day) => days[(day + begin) % days.length] === '1')
      .map((day) => ({ ...shift, day }))
  })
  const shifts = writtenOut({ shifts: pattern, exceptions: [] }, rotation, () => newId())
  return { ...plan, kind: 'dated', shifts, rotation }
}

/** The shift that is there most often, the first of them. */
function usualShift(shifts: readonly Shift[]): Shift {
  const alike = [...Map.groupBy(shifts, shiftContent).values()]
  return alike.reduce((best, one) => (one.length > best.length ? one : best))[0]!
}
