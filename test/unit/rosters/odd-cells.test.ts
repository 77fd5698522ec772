import { describe, expect, it } from 'vitest'
import { readText } from '../../support/rosters/describe-roster.ts'

const cell = async (text: string) => {
  const { shifts, notUnderstood } = await readText(`Name,2026-03-02,2026-03-03\nAnn,${text},9-17\n`)
  return [...shifts.map((shift) => shift.split(' | ').slice(1, 3).join(' ')), ...notUnderstood]
}
const OTHER = '2026-03-03 09:00-17:00'

describe('cells of a grid without letters', () => {
  it.each(['?', '???', '!!', '*', '✓', '🏖️', 'tbd'])(
    'are listed where nothing says what they mean: %s',
    async (text) => {
      expect(await cell(text)).toEqual([OTHER, '2:2 unknown-code'])
    },
  )

  it.each(['', '-', '–', '---', '.', '/', 'x', '×', '✗'])('are no shift as usual: "%s"', async (text) => {
    expect(await cell(text)).toEqual([OTHER])
  })

  it('mean what a legend explains', async () => {
    const { shifts } = await readText('Name,2026-03-02,2026-03-03\nAnn,*,9-17\n\n* = 06:00-14:00\n')
    expect(shifts.map((shift) => shift.split(' | ')[2])).toEqual(['06:00-14:00', '09:00-17:00'])
  })
})

describe('halves and quarters of an hour', () => {
  it.each([
    ['9½-17', '09:30-17:00'],
    ['9 ½ - 17¼', '09:30-17:15'],
    ['10¾-18', '10:45-18:00'],
  ])('are read: %s', async (text, times) => {
    expect(await cell(text)).toEqual([`2026-03-02 ${times}`, OTHER])
  })

  it('are read in columns of their own', async () => {
    const { shifts } = await readText('Name,Date,Start,End\nAnn,2026-03-02,9½,17½\n')
    expect(shifts).toEqual(['Ann | 2026-03-02 | 09:30-17:30 |  | '])
  })

  it('without an hour are listed', async () => {
    expect(await cell('½-5')).toEqual([OTHER, '2:2 unknown-code'])
  })
})

it('reads apostrophes as quotes also around separators', async () => {
  const row = (name: string, date: string) => `'${name}','${date}','09:00','17:00'`
  const { shifts } = await readText(
    `'Agent','Date','Start','End'\n${row('Lee, Ann', '2026-03-02')}\n${row("O''Hara, Bob", '2026-03-03')}\n`,
  )
  expect(shifts.map((shift) => shift.split(' | ').slice(0, 2).join(' '))).toEqual([
    'Lee, Ann 2026-03-02',
    "O'Hara, Bob 2026-03-03",
  ])
})

it.each(['0001-01-01', '00010101', '01.01.0001'])(
  'takes no year of the first century for one of this: %s',
  async (date) => {
    const { shifts, notUnderstood } = await readText(
      `Agent,Date,Start,End\nAnn,${date},09:00,17:00\nBob,2026-03-02,09:00,17:00\n`,
    )
    expect(shifts).toHaveLength(1)
    expect(notUnderstood).toEqual(['2:2 not-a-date'])
  },
)
