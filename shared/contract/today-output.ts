import { z } from 'zod'

/** What `today` prints: rates and their ranges are 0-100, knownShare is a fraction, instants are ISO, dates and hours local. */

const amount = z.number().nonnegative()
const rate = z.number().min(0).max(100)
const instant = z.iso.datetime()
const sums = z.strictObject({ visitors: amount, covered: amount })
/** coverageRate null: no visitor. */
const part = z.strictObject({ ...sums.shape, coverageRate: rate.nullable() })
const maybe = rate.nullable()
const instants = { start: instant, end: instant }
const shiftTimes = z.strictObject({ ...instants, breaks: z.array(z.strictObject(instants)) })

export const todayOutputSchema = z.strictObject({
  date: z.iso.date(),
  timeZone: z.string(),
  /** Nothing at or after it is known: the last sync, or `--now` where that is earlier. */
  asOf: instant,
  /** The present. */
  now: instant,
  /** By pool the chance that a visitor who comes at asOf is covered; none: that is over an hour ago, or not enough is known of it. */
  nextVisitor: z.array(
    z.strictObject({
      /** null: visits without a pool; so is then the name. */
      poolId: z.string().nullable(),
      name: z.string().nullable(),
      /** null: not known. */
      chance: maybe,
      agents: z.int().nonnegative(),
      /** Expected at asOf. */
      visitorsPerHour: amount,
    }),
  ),
  /** Of all these pools; null: there are none. */
  nextVisitorAll: z
    .strictObject({
      /** null: not known. */
      chance: maybe,
      /** Online, each once. */
      agents: z.int().nonnegative(),
    })
    .nullable(),
  soFar: part,
  /** What is still expected, with the range of its rate; null: nobody is. */
  restOfDay: z.strictObject({ ...part.shape, lower80: maybe, upper80: maybe, lower95: maybe, upper95: maybe }),
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
  /** Agents online at asOf. */
  online: z.array(z.string()),
  /** Who is away today, or has not come; the shift is null where none was planned, `lost` (visitors of the rest of the day) where it is not known. */
  absent: z.array(z.strictObject({ agentId: z.string(), shiftId: z.string().nullable(), lost: z.number().nullable() })),
  /** The published plan that each pool follows; planId null: the typical week. A poolId of null: visits without a pool. */
  plans: z.array(z.strictObject({ poolId: z.string().nullable(), planId: z.string().nullable() })),
  /** Of `--absent` alone: the best ways to cover for that agent. */
  repairs: z
    .array(
      z.strictObject({
        kind: z.enum(['come-in', 'start-earlier', 'stay-longer', 'move-break']),
        agentId: z.string(),
        /** null: no shift of theirs today. */
        before: shiftTimes.nullable(),
        after: shiftTimes,
        /** Visitors of the rest of the day covered more. */
        coveredGain: z.number(),
        /** Worked on top. */
        hours: z.number(),
        /** Rules that it would break. */
        breaks: z.array(z.strictObject({ rule: z.string(), text: z.string() })),
      }),
    )
    .optional(),
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
