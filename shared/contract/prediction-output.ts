import { z } from 'zod'
import { knownDaySchema } from './known-day-output.ts'
import { starvedPoolSchema } from './starved-output.ts'

/** What `forecast` and `predict` print: rates and their bands are 0-100, accuracy and attendance are fractions. */

const date = z.iso.date()
const instant = z.iso.datetime({ offset: true })
const amount = z.number().nonnegative()
const fraction = z.number().min(0).max(1)
const rate = z.number().min(0).max(100)

const visitorBands = { visitors: amount, lower80: amount, upper80: amount, lower95: amount, upper95: amount }

export const accuracySchema = z.strictObject({
  method: z.enum(['seasonal-naive', 'ew', 'profile', 'combination', 'prior']),
  /** null: there was no past week to try the forecast on, or no visitor in it. */
  wape: amount.nullable(),
  mase: amount.nullable(),
  bias: z.number().nullable(),
  holds80: fraction.nullable(),
  holds95: fraction.nullable(),
  /** Past weeks that were forecast from what was known before them. */
  origins: z.int().nonnegative(),
})

const weekRange = z.strictObject({
  /** Local dates, both inside. */
  from: date,
  to: date,
  timeZone: z.string(),
  /** Nothing at or after it went in. */
  origin: instant,
})

export const forecastOutputSchema = z.strictObject({
  slots: z.array(z.strictObject({ start: instant, ...visitorBands })),
  week: z.strictObject(visitorBands),
  accuracy: accuracySchema,
  range: weekRange,
  slotMinutes: z.literal([15, 30, 60]),
  /** Days of the week that are known not to be usual. */
  knownDays: z.array(knownDaySchema),
  /**
   * What last year says: `change` of its same weeks against the weeks before them, the `weight` (0-1) that it was found to deserve, and the
   * `effect` of both on this week. Shares on top of what is expected otherwise; null: last year does not help, or is not known.
   */
  lastYear: z.strictObject({ effect: z.number(), change: z.number(), weight: fraction }).nullable(),
  starvedPools: z.array(starvedPoolSchema),
})

export const predictedWeekSchema = z.strictObject({
  visitors: amount,
  covered: amount,
  missed: amount,
  coverageRate: rate,
  lower80: rate,
  upper80: rate,
  lower95: rate,
  upper95: rate,
})

const cell = { visitors: amount, covered: amount, coverageRate: rate, agents: amount, openAgents: amount }

const poolModelSchema = z.strictObject({
  /** null: visits without a pool. */
  poolId: z.string().nullable(),
  /** Pools that are predicted as part of it; see `starvedPools`. */
  includes: z.array(z.string().nullable()),
  holdingMinutes: z.number().positive(),
  availability: fraction,
  visitorsPerAgent: z.int().min(1),
  /** Share of a planned shift that its agent is expected to be online. */
  attendance: fraction,
  weeks: amount,
  warnings: z.array(z.string()),
  warningKinds: z.array(z.string()),
})

export const predictOutputSchema = z.strictObject({
  week: predictedWeekSchema,
  /** Sunday first. */
  byDayHour: z.array(z.array(z.strictObject(cell)).length(24)).length(7),
  slots: z.array(z.strictObject({ start: instant, ...cell })),
  /** What it is compared with: the typical week, unless said otherwise. */
  baseline: predictedWeekSchema,
  /** Visitors covered more (or fewer) than under the baseline. */
  difference: z.strictObject({
    covered: z.number(),
    lower80: z.number(),
    upper80: z.number(),
    lower95: z.number(),
    upper95: z.number(),
  }),
  model: z.strictObject({ pools: z.array(poolModelSchema) }),
  range: weekRange,
  /** How well past weeks' visitors were forecast. */
  forecast: accuracySchema,
  /** Agents of the plan whom the source does not know; they count like everybody. */
  unknownAgents: z.array(z.string()),
  /** Agents of the plan who are deactivated before a shift of theirs in the week ends; from then on they count as nobody. */
  inactiveAgents: z.array(z.string()),
  starvedPools: z.array(starvedPoolSchema),
  /** What the plan assumes to be otherwise; the baseline does not. Absent: nothing that changes anything. */
  assumptions: z.array(z.strictObject({ kind: z.string(), text: z.string() })).exactOptional(),
  /** With --sensitivity: coverage by `demand` (percent of change), and in each row by `absent` (agents absent on a day); null: nobody is expected. */
  sensitivity: z
    .strictObject({
      demand: z.array(z.number()),
      absent: z.array(z.int().nonnegative()),
      /** So many absent on each day. */
      week: z.array(z.array(rate.nullable())),
      days: z.array(z.strictObject({ date, coverageRate: z.array(z.array(rate.nullable())) })),
      /** The mildest of what was tried that brings coverage under a rate: the target, or where it is under that already the next lower ten percent. */
      breaks: z
        .strictObject({
          under: rate,
          with: z.array(
            z.discriminatedUnion('kind', [
              z.strictObject({ kind: z.literal('absent'), absent: z.int().positive(), date }),
              z.strictObject({ kind: z.literal('demand'), percent: z.number() }),
            ]),
          ),
        })
        .nullable(),
    })
    .exactOptional(),
})

export type ForecastOutput = z.infer<typeof forecastOutputSchema>
export type PredictOutput = z.infer<typeof predictOutputSchema>
export type PredictedWeek = z.infer<typeof predictedWeekSchema>
export type AccuracyOutput = z.infer<typeof accuracySchema>
