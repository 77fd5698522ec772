import { parseLocalDate } from '../../time/local.ts'

/** The longest cycle, and the most weeks that a rotation is written out for. */
export const ROTATION_LIMITS = { cycleWeeks: 8, weeks: 520 } as const

/** How a dated plan repeats: the same weeks again every `cycleWeeks` weeks, from the anchor on, so many times. */
export interface Rotation {
  /** 1-8. */
  readonly cycleWeeks: number
  /** Local date on which the first week of the first cycle begins. */
  readonly anchor: string
  /** How often the cycle is written out. */
  readonly cycles: number
}

/** The days of a rotation as day numbers: [firstDay, endDay), and how many days a cycle has. */
export interface RotationDays {
  readonly firstDay: number
  readonly endDay: number
  readonly cycleDays: number
}

export function rotationDays({ cycleWeeks, anchor, cycles }: Rotation): RotationDays {
  const firstDay = parseLocalDate(anchor)
  const cycleDays = 7 * cycleWeeks
  return { firstDay, endDay: firstDay + cycleDays * cycles, cycleDays }
}

/** The day of the cycle, 0 for the anchor's, on which a day number falls; also before and after the rotation. */
export function dayOfCycle(day: number, { firstDay, cycleDays }: RotationDays): number {
  return (((day - firstDay) % cycleDays) + cycleDays) % cycleDays
}

/** Which week of the cycle, from 1, most of the seven days from a day number on are in. */
export function weekOfCycle(rotation: Rotation, firstDay: number): number {
  return Math.floor(dayOfCycle(firstDay + 3, rotationDays(rotation)) / 7) + 1
}

/** As many cycles as hold some weeks: whole ones, one at least. */
export function cyclesFor(weeks: number, cycleWeeks: number): number {
  return Math.max(1, Math.min(Math.ceil(weeks / cycleWeeks), Math.floor(ROTATION_LIMITS.weeks / cycleWeeks)))
}

/** Whether two rotations are the same; null: none. */
export function isSameRotation(one: Rotation | null, other: Rotation | null): boolean {
  if (one === null || other === null) return one === other
  return one.cycleWeeks === other.cycleWeeks && one.anchor === other.anchor && one.cycles === other.cycles
}
