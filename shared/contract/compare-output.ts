import { z } from 'zod'

/** What `compare` prints: rates and their bands are 0-100, parts are points of rate, knownShare and holds80 are fractions. */

const date = z.iso.date()
const instant = z.iso.datetime({ offset: true })
const amount = z.number().nonnegative()
const rate = z.number().min(0).max(100)
const count = z.int().nonnegative()

/** Actual minus predicted; the three add up to the whole difference. */
const parts = z.strictObject({ traffic: z.number(), staffing: z.number(), model: z.number() })

const adherenceOutputSchema = z.strictObject({
  agentId: z.string(),
  name: z.string(),
  /** Of shifts that begin in the week, as far as they have passed and are known; without breaks. */
  plannedHours: amount,
  actualHours: amount,
  /** Of these where nothing was planned. */
  unplannedHours: amount,
  lateMinutes: amount,
  earlyLeaveMinutes: amount,
  /** Shifts that are over and known; of them late, left early (by more than 5 minutes each), and not worked. */
  shifts: count,
  lateShifts: count,
  earlyShifts: count,
  absentShifts: count,
})

export const comparedWeekSchema = z.strictObject({
  /** Local date on which it begins. */
  start: date,
  /** `partly-known`: over, and not all of it was synced. */
  state: z.enum(['running', 'over', 'partly-known', 'unknown']),
  /** Share of the week of which it is known what happened. */
  knownShare: z.number().min(0).max(1),
  /** Coverage rate of what is known; where nothing is, of the whole week. */
  predicted: rate,
  actual: rate.nullable(),
  /** null: not all of it is known, or nobody came. */
  insideBand80: z.boolean().nullable(),
  parts: parts.nullable(),
  /** The whole week as it was predicted, with the range in which 8 (or 19) of 10 (or 20) such weeks should lie. */
  predictedWeek: z.strictObject({
    visitors: amount,
    covered: amount,
    coverageRate: rate,
    lower80: rate,
    upper80: rate,
    lower95: rate,
    upper95: rate,
  }),
  visitors: z.strictObject({ predicted: amount, actual: amount.nullable() }),
  covered: z.strictObject({ predicted: amount, actual: amount.nullable(), parts: parts.nullable() }),
  adherence: z.array(adherenceOutputSchema),
  /** Why the plan's pool was predicted, and is compared, together with others: a sentence each. */
  poolNotes: z.array(z.string()),
})

export const compareOutputSchema = z.strictObject({
  /** In order of time: those of the plan that have begun, in which it is in force and which were predicted. */
  weeks: z.array(comparedWeekSchema),
  /** Share of weeks inside their 80% band, over all published plans; null: none could be judged. */
  holds80: z.number().min(0).max(1).nullable(),
  /** Weeks that `holds80` rests on. */
  judgedWeeks: count,
  plan: z.strictObject({ id: z.string(), name: z.string(), timeZone: z.string(), poolId: z.string().nullable() }),
  /** Nothing at or after it is known. */
  now: instant,
  /** Weeks that have begun and were never predicted. */
  notPredicted: z.array(date),
})

export type CompareOutput = z.infer<typeof compareOutputSchema>
export type ComparedWeekOutput = z.infer<typeof comparedWeekSchema>
