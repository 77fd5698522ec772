import { z } from 'zod'
import { starvedPoolSchema } from './starved-output.ts'

/** What `recommend` prints: rates are 0-100, hours local, `endHour` exclusive, days 0 for Sunday. */

const date = z.iso.date()
const instant = z.iso.datetime({ offset: true })
const count = z.int().nonnegative()
const amount = z.number().nonnegative()
const rate = z.number().min(0).max(100)

const prioritySchema = z.enum(['critical', 'high', 'medium', 'low'])

export const staffingBlockSchema = z.strictObject({
  /** null: visits without a pool; in `overall` all pools together. */
  poolId: z.string().nullable(),
  dayIndices: z.array(z.int().min(0).max(6)).min(1),
  startHour: z.int().min(0).max(23),
  endHour: z.int().min(1).max(24),
  missedVisitors: count,
  totalVisitors: count,
  coverageRate: rate,
  priority: prioritySchema,
  /** Fewest further agents with whom every hour of the block reaches the target; fewer where more would win less than a visitor an hour each. */
  suggestedAgents: z.int().min(1),
  expectedRecoveredPerWeek: z.number().nonnegative(),
  reason: z.string(),
  /** Coverage of the block to expect with them. */
  expectedRate: rate,
  /** 'rule': too little is known to fit the model, and a rule of thumb stands for it. */
  basis: z.enum(['model', 'rule']),
  reasonKind: z.enum(['nobody-online', 'lunch-dip', 'fewer-than-around', 'busy', 'few-agents', 'no-agent-data']),
  /** With `--weighted`, where there are rules of pages: the same as sums of what visitors are worth. */
  weighted: z
    .strictObject({ missedVisitors: amount, totalVisitors: amount, expectedRecoveredPerWeek: amount })
    .optional(),
})

/** What the source measured of a pool's agents (null: nothing, or too little), beside what the model was fitted to. Rates 0-100. */
const measuredSchema = z.strictObject({
  poolId: z.string().nullable(),
  days: count,
  awayRate: rate.nullable(),
  fittedAwayRate: rate,
  inCallRate: rate.nullable(),
  /** In calls, for each covered visitor; and the handling time of the model. */
  minutesPerVisitor: z.number().nonnegative().nullable(),
  fittedMinutes: z.number().nonnegative(),
  /** Visitors at once that the source states for its agents, on average. */
  statedVisitorsPerAgent: z.number().nullable(),
  fittedVisitorsPerAgent: z.int().min(1),
})

export const recommendOutputSchema = z.strictObject({
  /** Pool by pool, the most missed first. Pools of `starvedPools` are one with those under which their visits are recorded. */
  blocks: z.array(staffingBlockSchema),
  /** All pools together, for agents who serve each of them; null where one pool was asked for. */
  overall: z.array(staffingBlockSchema).nullable(),
  range: z.strictObject({
    from: date,
    to: date,
    timeZone: z.string(),
    /** Nothing at or after it counts. */
    now: instant,
    /** How much of the range is known, in days. */
    knownDays: z.number().nonnegative(),
  }),
  /** Coverage to reach. */
  target: rate,
  totalVisitors: count,
  missedVisitors: count,
  /** Hours of the week that stay under the target and have no block, since no further agent would win a visitor a week in them. */
  notWorthwhile: z.strictObject({ hours: count, missedVisitors: count }),
  starvedPools: z.array(starvedPoolSchema),
  measured: z.array(measuredSchema),
  /** Only with `--weighted`: the visitors by what they are worth, which blocks, their order and priorities then go by; null: there are no rules of pages. */
  weighted: z
    .strictObject({
      totalVisitors: amount,
      missedVisitors: amount,
      /** Share (0-1) of the visits that values are learned from of which the pages are known. */
      countedShare: z.number().min(0).max(1),
    })
    .nullable()
    .optional(),
})

export type StaffingBlockOutput = z.infer<typeof staffingBlockSchema>
export type RecommendOutput = z.infer<typeof recommendOutputSchema>
