import { z } from 'zod'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { assumptionsSchema } from '../../../shared/plan/assumptions/assumption-schema.ts'
import type { Hires } from '../../../shared/predict/capacity/month-capacity.ts'
import { id, timeZone, until, workspaceId } from '../core/inputs.ts'
import { planChoice } from '../prediction/inputs.ts'

const { leastGrowth, mostGrowth, mostAttrition, money, hires: mostHires } = LIMITS.capacity
const amount = z.number().min(0).max(money).nullable().default(null)

export const capacityInput = z.strictObject({
  workspaceId,
  months: z.union([z.literal(3), z.literal(6), z.literal(12)]),
  /** null: the plan in force for all pools, else the typical week. */
  plan: planChoice.nullable().default(null),
  /** Percent a month. */
  growth: z.number().min(leastGrowth).max(mostGrowth).default(0),
  attrition: z.number().min(0).max(mostAttrition).default(0),
  hires: assumptionsSchema
    .refine((all) => all.every(({ kind }) => kind === 'hires'), 'has more than hires')
    .refine((all) => all.length <= mostHires, `has more than ${mostHires} entries`)
    .default([])
    .transform((all) => all.filter((one): one is Hires => one.kind === 'hires')),
  /** Coverage to reach, 0-100; null: the workspace's. */
  target: z.number().min(0).max(100).nullable().default(null),
  costPerHour: amount,
  visitorWorth: amount,
  timeZone: timeZone.nullable().default(null),
  organizationId: id.nullable().default(null),
  until,
})
