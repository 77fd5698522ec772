import { describe, expect, it } from 'vitest'
import { readSample, readText } from '../../support/rosters/describe-roster.ts'
import { workbook } from '../../support/rosters/sample.ts'

const timesOf = async (rows: readonly string[]) => {
  const { shifts, notUnderstood } = await readText(`Agent,Date,Start,End\n${rows.join('\n')}\n`)
  return [...shifts.map((shift) => shift.split(' | ')[2]), ...notUnderstood]
}

describe('fractions of a day', () => {
  it('are times however few digits they have', async () => {
    expect(
      await timesOf(['A,46083,0.333333333,0.666666667', 'B,46084,0.5,0.75', 'C,46085,0.375,0.75', 'D,46086,0.25,0.5']),
    ).toEqual(['08:00-16:00', '12:00-18:00', '09:00-18:00', '06:00-12:00'])
    expect(await timesOf(['A,46083,0.5,0.75', 'B,46084,"0,25","0,5"'])).toEqual(['12:00-18:00', '06:00-12:00'])
  })

  it('go on to the end of the day, and past it', async () => {
    expect(
      await timesOf(['A,46083,0.666666667,1', 'B,46084,0.75,1.25', 'C,46085,0,0.5', 'D,46086,0.9166666667,1.25']),
    ).toEqual(['16:00-00:00', '18:00-06:00', '00:00-12:00', '22:00-06:00'])
  })

  it('of a workbook are read without a format of times', async () => {
    const rows = [
      ['Agent', 'Date', 'Start', 'End'],
      ['Ann', '2026-03-02', 0.5, 0.75],
    ]
    for (const bytes of [workbook(rows), workbook(rows, { kind: 'ods' })])
      expect((await readSample({ name: 'x', like: '', shifts: [], bytes })).shifts).toEqual([
        'Ann | 2026-03-02 | 12:00-18:00 |  | ',
      ])
  })

  it('are read in a grid, where a total may be beside them', async () => {
    const { shifts } = await readText('Name,2026-03-02,2026-03-03\nAnn,0.25-0.75,0.5-0.875\nTotal,12,9\n')
    expect(shifts.map((shift) => shift.split(' | ')[2])).toEqual(['06:00-18:00', '12:00-21:00'])
  })
})

it('reads numbers below 1 as hours of the clock beside such hours', async () => {
  expect(await timesOf(['A,46083,16.5,0.5', 'B,46084,8.5,17'])).toEqual(['16:30-00:30', '08:30-17:00'])
  expect(await timesOf(['A,46083,18.00,0.30', 'B,46084,8.30,17.00'])).toEqual(['18:00-00:30', '08:30-17:00'])
  expect(await timesOf(['A,46083,16,0.5'])).toEqual(['16:00-00:30'])
})
