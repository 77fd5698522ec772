import { z } from 'zod'
import { daysBetween, isLocalDate } from '../../time/local.ts'
import { TIME_OFF_KINDS } from './rule-types.ts'
import { isRange, localDate, NO_RANGE, range } from './rules-schema.ts'

/** Longer than anybody is away; guards against a slip of the year. */
export const MOST_TIME_OFF_DAYS = 3 * 366
export const MOST_TIME_OFF_NOTE = 500

const id = z.string().min(1).max(200)

/** Every rule is asked, also where a field is wrong already. */
function areDates(...texts: readonly string[]): boolean {
  return texts.every(isLocalDate)
}

/** An agent's time off as it is stored and crosses a boundary. */
export const timeOffSchema = z
  .strictObject({
    id,
    agentId: id,
    kind: z.enum(TIME_OFF_KINDS),
    from: localDate,
    to: localDate,
    /** Of each of its dates; null: whole days. */
    part: z.strictObject(range).refine(isRange, NO_RANGE).nullable(),
    note: z.string().max(MOST_TIME_OFF_NOTE),
  })
  .refine(({ from, to }) => from <= to, 'ends before it begins')
  .refine(
    ({ from, to }) => !areDates(from, to) || daysBetween(from, to) < MOST_TIME_OFF_DAYS,
    'is longer than three years',
  )
