import { z } from 'zod'

/** What `today` prints: rates and their ranges are 0-100, knownShare is a fraction, instants are ISO, dates and hours local. */

const amount = z.number().nonnegative()
const rate = z.number().min(0).max(100)
const instant = z.iso.datetime()
const sums = z.strictObject({ visitors: amount, covered: amount })
/** coverageRate null: no visitor. */
const part = z.strictObject({ ...sums.shape, coverageRate: rate.nullable() })
const band = z.strictObject({ lower80: rate, upper80: rate, lower95: rate, upper95: rate })

export const todayOutputSchema = z.strictObject({
  date: z.iso.date(),
  timeZone: z.string(),
  /** Nothing at or after it is known: the last sync, or `--now` where that is earlier. */
  asOf: instant,
  /** The chance that a visitor who comes at asOf is covered; null: that is over an hour ago, or not enough is known of it. */
  nextVisitor: z
    .strictObject({
      /** Of all pools; null: not known. */
      chance: rate.nullable(),
      /** Online, each once. */
      agents: z.int().nonnegative(),
      pools: z.array(
        z.strictObject({
          /** null: visits without a pool; so is then the name. */
          poolId: z.string().nullable(),
          name: z.string().nullable(),
          /** null: not known. */
          chance: rate.nullable(),
          agents: z.int().nonnegative(),
          /** Expected at asOf. */
          visitorsPerHour: amount,
        }),
      ),
    })
    .nullable(),
  soFar: part,
  /** What is still expected; band null: nobody is. */
  rest: z.strictObject({ ...part.shape, band: band.nullable() }),
  day: part,
  /** Share of the passed part of the day of which it is known what happened. */
  knownShare: z.number().min(0).max(1),
  /** What the rest of the day is predicted from: published plans by name, or where there is none the typical week. */
  basis: z.array(
    z.strictObject({
      plans: z.array(z.string()),
      /** null: all; an entry of null: visits without a pool. */
      poolIds: z.array(z.string().nullable()).nullable(),
    }),
  ),
  hours: z.array(
    z.strictObject({
      hour: z.int().min(0).max(23),
      start: instant,
      /** null: nothing of it is known, or it is still to come. */
      actual: sums.nullable(),
      rest: sums,
      /** Before the day began. */
      expected: sums,
    }),
  ),
})

export type TodayOutput = z.infer<typeof todayOutputSchema>
