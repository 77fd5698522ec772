import { describe, expect, it } from 'vitest'
import { sheetRows } from '../../../electron/backend/rosters/sheet-rows.ts'

describe('the rows of a sheet', () => {
  it('are no more than a roster can have, however wide they are', () => {
    const rows = sheetRows()
    const wide = Array.from({ length: 1_000 }, () => 'x')
    for (let row = 0; row < 5_000; row++) rows.add(row, wide)
    expect(rows.rows).toHaveLength(5_000)
    expect(() => rows.add(5_000, ['x'])).toThrow(
      'A sheet has more than 5,000,000 cells. Covercast reads 5,000,000 cells at most.',
    )
  })
})
