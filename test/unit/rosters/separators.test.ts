import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvSheet } from '../../../electron/backend/rosters/csv-sheet.ts'
import { readText } from '../../support/rosters/describe-roster.ts'

const ROWS = [
  ['Agent', 'Date', 'Start', 'End', 'Note'],
  ['Lee, Ann', '2026-03-02', '09:00', '17:00', 'Front & back'],
  ['Ray, Bob', '03/03/2026', '8:30 am', '5 pm', ''],
]

it.each([',', ';', '\t', '|', '^', '~', '¦', '#', '!', '=', '\\', '\u001F', '§'])(
  'reads a table whatever sign parts its cells: %j',
  async (separator) => {
    const rows = separator === ',' ? ROWS.map((row) => row.map((cell) => cell.replace(',', ''))) : ROWS
    const { shifts, notUnderstood } = await readText(rows.map((row) => row.join(separator)).join('\n'))
    expect(shifts.map((shift) => shift.split(' | ').slice(1, 3).join(' '))).toEqual([
      '2026-03-02 09:00-17:00',
      '2026-03-03 08:30-17:00',
    ])
    expect(notUnderstood).toEqual([])
  },
)

it('reads a table with blanks between its cells', async () => {
  const { shifts } = await readText('Agent Date Start End\nAnn 2026-03-02 09:00 17:00\nBob 2026-03-03 08:30 17:00\n')
  expect(shifts).toEqual(['Ann | 2026-03-02 | 09:00-17:00 |  | ', 'Bob | 2026-03-03 | 08:30-17:00 |  | '])
})

it.each([
  ['Agent,Start,End\nAnn,2026-03-02 09:00,2026-03-02 17:00\n', ','],
  ['Ann Lee,2026-03-02 9:00,2026-03-02 17:00\nBob Ray,2026-03-03 9:00,2026-03-03 17:00\n', ','],
  ['Team!\nAgent;Date;Note\nAnn;2026-03-02;a ~ b ~ c ~ d\nBob;2026-03-03;e ~ f ~ g ~ h\n', ';'],
])('keeps the usual separator where other signs are within cells: %j', (text, separator) => {
  expect(csvSheet(text, 'roster').rows).toEqual(
    text
      .trimEnd()
      .split('\n')
      .map((line) => line.split(separator)),
  )
})

it('reads texts without quotes as the library for CSV does', () => {
  const text = fc
    .array(fc.constantFrom('a', 'Ann', '9-17', ',', ';', ' ', '\n', '\r\n', '\r', 'é', '\u00A0'), { maxLength: 40 })
    .map((parts) => `a,b${parts.join('')}`)
  fc.assert(
    fc.property(text, (given) => {
      const rows = parse(given, { relax_column_count: true })
      // Its separator is named, so that nothing is guessed.
      expect(csvSheet(`sep=,\n${given}`, 'roster').rows).toEqual([[], ...rows])
    }),
  )
})
