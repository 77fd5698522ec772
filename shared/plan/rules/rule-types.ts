import type { TimeRange } from '../plan.ts'

/** Hours a week on average over whole weeks, 1 to 53. */
export interface AverageHours {
  readonly hours: number
  readonly weeks: number
}

/** What counts as night, and what holds for those who work in it. */
export interface NightRules extends TimeRange {
  /** Hours between `startMinute` and `endMinute` that make a day's work night work. */
  readonly minHours: number
  /** Worked hours of a day with night work; null: no limit of its own. */
  readonly maxHoursPerDay: number | null
  /** Worked hours a week on average of whoever does night work; null: no limit of its own. */
  readonly average: AverageHours | null
}

/** A date of a rule that moves: the first Monday of September. */
export const LABOR_DAY = 'labor-day'

/** What holds for somebody who goes to school. */
export interface MinorRules extends TimeRange {
  /** Work may last longer from one date to another, both inside (MM-DD, or the US Labor Day); null: never. */
  readonly summer: { readonly from: string; readonly to: string; readonly endMinute: number } | null
  /** Days of the week with school, 0 = Sunday. */
  readonly schoolDays: readonly number[]
  /** Local dates without school, both inside. */
  readonly schoolBreaks: readonly { readonly from: string; readonly to: string }[]
  readonly maxSchoolDayHours: number
  readonly maxOtherDayHours: number
  /** In a week with a school day. */
  readonly maxSchoolWeekHours: number
  readonly maxOtherWeekHours: number
}

/** Breaks that are owed in work in one go longer than so many hours, in minutes together. */
export interface OwedBreak {
  readonly afterHours: number
  readonly minutes: number
  /** What is longer than `afterHours`: what is worked of it, or all of it from start to end. Left out: from start to end. */
  readonly counts?: 'worked' | 'presence'
}

/** A break that has to begin before so many hours are worked. */
export interface BreakByHour {
  /** Owed where more than so many hours are worked. */
  readonly afterHours: number
  /** What it lasts at least. */
  readonly minutes: number
  readonly byHour: number
}

/** How long somebody may go on without a break; shorter breaks do not count. */
export interface UnbrokenWork {
  readonly hours: number
  readonly breakMinutes: number
}

/** Hours that are paid at a higher rate. */
export interface OvertimeRule {
  /** The hours of a day, of the week, or of the seventh day in a week of which every day is worked. */
  readonly basis: 'day' | 'week' | 'seventh-day'
  readonly afterHours: number
  /** 1.5: half as much again. */
  readonly rate: number
}

/** At least so many people at work, in minutes after the midnight of a day of the week; past 1440 it is the next day. */
export interface MinimumStaff extends TimeRange {
  /** Those who serve the pool count; null: everybody. */
  readonly poolId: string | null
  /** 0 = Sunday. */
  readonly dayOfWeek: number
  readonly people: number
}

/** A country or one of its regions, as calendars of holidays write them: "DE", "BY". */
export interface HolidayPlace {
  readonly country: string
  /** null: what holds in all of the country. */
  readonly region: string | null
}

export const TIME_OFF_KINDS = ['vacation', 'ill', 'training', 'holiday', 'other'] as const
export type TimeOffKind = (typeof TIME_OFF_KINDS)[number]

/** When somebody is away: whole local dates, or the same part of each. */
export interface TimeOff {
  readonly id: string
  readonly kind: TimeOffKind
  /** Local dates, both inside. */
  readonly from: string
  readonly to: string
  /** Minutes after midnight; null: whole days. An end past 1440 is the next day. */
  readonly part: TimeRange | null
  readonly note: string
}

/** What is published in the place of the plan, for rules on notice. */
export interface Published {
  /** The present, epoch milliseconds. */
  readonly now: number
  /** The shifts that hold now, with exact instants. */
  readonly intervals: readonly { readonly agentId: string | null; readonly start: number; readonly end: number }[]
}
