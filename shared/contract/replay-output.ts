import { z } from 'zod'

/** What `replay` prints: rates and their ranges are 0-100, knownShare is a fraction, dates are local. */

const date = z.iso.date()
const amount = z.number().nonnegative()
const rate = z.number().min(0).max(100)
const bands = (of: z.ZodType<number>) => ({ lower80: of, upper80: of, lower95: of, upper95: of })

/** As it was. */
const actual = z.strictObject({ visitors: amount, covered: amount, missed: amount, coverageRate: rate, agents: amount })
/** As the plan would have covered the same visitors. */
const replayed = z.strictObject(actual.shape)
const part = { actual, replayed, knownShare: z.number().min(0).max(1) }

export const replayOutputSchema = z.strictObject({
  actual,
  replayed: z.strictObject({ ...replayed.shape, ...bands(rate) }),
  /** Visitors covered more (or fewer) than there were. */
  difference: z.strictObject({ covered: z.number(), ...bands(z.number()) }),
  days: z.array(
    z.strictObject({
      date,
      ...part,
      /** Of the day's coverage rate; null: nobody came. */ band: z.strictObject(bands(rate)).nullable(),
    }),
  ),
  /** By day of week, Sunday first, and hour of the day. */
  hours: z.array(z.array(z.strictObject(part)).length(24)).length(7),
  /** By hour of the day, all days together. */
  hoursOfDay: z.array(z.strictObject({ hour: z.int().min(0).max(23), ...part })).length(24),
  /** Attendance and model were learned from what was known before this local date; of a replay that learns before each week, before its first. */
  learnedBefore: date,
  range: z.strictObject({
    /** Both inside. */
    from: date,
    to: date,
    timeZone: z.string(),
    /** Share of the range's quarter-hours of which it is known what happened; nothing else counts. */
    knownShare: z.number().min(0).max(1),
    /** What attendance and model were learned from: all before the range, or before each of its weeks. */
    learned: z.enum(['before-range', 'before-each-week']),
  }),
  plan: z.strictObject({
    name: z.string(),
    timeZone: z.string(),
    /** null: all pools. */
    poolId: z.string().nullable(),
    /** Whether a dated plan without a date in the range was replayed week by week, again and again. */
    repeated: z.boolean(),
  }),
  /** Agents of the plan whom the source does not know; they count like everybody. */
  unknownAgents: z.array(z.string()),
})

export type ReplayOutput = z.infer<typeof replayOutputSchema>
