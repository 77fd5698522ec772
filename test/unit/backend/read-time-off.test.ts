import { describe, expect, it } from 'vitest'
import { readTimeOffText } from '../../support/time-off-table.ts'

const AGENTS = [
  { id: 'agent-1', name: 'Ana Sol', email: 'ana@example.com' },
  { id: 'agent-2', name: 'Jürgen Groß' },
  { id: 'agent-3', name: 'Sam' },
  { id: 'agent-4', name: 'SAM' },
]

const refused = (text: string): string => {
  try {
    readTimeOffText(text, AGENTS)
  } catch (error) {
    return (error as Error).message
  }
  return ''
}
/** "agent-1 vacation 2026-12-24..2026-12-28 13:00-17:00". */
const read = (text: string): readonly string[] =>
  readTimeOffText(text, AGENTS).map(({ agentId, kind, from, to, part }) =>
    [agentId, kind, `${from}..${to}`, ...(part === null ? [] : [`${part.startMinute}-${part.endMinute}`])].join(' '),
  )

describe('time off of a table', () => {
  it('has names, semicolons, and what is left out', () => {
    expect(read('name;from;start;end\nana sol;2026-12-24;;\nAna Sol;2026-12-28;13:00;17:00\n')).toEqual([
      'agent-1 vacation 2026-12-24..2026-12-24',
      'agent-1 vacation 2026-12-28..2026-12-28 780-1020',
    ])
  })

  it.each([
    [
      'German',
      'Urlaubsliste 2026\n\nMitarbeiter;Art;Von;Bis;Bemerkung\nGroß, Jürgen;Urlaub;02.03.2026;06.03.2026;Ski\nAna Sol;krank gemeldet;13.4.2026;;\nAna Sol;Fortbildung;Mi, 15.04.2026;15.04.2026;\n',
      [
        'agent-2 vacation 2026-03-02..2026-03-06',
        'agent-1 ill 2026-04-13..2026-04-13',
        'agent-1 training 2026-04-15..2026-04-15',
      ],
    ],
    [
      'French',
      'Salarié;Motif;Premier jour;Dernier jour\nAna Sol;Congés payés;02/03/2026;06/03/2026\nana@example.com;Arrêt maladie;13/04/2026;14/04/2026\n',
      ['agent-1 vacation 2026-03-02..2026-03-06', 'agent-1 ill 2026-04-13..2026-04-14'],
    ],
    [
      'Spanish',
      'Empleado,Tipo,Desde,Hasta\nAna Sol,Vacaciones,2 de marzo de 2026,6 de marzo de 2026\nAna Sol,Baja médica,13/4/2026,13/4/2026\nAna Sol,Otros,14/4/2026,\n',
      [
        'agent-1 vacation 2026-03-02..2026-03-06',
        'agent-1 ill 2026-04-13..2026-04-13',
        'agent-1 other 2026-04-14..2026-04-14',
      ],
    ],
    [
      'Dutch',
      'Medewerker;Soort;Eerste dag;Laatste dag\nAna Sol;Vakantie;2-3-2026;6-3-2026\nAna Sol;Ziek;13-4-2026;\nAna Sol;Feestdag;27-4-2026;\n',
      [
        'agent-1 vacation 2026-03-02..2026-03-06',
        'agent-1 ill 2026-04-13..2026-04-13',
        'agent-1 holiday 2026-04-27..2026-04-27',
      ],
    ],
    [
      'English, month first, with hours of a day',
      'Employee,Leave type,Date,From,To\nAna Sol,Sick leave,4/13/2026,9am,1pm\nAna Sol,PTO,3/2/2026,,\n',
      ['agent-1 ill 2026-04-13..2026-04-13 540-780', 'agent-1 vacation 2026-03-02..2026-03-02'],
    ],
    [
      'moments',
      'Employee;Type;Start;End\nAna Sol;Vacation;2026-03-02 13:00;2026-03-02 17:00\nAna Sol;Vacation;2026-03-03 00:00;2026-03-05 23:59\n',
      ['agent-1 vacation 2026-03-02..2026-03-02 780-1020', 'agent-1 vacation 2026-03-03..2026-03-05'],
    ],
  ])('is read in %s', (_language, text, entries) => {
    expect(read(text)).toEqual(entries)
  })

  it.each([
    ['agent,from\nzoe,2026-12-24', 'Row 2 of the file names "zoe", who is no agent.'],
    ['agent,from\nsam,2026-12-24', 'Row 2 of the file names "sam", and several agents are called so.'],
    ['agent,from\nAna Sool,2026-12-24', 'names "Ana Sool", who is no agent; write "Ana Sol" if that is who is meant.'],
    ['agent,from\n,2026-12-24', 'Row 2 of the file names no agent.'],
    ['agent,from,kind\nagent-1,2026-12-24,party', 'Row 2 of the file has the kind "party", but it must be one of'],
    ['agent,from\nagent-1,2026-02-30', 'Row 2 of the file has a date that is none: "2026-02-30".'],
    ['agent,from,to\nagent-1,2026-12-24,soon', 'Row 2 of the file has a date that is none: "soon".'],
    ['agent,from,to\nagent-1,2026-12-24,2026-12-20', 'Row 2 of the file has a time off that ends before it begins.'],
    [
      'agent,from,start,end\nagent-1,2026-12-24,nine,17:00',
      'Row 2 of the file has times that cannot be read: "nine" to "17:00".',
    ],
    ['agent,from\nagent-1,"2026', 'The file is not a table of text'],
    ['Product,Price\nTea,3\n', 'The file has no columns of time off.'],
  ])('is refused, all of it: %j', (text, message) => {
    expect(refused(text)).toContain(message)
  })
})
