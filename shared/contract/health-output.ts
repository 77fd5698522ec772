import { z } from 'zod'

/**
 * What `health` prints: rates and scores are 0-100. Figures and `scores`, `healthScore`, `riskLevel` and `atRisk` are as the product's
 * dashboard counts them, blocked countries among the visitors; `own` is by the organization's own country rule.
 */

const count = z.int().nonnegative()
const rate = z.number().min(0).max(100)
const percent = z.number().nonnegative()
const score = z.int().min(0).max(100)
const money = z.number().nullable()
const risk = z.enum(['low', 'medium', 'high', 'critical'])
const trend = z.enum(['increasing', 'stable', 'declining'])
const parts = z.strictObject({ activity: score, engagement: score, coverage: score, growth: score })
const coverage = { visitors: count, covered: count, coverageRate: rate.nullable() }

export const healthOutputSchema = z.strictObject({
  /** When the source was asked. */
  now: z.iso.datetime(),
  /** Of days and months. */
  timeZone: z.string(),
  organizations: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string().nullable(),
      plan: z.string().nullable(),
      status: z.string().nullable(),
      mrr: money,
      /** null: the source has no table of agents. */
      activeAgents: count.nullable(),
      /** As far as the source has, or had, visits. */
      visitors: count,
      covered: count,
      missed: count,
      coverageRate: rate,
      visitorsThisMonth: count,
      coveredThisMonth: count,
      coverageRateThisMonth: rate,
      calls: count,
      callsThisMonth: count,
      answered: count,
      answerRate: percent,
      lastCall: z.iso.datetime().nullable(),
      daysSinceLastCall: count.nullable(),
      callsTrend: trend,
      scores: parts,
      healthScore: score,
      riskLevel: risk,
      atRisk: z.boolean(),
      own: z.strictObject({
        score,
        lower80: score,
        upper80: score,
        riskLevel: risk,
        sureness: z.enum(['high', 'medium', 'low']),
        scores: parts,
        callsTrend: trend,
        /** Of the month so far. */
        ...coverage,
        /** Of the same days of the month before. */
        before: z.strictObject(coverage),
        blockedVisitors: count,
        differences: z.array(z.enum(['blocked-countries', 'few-visitors', 'young-month', 'chance-in-calls'])),
      }),
      /** By our score; null: its class did not fall since it was first counted, or has risen again. */
      fall: z.strictObject({ from: risk, to: risk, at: z.iso.datetime() }).nullable(),
      /** By the own country rule, oldest first; weeks end on the day of `now`. */
      trend: z.array(z.strictObject({ from: z.iso.date(), visitors: count, covered: count })),
    }),
  ),
  totals: z.strictObject({
    organizations: count,
    atRisk: count,
    critical: count,
    /** In a worse class by our score than before. */
    fallen: count,
    mrrAtRisk: money,
    visitors: count,
    covered: count,
    missed: count,
    coverageRate: rate,
    calls: count,
    answered: count,
    answerRate: percent,
  }),
})

/** What `health --list` prints: the one used last first. */
export const platformsOutputSchema = z.strictObject({
  platforms: z.array(
    z.strictObject({
      id: z.string(),
      /** Without a password; null: what is kept of it cannot be read. */
      source: z.string().nullable(),
      now: z.iso.datetime().nullable(),
      organizations: count.nullable(),
    }),
  ),
})

/** What `health --forget` prints. */
export const platformForgottenSchema = z.strictObject({ forgotten: z.string() })

export type HealthOutput = z.infer<typeof healthOutputSchema>
