import { z } from 'zod'
import { DATE_ORDERS } from '../../../shared/roster/date-text.ts'
import { PLAN_LIMITS } from '../../../shared/plan/validate-plan.ts'
import { text, timeZone, until, workspaceId } from '../core/inputs.ts'

const MOST_NAMES = 20_000
const NAME_LENGTH = 1_000
const planId = z.uuid('is not the id of a plan')

/** How a roster is to be read. */
const reading = {
  workspaceId,
  /** As the user knows the file. */
  fileName: text(NAME_LENGTH).min(1, 'is empty'),
  /** null: the plan's that it goes into, else the workspace's. */
  timeZone: timeZone.nullable().default(null),
  /** null: what the file itself says. */
  dateOrder: z.enum(DATE_ORDERS).nullable().default(null),
  /** The system's, where the file says nothing. */
  usualOrder: z.enum(DATE_ORDERS).default('dmy'),
  /** null: the first that holds a roster. */
  sheet: text(NAME_LENGTH).nullable().default(null),
  /** 0 = Sunday. */
  firstDayOfWeek: z.int().min(0).max(6).default(1),
  /** Weeks that take turns stay single weeks, be they a rotation or not. */
  datesOnly: z.boolean().default(false),
  /** Who is meant by names of the file: an agent's id; null: somebody of the plan alone. */
  names: z
    .array(z.tuple([text(NAME_LENGTH), text(PLAN_LIMITS.idLength).min(1).nullable()]))
    .max(MOST_NAMES)
    .default([]),
  /** The plan whose weeks are replaced; null: a new one is made. */
  into: planId.nullable().default(null),
  now: until,
}

/** What is done with what was read. */
const storing = {
  /** null: that of the plan file, else of the file. */
  name: text(PLAN_LIMITS.nameLength).trim().min(1, 'is empty').nullable().default(null),
  /** Absences become time off. */
  withAbsences: z.boolean().default(false),
}

const uploadId = z.uuid('is not the id of an upload')
export const previewRosterInput = z.strictObject({ ...reading, uploadId })
export const storeRosterInput = z.strictObject({ ...reading, ...storing, uploadId })
/** `file`: a path on this computer. */
export const rosterFileInput = z.strictObject({
  ...reading,
  ...storing,
  file: text(4096).min(1, 'is empty'),
  isDryRun: z.boolean().default(false),
  /** Nothing is stored where anything was not understood. */
  isStrict: z.boolean().default(false),
})
