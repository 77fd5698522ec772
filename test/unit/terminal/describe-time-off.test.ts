import { expect, it } from 'vitest'
import { importedText } from '../../../electron/terminal/describe-time-off.ts'
import { createFormatter } from '../../../electron/terminal/format.ts'

const IMPORTED = {
  added: 2,
  known: 1,
  dateOrder: 'mdy',
  dateOrderBy: 'evidence',
  notUnderstood: [],
  notUnderstoodCount: 0,
  unusedColumns: [],
} as const

it('says what of a table of time off was left out, and which columns were not used', () => {
  const format = createFormatter('en-US')
  expect(importedText(IMPORTED, format)).toBe('2 entries added, 1 known already.')
  const text = importedText(
    {
      ...IMPORTED,
      notUnderstood: [{ row: 3, column: 5, text: 'Rejected', why: 'called-off' }],
      notUnderstoodCount: 1,
      unusedColumns: [{ column: 6, header: 'Approver' }],
    },
    format,
  )
  expect(text).toContain('2 entries added, 1 known already.\nColumns not used: Approver (6)\n\nLeft out\n')
  expect(text).toMatch(/3 +5 +Rejected +Canceled or declined/u)
})
