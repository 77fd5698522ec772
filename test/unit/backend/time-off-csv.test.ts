import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeOffToCsv } from '../../../electron/backend/time-off/time-off-csv.ts'
import { newTimeOff } from '../../../electron/backend/time-off/new-time-off.ts'
import { TIME_OFF_KINDS } from '../../../shared/plan/rules/rule-types.ts'
import { formatWallTime } from '../../../shared/plan/wall-time.ts'
import { addDays } from '../../../shared/time/local.ts'
import { tries } from '../../support/deep.ts'
import { readTimeOffText } from '../../support/agent-file-table.ts'

const AGENTS = [
  { id: 'agent-1', name: 'Ana Sol' },
  { id: 'agent-2', name: '=Bob, "B"' },
  { id: 'agent-3', name: 'Sam' },
  { id: 'agent-4', name: 'sam' },
]

describe('time off as CSV', () => {
  it('comes back as it was written', () => {
    const entry = fc
      .record({
        agent: fc.constantFrom(...AGENTS),
        kind: fc.constantFrom(...TIME_OFF_KINDS),
        first: fc.nat(3000),
        days: fc.nat(40),
        part: fc.option(fc.record({ start: fc.nat(95), length: fc.integer({ min: 1, max: 96 }) })),
        note: fc.constantFrom('', 'family', '=1+1', 'two\nlines', 'a "quoted", word'),
      })
      .map(({ agent, kind, first, days, part, note }) => ({
        agentId: agent.id,
        name: agent.name,
        kind,
        from: addDays('2024-01-01', first),
        to: addDays('2024-01-01', first + days),
        part: part && { startMinute: part.start * 15, endMinute: (part.start + part.length) * 15 },
        note,
      }))
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
        const text = timeOffToCsv(
          entries.map(({ part, ...rest }, index) => ({
            ...rest,
            id: String(index),
            start: part && formatWallTime(part.startMinute),
            end: part && formatWallTime(part.endMinute),
          })),
        )
        expect(readTimeOffText(text, AGENTS)).toEqual(entries.map(({ name: _name, ...rest }) => rest))
      }),
      tries(100, 81),
    )
  })

  it('is new where agent, kind, dates or times differ', () => {
    const one = {
      id: '1',
      agentId: 'a',
      kind: 'ill',
      from: '2026-01-01',
      to: '2026-01-02',
      part: null,
      note: 'x',
    } as const
    expect(newTimeOff([{ ...one, id: '2', note: 'y' }], [one])).toEqual([])
    expect(
      newTimeOff(
        [
          { ...one, id: '2', kind: 'other' },
          { ...one, id: '3', kind: 'other' },
        ],
        [one],
      ),
    ).toHaveLength(1)
  })
})
