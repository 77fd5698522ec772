import { inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { LIMITS } from '../../shared/contract/limits.ts'
import { planSchema, shiftSchema } from '../../shared/plan/plan-schema.ts'
import type { JsonValue } from './no-secrets.ts'

/** What a published plan, or a kept prediction, may grow to: the largest plan, and much room. */
const LARGEST_PUBLISHED_BYTES = 64 * 1024 * 1024

const json: z.ZodType<JsonValue> = z.json()
const { startMinute, endMinute, breaks, note } = shiftSchema.shape

/** What a plan's editor keeps beside its shifts. */
export const planSettingsSchema = z
  .record(z.string().max(40), json)
  .refine((values) => JSON.stringify(values).length <= LIMITS.planSettingsBytes)

/** A shift's breaks, as its row has them. */
export const breaksSchema = breaks

/** A shift template without its id and name. */
export const templateSchema = z.strictObject({ startMinute, endMinute, breaks, note })

/** What has a snapshot with a publication. */
export const publishedSchema = z.looseObject({ plan: planSchema, settings: planSettingsSchema })

const numbers = z.array(z.number()).max(10_000)
/** What screens and comparisons read of a kept prediction; the rest is numbers about it. To look at each of those takes six times as long as to parse them. */
export const predictionSchema = z.looseObject({
  version: z.literal(1),
  inputs: z.record(z.string(), z.unknown()),
  slots: z.record(z.string(), numbers),
})
/** The same where it comes from elsewhere: every value of its inputs is looked at. */
export const restoredPredictionSchema = predictionSchema.extend({ inputs: z.record(z.string(), json) })

/** The text of what is stored deflated. Throws where it is nothing of the kind, or grows beyond every limit. */
export function inflatedText(packed: Uint8Array): string {
  return inflateRawSync(packed, { maxOutputLength: LARGEST_PUBLISHED_BYTES }).toString('utf8')
}
