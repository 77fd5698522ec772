import { z } from 'zod'

/** What a calendar of Covercast holds about a shift besides what every program reads, so that the calendar can be read back as it was. */
export const OWN_PROPERTY = 'x-covercast-shift'

const time = z.string().regex(/^\d{2}:\d{2}$/u)

/** As JSON, percent-encoded: nothing in it is escaped by one program and left by another. Times are those of the calendar's zone. */
export const ownEventSchema = z.object({
  /** null: an open shift. */
  agentId: z.string().min(1).nullable(),
  name: z.string(),
  breaks: z.array(z.tuple([time, time])),
  note: z.string(),
})

export type OwnEvent = z.infer<typeof ownEventSchema>
