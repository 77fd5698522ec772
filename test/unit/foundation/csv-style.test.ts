import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsv } from '../../../electron/backend/core/csv.ts'
import { inCsvStyle, PLAIN_CSV, SEMICOLON_CSV } from '../../../shared/foundation/csv-style.ts'
import { tries } from '../../support/deep.ts'

describe('a table in the style of a spreadsheet', () => {
  it('has semicolons, and commas before decimals', () => {
    const text = toCsv(
      ['agent', 'hours', 'note'],
      [
        ['Ann', 7.5, '9.5'],
        ['Bob; "B"', 8, 'a,b'],
      ],
    )
    expect(inCsvStyle(text, PLAIN_CSV)).toBe(text)
    expect(inCsvStyle(text, SEMICOLON_CSV)).toBe('agent;hours;note\r\nAnn;7,5;"9.5"\r\n"Bob; ""B""";8;"a,b"\r\n')
    expect(inCsvStyle(text, { separator: ',', decimal: ',' })).toContain('Ann,"7,5","9.5"')
  })

  it('holds the same cells, whatever is in them', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('', '"', 'a;b', 'two\nlines', '\t', ',', '1.5', ';', 'x\r'),
      fc.integer({ min: -99_999, max: 99_999 }).map((value) => value / 100),
    )
    const row = fc.array(cell, { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(row, fc.array(row, { maxLength: 5 }), (header, rows) => {
        const text = toCsv(header.map(String), rows)
        const read = (styled: string, delimiter: string) =>
          parse(styled, { delimiter, relax_column_count: true }) as readonly (readonly string[])[]
        const cells = read(text, ',')
        const styled = read(inCsvStyle(text, SEMICOLON_CSV), ';')
        const isNumber = (index: number, column: number): boolean => typeof rows[index - 1]?.[column] === 'number'
        expect(styled).toEqual(
          cells.map((one, index) =>
            one.map((value, column) => (isNumber(index, column) ? value.replace('.', ',') : value)),
          ),
        )
      }),
      tries(300, 91),
    )
  })
})
