/** In the order in which one agent's are listed. */
export const VIOLATION_KINDS = [
  'deactivated',
  'double-booked',
  'day-off',
  'unavailable',
  'wrong-pool',
  'short-rest',
  'too-many-hours',
  'too-few-hours',
  'too-many-days',
  'long-shift',
  'short-shift',
  'missing-break',
] as const

export type ViolationKind = (typeof VIOLATION_KINDS)[number]

/** A rule that a plan breaks in one week. */
export interface Violation {
  readonly kind: ViolationKind
  /** null: an open shift. */
  readonly agentId: string | null
  /** The shifts that break it, in order; none where there are too few. */
  readonly shiftIds: readonly string[]
  /** By how much: minutes (for 'deactivated' those planned from then on), days for 'too-many-days', shifts for 'wrong-pool'. Always more than 0. */
  readonly by: number
  /** One sentence for people, without the agent's name. */
  readonly text: string
}
