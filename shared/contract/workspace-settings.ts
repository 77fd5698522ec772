import { z } from 'zod'

/** Settings of one workspace: the user's work, kept beside the cache and never in it. */
export const workspaceSettingsSchema = z.strictObject({
  /** IANA zone of reports; null: the system's. */
  timeZone: z.string().nullable().default(null),
  /** A sync reads this far back over what it already has, for visits that were committed late. */
  overlapMinutes: z.int().min(0).max(7 * 24 * 60).default(120),
  /** Countries under this many visits a UTC day are kept as 'OTHER'; 0: every country is kept. */
  foldCountriesUnder: z.int().min(0).max(1_000_000).default(0),
  /** Coverage rate, 0-100, at and above which an hour is well staffed. */
  targetCoverage: z.int().min(50).max(100).default(90),
})

export type WorkspaceSettings = z.infer<typeof workspaceSettingsSchema>
