import { z } from 'zod'
import { TIME_OFF_KINDS } from '../plan/rules/rule-types.ts'
import { ORDER_REASONS } from '../roster/date-order.ts'
import { DATE_ORDERS } from '../roster/date-text.ts'
import { changedSchema, nameMatchSchema, notUnderstoodSchema, unusedColumnSchema } from './roster-output.ts'

const count = z.int().nonnegative()
/** "HH:MM" of a local day; an end that is not after the start is on the next day. */
const time = z.string().regex(/^\d{2}:\d{2}$/u)
/** Both from 1. */
const place = { row: count, column: count }

const readRows = {
  /** false: a dry run, or something was not understood and `--strict` was given. */
  stored: z.boolean(),
  /** Who is meant by the names in the file; `new`: nobody, so those rows were left out. */
  matches: z.array(nameMatchSchema),
  /** Rows that were left out: the first 1,000. */
  notUnderstood: z.array(notUnderstoodSchema),
  notUnderstoodCount: count,
  changed: z.array(changedSchema),
  unusedColumns: z.array(unusedColumnSchema),
}

/** `added`: entries that are not there yet; `known`: those that are. */
export const timeOffImportOutputSchema = z.strictObject({
  added: count,
  known: count,
  dateOrder: z.enum(DATE_ORDERS),
  /** Why dates are read in that order. */
  dateOrderBy: z.enum(ORDER_REASONS),
  /** The first 200: a row with times on several days is an entry a part. */
  timeOff: z.array(
    z.strictObject({
      ...place,
      agentId: z.string().nullable(),
      kind: z.enum(TIME_OFF_KINDS),
      from: z.iso.date(),
      to: z.iso.date(),
      start: time.nullable(),
      end: time.nullable(),
      note: z.string(),
      known: z.boolean(),
    }),
  ),
  ...readRows,
})

/** `agents`: how many the file names. */
export const availabilityImportOutputSchema = z.strictObject({
  agents: count,
  /** The first 200; `ranges` null: at any time, empty: never. `dayOfWeek` 0: Sunday. */
  availability: z.array(
    z.strictObject({
      ...place,
      agentId: z.string().nullable(),
      ranges: z.array(z.strictObject({ dayOfWeek: z.int().min(0).max(6), start: time, end: time })).nullable(),
    }),
  ),
  ...readRows,
})

export const availabilityExportOutputSchema = z.strictObject({ file: z.string(), bytes: count, rows: count })
