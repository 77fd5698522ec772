import { z } from 'zod'
import { DAY_MINUTES } from '../foundation/minutes.ts'
import type { TimeRange } from '../plan/plan.ts'
import {
  TIME_OFF_KINDS,
  type MinimumStaff,
  type MinorRules,
  type NightRules,
  type TimeOff,
} from '../plan/rules/rule-types.ts'
import type { WorkRules } from '../plan/rules/rules.ts'
import {
  averageHours,
  localDate,
  minorHours,
  nightHours,
  people,
  workLimits,
  yearDay,
} from '../plan/rules/rules-schema.ts'
import { MOST_TIME_OFF_NOTE } from '../plan/rules/time-off-schema.ts'
import { formatWallTime, parseWallTime } from '../plan/wall-time.ts'

/** The parts of a rules file that have times of day: "HH:MM", where a plan's rules have minutes. */

export const time = z
  .string()
  .refine((text) => parseWallTime(text) !== null, 'is not a time from 00:00 to 24:00, such as "17:30"')
export const fileDayOfWeek = z
  .number()
  .refine((day) => Number.isInteger(day) && day >= 0 && day < 7, 'is not a day of the week, 0 (Sunday) to 6')

const night = z.strictObject({ start: time, end: time, ...nightHours })
const minor = z.strictObject({
  start: time,
  end: time,
  summer: z.strictObject({ from: yearDay, to: yearDay, end: time }).nullable().default(null),
  ...minorHours,
  schoolBreaks: minorHours.schoolBreaks.default([]),
})

/** Rules of one person, or of everybody. */
export const fileWorkRules = {
  ...workLimits,
  averageHours: averageHours.nullable().exactOptional(),
  night: night.nullable().exactOptional(),
  minor: minor.nullable().exactOptional(),
}

export const fileMinimumStaff = z.strictObject({
  poolId: z.string().min(1).max(200).nullable().default(null),
  dayOfWeek: fileDayOfWeek,
  start: time,
  end: time,
  people,
})

export const fileTimeOff = z
  .strictObject({
    kind: z.enum(TIME_OFF_KINDS).default('vacation'),
    from: localDate,
    /** Left out: one day. */
    to: localDate.exactOptional(),
    /** Both or none; none: whole days. */
    start: time.exactOptional(),
    end: time.exactOptional(),
    note: z.string().max(MOST_TIME_OFF_NOTE).default(''),
  })
  .refine(({ from, to }) => to === undefined || from <= to, 'ends before it begins')
  .refine(
    ({ start, end }) => (start === undefined) === (end === undefined),
    'has a start without an end, or an end without a start',
  )

type FileWorkRules = z.output<z.ZodObject<typeof fileWorkRules>>

/** Minutes of two times; an end that is not after its start is on the next day. */
export function rangeOf(start: string, end: string): TimeRange {
  const startMinute = parseWallTime(start)! % DAY_MINUTES
  const endMinute = parseWallTime(end)!
  return { startMinute, endMinute: endMinute > startMinute ? endMinute : endMinute + DAY_MINUTES }
}

/** Rules as a plan has them. */
export function readWorkRules({ night: ofNight, minor: ofMinor, ...rules }: FileWorkRules): WorkRules {
  return {
    ...rules,
    ...(ofNight === undefined ? {} : { night: ofNight && readNight(ofNight) }),
    ...(ofMinor === undefined ? {} : { minor: ofMinor && readMinor(ofMinor) }),
  }
}

function readNight({ start, end, ...rest }: z.output<typeof night>): NightRules {
  return { ...rangeOf(start, end), ...rest }
}

function readMinor({ start, end, summer, ...rest }: z.output<typeof minor>): MinorRules {
  const range = rangeOf(start, end)
  return {
    ...range,
    summer:
      summer === null ? null : { from: summer.from, to: summer.to, endMinute: rangeOf(start, summer.end).endMinute },
    ...rest,
  }
}

/** Rules as a file has them. */
export function writeWorkRules({
  night: ofNight,
  minor: ofMinor,
  ...rules
}: WorkRules): z.input<z.ZodObject<typeof fileWorkRules>> {
  return {
    ...(rules as Omit<z.input<z.ZodObject<typeof fileWorkRules>>, 'night' | 'minor'>),
    ...(ofNight === undefined ? {} : { night: ofNight && writeNight(ofNight) }),
    ...(ofMinor === undefined ? {} : { minor: ofMinor && writeMinor(ofMinor) }),
  }
}

function writeNight({ startMinute, endMinute, ...rest }: NightRules): z.input<typeof night> {
  return { start: formatWallTime(startMinute), end: formatWallTime(endMinute), ...rest }
}

function writeMinor({ startMinute, endMinute, summer, ...rest }: MinorRules): z.input<typeof minor> {
  return {
    start: formatWallTime(startMinute),
    end: formatWallTime(endMinute),
    summer: summer === null ? null : { from: summer.from, to: summer.to, end: formatWallTime(summer.endMinute) },
    ...rest,
  }
}

export function readMinimumStaff({ start, end, ...rest }: z.output<typeof fileMinimumStaff>): MinimumStaff {
  return { ...rest, ...rangeOf(start, end) }
}

export function writeMinimumStaff({
  startMinute,
  endMinute,
  dayOfWeek,
  ...rest
}: MinimumStaff): z.input<typeof fileMinimumStaff> {
  return {
    ...rest,
    dayOfWeek: (dayOfWeek + Math.floor(startMinute / DAY_MINUTES)) % 7,
    start: formatWallTime(startMinute),
    end: formatWallTime(endMinute % DAY_MINUTES),
  }
}

/** Without an id: whoever stores it gives one. */
export function readTimeOff({ kind, from, to, start, end, note }: z.output<typeof fileTimeOff>): Omit<TimeOff, 'id'> {
  const part = start === undefined || end === undefined ? null : rangeOf(start, end)
  return { kind, from, to: to ?? from, part, note }
}

export function writeTimeOff({ kind, from, to, part, note }: Omit<TimeOff, 'id'>): z.input<typeof fileTimeOff> {
  return {
    kind,
    from,
    ...(to === from ? {} : { to }),
    ...(part === null ? {} : { start: formatWallTime(part.startMinute), end: formatWallTime(part.endMinute) }),
    ...(note === '' ? {} : { note }),
  }
}
