import { describe, expect, it } from 'vitest'
import { CALENDAR_SAMPLES } from '../../support/rosters/calendar-samples.ts'
import { readSample } from '../../support/rosters/describe-roster.ts'
import { GRID_SAMPLES } from '../../support/rosters/grid-samples.ts'
import { ODD_ROW_SAMPLES } from '../../support/rosters/odd-row-samples.ts'
import { ROW_SAMPLES } from '../../support/rosters/row-samples.ts'

const SAMPLES = [...ROW_SAMPLES, ...ODD_ROW_SAMPLES, ...GRID_SAMPLES, ...CALENDAR_SAMPLES]

describe('rosters in the shapes of the tools that people use', () => {
  it('are at least thirty', () => {
    expect(SAMPLES.length).toBeGreaterThanOrEqual(30)
  })

  it.each(SAMPLES)('come in whole: $name, as of $like', async (sample) => {
    const { found, ...read } = await readSample(sample)
    expect(read).toEqual({
      shifts: sample.shifts,
      absences: sample.absences ?? [],
      notUnderstood: sample.notUnderstood ?? [],
      changed: sample.changed ?? [],
    })
    expect(found.isWeekly).toBe(sample.isWeekly ?? false)
    expect(found.dateOrder).toBe(sample.dateOrder ?? found.dateOrder)
  })
})
