import { describe, expect, it } from 'vitest'
import { AppError } from '../../../shared/foundation/errors.ts'
import { BROKEN_SAMPLES } from '../../support/rosters/broken-samples.ts'
import { readSample } from '../../support/rosters/describe-roster.ts'

describe('files that are broken, hostile or no roster', () => {
  it.each(BROKEN_SAMPLES.filter(({ fails }) => fails !== undefined))(
    'are refused in words, with what to do: $name',
    async ({ name, bytes, fails }) => {
      const thrown: unknown = await readSample({ name, like: '', bytes, shifts: [] }).catch((error: unknown) => error)
      expect(thrown).toBeInstanceOf(AppError)
      expect(thrown).toMatchObject({ code: 'invalid-input', message: expect.stringMatching(fails!) as string })
      expect((thrown as AppError).next).toBeTruthy()
    },
  )

  it.each(BROKEN_SAMPLES.filter(({ fails }) => fails === undefined))(
    'are read as far as they can be, and the rest is listed: $name',
    async ({ name, bytes, shifts, notUnderstood = [], changed = [] }) => {
      const read = await readSample({ name, like: '', bytes, shifts: [] })
      expect({ shifts: read.shifts.length, notUnderstood: read.notUnderstood, changed: read.changed }).toEqual({
        shifts,
        notUnderstood,
        changed,
      })
    },
  )
})
