import { z } from 'zod'
import { assumptionsSchema } from '../plan/assumptions/assumption-schema.ts'
import type { Hires } from '../predict/capacity/month-capacity.ts'
import { LIMITS } from './limits.ts'

/** What is asked of the months to come, wherever it crosses a boundary. */

export const CAPACITY_MONTHS = [3, 6, 12] as const

const { leastGrowth, mostGrowth, mostAttrition, money, hires: mostHires } = LIMITS.capacity
const amount = z.number().min(0).max(money).nullable().default(null)

export const capacityQuestion = {
  months: z.literal(CAPACITY_MONTHS),
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
}
