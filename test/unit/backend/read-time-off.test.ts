import { describe, expect, it } from 'vitest'
import { leftOutOf, readAgentText, readTimeOffText } from '../../support/agent-file-table.ts'

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

const leftOut = (text: string): readonly string[] => leftOutOf(text, AGENTS)

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
    ['agent,from\nzoe,2026-12-24', '2:1 unknown-agent zoe'],
    ['agent,from\n,2026-12-24', '2:1 no-agent '],
    ['agent,from,kind\nagent-1,2026-12-24,party', '2:3 unknown-kind party'],
    ['agent,from\nagent-1,2026-02-30', '2:2 not-a-date 2026-02-30'],
    ['agent,from,to\nagent-1,2026-12-24,soon', '2:3 not-a-date soon'],
    ['agent,from,to\nagent-1,2026-12-24,2026-12-20', '2:3 no-length 2026-12-20'],
    ['agent,from,to\nagent-1,2026-12-24,2036-12-20', '2:3 too-many-days 2036-12-20'],
    ['agent,from,start,end\nagent-1,2026-12-24,nine,17:00', '2:3 not-a-time nine'],
  ])('is left out where its row is not understood, and listed: %j', (text, listed) => {
    expect([read(text), leftOut(text)]).toEqual([[], [listed]])
    expect(read(`${text}\nagent-1,2026-12-31`)).toEqual(['agent-1 vacation 2026-12-31..2026-12-31'])
  })

  it.each([
    ['agent,from\nsam,2026-12-24', 'sam ambiguous agent-3, agent-4'],
    ['agent,from\nAna Sool,2026-12-24', 'Ana Sool near agent-1'],
    ['agent,from\nasol@other.com,2026-12-24', 'asol@other.com email-name agent-1'],
  ])('says how a name was found that is not quite the name of an agent: %j', (text, found) => {
    const [match] = readAgentText(text, AGENTS).matches
    expect(`${match!.inFile} ${match!.how} ${match!.agentId ?? match!.candidates.join(', ')}`).toBe(found)
  })

  it.each([
    ['agent,from\nagent-1,"2026', 'The file is not a table of text'],
    ['Product,Price\nTea,3\n', 'No table of time off or availability was found in the file.'],
  ])('is refused where no table of it is in the file: %j', (text, message) => {
    expect(refused(text)).toContain(message)
  })
})

describe('time off that was called off', () => {
  it.each([
    ['Employee,Leave Type,Start Date,Status', 'Sick,2026-03-03,Rejected', '3:4 called-off Rejected'],
    ['Employee,Status,Start Date,Leave Type', 'Declined,2026-03-03,Sick', '3:2 called-off Declined'],
    ['Employee,Leave Type,Start Date,Approval status', 'Sick,2026-03-03,Cancelled', '3:4 called-off Cancelled'],
    ['Employee,Leave Type,Start Date,Approved', 'Sick,2026-03-03,No', '3:4 called-off No'],
  ])('is left out and listed: %s', (header, row, listed) => {
    const text = `${header}\nAna Sol,Vacation,2026-03-02,\nNobody,${row}\n`
    expect(read(text)).toEqual(['agent-1 vacation 2026-03-02..2026-03-02'])
    expect(leftOut(text)).toEqual([listed])
  })

  it('has its kind where a status is before it', () => {
    expect(read('Employee,Status,Leave Type,Date\nAna Sol,Approved,Sick,2026-03-02\n')).toEqual([
      'agent-1 ill 2026-03-02..2026-03-02',
    ])
  })
})

