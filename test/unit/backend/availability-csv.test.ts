import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { availabilityFromCsv, availabilityToCsv } from '../../../electron/backend/agents/availability-csv.ts'
import { timeOffToCsv } from '../../../electron/backend/time-off/time-off-csv.ts'
import { readTimeOffText } from '../../support/time-off-table.ts'
import { tries } from '../../support/deep.ts'

const AGENTS = [
  { id: 'ann', name: 'Ann Lee' },
  { id: '=1+1', name: "'=Bob" },
]
const name = fc.constantFrom('Ann', "'=x", '=1+1', 'Müller; "J"', '-', '"')
const range = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
  .map(([dayOfWeek, start, length]) => ({ dayOfWeek, startMinute: start * 15, endMinute: (start + length) * 15 }))

describe('availability as CSV', () => {
  it('is read as it was written, whatever names and ids are', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(name, name, fc.option(fc.array(range, { maxLength: 5 }))), {
          maxLength: 5,
          selector: ([id]) => id,
        }),
        (all) => {
          const agents = all.map(([id, called, availability]) => ({ id, name: called, rules: { availability } }))
          expect(availabilityFromCsv(availabilityToCsv(agents), agents)).toEqual(
            agents.map(({ id, rules }) => ({ agentId: id, availability: rules.availability })),
          )
        },
      ),
      tries(200, 31),
    )
  })

  it('is read with semicolons, names and German weekdays', () => {
    expect(
      availabilityFromCsv('Name;Day;Start;End\nann lee;Montag;08:00;16:00\nann lee;Fr;22:00;06:00\n', AGENTS),
    ).toEqual([
      {
        agentId: 'ann',
        availability: [
          { dayOfWeek: 1, startMinute: 480, endMinute: 960 },
          { dayOfWeek: 5, startMinute: 1320, endMinute: 1800 },
        ],
      },
    ])
  })

  it.each([
    ['agent,day,start,end\nnobody,Monday,08:00,16:00\n', /Line 2 of the file names "nobody", who is no agent/u],
    [
      'agent,day,start,end\nann,Someday,08:00,16:00\n',
      /Line 2 of the file has the day "someday", which is no weekday/u,
    ],
    ['agent,day,start,end\nann,Monday,8,16\n', /Line 2 of the file has times that cannot be read: "8" to "16"/u],
    ['agent,day\n,Monday\n', /Line 2 of the file names no agent/u],
  ])('names the line and what is wrong in it: %j', (text, message) => {
    expect(() => availabilityFromCsv(text, AGENTS)).toThrow(message)
  })
})

describe('time off as CSV', () => {
  it('is read as it was written, also where a note looks like a formula', () => {
    fc.assert(
      fc.property(fc.constantFrom('=1', "'=1", "''=1", '-', 'plain', 'a; =b', "a;'=b"), (note) => {
        const entry = {
          id: 't',
          agentId: 'ann',
          name: 'Ann Lee',
          kind: 'vacation' as const,
          from: '2026-03-02',
          to: '2026-03-03',
          start: null,
          end: null,
          note,
        }
        expect(readTimeOffText(timeOffToCsv([entry]), AGENTS)).toEqual([
          { agentId: 'ann', kind: 'vacation', from: '2026-03-02', to: '2026-03-03', part: null, note },
        ])
      }),
      tries(30, 32),
    )
  })
})
