import { z } from 'zod'

const date = z.iso.date()

/** What a marked day was, or will be. */
export const markKindSchema = z.enum(['holiday', 'outage', 'event'])

export const markSchema = z.strictObject({
  /** Local. */
  date,
  kind: markKindSchema,
  note: z.string(),
})

export const marksListOutputSchema = z.strictObject({ marks: z.array(markSchema) })
/** `replaced`: what the date was marked as before. */
export const marksAddOutputSchema = z.strictObject({ mark: markSchema, replaced: markSchema.nullable() })
export const marksRemoveOutputSchema = z.strictObject({ removed: markSchema })
export const marksSuggestOutputSchema = z.strictObject({
  suggestions: z.array(z.strictObject({ date, kind: markKindSchema, reason: z.string() })),
})

export type MarkOutput = z.infer<typeof markSchema>
export type MarkSuggestion = z.infer<typeof marksSuggestOutputSchema>['suggestions'][number]
