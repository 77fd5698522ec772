import { z } from 'zod'

/** A line of `watch --json`: what happened, as it happens. Instants are ISO. */
export const watchOutputSchema = z.strictObject({
  at: z.iso.datetime(),
  /** Name of the rule; "digest" for the weekly digest. */
  alert: z.string(),
  /** Name of the pool or agent; null: all pools together. */
  pool: z.string().nullable(),
  state: z.enum(['raised', 'resolved', 'sent', 'failed']),
  /** Name of the channel of what was sent or failed; null: of what was raised or resolved. */
  channel: z.string().nullable(),
  /** The text, or why it failed. */
  text: z.string(),
})

export type WatchOutput = z.infer<typeof watchOutputSchema>
