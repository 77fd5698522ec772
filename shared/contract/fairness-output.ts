import { z } from 'zod'

const hours = z.number().nonnegative()
const count = z.int().nonnegative()

const sharesSchema = z.strictObject({
  hours,
  /** Nights and weekends together. */
  unpopularHours: hours,
  /** How far agents are from their fair share on average, in hours; null: nobody works. */
  spread: hours.nullable(),
  agents: z.array(
    z.strictObject({
      agentId: z.string(),
      name: z.string(),
      hours,
      nightHours: hours,
      weekendHours: hours,
      unpopularHours: hours,
      nights: count,
      weekends: count,
      /** Begin from 4:00 on and before 7:00. */
      earlyShifts: count,
      /** End after 20:00 and by 2:00. */
      lateShifts: count,
      /** Public holidays of the agent's calendar with two hours of work or more. */
      holidays: count,
      /** Of weeks in which they work. */
      wishes: count,
      wishesKept: count,
      /** Unpopular hours in proportion to the hours worked. */
      fairHours: hours,
      /** Unpopular hours over the fair share; negative: under it. */
      difference: z.number(),
      isOutlier: z.boolean(),
    }),
  ),
})

/** How evenly nights and weekends are shared. */
export const fairnessOutputSchema = z.strictObject({
  range: z.strictObject({ from: z.iso.date(), to: z.iso.date(), timeZone: z.string() }),
  /** Hours online, as the data source records them. */
  worked: sharesSchema,
  /** Scheduled hours without breaks: of the plan that was asked for, else of the published plans. */
  planned: sharesSchema,
})

export type FairnessOutput = z.infer<typeof fairnessOutputSchema>
