import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { availabilityToCsv } from '../../../electron/backend/agents/availability-csv.ts'
import { timeOffToCsv } from '../../../electron/backend/time-off/time-off-csv.ts'
import { leftOutOf, readAgentText, readAvailabilityText, readTimeOffText } from '../../support/agent-file-table.ts'
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
          expect(readAvailabilityText(availabilityToCsv(agents).text, agents)).toEqual(
            agents.map(({ id, rules }) => ({ agentId: id, availability: rules.availability })),
          )
        },
      ),
      tries(200, 31),
    )
  })

  it('is read with semicolons, names and German weekdays', () => {
    expect(
      readAvailabilityText('Name;Day;Start;End\nann lee;Montag;08:00;16:00\nann lee;Fr;22:00;06:00\n', AGENTS),
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

  const week = (text: string): readonly string[] =>
    (readAvailabilityText(text, AGENTS)[0]!.availability ?? []).map(
      ({ dayOfWeek, startMinute, endMinute }) => `${dayOfWeek} ${startMinute / 60}-${endMinute / 60}`,
    )

  it.each([
    ['Employee,Weekday,From,To\nann lee,Mon-Wed,9,17\n', ['1 9-17', '2 9-17', '3 9-17']],
    ['Mitarbeiter;Wochentag;Von;Bis\nAnn Lee;Sa, So;10:00;14:00\n', ['6 10-14', '0 10-14']],
    ['Salarié;Jour;Début;Fin\nAnn Lee;vendredi;22:00;06:00\n', ['5 22-30']],
    ['Empleado,Día,Horario\nAnn Lee,"lunes, martes","9-13, 14-18"\n', ['1 9-13', '1 14-18', '2 9-13', '2 14-18']],
    ['Medewerker;Dag;Van;Tot\nAnn Lee;ma t/m wo;9;5\n', ['1 9-17', '2 9-17', '3 9-17']],
    ['Name,Day,Start,End\nAnn Lee,Mon,any time,\nAnn Lee,Tue,off,\n', ['1 0-24']],
  ])('is read in the words of five languages, for several days at once: %j', (text, ranges) => {
    expect(week(text)).toEqual(ranges)
  })

  it.each([
    ['agent,day,start,end\nnobody,Monday,08:00,16:00\n', '2:1 unknown-agent nobody'],
    ['agent,day,start,end\nann,Monday,8,16\nann,Someday,08:00,16:00\n', '3:2 not-a-date Someday'],
    ['agent,day,start,end\nann,Monday,eight,16\n', '2:3 not-a-time eight'],
    ['agent,day,start,end\nann,Monday,,16\n', '2:3 no-start '],
    ['agent,day,start,end\nann,Monday,8,\n', '2:4 no-end '],
    ['agent,day,start,end\n,Monday,8,16\n', '2:1 no-agent '],
  ])('lists the row and what is wrong in it: %j', (text, listed) => {
    expect(leftOutOf(text, AGENTS)).toEqual([listed])
    expect(readAgentText(text, AGENTS).entries).toEqual([])
  })

  it('leaves agents as they are who have a row that is not understood: half a week would be a wrong one', () => {
    const text = 'agent,day,start,end\nann,Mon,8,16\n=1+1,Tue,8,16\nann,Tue,8 or so,16\n'
    expect(readAvailabilityText(text, AGENTS).map(({ agentId }) => agentId)).toEqual(['=1+1'])
    expect(leftOutOf(text, AGENTS)).toEqual(['4:3 not-a-time 8 or so'])
  })

  it('refuses more time ranges than an agent can have', () => {
    const rows = Array.from({ length: 201 }, () => 'ann,Monday,08:00,16:00').join('\n')
    expect(() => readAgentText(`agent,day,start,end\n${rows}\n`, AGENTS)).toThrow('more than 200 time ranges for "ann"')
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
