import { z } from 'zod'

/** What `capacity` prints: rates are 0-100, months YYYY-MM, dates local. Hours are agent-hours; money is in the currency it was given in. */

const month = z.string().regex(/^\d{4}-\d{2}$/u)
const amount = z.number().nonnegative()
const rate = z.number().min(0).max(100)

/** What a figure comes from. */
export const CAPACITY_SOURCES = [
  'recent',
  'forecast',
  'growth',
  'plan',
  'attrition',
  'hires',
  'coverage',
  'range',
  'needed',
  'worth',
  'cost',
] as const
export type CapacitySource = (typeof CAPACITY_SOURCES)[number]

const capacityMonthSchema = z.strictObject({
  month,
  days: z.int().min(28).max(31),
  /** Mondays of the weeks that were predicted for it. */
  predictedWeeks: z.array(z.iso.date()).min(1).max(6),
  /** Whether last year's level is in the forecast. */
  season: z.boolean(),
  visitors: amount,
  covered: amount,
  missed: amount,
  coverageRate: rate,
  /** Of the coverage rate in a usual week of the month; null: nobody is expected. */
  range: z.strictObject({ lower80: rate, upper80: rate, lower95: rate, upper95: rate }).nullable(),
  hours: z.strictObject({
    /** Of the plan's shifts after attrition. */
    planned: amount,
    /** Of the hires, each as far as it is a full agent. */
    hired: amount,
    /** Expected online, of all. */
    online: amount,
    /** To be planned to reach the target, as if shifts could follow the need exactly; null: nobody is planned to go by. */
    needed: amount.nullable(),
  }),
  agents: z.strictObject({
    /** Full agents' worth of all planned hours; null: the plan has no agents to go by. */
    planned: amount.nullable(),
    needed: amount.nullable(),
  }),
  /** Covered because of the hires; null: there are none. */
  gained: z.number().nullable(),
  /** Worth of the visitors missed; null: it is not known what a visitor is worth. */
  lost: amount.nullable(),
  /** Of all hours that are paid; null: it is not known what an hour costs. */
  cost: amount.nullable(),
})

export const capacityOutputSchema = z.strictObject({
  /** What was counted in the last weeks before today; null: less than half of them is known. */
  recent: z
    .strictObject({
      from: z.iso.date(),
      to: z.iso.date(),
      /** Share of these weeks of which it is known what happened; nothing else counts. */
      knownShare: z.number().min(0).max(1),
      visitors: amount,
      covered: amount,
      missed: amount,
      coverageRate: rate,
      lost: amount.nullable(),
    })
    .nullable(),
  months: z.array(capacityMonthSchema).min(1).max(12),
  total: z.strictObject({
    visitors: amount,
    covered: amount,
    missed: amount,
    coverageRate: rate,
    lost: amount.nullable(),
    cost: amount.nullable(),
  }),
  /** What the hires bring over all months; null: there are none. Money is null where it was not given what it goes by. */
  hires: z
    .strictObject({
      count: z.int().positive(),
      gained: z.number(),
      worth: z.number().nullable(),
      cost: amount.nullable(),
      /** What those who begin before the first of the months bring and cost until then, from a local date on; null: nobody does. */
      before: z
        .strictObject({ from: z.iso.date(), gained: z.number(), worth: z.number().nullable(), cost: amount.nullable() })
        .nullable(),
      /**
       * The first month that brings as much as it costs, and the one by which all that they cost, before these months too, is earned; null:
       * none, or not known.
       */
      paysFrom: month.nullable(),
      paidBackBy: month.nullable(),
    })
    .nullable(),
  range: z.strictObject({ from: z.iso.date(), to: z.iso.date(), timeZone: z.string() }),
  assumed: z.strictObject({
    /** Percent a month. */
    growth: z.number(),
    attrition: z.number(),
    /** Coverage to reach. */
    target: rate,
    costPerHour: amount.nullable(),
    visitorWorth: amount.nullable(),
  }),
  plan: z.strictObject({
    /** 'given': named; 'live': published for all pools and in force today; 'typical': the usual week of the history. */
    kind: z.enum(['given', 'live', 'typical']),
    name: z.string(),
    timeZone: z.string(),
    /** null: all pools. */
    poolId: z.string().nullable(),
  }),
  /** Agents of the plan whom the source does not know; they count like everybody. */
  unknownAgents: z.array(z.string()),
})

export type CapacityOutput = z.infer<typeof capacityOutputSchema>

/** The document: the months in short as well, without the hires and with them, and each of its figures with what it comes from. */
export const capacityDocumentSchema = capacityOutputSchema.extend({
  months: z
    .array(
      capacityMonthSchema.extend({
        /** Of the coverage rate in a usual week of the month; null: nobody is expected. */
        lower80: rate.nullable(),
        upper80: rate.nullable(),
        /** Of all planned hours, those of hires among them. */
        agentHours: amount,
        /** To reach the target; null: the plan has no agents to go by. */
        agentsNeeded: amount.nullable(),
      }),
    )
    .min(1)
    .max(12),
  /** All months, without the hires. */
  without: z.strictObject({ covered: amount, missed: amount }),
  /** All months, with the hires; `cost` is what the hires cost, null: it is not known what an hour costs. */
  with: z.strictObject({
    covered: amount,
    missed: amount,
    cost: amount.nullable(),
    /** From this local date on they bring as much as they cost; null: never within the months, not known, or nobody is hired. */
    pays: z.iso.date().nullable(),
  }),
  sources: z.array(
    z.strictObject({ source: z.enum(CAPACITY_SOURCES), figures: z.array(z.string()), text: z.string() }),
  ),
})

export type CapacityDocument = z.infer<typeof capacityDocumentSchema>