describe('time off of a part of a day', () => {
  it.each([
    ['Name,Date,Hours,Type\nAna Sol,2026-03-02,4,Vacation', '2:3 part-of-day 4'],
    ['Name,Date,Duration\nAna Sol,2026-03-02,4:00', '2:3 part-of-day 4:00'],
    ['Name,From,To,Days\nAna Sol,2026-03-02,2026-03-02,0.5', '2:4 part-of-day 0.5'],
    ['Name;From;To;Tage\nAna Sol;2026-03-02;2026-03-03;1,5', '2:4 part-of-day 1,5'],
    ['agent,kind,from\nAna Sol,Half day vacation,2026-03-02', '2:2 part-of-day Half day vacation'],
    ['agent;kind;from\nAna Sol;Urlaub (halber Tag);2026-03-02', '2:2 part-of-day Urlaub (halber Tag)'],
    ['agent,kind,from\nAna Sol,Vacation (PM),2026-03-02', '2:2 part-of-day Vacation (PM)'],
    ['agent,from,note\nAna Sol,2026-03-02,half day', '2:3 part-of-day half day'],
  ])('is left out and listed without its times: %j', (text, listed) => {
    expect(read(text)).toEqual([])
    expect(leftOut(text)).toEqual([listed])
  })

  it.each([
    ['Name,Date,Hours\nAna Sol,2026-03-02,8', ''],
    ['Name,From,To,Days\nAna Sol,2026-03-02,2026-03-02,1', ''],
    ['Name,Date,Duration\nAna Sol,2026-03-02,1', ''],
    ['Name,Date,Duration\nAna Sol,2026-03-02,1 day', ''],
    ['agent,from,note\nAna Sol,2026-03-02,back in the morning', ''],
    ['agent,name,kind,from,to,start,end,note\nagent-1,Ana Sol,vacation,2026-03-02,2026-03-02,,,half day', ''],
    ['agent,name,kind,from,to,start,end,note\nagent-1,,vacation,2026-03-02,2026-03-02,12:00,11:00,', ' 720-2100'],
    ['Name,Date,Start,Hours\nAna Sol,2026-03-02,13:00,4', ' 780-1020'],
    ['Name,From,Hours\nAna Sol,2026-03-02 13:00,4', ' 780-1020'],
    ['agent,kind,from,start,end\nAna Sol,Half day vacation,2026-03-02,13:00,17:00', ' 780-1020'],
    ['agent,from,start,end\nAna Sol,2026-03-02,9:00 AM,5:00', ' 540-1020'],
    ['agent,from,start,end\nAna Sol,2026-03-02,9:00,5:00', ' 540-1020'],
    ['agent,from,start,end\nAna Sol,2026-03-02,22:00,06:00', ' 1320-1800'],
    ['agent,from,to\nAna Sol,2026-03-02 22:00,2026-03-03 06:00', ' 1320-1800'],
    ['agent,from,to\nAna Sol,2026-03-02T12:00:00Z,2026-03-02T16:00:00Z', ' 780-1020'],
  ])('is read where its times are known, as is a whole day: %j', (text, part) => {
    expect(leftOut(text)).toEqual([])
    expect(read(text)).toEqual([`agent-1 vacation 2026-03-02..2026-03-02${part}`])
  })
})

describe('time off of several days with times', () => {
  const split = [
    'agent-1 vacation 2026-03-02..2026-03-02 780-1440',
    'agent-1 vacation 2026-03-03..2026-03-04',
    'agent-1 vacation 2026-03-05..2026-03-05 0-720',
  ]

  it.each([
    'agent,from,to\nAna Sol,2026-03-02 13:00,2026-03-05 12:00',
    'agent,from,to\nAna Sol,2026-03-02T12:00:00Z,2026-03-05T11:00:00Z',
    'Name,Start date,Start time,End date,End time\nAna Sol,2026-03-02,13:00,2026-03-05,12:00',
    'Name;Datum von;Uhrzeit von;Datum bis;Uhrzeit bis\nAna Sol;02.03.2026;13:00;05.03.2026;12:00',
  ])('is a part of the first day, whole days, and a part of the last: %j', (text) => {
    expect([read(text), leftOut(text)]).toEqual([split, []])
  })

  it('is that part of each day where the times are apart from the dates', () => {
    const part = ['agent-1 vacation 2026-03-02..2026-03-05 780-1020']
    expect(read('agent,from,to,start,end\nAna Sol,2026-03-02,2026-03-05,13:00,17:00')).toEqual(part)
    expect(read('agent,name,kind,from,to,start,end,note\nagent-1,,,2026-03-02,2026-03-05,13:00,17:00,')).toEqual(part)
  })

  it('begins or ends with a whole day where only one time is given', () => {
    const header = 'Name,Start date,Start time,End date,End time'
    expect(read(`${header}\nAna Sol,2026-03-02,13:00,2026-03-04,`)).toEqual([
      'agent-1 vacation 2026-03-02..2026-03-02 780-1440',
      'agent-1 vacation 2026-03-03..2026-03-04',
    ])
    expect(read('agent,from,to\nAna Sol,2026-03-02,2026-03-04 12:00')).toEqual([
      'agent-1 vacation 2026-03-02..2026-03-03',
      'agent-1 vacation 2026-03-04..2026-03-04 0-720',
    ])
  })
})

describe('time off that ends at midnight', () => {
  it.each([
    ['2026-03-02 00:00,2026-03-03 00:00', '2026-03-02'],
    ['2026-03-01T23:00:00Z,2026-03-02T23:00:00Z', '2026-03-02'],
    ['2026-03-02,2026-03-04 00:00', '2026-03-03'],
  ])('ends with the day before: %s', (dates, last) => {
    expect(read(`agent,from,to\nAna Sol,${dates}\n`)).toEqual([`agent-1 vacation 2026-03-02..${last}`])
  })

  it('ends with its last day where every date has a midnight', () => {
    const text = 'agent,from,to\nAna Sol,2026-03-02 00:00,2026-03-02 00:00\nAna Sol,2026-03-09 00:00,2026-03-13 00:00\n'
    expect(read(text)).toEqual(['agent-1 vacation 2026-03-02..2026-03-02', 'agent-1 vacation 2026-03-09..2026-03-13'])
  })
})

it('names the columns of a table of time off that are not used', () => {
  const text = 'Name,From,Team,Approver,Status\nAna Sol,2026-03-02,Chat,Zoe,PTO,extra\n'
  expect(readAgentText(text, AGENTS).unusedColumns).toEqual([
    { column: 3, header: 'Team' },
    { column: 4, header: 'Approver' },
    { column: 6, header: '' },
  ])
})
