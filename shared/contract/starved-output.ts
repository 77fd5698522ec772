import { z } from 'zod'

/** A pool that looks uncovered although its agents are online, because the visits that they take are recorded under other pools. */
export const starvedPoolSchema = z.strictObject({
  /** null: visits without a pool. */
  poolId: z.string().nullable(),
  /** Visits of the days that show it, and how many of them are recorded as covered. */
  visitors: z.int().nonnegative(),
  covered: z.int().nonnegative(),
  days: z.int().nonnegative(),
  /** Share of them that came while somebody who serves the pool was online, 0-1. */
  onlineShare: z.number().min(0).max(1),
  /** Only some of the visits that its agents take are missing. */
  isPart: z.boolean(),
  /** Pools under which the visits that its agents take seem to be recorded: predictions and recommendations treat them as one. Empty: none shows them. */
  recordedUnder: z.array(z.string().nullable()),
  /** The same for people. */
  text: z.string(),
})

export type StarvedPoolOutput = z.infer<typeof starvedPoolSchema>
