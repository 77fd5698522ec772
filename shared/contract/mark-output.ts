import { z } from 'zod'
import { LIMITS } from './limits.ts'

const date = z.iso.date()

/** What a marked day was, or will be. */
export const markKindSchema = z.enum(['holiday', 'outage', 'event'])
export const markRepeatSchema = z.enum(['weekly', 'monthly', 'yearly'])

/** Minutes after local midnight [start, end). */
export const dayHoursSchema = z
  .strictObject({ start: z.int().min(0).max(1439), end: z.int().min(1).max(1440) })
  .refine(({ start, end }) => start < end, 'ends before it begins')

/** How far what is expected of an event may go: shares, and visitors a day more or fewer. */
export const STATED_EFFECT_LIMITS = { leastShare: -0.98, mostShare: 20, visitors: 1_000_000 } as const

/** `share`: of what is usual, on top of it (0.4 is +40%); `visitors`: so many more a day. */
export const statedEffectSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('share'),
    value: z.number().min(STATED_EFFECT_LIMITS.leastShare).max(STATED_EFFECT_LIMITS.mostShare),
  }),
  z.strictObject({
    kind: z.literal('visitors'),
    value: z.number().min(-STATED_EFFECT_LIMITS.visitors).max(STATED_EFFECT_LIMITS.visitors),
  }),
])

export const markSchema = z.strictObject({
  /** Local, the first. */
  date,
  /** The last, inside; null: one day. */
  to: date.nullable(),
  kind: markKindSchema,
  note: z.string().max(LIMITS.noteLength),
  /** null: all day. */
  hours: dayHoursSchema.nullable(),
  /** null: once. */
  repeat: markRepeatSchema.nullable(),
  /** The last date on which a repetition may begin; null: for ever. */
  until: date.nullable(),
  /** What the user expects of an event; null: nothing. */
  effect: statedEffectSchema.nullable(),
})

/** What came of an event: of its days that are over, against what was usual, and in visitors a day. */
const markOutcomeSchema = z.strictObject({ days: z.int().positive(), share: z.number(), visitors: z.number() })

/** `outcome`: null where the user said nothing to be compared with, or it cannot be compared yet. */
export const marksListOutputSchema = z.strictObject({
  marks: z.array(markSchema.extend({ outcome: markOutcomeSchema.nullable() })),
})
/** `replaced`: what the date was marked as before. */
export const marksAddOutputSchema = z.strictObject({ mark: markSchema, replaced: markSchema.nullable() })
export const marksRemoveOutputSchema = z.strictObject({ removed: markSchema })
export const marksSuggestOutputSchema = z.strictObject({
  suggestions: z.array(z.strictObject({ date, kind: markKindSchema, reason: z.string() })),
})

export type MarkOutput = z.infer<typeof markSchema>
export type MarkSuggestion = z.infer<typeof marksSuggestOutputSchema>['suggestions'][number]

/**
 * The effect that a text says: "+40%" and "-20%" are shares, "+200" visitors a day. `none`: it says no effect; `too-far`: one beyond the
 * limits.
 */
export function parseStatedEffect(text: string): z.infer<typeof statedEffectSchema> | 'none' | 'too-far' {
  const [, sign, number, percent] = /^([+\u2212-]?)(\d+(?:[.,]\d+)?)\s*(%?)$/u.exec(text.trim()) ?? []
  if (number === undefined) return 'none'
  const value = Number(number.replace(',', '.')) * (sign === '-' || sign === '\u2212' ? -1 : 1)
  const parsed = statedEffectSchema.safeParse(
    percent === '%' ? { kind: 'share', value: value / 100 } : { kind: 'visitors', value },
  )
  return parsed.success ? parsed.data : 'too-far'
}
