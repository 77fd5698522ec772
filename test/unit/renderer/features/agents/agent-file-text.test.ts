import { expect, it } from 'vitest'
import { foundText, storedText } from '../../../../../renderer/features/agents/import/agent-file-text.ts'
import { createFormatter } from '../../../../../renderer/format/formatter.ts'

const ROWS = {
  rows: 5,
  matches: [],
  notUnderstood: [],
  notUnderstoodCount: 0,
  changed: [],
  changedCount: 0,
  unusedColumns: [],
  entries: [],
}
const format = createFormatter({ languages: ['en-US'], firstDayOfWeek: 0 })

it('says what is new in a table of time off, and what became of it', () => {
  const read = { ...ROWS, kind: 'time-off', added: 2, known: 1, dateOrder: 'mdy', dateOrderBy: 'evidence' } as const
  expect(foundText(read, format)).toBe('5 rows · 2 new entries · 1 known already')
  expect(foundText({ ...read, known: 0 }, format)).toBe('5 rows · 2 new entries')
  expect(storedText(read, format)).toBe('2 entries added, 1 known already.')
  expect(storedText({ ...read, notUnderstoodCount: 1 }, format)).toBe(
    '2 entries added, 1 known already. 1 row was left out.',
  )
})

it('says whose availability a table has, and what became of it', () => {
  const read = { ...ROWS, kind: 'availability', agents: 1 } as const
  expect(foundText(read, format)).toBe('5 rows · availability of 1 agent')
  expect(storedText(read, format)).toBe('Availability of 1 agent imported.')
})
