import { describe, expect, it } from 'vitest'
import { describeAgentFile } from '../../../electron/terminal/describe-agent-file.ts'
import { createFormatter } from '../../../electron/terminal/format.ts'

const format = createFormatter('en-US')
const nameOf = (id: string): string => (id === 'agent-1' ? 'Ana Sol' : id)
const ROWS = {
  rows: 3,
  matches: [],
  notUnderstood: [],
  notUnderstoodCount: 0,
  changed: [],
  changedCount: 0,
  unusedColumns: [],
  refusal: null,
} as const
const ENTRY = { row: 2, column: 3, inFile: 'Ana', agentId: 'agent-1', kind: 'vacation', note: '' } as const
const TIME_OFF = {
  ...ROWS,
  kind: 'time-off',
  isStored: true,
  entries: [
    { ...ENTRY, from: '2026-03-02', to: '2026-03-02', start: '13:00', end: '00:00', isKnown: false },
    { ...ENTRY, from: '2026-03-03', to: '2026-03-04', start: null, end: null, isKnown: true },
  ],
  added: 2,
  known: 1,
  dateOrder: 'mdy',
  dateOrderBy: 'evidence',
} as const

describe('a table about agents, on the command line', () => {
  it('says what of time off was left out, and which columns were not used', () => {
    expect(describeAgentFile(TIME_OFF, nameOf, format)).toBe('2 entries added, 1 known already.')
    const text = describeAgentFile(
      {
        ...TIME_OFF,
        dateOrderBy: 'system',
        notUnderstood: [{ row: 3, column: 5, text: 'Rejected', why: 'called-off' }],
        notUnderstoodCount: 1,
        unusedColumns: [{ column: 6, header: 'Approver' }],
        matches: [{ inFile: 'Zoe', agentId: null, how: 'new', candidates: [] }],
      },
      nameOf,
      format,
    )
    expect(text).toContain('2 entries added, 1 known already. Read with dates as month/day/year;')
    expect(text).toContain('\nColumns not used: Approver (6)\n\nNot understood\n')
    expect(text).toMatch(/3 +5 +Rejected +Canceled or declined/u)
    expect(text).toMatch(/Zoe +Not an agent; left out/u)
  })

  it('shows what would be stored, of which nothing is yet', () => {
    const text = describeAgentFile({ ...TIME_OFF, isStored: false }, nameOf, format)
    expect(text).toContain('2 entries would be added, 1 known already. Nothing was stored.')
    expect(text).toMatch(/Ana Sol +Vacation +Mar 2, 2026 +Mar 2, 2026 +13:00-00:00/u)
    expect(text).not.toContain('Mar 3')
  })

  it('shows the availability of each agent', () => {
    const entry = { row: 2, column: 3, inFile: 'Ana', before: null }
    const text = describeAgentFile(
      {
        ...ROWS,
        kind: 'availability',
        isStored: false,
        agents: 3,
        entries: [
          { ...entry, agentId: 'agent-1', availability: [{ dayOfWeek: 1, startMinute: 540, endMinute: 1440 }] },
          { ...entry, agentId: 'agent-2', availability: null },
          { ...entry, agentId: 'agent-3', availability: [] },
        ],
      },
      nameOf,
      format,
    )
    expect(text).toContain('Availability of 3 agents would be imported. Nothing was stored.')
    expect(text).toMatch(/Ana Sol +Mon 09:00-24:00\nagent-2 +any time\nagent-3 +never/u)
  })
})
