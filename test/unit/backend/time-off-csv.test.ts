import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeOffFromCsv, timeOffToCsv } from '../../../electron/backend/time-off/time-off-csv.ts'
import { newTimeOff } from '../../../electron/backend/time-off/new-time-off.ts'
import { TIME_OFF_KINDS } from '../../../shared/plan/rules/rule-types.ts'
import { formatWallTime } from '../../../shared/plan/wall-time.ts'
import { addDays } from '../../../shared/time/local.ts'
import { tries } from '../../support/deep.ts'

const AGENTS = [
  { id: 'agent-1', name: 'Ana Sol' },
  { id: 'agent-2', name: '=Bob, "B"' },
  { id: 'agent-3', name: 'Sam' },
  { id: 'agent-4', name: 'sam' },
]

const refused = (text: string): string => {
  try {
    timeOffFromCsv(text, AGENTS)
  } catch (error) {
    return (error as Error).message
  }
  return ''
}

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
        expect(timeOffFromCsv(text, AGENTS)).toEqual(entries.map(({ name: _name, ...rest }) => rest))
      }),
      tries(100, 81),
    )
  })

  it('takes names, semicolons and what is left out', () => {
    expect(
      timeOffFromCsv('name;from;start;end\nana sol;2026-12-24;;\nAna Sol;2026-12-28;13:00;17:00\n', AGENTS),
    ).toEqual([
      { agentId: 'agent-1', kind: 'vacation', from: '2026-12-24', to: '2026-12-24', part: null, note: '' },
      {
        agentId: 'agent-1',
        kind: 'vacation',
        from: '2026-12-28',
        to: '2026-12-28',
        part: { startMinute: 780, endMinute: 1020 },
        note: '',
      },
    ])
  })

  it.each([
    ['agent,from\nzoe,2026-12-24', 'Line 2 of the file names "zoe", who is no agent.'],
    ['agent,from\nSAM,2026-12-24', 'Line 2 of the file names "SAM", and several agents are called so.'],
    ['agent,from\n,2026-12-24', 'Line 2 of the file names no agent.'],
    ['agent,from,kind\nagent-1,2026-12-24,party', 'Line 2 of the file has the kind "party", but it must be one of'],
    ['agent,from\nagent-1,2026-02-30', 'Line 2 of the file has a time off that is not a date'],
    ['agent,from,to\nagent-1,2026-12-24,2026-12-20', 'Line 2 of the file has a time off that ends before it begins.'],
    [
      'agent,from,start,end\nagent-1,2026-12-24,9,17:00',
      'Line 2 of the file has times that cannot be read: "9" to "17:00".',
    ],
    ['agent,from\nagent-1,"2026', 'The file is not a CSV file'],
  ])('refuses %j', (text, message) => {
    expect(refused(text)).toContain(message)
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
