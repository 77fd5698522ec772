import { z } from 'zod'
import { TIME_OFF_KINDS } from '../plan/rules/rule-types.ts'

const kind = z.enum(TIME_OFF_KINDS)
/** "HH:MM" of a local day; an end that is not after the start is on the next day. */
const time = z.string().regex(/^\d{2}:\d{2}$/u)

/** Dates are local and both inside; `start` and `end` null: whole days. */
export const timeOffEntrySchema = z.strictObject({
  id: z.string(),
  agentId: z.string(),
  name: z.string(),
  kind,
  from: z.iso.date(),
  to: z.iso.date(),
  start: time.nullable(),
  end: time.nullable(),
  note: z.string(),
})

/** A public holiday that is a day off for an agent; nothing of it is stored. */
const publicHolidaySchema = z.strictObject({
  agentId: z.string(),
  name: z.string(),
  date: z.iso.date(),
  holiday: z.string(),
})

/** Days of a calendar year by kind; `vacationLeft` null: the agent has no allowance. */
const timeOffYearSchema = z.strictObject({
  agentId: z.string(),
  name: z.string(),
  year: z.int(),
  days: z.strictObject({
    vacation: z.number(),
    ill: z.number(),
    training: z.number(),
    holiday: z.number(),
    other: z.number(),
  }),
  vacationLeft: z.number().nullable(),
})

export const timeOffListOutputSchema = z.strictObject({
  timeOff: z.array(timeOffEntrySchema),
  years: z.array(timeOffYearSchema),
  publicHolidays: z.array(publicHolidaySchema),
})
/** Whether public holidays are days off, and by which calendars. */
export const timeOffHolidaysOutputSchema = z.strictObject({
  publicHolidaysOff: z.boolean(),
  calendars: z.array(z.strictObject({ country: z.string(), region: z.string().nullable() })),
})
export const timeOffAddOutputSchema = z.strictObject({ added: timeOffEntrySchema })
export const timeOffRemoveOutputSchema = z.strictObject({ removed: timeOffEntrySchema })
export const timeOffExportOutputSchema = z.strictObject({ file: z.string(), bytes: z.int(), rows: z.int() })

export type PublicHolidayEntry = z.infer<typeof publicHolidaySchema>
export type TimeOffEntry = z.infer<typeof timeOffEntrySchema>
