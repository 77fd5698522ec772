import { expect, it } from 'vitest'
import { importedText } from '../../../../../renderer/features/agents/time-off/imported-text.ts'
import { createFormatter } from '../../../../../renderer/format/formatter.ts'

const IMPORTED: Parameters<typeof importedText>[0] = {
  added: 2,
  known: 1,
  dateOrder: 'mdy',
  dateOrderBy: 'evidence',
  notUnderstood: [],
  notUnderstoodCount: 0,
  unusedColumns: [],
}

it('says what of a table of time off was left out, and which columns were not used', () => {
  const format = createFormatter({ languages: ['en-US'], firstDayOfWeek: 0 })
  expect(importedText(IMPORTED, format)).toBe('2 entries added, 1 known already.')
  expect(
    importedText(
      {
        ...IMPORTED,
        notUnderstood: [
          { row: 3, column: 5, text: 'Rejected', why: 'called-off' },
          { row: 4, column: 3, text: '4', why: 'part-of-day' },
        ],
        notUnderstoodCount: 2,
        unusedColumns: [{ column: 6, header: 'Approver' }],
      },
      format,
    ),
  ).toBe(
    '2 entries added, 1 known already. 2 rows were left out: row 3 (Canceled or declined), row 4 (Part of a day, but not which part). Column not used: Approver (6).',
  )
})
