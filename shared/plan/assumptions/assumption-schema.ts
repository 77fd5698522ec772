import { z } from 'zod'
import { DAY_MINUTES } from '../../foundation/minutes.ts'
import { isLocalDate } from '../../time/local.ts'
import { isOnGrid } from '../grid.ts'
import type { Assumption } from './assumption.ts'

/** How much assumptions may hold, and how far they may go. */
export const ASSUMPTION_LIMITS = {
  assumptions: 50,
  idLength: 200,
  agents: 1_000,
  hires: 100,
  rampWeeks: 52,
  visitors: 1_000_000,
  /** Percent of demand and of handle time. */
  leastDemand: -100,
  leastHandling: -90,
  mostPercent: 900,
} as const

const id = z.string().min(1).max(ASSUMPTION_LIMITS.idLength)
const date = z.string().refine(isLocalDate, 'is not a date such as "2026-12-01"')
const minute = z.int().refine(isOnGrid, 'is not on a quarter of an hour')
const hours = z
  .strictObject({
    startMinute: minute.min(0).max(DAY_MINUTES - 1),
    endMinute: minute.min(1).max(2 * DAY_MINUTES),
  })
  .refine(({ startMinute, endMinute }) => endMinute > startMinute, 'ends before it begins')
  .refine(({ startMinute, endMinute }) => endMinute - startMinute <= DAY_MINUTES, 'is longer than 24 hours')
const days = z
  .array(z.int().min(0).max(6))
  .min(1)
  .max(7)
  .refine((all) => new Set(all).size === all.length, 'names a day twice')
const time = z
  .strictObject({ from: date.nullable(), to: date.nullable(), days: days.nullable(), hours: hours.nullable() })
  .refine(({ from, to }) => from === null || to === null || from <= to, 'ends before it begins')
const percentFrom = (least: number) => z.number().min(least).max(ASSUMPTION_LIMITS.mostPercent)
const visitors = z.number().min(0).max(ASSUMPTION_LIMITS.visitors)

/** An assumption as it crosses a boundary. */
export const assumptionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    id,
    kind: z.literal('demand'),
    percent: percentFrom(ASSUMPTION_LIMITS.leastDemand),
    poolId: id.nullable(),
    time,
  }),
  z.strictObject({
    id,
    kind: z.literal('visitors'),
    date,
    visitors: z.union([z.array(visitors).length(1), z.array(visitors).length(24)]),
    poolId: id.nullable(),
  }),
  z.strictObject({ id, kind: z.literal('absence'), agentId: id, time }),
  z.strictObject({
    id,
    kind: z.literal('hires'),
    count: z.int().min(1).max(ASSUMPTION_LIMITS.hires),
    from: date,
    days,
    hours,
    ramp: z.array(z.number().min(0).max(100)).min(1).max(ASSUMPTION_LIMITS.rampWeeks),
  }),
  z.strictObject({
    id,
    kind: z.literal('shrinkage'),
    agentIds: z.array(id).min(1).max(ASSUMPTION_LIMITS.agents).nullable(),
    time,
  }),
  z.strictObject({ id, kind: z.literal('handling'), percent: percentFrom(ASSUMPTION_LIMITS.leastHandling) }),
  z.strictObject({ id, kind: z.literal('availability'), points: z.number().min(-100).max(100) }),
]) satisfies z.ZodType<Assumption>

/** The assumptions of a plan as they cross a boundary. */
export const assumptionsSchema: z.ZodType<readonly Assumption[], readonly Assumption[]> = z
  .array(assumptionSchema)
  .max(ASSUMPTION_LIMITS.assumptions)
  .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'has two assumptions with one id')
