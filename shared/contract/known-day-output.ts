import { z } from 'zod'
import { dayHoursSchema, statedEffectSchema } from './mark-output.ts'

const date = z.iso.date()
/** Against a usual day: -0.65 is 65% fewer visitors. */
const effect = z.number().min(-1)

/** A day of which it is known before it comes that it is no usual one, and what is expected of it. */
export const knownDaySchema = z.strictObject({
  date,
  name: z.string(),
  class: z.enum(['public', 'special', 'around', 'bridge', 'observance', 'event', 'outage']),
  /** null: nothing was synced yet. */
  effect: effect.nullable(),
  /** The range in which 8 of 10 such days should lie. */
  lower80: effect.nullable(),
  upper80: effect.nullable(),
  /** What the effect rests on: days of this name, what the user said, days of its class, or what is usual anywhere. */
  source: z.enum(['own', 'stated', 'class', 'prior']),
  /** Earlier days of this name, the oldest first. */
  known: z.array(z.strictObject({ date, effect })),
  /** What the user said; null: nothing. */
  stated: statedEffectSchema.nullable(),
  /** null: all day. */
  hours: dayHoursSchema.nullable(),
})

export const holidaysListOutputSchema = z.strictObject({ holidays: z.array(knownDaySchema) })
export const holidaysUseOutputSchema = z.strictObject({
  calendars: z.array(z.strictObject({ country: z.string(), region: z.string().nullable() })),
})

export type KnownDayOutput = z.infer<typeof knownDaySchema>
