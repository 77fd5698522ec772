import { describe, expect, it } from 'vitest'
import { ROSTER_SAMPLES } from '../../support/rosters/all-samples.ts'
import { readSample } from '../../support/rosters/describe-roster.ts'

describe('rosters in the shapes of the tools that people use', () => {
  it('are at least thirty', () => {
    expect(ROSTER_SAMPLES.length).toBeGreaterThanOrEqual(30)
  })

  it.each(ROSTER_SAMPLES)('come in whole: $name, as of $like', async (sample) => {
    const { found, ...read } = await readSample(sample)
    expect(read).toEqual({
      shifts: sample.shifts,
      absences: sample.absences ?? [],
      notUnderstood: sample.notUnderstood ?? [],
      changed: sample.changed ?? [],
    })
    expect(found.unused.map(({ column, header }) => `${column} ${header}`.trim())).toEqual(sample.unused ?? [])
    expect(found.isWeekly).toBe(sample.isWeekly ?? false)
    expect(found.dateOrder).toBe(sample.dateOrder ?? found.dateOrder)
  })
})
