import { describe, expect, it } from 'vitest'
import { tabSeparated } from '../../../../renderer/kit/tab-separated.ts'

const cellOf = (text: string): string => tabSeparated([[text]]).slice(0, -1)

describe('a copied table', () => {
  it('is a line a row, with tabs between cells', () => {
    expect(
      tabSeparated([
        ['Hour', 'Visitors'],
        ['9 AM', '12'],
      ]),
    ).toBe('Hour\tVisitors\n9 AM\t12\n')
  })

  it('has figures that a spreadsheet counts with, whatever the language wrote', () => {
    expect(['1\u202f234', '1\u00a0234', '\u22125', '-5', '+3', '38\u202f%', '12.5%', '1,234'].map(cellOf)).toEqual([
      '1234',
      '1234',
      '-5',
      '-5',
      '+3',
      '38%',
      '12.5%',
      '1,234',
    ])
  })

  it('runs nothing of a name in a spreadsheet, and stays in its cell', () => {
    expect(cellOf('=HYPERLINK("http://x")')).toBe(`'=HYPERLINK("http://x")`)
    expect(cellOf('@SUM(1)')).toBe("'@SUM(1)")
    expect(cellOf('-1+1')).toBe("'-1+1")
    expect(cellOf('+3 pts')).toBe("'+3 pts")
    expect(cellOf('a;=1')).toBe("a;'=1")
    expect(cellOf('  two\nlines\tand\u0000more ')).toBe('two lines and more')
  })
})
