/** In the order in which one agent's are listed. */
export const VIOLATION_KINDS = [
  'under-staffed',
  'deactivated',
  'double-booked',
  'time-off',
  'day-off',
  'unavailable',
  'wrong-pool',
  'minor-times',
  'minor-day',
  'minor-week',
  'short-rest',
  'short-weekly-rest',
  'too-many-hours',
  'too-few-hours',
  'high-average',
  'long-night',
  'high-night-average',
  'too-many-days',
  'too-many-weekends',
  'too-many-hours-a-day',
  'long-day',
  'long-shift',
  'short-shift',
  'missing-break',
  'late-break',
  'work-without-break',
  'short-notice',
] as const

export type ViolationKind = (typeof VIOLATION_KINDS)[number]

/** A rule that a plan breaks in one week. */
export interface Violation {
  readonly kind: ViolationKind
  /** null: an open shift, or, of 'under-staffed', nobody. */
  readonly agentId: string | null
  /** The shifts that break it, in order; none where there are too few. */
  readonly shiftIds: readonly string[]
  /**
   * By how much: minutes (for 'deactivated' those planned from then on, for 'under-staffed' of missing people together), days for
   * 'too-many-days' and 'short-notice', weekends for 'too-many-weekends', shifts for 'wrong-pool'. Always more than 0.
   */
  readonly by: number
  /** One sentence for people, without the agent's name. */
  readonly text: string
}
