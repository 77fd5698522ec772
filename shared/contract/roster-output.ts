import { z } from 'zod'
import { rotationSchema } from '../plan/plan-schema.ts'
import { TIME_OFF_KINDS } from '../plan/rules/rule-types.ts'
import { ORDER_REASONS } from '../roster/date-order.ts'
import { DATE_ORDERS } from '../roster/date-text.ts'
import { MATCHED_BY } from '../roster/match-names.ts'
import { CHANGED, NOT_UNDERSTOOD } from '../roster/roster.ts'

const count = z.int().nonnegative()
const date = z.iso.date()
const time = z.string().regex(/^\d{2}:\d{2}$/u)
/** Both from 1; of a calendar the row is the number of its event, of a plan file that of its shift. */
const place = { row: count, column: count }

/** A column that holds something of which nothing was read. */
export const unusedColumnSchema = z.strictObject({ column: count, header: z.string() })

/** What was understood of a file. */
export const understoodSchema = z.strictObject({
  shape: z.enum(['rows', 'grid', 'calendar', 'plan']),
  /** null: the file has no sheets. */
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  kind: z.enum(['weekly', 'dated']),
  /** Rows of the table, or events of the calendar. */
  rows: count,
  shifts: count,
  openShifts: count,
  agents: count,
  /** First and last local date with a shift; null: there is none, or the plan is weekly. */
  dates: z.strictObject({ from: date, to: date }).nullable(),
  /** How the weeks of the file repeat; null: they do not, or every week is the same. */
  rotation: rotationSchema.nullable(),
  /** The whole weeks that the file is about: what `--into` replaces. */
  weeks: z.strictObject({ from: date, to: date }).nullable(),
  dateOrder: z.enum(DATE_ORDERS),
  /** Why dates are read in that order. */
  dateOrderBy: z.enum(ORDER_REASONS),
  timeZone: z.string(),
  columns: z.array(z.strictObject({ column: count, header: z.string(), role: z.string() })),
  /** Columns that hold something of which nothing was read. */
  unusedColumns: z.array(unusedColumnSchema),
})

export const notUnderstoodSchema = z.strictObject({ ...place, text: z.string(), why: z.enum(NOT_UNDERSTOOD) })
/** What was understood, and is not quite what the file says. */
export const changedSchema = z.strictObject({ ...place, text: z.string(), why: z.enum(CHANGED) })

/** `agentId`: as the plan has it; null: several could be meant. `candidates`: ids of those who could be. */
export const nameMatchSchema = z.strictObject({
  inFile: z.string(),
  agentId: z.string().nullable(),
  how: z.enum(MATCHED_BY),
  candidates: z.array(z.string()),
})

/** Dates are local and both inside; `start` and `end` null: whole days. */
export const foundAbsenceSchema = z.strictObject({
  ...place,
  inFile: z.string(),
  agentId: z.string().nullable(),
  kind: z.enum(TIME_OFF_KINDS),
  from: date,
  to: date,
  start: time.nullable(),
  end: time.nullable(),
})

/** What reading a roster found, but for its shifts. */
export const rosterReportShape = {
  understood: understoodSchema,
  notUnderstood: z.array(notUnderstoodSchema),
  changed: z.array(changedSchema),
  matches: z.array(nameMatchSchema),
  absences: z.array(foundAbsenceSchema),
}

export type NotUnderstoodOutput = z.infer<typeof notUnderstoodSchema>
export type ChangedOutput = z.infer<typeof changedSchema>
export type NameMatchOutput = z.infer<typeof nameMatchSchema>
export type FoundAbsenceOutput = z.infer<typeof foundAbsenceSchema>
export type RosterUnderstood = z.infer<typeof understoodSchema>
