import { z } from 'zod'

/** Where a workspace's facts come from. It never holds a password. */
export const sourceSettingsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('demo') }),
  z.strictObject({
    kind: z.literal('postgres'),
    /** Without a password; with the TLS mode and whatever else the user gave. */
    url: z.string(),
    organizationId: z.string(),
    /** Names that differ from the defaults; null: none does. */
    mapping: z.unknown().nullable(),
  }),
])

export type SourceSettings = z.infer<typeof sourceSettingsSchema>
