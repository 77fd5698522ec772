import { z } from 'zod'
import { pageMatchSchema } from './page-rules.ts'

const count = z.int().nonnegative()

/** The rules of a workspace after a command, in order. */
export const pagesOutputSchema = z.strictObject({
  rules: z.array(
    z.strictObject({ pageClass: z.string(), match: pageMatchSchema, text: z.string(), weight: z.number() }),
  ),
  column: z.string(),
  /** Of a visitor of weight 1; null: nobody said. */
  worth: z.number().positive().nullable(),
})

export const pagesTestOutputSchema = z.strictObject({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  /** In order of the rules, last the visits of pages that none of them names (null). null: they cannot be used. */
  visitors: z.array(z.strictObject({ pageClass: z.string().nullable(), visitors: count, covered: count })).nullable(),
  /** Why they cannot be used. */
  problem: z.string().nullable(),
})

export type PagesOutput = z.infer<typeof pagesOutputSchema>
