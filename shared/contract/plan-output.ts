import { z } from 'zod'
import { rotationSchema } from '../plan/plan-schema.ts'
import { planFileSchema } from './plan-file.ts'
import { rosterReportShape } from './roster-output.ts'

const date = z.iso.date()
const instant = z.iso.datetime({ offset: true })
const count = z.int().nonnegative()

export const publicationSchema = z.strictObject({
  id: z.string(),
  /** 1 is the plan's first. */
  version: z.int().positive(),
  /** Local dates on which the first and the last week begin; null: until another takes over. */
  firstWeek: date,
  lastWeek: date.nullable(),
  publishedAt: instant,
  /** Whether it is the one that holds today. */
  inForce: z.boolean(),
  /** Weeks whose prediction is kept. */
  frozenWeeks: z.array(date),
})

export const storedPlanSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['weekly', 'dated']),
  timeZone: z.string(),
  /** null: all pools. */
  poolId: z.string().nullable(),
  /** `changed`: published, and edited since. */
  state: z.enum(['draft', 'published', 'changed']),
  archived: z.boolean(),
  shifts: count,
  openShifts: count,
  /** Agents who have a shift. */
  agents: count,
  /** Of all shifts on the wall clock, without breaks: of a week in a weekly plan, of all dates in a dated one. */
  hours: z.number().nonnegative(),
  /** First and last local date of a dated plan with shifts. */
  dates: z.strictObject({ from: date, to: date }).nullable(),
  /** How its weeks repeat: the cycle, the date on which its first week begins, and how often it is worked; null: not a rotation. */
  rotation: rotationSchema.nullable(),
  createdAt: instant,
  updatedAt: instant,
  /** Grows with every edit. */
  revision: z.int().positive(),
  /** The newest first. */
  publications: z.array(publicationSchema),
})

/** Another plan of the same pool that is published for some of the same weeks. */
export const overlapSchema = z.strictObject({
  planId: z.string(),
  planName: z.string(),
  /** Local dates on which the first and the last week of both begin; null: no end. */
  firstWeek: date,
  lastWeek: date.nullable(),
})

export const planListOutputSchema = z.strictObject({ plans: z.array(storedPlanSchema) })
/** `file`: the plan as a plan file. */
export const planShowOutputSchema = z.strictObject({ plan: storedPlanSchema, file: planFileSchema })
/** `plan` null: nothing was stored, or absences alone. `warnings`: what of the plan the workspace does not know. */
export const planImportOutputSchema = z.strictObject({
  plan: storedPlanSchema.nullable(),
  warnings: z.array(z.string()),
  ...rosterReportShape,
  /** Shifts that came into the plan of `--into`, and left it; null: a new plan was made, or none. */
  change: z.strictObject({ added: count, removed: count }).nullable(),
  /** Absences that became time off. */
  absencesAdded: count,
})
export const planExportOutputSchema = z.strictObject({ file: z.string(), bytes: count, plan: storedPlanSchema })
export const planPublishOutputSchema = z.strictObject({
  plan: storedPlanSchema,
  publication: publicationSchema,
  overlaps: z.array(overlapSchema),
  /** Why weeks have no prediction yet, in words; null: all that can have one have it. */
  notPredicted: z.string().nullable(),
})
export const planWithdrawOutputSchema = z.strictObject({
  plan: storedPlanSchema,
  /** The first week that was taken back. */
  from: date,
  /** null: no week of it had begun, and it is gone. */
  publication: publicationSchema.nullable(),
  /** The plan that holds in that week now; null: none. */
  heldBy: z.strictObject({ planId: z.string(), planName: z.string() }).nullable(),
})

export type PublicationOutput = z.infer<typeof publicationSchema>
export type StoredPlanOutput = z.infer<typeof storedPlanSchema>
export type PublicationOverlap = z.infer<typeof overlapSchema>
