import { TRPCError } from '@trpc/server'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { reportOf } from '../../../electron/backend/core/error-reports.ts'

/** What is answered to an input that the schema refuses. */
function refused(schema: z.ZodType, input: unknown): string {
  const { error } = schema.safeParse(input)
  return reportOf(new TRPCError({ code: 'BAD_REQUEST', cause: error })).message
}

describe('the answer to an input that is not valid', () => {
  it('names a few of the fields that are not known, and how many more there are', () => {
    const input = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`unknown field ${index}`, 1]))
    expect(refused(z.strictObject({}), input)).toBe(
      'The request has fields that are not known: "unknown field 0", "unknown field 1", "unknown field 2", "unknown field 3", "unknown field 4" and 19995 more.',
    )
  })

  it('is short, however long the name of a field is and however deep it lies', () => {
    const name = 'x'.repeat(8_000_000)
    expect(refused(z.strictObject({}), { [name]: 1 }).length).toBeLessThan(200)
    expect(refused(z.record(z.string(), z.number()), { [name]: 'text' }).length).toBeLessThan(200)
    expect(refused(z.record(z.string(), z.record(z.string(), z.number())), { [name]: { [name]: 'text' } })).toMatch(
      /^"x{40}\.x{40}" is missing or is not a number\.$/u,
    )
  })
})
