import { describe, expect, it } from 'vitest'
import { readText } from '../../support/rosters/describe-roster.ts'

const read = async (text: string) => {
  const { shifts, notUnderstood } = await readText(text)
  expect(notUnderstood).toEqual([])
  return shifts.map((shift) => shift.split(' | ').slice(2).join(' | '))
}
const cell = (text: string) => read(`Name,2026-03-02,2026-03-03\nAnn,"${text}",\n`)

describe('breaks in the cell of a shift', () => {
  it.each([
    ['9-17 (12-13)', '09:00-17:00 | 12:00-13:00 | '],
    ['09:00-17:00 [12:00-12:30]', '09:00-17:00 | 12:00-12:30 | '],
    ['9am-5pm\nLunch 12-1pm', '09:00-17:00 | 12:00-13:00 | '],
    ['9-17 (12-1)', '09:00-17:00 | 12:00-13:00 | '],
    ['9-17 (1h lunch)', '09:00-17:00 | 12:30-13:30 | '],
    ['9-17 (0.5h break)', '09:00-17:00 | 12:45-13:15 | '],
    ['9-17 (1h)', '09:00-17:00 | 12:30-13:30 | '],
    ['9-17 (8h)', '09:00-17:00 |  | '],
    ['9-17 Chat', '09:00-17:00 |  | Chat'],
  ])('are breaks, and no shifts: %s', async (text, shift) => {
    expect(await cell(text)).toEqual([shift])
  })

  it('are no breaks where they are another shift', async () => {
    expect(await cell('6-9 / 13-17')).toEqual(['06:00-09:00 |  | ', '13:00-17:00 |  | '])
  })
})

describe('breaks in rows', () => {
  it('may be instants', async () => {
    const text =
      'Name,Start,End,Break start,Break end\nAnn,2026-03-02T08:00:00Z,2026-03-02T16:00:00Z,2026-03-02T11:00:00Z,2026-03-02T11:30:00Z\n'
    expect(await read(text)).toEqual(['09:00-17:00 | 12:00-12:30 | '])
  })

  it('are on the clock of the row', async () => {
    const times = 'Ann,2026-03-02,09:00,17:00,12:00,12:30,Europe/London'
    expect(await read(`Name,Date,Start,End,Break start,Break end,Time zone\n${times}\n`)).toEqual([
      '10:00-18:00 | 13:00-13:30 | ',
    ])
  })

  it.each([
    ['12-1', '12:00-13:00'],
    ['1-1:30', '13:00-13:30'],
  ])('are as short as breaks are: %s', async (lunch, pause) => {
    expect(await read(`Name,Date,Start,End,Lunch\nAnn,2026-03-02,09:00,17:00,${lunch}\n`)).toEqual([
      `09:00-17:00 | ${pause} | `,
    ])
  })
})
