import { z } from 'zod'
import { isEmailAddress } from '../../foundation/email-address.ts'
import { HOURS_PER_WEEK } from '../../foundation/hour-of-week.ts'
import { DAY_MINUTES } from '../../foundation/minutes.ts'
import { isLocalDate } from '../../time/local.ts'
import { isTimeZone } from '../../time/zone.ts'
import { LABOR_DAY } from './rule-types.ts'
import { MAX_REST_HOURS, WISHES } from './rules.ts'

const minute = z
  .int()
  .min(0)
  .max(2 * DAY_MINUTES)

function hours(most: number): z.ZodExactOptional<z.ZodNullable<z.ZodNumber>> {
  return z.number().min(0).max(most).nullable().exactOptional()
}

const dayHours = z.number().min(0).max(24)
const weekHours = z.number().min(0).max(HOURS_PER_WEEK)
const shiftHours = z.number().min(0).max(48)
const breakMinutes = z.int().min(1).max(DAY_MINUTES)
export const localDate = z.string().refine(isLocalDate, 'is not a date such as "2026-11-23"')
const dayOfWeek = z.int().min(0).max(6)

interface Minutes {
  readonly startMinute: number
  readonly endMinute: number
}

export function isRange({ startMinute, endMinute }: Minutes): boolean {
  return endMinute > startMinute && endMinute <= startMinute + DAY_MINUTES
}
export const NO_RANGE = 'ends before it begins, or a day later'
export const range = { startMinute: minute, endMinute: minute }

export const averageHours = z.strictObject({ hours: weekHours, weeks: z.int().min(1).max(53) })

export const nightHours = {
  minHours: dayHours,
  maxHoursPerDay: dayHours.nullable(),
  average: averageHours.nullable(),
}
const night = z.strictObject({ ...range, ...nightHours }).refine(isRange, NO_RANGE)

export const yearDay = z
  .string()
  .refine((text) => isLocalDate(`2024-${text}`) || text === LABOR_DAY, 'is not a day of the year such as "06-01"')

/** What a rule for minors says besides its times of day. */
export const minorHours = {
  schoolDays: z.array(dayOfWeek).max(7).readonly(),
  schoolBreaks: z
    .array(z.strictObject({ from: localDate, to: localDate }))
    .max(500)
    .readonly(),
  maxSchoolDayHours: dayHours,
  maxOtherDayHours: dayHours,
  maxSchoolWeekHours: weekHours,
  maxOtherWeekHours: weekHours,
}
const minor = z
  .strictObject({
    ...range,
    summer: z.strictObject({ from: yearDay, to: yearDay, endMinute: minute }).nullable(),
    ...minorHours,
  })
  .refine(isRange, NO_RANGE)

/** Limits of work, as `WorkLimits`: left out, or null for none. */
export const workLimits = {
  maxHoursPerWeek: hours(HOURS_PER_WEEK),
  minHoursPerWeek: hours(HOURS_PER_WEEK),
  maxShiftHours: hours(48),
  minShiftHours: hours(24),
  minRestHours: hours(MAX_REST_HOURS),
  maxConsecutiveDays: z.int().min(1).max(366).nullable().exactOptional(),
  maxHoursPerDay: hours(24),
  maxDaySpanHours: hours(48),
  minWeeklyRestHours: hours(MAX_REST_HOURS),
  maxWeekendsInRow: z.int().min(1).max(53).nullable().exactOptional(),
}

/** As `WorkRules`. */
const workRules = {
  ...workLimits,
  averageHours: averageHours.nullable().exactOptional(),
  night: night.nullable().exactOptional(),
  minor: minor.nullable().exactOptional(),
}

export const hourlyCost = z.number().min(0).max(1_000_000).nullable()
export const vacationDays = z.number().min(0).max(366).nullable()
const zoneName = z.string().refine(isTimeZone, 'is not a time zone known here')
export const emailAddress = z.string().refine(isEmailAddress, 'is not an email address')
export const poolIds = z.array(z.string().min(1).max(200)).max(10_000).readonly()

const COUNTRY_CODE = /^[A-Z]{2}$/u
/** As calendars write them: "NY", "57", "BY". */
const REGION_CODE = /^[A-Z0-9-]{1,8}$/u
export const holidayPlace = z.strictObject({
  country: z.string().regex(COUNTRY_CODE, 'is not the two letters of a country, such as "DE"'),
  region: z.string().regex(REGION_CODE, 'is not the code of a region, such as "BY"').nullable(),
})

/** Of one agent. */
export const MOST_AVAILABLE_RANGES = 200
const availableRange = z.strictObject({ dayOfWeek, ...range }).refine(isRange, NO_RANGE)

export const MOST_WISHES = 100
const wish = z.strictObject({ wish: z.enum(WISHES), dayOfWeek, ...range }).refine(isRange, NO_RANGE)

/** `AgentRules` as they are stored and cross a boundary. */
export const agentRulesSchema = z.strictObject({
  ...workRules,
  hourlyCost: hourlyCost.exactOptional(),
  availability: z.array(availableRange).max(MOST_AVAILABLE_RANGES).readonly().nullable().exactOptional(),
  daysOff: z.array(localDate).max(5_000).readonly().exactOptional(),
  pools: poolIds.nullable().exactOptional(),
  timeZone: zoneName.nullable().exactOptional(),
  holidayCalendar: holidayPlace.nullable().exactOptional(),
  vacationDays: vacationDays.exactOptional(),
  wishes: z.array(wish).max(MOST_WISHES).readonly().exactOptional(),
  email: emailAddress.nullable().exactOptional(),
})

export const owedBreakCounts = z.enum(['worked', 'presence'])
const owedBreak = z.strictObject({
  afterHours: shiftHours,
  minutes: breakMinutes,
  counts: owedBreakCounts.exactOptional(),
})

export const people = z.int().min(0).max(1_000)

/** `MinimumStaff` as it is stored and crosses a boundary. */
const minimumStaff = z
  .strictObject({ poolId: z.string().min(1).max(200).nullable(), dayOfWeek, ...range, people })
  .refine(isRange, NO_RANGE)

/** What a plan's rules hold besides limits, owed break and pay. */
export const morePlanRules = {
  moreOwedBreaks: z.array(owedBreak).max(10).readonly().exactOptional(),
  breaksByHour: z
    .array(z.strictObject({ afterHours: shiftHours, minutes: breakMinutes, byHour: shiftHours }))
    .max(10)
    .readonly()
    .exactOptional(),
  unbrokenWork: z.strictObject({ hours: shiftHours, breakMinutes }).nullable().exactOptional(),
  overtime: z
    .array(
      z.strictObject({
        basis: z.enum(['day', 'week', 'seventh-day']),
        afterHours: weekHours,
        rate: z.number().min(1).max(10),
      }),
    )
    .max(20)
    .readonly()
    .exactOptional(),
  noticeDays: z.int().min(1).max(366).nullable().exactOptional(),
  pack: z.string().min(1).max(40).nullable().exactOptional(),
}

/** `PlanRules` as they are stored and cross a boundary. */
export const planRulesSchema = z.strictObject({
  limits: z.strictObject(workRules).default({}),
  owedBreak: owedBreak.nullable().default(null),
  ...morePlanRules,
  minimumStaff: z.array(minimumStaff).max(2_000).readonly().exactOptional(),
  hourlyCost: hourlyCost.default(null),
})
