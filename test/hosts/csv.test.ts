import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toCsv } from '../../electron/backend/core/csv.ts'
import { tries } from '../support/deep.ts'

describe('CSV', () => {
  it('quotes what must be quoted, ends every line with CRLF, and writes plain numbers', () => {
    expect(
      toCsv(
        ['a', 'b'],
        [
          ['x, y', 'say "hi"'],
          ['two\nlines', 1234567.123456],
          ['', 0.1 + 0.2],
        ],
      ),
    ).toBe('a,b\r\n"x, y","say ""hi"""\r\n"two\nlines",1234567.1235\r\n,0.3\r\n')
  })

  it('makes texts harmless that a spreadsheet would run', () => {
    expect(toCsv([], [['=HYPERLINK("http://evil")', '+1', '-1', '@SUM(A1)', '\tx', '\r=x', 'fine = 1']])).toBe(
      '\r\n"\'=HYPERLINK(""http://evil"")",\'+1,\'-1,\'@SUM(A1),"\'\tx","\'\r\'=x",fine = 1\r\n',
    )
    expect(toCsv([], [[-1]])).toBe('\r\n-1\r\n')
  })

  it.each(['\nx', '\r\n', '\tx', '  =1', '\u00a0@x', '\ufeff=1', '\uff1d1', '\uff0b1', '\uff0d1', '\uff20x'])(
    'makes %j harmless, which only looks like something else',
    (text) => {
      expect(parseRow(toCsv([text], []))).toEqual([`'${text}`])
    },
  )

  // Excel of a country that writes 1,5 reads the commas as text, and quotes only where they begin a cell.
  it.each(['Ann;=1+1', '\n=1+1', 'Ann; \t=1+1;', 'Ann\t@SUM(A1)', 'two\n=1+1', 'Ann;"=1+1";', 'Ann;;-1', "Ann;'=1"])(
    'lets %j begin no formula where cells are parted by semicolons or tabs',
    (text) => {
      const line = toCsv(['first', text, 'last'], []).trimEnd()
      for (const separator of [';', '\t']) {
        for (const cell of line.split(/\r\n|\r|\n/u).flatMap((one) => one.split(separator)))
          expect(cell.replaceAll('"', '')).not.toMatch(/^\s*[=+\-@]/u)
      }
    },
  )

  it('leaves other semicolons and dashes as they are', () => {
    expect(parseRow(toCsv(['09:00-12:00; 13:00-14:00', 'a; b - c', 'one\ntwo'], []))).toEqual([
      '09:00-12:00; 13:00-14:00',
      'a; b - c',
      'one\ntwo',
    ])
  })

  it('gives back every text that is no formula', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'é', '=') })
      .filter((text) => !/^\s*=|^[\r\n]|[\r\n][\s"]*=/.test(text))
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (row) => {
        expect(parseRow(toCsv(row, []))).toEqual(row)
      }),
      tries(500, 7),
    )
  })
})

/** One record, read by the letter of RFC 4180. */
function parseRow(text: string): readonly string[] {
  const cells: string[] = []
  let rest = text
  for (;;) {
    const match = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest)
    if (match === null) throw new Error(`Not CSV: ${rest}`)
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    rest = rest.slice(match[0].length)
    if (match[3] === '\r\n') return cells
  }
}
