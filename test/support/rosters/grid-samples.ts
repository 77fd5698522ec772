import { dateCell, timeCell, utf8, windows1252, workbook, type RosterSample } from './sample.ts'

/** Tables with people down and days across. */
export const GRID_SAMPLES: readonly RosterSample[] = [
  {
    name: 'homebase.csv',
    like: 'Homebase',
    timeZone: 'America/New_York',
    usualOrder: 'mdy',
    bytes: utf8(`Schedule for Mar 2 - Mar 8 2026
Employee,Role,Mon 3/2,Tue 3/3,Wed 3/4,Thu 3/5,Fri 3/6,Sat 3/7,Sun 3/8,Total
Ann Lee,Agent,"9:00am - 5:00pm
Phones",9a-5:30p,,OFF,PTO,PTO,,16.5
Bob Ray,Agent,,12p-12a,6:30a-2p,x,10pm-6am,,9-5,38
Open Shifts,,5p-9p,,,,,,,4
Total Hours,,16,20.5,7.5,0,8,0,8,58.5
`),
    shifts: [
      'Ann Lee | 2026-03-02 | 09:00-17:00 |  | Agent · Phones',
      'Ann Lee | 2026-03-03 | 09:00-17:30 |  | Agent',
      'Bob Ray | 2026-03-03 | 12:00-00:00 |  | Agent',
      'Bob Ray | 2026-03-04 | 06:30-14:00 |  | Agent',
      'Bob Ray | 2026-03-06 | 22:00-06:00 |  | Agent',
      'Bob Ray | 2026-03-08 | 09:00-17:00 |  | Agent',
      'open | 2026-03-02 | 17:00-21:00 |  | ',
    ],
    absences: ['Ann Lee | vacation | 2026-03-06..2026-03-07'],
    changed: ['4:9 afternoon'],
    dateOrder: 'mdy',
    unused: ['10 Total'],
  },
  {
    name: 'legend.xlsx',
    like: 'a workbook with two-part cells and a legend',
    bytes: workbook([
      ['Dienstplan KW 10 2026'],
      ['', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag'],
      ['Jürgen Groß', 'E', 'E', '9-12, 13-17', 'U', 'L'],
      ['Zoë Öztürk', '09.00-17.00', 'L', 'frei', '8:00 – 12:00 + 15:00 – 19:00', 'krank'],
      ['N. N.', 'N', '', '', '', 'Q'],
      [],
      ['Legende'],
      ['E = 06:00-14:00', '', 'L = 14:00-22:00'],
      ['N', '22:00-06:00'],
    ]),
    shifts: [
      'Jürgen Groß | 2026-03-02 | 06:00-14:00 |  | ',
      'Jürgen Groß | 2026-03-03 | 06:00-14:00 |  | ',
      'Jürgen Groß | 2026-03-04 | 09:00-17:00 | 12:00-13:00 | ',
      'Jürgen Groß | 2026-03-06 | 14:00-22:00 |  | ',
      'Zoë Öztürk | 2026-03-02 | 09:00-17:00 |  | ',
      'Zoë Öztürk | 2026-03-03 | 14:00-22:00 |  | ',
      'Zoë Öztürk | 2026-03-05 | 08:00-12:00 |  | ',
      'Zoë Öztürk | 2026-03-05 | 15:00-19:00 |  | ',
      'N. N. | 2026-03-02 | 22:00-06:00 |  | ',
    ],
    absences: ['Jürgen Groß | vacation | 2026-03-05..2026-03-05', 'Zoë Öztürk | ill | 2026-03-06..2026-03-06'],
    notUnderstood: ['5:6 unknown-code'],
  },
  {
    name: 'weeks-below.csv',
    like: 'several weeks below one another',
    timeZone: 'Europe/London',
    bytes: windows1252(`Week commencing 02/03/2026;Mon;Tue;Wed;Thu;Fri;Sat;Sun
Ann Lee;0900-1730;0900-1730;off;;9–17;;
Bob Ray;;;1200-2000;1200-2000;;22-6;22-6
;;;;;;;
Week commencing 16/03/2026;Mon;Tue;Wed;Thu;Fri;Sat;Sun
Ann Lee;;holiday;0900-1730;;;;
Bob Ray;sick;sick;;;;;
`),
    shifts: [
      'Ann Lee | 2026-03-02 | 09:00-17:30 |  | ',
      'Ann Lee | 2026-03-03 | 09:00-17:30 |  | ',
      'Ann Lee | 2026-03-06 | 09:00-17:00 |  | ',
      'Bob Ray | 2026-03-04 | 12:00-20:00 |  | ',
      'Bob Ray | 2026-03-05 | 12:00-20:00 |  | ',
      'Bob Ray | 2026-03-07 | 22:00-06:00 |  | ',
      'Bob Ray | 2026-03-08 | 22:00-06:00 |  | ',
      'Ann Lee | 2026-03-18 | 09:00-17:30 |  | ',
    ],
    absences: ['Ann Lee | holiday | 2026-03-17..2026-03-17', 'Bob Ray | ill | 2026-03-16..2026-03-17'],
  },
  {
    name: 'merged.xlsx',
    like: 'a workbook with two columns a day, headers and absences merged',
    bytes: workbook(
      [
        [
          'Roster',
          dateCell('2026-03-02', 'ddd d mmm'),
          null,
          dateCell('2026-03-03', 'ddd d mmm'),
          null,
          dateCell('2026-03-04', 'ddd d mmm'),
          null,
        ],
        ['Name', 'Start', 'End', 'Start', 'End', 'Start', 'End'],
        ['Ann Lee', timeCell('09:00'), timeCell('17:00'), timeCell('22:00'), timeCell('06:00'), null, null],
        ['Bob Ray', 'Vacation', null, null, null, timeCell('10:00'), timeCell('16:00')],
      ],
      { merges: ['B1:C1', 'D1:E1', 'F1:G1', 'B4:E4'] },
    ),
    shifts: [
      'Ann Lee | 2026-03-02 | 09:00-17:00 |  | ',
      'Ann Lee | 2026-03-03 | 22:00-06:00 |  | ',
      'Bob Ray | 2026-03-04 | 10:00-16:00 |  | ',
    ],
    absences: ['Bob Ray | vacation | 2026-03-02..2026-03-03'],
  },
  {
    name: 'month.csv',
    like: 'a month with dates across, French',
    timeZone: 'Europe/Paris',
    bytes: utf8(`Planning mars 2026,1,2,3,4,5,6,7,8
Zoé Lefèvre,repos,M,M,AM,AM,congé,,
Éric Noël,,AM,AM,M,M,RH,,
M = 7h-15h,,,,,,,,
AM : 15h-23h,,,,,,,,
`),
    shifts: [
      'Zoé Lefèvre | 2026-03-02 | 07:00-15:00 |  | ',
      'Zoé Lefèvre | 2026-03-03 | 07:00-15:00 |  | ',
      'Zoé Lefèvre | 2026-03-04 | 15:00-23:00 |  | ',
      'Zoé Lefèvre | 2026-03-05 | 15:00-23:00 |  | ',
      'Éric Noël | 2026-03-02 | 15:00-23:00 |  | ',
      'Éric Noël | 2026-03-03 | 15:00-23:00 |  | ',
      'Éric Noël | 2026-03-04 | 07:00-15:00 |  | ',
      'Éric Noël | 2026-03-05 | 07:00-15:00 |  | ',
    ],
    absences: ['Zoé Lefèvre | vacation | 2026-03-06..2026-03-06'],
    notUnderstood: ['3:7 unknown-code'],
  },
  {
    name: 'weekdays-grid.tsv',
    like: 'a pattern of weekdays, Spanish',
    timeZone: 'Europe/Madrid',
    isWeekly: true,
    bytes: utf8(
      'Nombre\tlun\tmar\tmié\tjue\tvie\tsáb\tdom\nÍñigo Núñez\t9-17\t9-17\t9-17\tlibre\t9-14\t\t\nOpen\t\t\t\t14-22\t\t10-18 (30)\t\n',
    ),
    shifts: [
      'Íñigo Núñez | Mon | 09:00-17:00 |  | ',
      'Íñigo Núñez | Tue | 09:00-17:00 |  | ',
      'Íñigo Núñez | Wed | 09:00-17:00 |  | ',
      'Íñigo Núñez | Fri | 09:00-14:00 |  | ',
      'open | Thu | 14:00-22:00 |  | ',
      'open | Sat | 10:00-18:00 | 13:45-14:15 | ',
    ],
  },
  {
    name: 'letters.csv',
    like: 'weekdays by their letters, two teams below one another',
    isWeekly: true,
    bytes: utf8(`Team A,M,T,W,T,F,S,S
Ann Lee,9-5p,9-5p,,,,,
,,,,,,,
Team B,M,T,W,T,F,S,S
Bob Ray,,,early-8pm,12-8pm,,,
`),
    shifts: [
      'Ann Lee | Mon | 09:00-17:00 |  | ',
      'Ann Lee | Tue | 09:00-17:00 |  | ',
      'Bob Ray | Thu | 12:00-20:00 |  | ',
    ],
    notUnderstood: ['5:4 unknown-code'],
  },
  {
    name: 'two-header-rows.xlsx',
    like: 'weekdays above dates, Italian',
    timeZone: 'Europe/Rome',
    bytes: workbook([
      ['', 'lun', 'mar', 'mer', 'gio', 'ven'],
      ['Nome', '2/3', '3/3', '4/3', '5/3', '6/3'],
      ['Nicolò D’Angelo', '9:00-13:00 / 14:00-18:00', 'ferie', 'riposo', '14:30-22:30', 'malattia'],
    ]),
    shifts: [
      'Nicolò D’Angelo | 2026-03-02 | 09:00-18:00 | 13:00-14:00 | ',
      'Nicolò D’Angelo | 2026-03-05 | 14:30-22:30 |  | ',
    ],
    absences: ['Nicolò D’Angelo | vacation | 2026-03-03..2026-03-03', 'Nicolò D’Angelo | ill | 2026-03-06..2026-03-06'],
  },
  {
    name: 'names-like-totals.csv',
    like: 'people with names that begin as totals do',
    bytes: utf8(`Name,Mon 2 March 2026,Tue 3 March 2026,Wed 4 March 2026
Suma Rao,9-17,1,
Ore Adeyemi,,2,2
Cost,9-17,,
Total,8,16,8
Total Hours Support,8h,16h,8h
1 = 06:00-14:00
2 = 14:00-22:00
`),
    shifts: [
      'Suma Rao | 2026-03-02 | 09:00-17:00 |  | ',
      'Suma Rao | 2026-03-03 | 06:00-14:00 |  | ',
      'Ore Adeyemi | 2026-03-03 | 14:00-22:00 |  | ',
      'Ore Adeyemi | 2026-03-04 | 14:00-22:00 |  | ',
      'Cost | 2026-03-02 | 09:00-17:00 |  | ',
    ],
  },
  {
    name: 'teams-like-codes.csv',
    like: 'a column of teams with the letters of codes',
    bytes: utf8(`Team,Name,Mon 2 March 2026,Tue 3 March 2026,Wed 4 March 2026
A,Ann Lee,9-17,A,
B,Bob Ray,,B,
C,Cy Fox,9-17,,

A = 6-14
B,14-22
`),
    shifts: [
      'Ann Lee | 2026-03-02 | 09:00-17:00 |  | A',
      'Ann Lee | 2026-03-03 | 06:00-14:00 |  | A',
      'Bob Ray | 2026-03-03 | 14:00-22:00 |  | B',
      'Cy Fox | 2026-03-02 | 09:00-17:00 |  | C',
    ],
  },
  {
    name: 'numbers-like-codes.tsv',
    like: 'people with numbers, as codes are',
    isWeekly: true,
    bytes: utf8('No\tName\tMon\tTue\tWed\n1\tAnn Lee\t9-17\t9-17\toff\n2\tBob Ray\t1\t2\t\n\n1 = 6-14\n2 = 14-22\n'),
    shifts: [
      'Ann Lee | Mon | 09:00-17:00 |  | ',
      'Ann Lee | Tue | 09:00-17:00 |  | ',
      'Bob Ray | Mon | 06:00-14:00 |  | ',
      'Bob Ray | Tue | 14:00-22:00 |  | ',
    ],
    unused: ['1 No'],
  },
  {
    name: 'equals-in-a-cell.csv',
    like: 'a shift with a remark that has an equals sign',
    bytes: utf8(`Name,Mon 2 March 2026,Tue 3 March 2026,Wed 4 March 2026
Ann Lee,9-17,9-17 OT=1h,OT = 1h
Bob Ray,9-17,,
`),
    shifts: [
      'Ann Lee | 2026-03-02 | 09:00-17:00 |  | ',
      'Ann Lee | 2026-03-03 | 09:00-17:00 |  | OT=1h',
      'Bob Ray | 2026-03-02 | 09:00-17:00 |  | ',
    ],
    notUnderstood: ['2:4 unknown-code'],
  },
  ...Object.entries({
    'in-a-cell': '"E: 6-14, L: 14-22, N: 22-6"',
    'in-a-cell-with-strokes': 'E=06:00-14:00 / L=14:00-22:00 / N=22:00-06:00',
    'in-neighbouring-cells': 'E: 06:00-14:00,L: 14:00-22:00,N: 22:00-06:00',
    'with-its-name': 'Legend: E = 06:00-14:00  L = 14:00-22:00  N = 22:00-06:00',
    'with-words': 'Legend: E = 06:00-14:00\nL = Late: 14:00-22:00\nN,22:00,06:00',
    'with-a-heading': 'Legend\nE,Early,06:00-14:00\nL,Late,14:00-22:00\nN,Night,22:00-06:00',
    'with-an-unused-code': '"E: 6-14, Q: 3-5, L: 14-22, Z: 1-2, N: 22-6"',
    'as-a-table':
      'Kürzel,Beginn,Ende,Bedeutung\nE,06:00,14:00,Früh\nL,Spätdienst,14:00,22:00\nN,22:00,06:00,Nachtdienst',
    'with-numbered-codes': 'E1:8-9\nE = 06:00-14:00,14:00-14:30\nL:14:00-22:00\nN = 22:00-06:00',
    'right-below': 'E,06:00-14:00\nL,14:00-22:00\nN,22:00,06:00',
    'in-one-row': 'Legend,E,6-14,L,14-22,N,22-6',
    'with-equals-cells': 'E,=,06:00-14:00\nL,=,14:00-22:00\nN,=,22:00-06:00',
  }).map(([name, legend]): RosterSample => ({
    name: `legend-${name}.csv`,
    like: `a grid with its legend ${name.replaceAll('-', ' ')}`,
    bytes: utf8(
      `Name,Mon 2 March 2026,Tue 3 March 2026,Wed 4 March 2026\nAnn Lee,E,L,N\n${name === 'right-below' ? '' : '\n'}${legend}\n`,
    ),
    shifts: [
      'Ann Lee | 2026-03-02 | 06:00-14:00 |  | ',
      `Ann Lee | 2026-03-03 | 14:00-22:00 |  | ${name === 'with-words' ? 'Late' : ''}`,
      'Ann Lee | 2026-03-04 | 22:00-06:00 |  | ',
    ],
  })),
  {
    name: 'legend-beside.csv',
    like: 'a grid with its legend beside the people',
    bytes: utf8(`Name,Mon 2 March 2026,Tue 3 March 2026,Wed 4 March 2026,,Legend
Ann Lee,E,L,,,E = 06:00-14:00
Bob Ray,L,,9-17,,L: 14:00-22:00
`),
    shifts: [
      'Ann Lee | 2026-03-02 | 06:00-14:00 |  | ',
      'Ann Lee | 2026-03-03 | 14:00-22:00 |  | ',
      'Bob Ray | 2026-03-02 | 14:00-22:00 |  | ',
      'Bob Ray | 2026-03-04 | 09:00-17:00 |  | ',
    ],
  },
  {
    name: 'absences-beside-shifts.csv',
    like: 'shifts with the words of absences beside them',
    bytes: utf8(`Name,Mon 2 March 2026,Tue 3 March 2026,Wed 4 March 2026,Thu 5 March 2026,Fri 6 March 2026
Ann Lee,9-17 Training,9-13 + PTO,9-17 (holiday cover),"8-12, sick",9-13 Urlaub
Bob Ray,Vacation 9-17,PTO (8-16),Holiday cover 9-17,training,
`),
    shifts: [
      'Ann Lee | 2026-03-02 | 09:00-17:00 |  | Training',
      'Ann Lee | 2026-03-03 | 09:00-13:00 |  | PTO',
      'Ann Lee | 2026-03-04 | 09:00-17:00 |  | holiday cover',
      'Ann Lee | 2026-03-05 | 08:00-12:00 |  | sick',
      'Ann Lee | 2026-03-06 | 09:00-13:00 |  | Urlaub',
      'Bob Ray | 2026-03-04 | 09:00-17:00 |  | Holiday cover',
    ],
    absences: [
      'Bob Ray | vacation | 2026-03-02..2026-03-02 | 09:00-17:00',
      'Bob Ray | vacation | 2026-03-03..2026-03-03 | 08:00-16:00',
      'Bob Ray | training | 2026-03-05..2026-03-05',
    ],
  },
  {
    name: 'half-days.csv',
    like: 'absences for half a day, of which only one names its hours',
    bytes: utf8(`Name,Mon 2 March 2026,Tue 3 March 2026,Wed 4 March 2026,Thu 5 March 2026
Ann Lee,Half day vacation,½ Urlaub,Vacation (AM),½ U
Bob Ray,vacation,Vacation 9-13,vacation,9-17
`),
    shifts: ['Bob Ray | 2026-03-05 | 09:00-17:00 |  | '],
    absences: [
      'Bob Ray | vacation | 2026-03-02..2026-03-02',
      'Bob Ray | vacation | 2026-03-03..2026-03-03 | 09:00-13:00',
      'Bob Ray | vacation | 2026-03-04..2026-03-04',
    ],
    notUnderstood: ['2:2 part-of-day', '2:3 part-of-day', '2:4 part-of-day', '2:5 part-of-day'],
  },
  {
    name: 'ranges-in-words.csv',
    like: 'shifts with words between their times',
    bytes: utf8(`Name,Mon 2 March 2026,Tue 3 March 2026,Wed 4 March 2026
Ann Lee,von 9 bis 17 Uhr,9h à 17h,de 14h à 22h
`),
    shifts: [
      'Ann Lee | 2026-03-02 | 09:00-17:00 |  | ',
      'Ann Lee | 2026-03-03 | 09:00-17:00 |  | ',
      'Ann Lee | 2026-03-04 | 14:00-22:00 |  | ',
    ],
  },
  {
    name: 'names-like-codes.csv',
    like: 'people who are named in the cell of somebody else',
    bytes: utf8(`Name,Mon 2 March 2026,Tue 3 March 2026,Wed 4 March 2026,Thu 5 March 2026,Fri 6 March 2026
Ann Lee,Bob,9-17,E1,,
Bob,9-17,,,,
Cy Fox,,9-17,,,
Total,8,16,8,0,0

E1:6-14
`),
    shifts: [
      'Ann Lee | 2026-03-03 | 09:00-17:00 |  | ',
      'Ann Lee | 2026-03-04 | 06:00-14:00 |  | ',
      'Bob | 2026-03-02 | 09:00-17:00 |  | ',
      'Cy Fox | 2026-03-03 | 09:00-17:00 |  | ',
    ],
    notUnderstood: ['2:2 unknown-code'],
  },
]
