import { z } from 'zod'

const date = z.iso.date()
const time = z.string().regex(/^\d{2}:\d{2}$/u)
const count = z.int().nonnegative()

/** A shift on one date, by the plan's clock. */
export const handedShiftSchema = z.strictObject({
  date,
  start: time,
  endDate: date,
  end: time,
  breaks: z.array(z.strictObject({ start: time, end: time })),
  note: z.string(),
})

/** What is different for one person; who keeps every shift as it is, is left out. */
export const changeSchema = z.strictObject({
  agentId: z.string(),
  name: z.string(),
  added: z.array(handedShiftSchema),
  removed: z.array(handedShiftSchema),
  moved: z.array(z.strictObject({ before: handedShiftSchema, after: handedShiftSchema })),
})

export const changesOutputSchema = z.strictObject({
  file: z.string(),
  bytes: count,
  /** Local dates, both inside, that are compared. */
  from: date,
  to: date,
  /** Both plans repeat every week: each shift is of its weekday. */
  everyWeek: z.boolean(),
  /** What people had before; null: nothing was published for these dates. */
  since: z.strictObject({ id: z.string(), planName: z.string(), publishedAt: z.iso.datetime() }).nullable(),
  /** The publication that changes it; null: the plan is not published as it is. */
  publicationId: z.string().nullable(),
  people: z.array(changeSchema),
})

export const bundleOutputSchema = z.strictObject({
  file: z.string(),
  bytes: count,
  files: z.array(z.strictObject({ name: z.string(), bytes: count })),
})

export type HandedShiftOutput = z.infer<typeof handedShiftSchema>
export type ChangeOutput = z.infer<typeof changeSchema>
