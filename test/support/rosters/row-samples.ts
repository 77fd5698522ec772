import { dateCell, timeCell, utf16, utf8, windows1252, workbook, type RosterSample } from './sample.ts'

/** Tables with a shift a row. */
export const ROW_SAMPLES: readonly RosterSample[] = [
  {
    name: 'deputy.csv',
    like: 'Deputy',
    timeZone: 'Australia/Sydney',
    bytes: utf8(`Employee,Employee Export Code,Area,Location,Date,Start,End,Meal Break,Total Time,Cost,Comments
Ann Lee,1042,Phones,Sydney,02/03/2026,9:00 AM,5:30 PM,0:30,8.00,$240.00,
Bob Ray,1043,Chat,Sydney,13/03/2026,1:00 PM,9:00 PM,0:30,7.50,$225.00,Training new joiner
,,Phones,Sydney,14/03/2026,10:00 PM,6:00 AM,0:00,8.00,$0.00,
Total,,,,,,,,23.50,$465.00,
`),
    shifts: [
      'Ann Lee | 2026-03-02 | 09:00-17:30 | 13:00-13:30 | Phones · Sydney',
      'Bob Ray | 2026-03-13 | 13:00-21:00 | 16:45-17:15 | Chat · Sydney · Training new joiner',
      'open | 2026-03-14 | 22:00-06:00 |  | Phones · Sydney',
    ],
    dateOrder: 'dmy',
    unused: ['9 Total Time', '10 Cost'],
  },
  {
    name: 'when-i-work.csv',
    like: 'When I Work',
    timeZone: 'America/New_York',
    bytes:
      utf8(`Employee ID,First Name,Last Name,Email,Position,Location,Start Date,Start Time,End Date,End Time,Unpaid Break (mins),Notes
7,Ann,Lee,ann@example.com,Support,HQ,3/2/2026,9:00am,3/2/2026,5:00pm,30,
8,Bob,Ray,bob@example.com,Support,HQ,3/31/2026,10:00pm,4/1/2026,6:00am,45,Night
,OpenShift,,,Support,HQ,3/3/2026,12:00pm,3/3/2026,12:00am,,
`),
    shifts: [
      'Ann Lee | 2026-03-02 | 09:00-17:00 | 12:45-13:15 | Support · HQ',
      'Bob Ray | 2026-03-31 | 22:00-06:00 | 01:45-02:30 | Support · HQ · Night',
      'open | 2026-03-03 | 12:00-00:00 |  | Support · HQ',
    ],
    dateOrder: 'mdy',
  },
  {
    name: '7shifts.csv',
    like: '7shifts',
    timeZone: 'America/Toronto',
    bytes: utf8(`Location,Department,Role,Employee,Date,In,Out,Unpaid Breaks,Notes
Main,Support,Agent,"Lee, Ann",2026-03-02,8:00 AM,4:30 PM,30 min,"Opens, then phones"
Main,Support,Agent,"Ray, Bob",2026-03-02,4:30 PM,12:30 AM,30 min,
`),
    shifts: [
      'Lee, Ann | 2026-03-02 | 08:00-16:30 | 12:00-12:30 | Main · Support · Agent · Opens, then phones',
      'Ray, Bob | 2026-03-02 | 16:30-00:30 | 20:15-20:45 | Main · Support · Agent',
    ],
  },
  {
    name: 'zendesk-wfm.csv',
    like: 'Zendesk WFM',
    timeZone: 'America/New_York',
    bytes: utf8(`agent_name,agent_email,team,shift_start,shift_end,activity
Ann Lee,ann@example.com,Chat,2026-03-07T14:00:00Z,2026-03-07T22:00:00Z,Shift
Ann Lee,ann@example.com,Chat,2026-03-08T14:00:00Z,2026-03-08T22:00:00Z,Shift
Bob Ray,bob@example.com,Mail,2026-03-09T04:30:00Z,2026-03-09T12:00:00Z,Shift
`),
    shifts: [
      'Ann Lee | 2026-03-07 | 09:00-17:00 |  | Chat',
      'Ann Lee | 2026-03-08 | 10:00-18:00 |  | Chat',
      'Bob Ray | 2026-03-09 | 00:30-08:00 |  | Mail',
    ],
  },
  {
    name: 'sling.csv',
    like: 'Sling',
    timeZone: 'Europe/London',
    bytes: utf8(`Employee name,Position,Location,Date,Start,End,Break (min),Notes
Ann Lee,Tier 1,Leeds,Mon 2 Mar 2026,08:00,16:00,60,
Bob Ray,Tier 2,Leeds,Tue 3 Mar 2026,16:00,24:00,0,Late
Unassigned,Tier 1,Leeds,Wed 4 Mar 2026,08:00,12:00,0,
`),
    shifts: [
      'Ann Lee | 2026-03-02 | 08:00-16:00 | 11:30-12:30 | Tier 1 · Leeds',
      'Bob Ray | 2026-03-03 | 16:00-00:00 |  | Tier 2 · Leeds · Late',
      'open | 2026-03-04 | 08:00-12:00 |  | Tier 1 · Leeds',
    ],
  },
  {
    name: 'connecteam.csv',
    like: 'Connecteam',
    timeZone: 'America/New_York',
    bytes: utf8(`Date,Start,End,Timezone,Shift title,Job,Users,Address,Note
03/02/2026,09:00,17:00,America/Chicago,Morning,Support,Ann Lee,,Bring the badge
03/15/2026,09:00,17:00,America/New_York,Morning,Support,Bob Ray,,
`),
    shifts: [
      'Ann Lee | 2026-03-02 | 10:00-18:00 |  | Support · Morning · Bring the badge',
      'Bob Ray | 2026-03-15 | 09:00-17:00 |  | Support · Morning',
    ],
    dateOrder: 'mdy',
    unused: ['8 Address'],
  },
  {
    name: 'planday.csv',
    like: 'Planday, Danish',
    timeZone: 'Europe/Copenhagen',
    bytes: windows1252(`Dato;Medarbejder;Medarbejdergruppe;Vagttype;Starttid;Sluttid;Pause;Kommentar
02-03-2026;Søren Bæk;Kundeservice;Normal;08.00;16.00;00:30;
03-03-2026;Åse Dahl;Kundeservice;Normal;16.00;00.00;00:30;Lukker
14-03-2026;Ikke tildelt;Kundeservice;Normal;09.30;17.45;;
`),
    shifts: [
      'Søren Bæk | 2026-03-02 | 08:00-16:00 | 11:45-12:15 | Kundeservice · Normal',
      'Åse Dahl | 2026-03-03 | 16:00-00:00 | 19:45-20:15 | Kundeservice · Normal · Lukker',
      'open | 2026-03-14 | 09:30-17:45 |  | Kundeservice · Normal',
    ],
  },
  {
    name: 'nice.csv',
    like: 'NICE',
    timeZone: 'America/Chicago',
    bytes: utf8(`Agent ID,Last Name,First Name,Schedule Date,Activity,Start Time,End Time
501,Lee,Ann,03/16/2026,Open,08:00,10:00
501,Lee,Ann,03/16/2026,Break,10:00,10:15
501,Lee,Ann,03/16/2026,Open,10:15,12:00
501,Lee,Ann,03/16/2026,Lunch,12:00,12:30
501,Lee,Ann,03/16/2026,Mail,12:30,16:30
502,Ray,Bob,03/16/2026,Vacation,00:00,23:59
502,Ray,Bob,03/17/2026,Open,22:00,06:00
`),
    shifts: [
      'Ann Lee | 2026-03-16 | 08:00-16:30 | 10:00-10:15, 12:00-12:30 | Mail',
      'Bob Ray | 2026-03-17 | 22:00-06:00 |  | ',
    ],
    absences: ['Bob Ray | vacation | 2026-03-16..2026-03-16'],
    dateOrder: 'mdy',
  },
  {
    name: 'assembled.csv',
    like: 'Assembled',
    timeZone: 'America/Los_Angeles',
    bytes: utf8(`agent_name,agent_email,event_type,start_time,end_time
Ann Lee,ann@example.com,Shift,1772470800,1772499600
Ann Lee,ann@example.com,Lunch,1772485200,1772487000
Bob Ray,bob@example.com,PTO,1772438400,1772524800
`),
    shifts: ['Ann Lee | 2026-03-02 | 09:00-17:00 | 13:00-13:30 | '],
    absences: ['Bob Ray | vacation | 2026-03-02..2026-03-02'],
  },
  {
    name: 'german.csv',
    like: 'a table by hand, German, Windows-1252',
    bytes: windows1252(`Dienstplan März 2026;;;;;
;;;;;
Mitarbeiter;Datum;Beginn;Ende;Pause (Min.);Bemerkung
Jürgen Groß;Mo, 02.03.2026;06:00;14:30;30;Frühdienst
Zoë Öztürk;Di, 03.03.2026;14 Uhr;22 Uhr;45;
offen;Mi, 04.03.2026;22:00;06:00;;
Zoë Öztürk;Do, 05.03.2026;Urlaub;;;
Summe;;;;75;
`),
    shifts: [
      'Jürgen Groß | 2026-03-02 | 06:00-14:30 | 10:00-10:30 | Frühdienst',
      'Zoë Öztürk | 2026-03-03 | 14:00-22:00 | 17:45-18:30 | ',
      'open | 2026-03-04 | 22:00-06:00 |  | ',
    ],
    absences: ['Zoë Öztürk | vacation | 2026-03-05..2026-03-05'],
  },
  {
    name: 'dates-with-points.csv',
    like: 'a table by hand, German, days without weekdays',
    bytes: utf8(`Mitarbeiter;Datum;Beginn;Ende;Pause;Bemerkung
"Groß, Jürgen";01.12.2026;08:00;16:30;30;Früh
Zoë Öztürk;02.12.26;9.00;17.30;00:30;
;3.12.2026;10:00:00;18:00:00;;offen
Neue Person;04.12.2026;22:00;06:00;;Nacht
Summe;;;;32,5;
`),
    shifts: [
      'Groß, Jürgen | 2026-12-01 | 08:00-16:30 | 12:00-12:30 | Früh',
      'Zoë Öztürk | 2026-12-02 | 09:00-17:30 | 13:00-13:30 | ',
      'open | 2026-12-03 | 10:00-18:00 |  | offen',
      'Neue Person | 2026-12-04 | 22:00-06:00 |  | Nacht',
    ],
    dateOrder: 'dmy',
  },
  {
    name: 'french.tsv',
    like: 'a table by hand, French, UTF-16',
    timeZone: 'Europe/Paris',
    bytes: utf16(`Nom\tPrénom\tJour\tHeure de début\tHeure de fin\tPause\tÉquipe
Lefèvre\tZoé\tlundi 2 mars 2026\t9h\t17h30\t1h\tSupport
Noël\tÉric\tmardi 3 mars 2026\t13h15\t21h\t0:45\tSupport
`),
    shifts: [
      'Zoé Lefèvre | 2026-03-02 | 09:00-17:30 | 12:45-13:45 | Support',
      'Éric Noël | 2026-03-03 | 13:15-21:00 | 16:45-17:30 | Support',
    ],
  },
  {
    name: 'spanish.csv',
    like: 'a table by hand, Spanish, decimal hours',
    timeZone: 'Europe/Madrid',
    bytes: utf8(`\uFEFF"Empleado"|"Fecha"|"Entrada"|"Salida"|"Descanso"|"Puesto"
"Íñigo Núñez"|"02/03/2026"|"8,5"|"16,75"|"30"|"Soporte"
"Sin asignar"|"31/03/2026"|"16"|"24"|"0"|"Soporte"
`),
    shifts: [
      'Íñigo Núñez | 2026-03-02 | 08:30-16:45 | 12:30-13:00 | Soporte',
      'open | 2026-03-31 | 16:00-00:00 |  | Soporte',
    ],
    dateOrder: 'dmy',
  },
  {
    name: 'italian.csv',
    like: 'a table by hand, Italian, UTF-16 without a mark',
    timeZone: 'Europe/Rome',
    bytes: utf16(
      `Cognome;Nome;Data;Ora inizio;Ora fine;Note
D'Angelo;Nicolò;2 marzo 2026;09.00;13.00;
Però;Lucia;3 marzo 2026;14.30;22.30;Chiude
`,
      { bom: false },
    ),
    shifts: ["Nicolò D'Angelo | 2026-03-02 | 09:00-13:00 |  | ", 'Lucia Però | 2026-03-03 | 14:30-22:30 |  | Chiude'],
  },
  {
    name: 'dutch.csv',
    like: 'a table by hand, Dutch, a length instead of an end',
    timeZone: 'Europe/Amsterdam',
    bytes: utf8(`naam,datum,begintijd,uren,opmerking
Daan de Vries,02-03-2026,9:00,8,
Sanne Bakker,30-03-2026,12:30,4:30,telefoon
`),
    shifts: ['Daan de Vries | 2026-03-02 | 09:00-17:00 |  | ', 'Sanne Bakker | 2026-03-30 | 12:30-17:00 |  | telefoon'],
  },
  {
    name: 'weekdays.csv',
    like: 'a week that repeats',
    bytes: utf8(`Agent,Day,Shift
Ann Lee,Monday,9-17
Ann Lee,Tue,"9-12, 13-17"
Bob Ray,Saturday,22-6
`),
    isWeekly: true,
    shifts: [
      'Ann Lee | Mon | 09:00-17:00 |  | ',
      'Ann Lee | Tue | 09:00-17:00 | 12:00-13:00 | ',
      'Bob Ray | Sat | 22:00-06:00 |  | ',
    ],
  },
  {
    name: 'no-header.csv',
    like: 'rows without a header',
    bytes: utf8(`Ann Lee,2026-03-02,09:00,17:00
Bob Ray,2026-03-02,10:07,18:00
Cy Dee,2026-03-03,tbc,18:00
`),
    shifts: ['Ann Lee | 2026-03-02 | 09:00-17:00 |  | ', 'Bob Ray | 2026-03-02 | 10:00-18:00 |  | '],
    notUnderstood: ['3:3 not-a-time'],
    changed: ['2:3 rounded'],
  },
  {
    name: 'rows.xlsx',
    like: 'a workbook with a shift a row, dates and times as numbers',
    bytes: workbook(
      [
        ['Schedule of March'],
        [],
        ['Employee', 'Date', 'Start', 'End', 'Break', 'Team'],
        ['Ann Lee', dateCell('2026-03-02'), timeCell('09:00'), timeCell('17:00'), 30, 'Chat'],
        [
          'Bob Ray',
          dateCell('2026-03-03', 'd.m.yy'),
          timeCell('22:00', 'h:mm AM/PM'),
          timeCell('06:00'),
          timeCell('00:45', '[h]:mm'),
          'Mail',
        ],
        ['Cy Dee', 46085, 0.375, 0.7083333333333334, null, ''],
      ],
      { before: { Cover: [['Made by hand'], ['See the next sheet']] } },
    ),
    shifts: [
      'Ann Lee | 2026-03-02 | 09:00-17:00 | 12:45-13:15 | Chat',
      'Bob Ray | 2026-03-03 | 22:00-06:00 | 01:45-02:30 | Mail',
      'Cy Dee | 2026-03-04 | 09:00-17:00 |  | ',
    ],
  },
  {
    name: 'rows.ods',
    like: 'LibreOffice',
    bytes: workbook(
      [
        ['Agent', 'Date', 'From', 'To'],
        ['Ann Lee', dateCell('2026-03-02'), timeCell('09:00'), timeCell('17:00')],
      ],
      { kind: 'ods' },
    ),
    shifts: ['Ann Lee | 2026-03-02 | 09:00-17:00 |  | '],
  },
  {
    name: 'paste.tsv',
    like: 'what a spreadsheet puts on the clipboard',
    timeZone: 'America/New_York',
    usualOrder: 'mdy',
    bytes: utf8(
      'Name\tDate\tStart\tEnd\nAnn Lee\t3/2/2026\t9:00 AM\t5:00 PM\nBob Ray\t3/4/2026\t12am\t8am\nBob Ray\t3/5/2026\tnoon\tmidnight\n',
    ),
    shifts: [
      'Ann Lee | 2026-03-02 | 09:00-17:00 |  | ',
      'Bob Ray | 2026-03-04 | 00:00-08:00 |  | ',
      'Bob Ray | 2026-03-05 | 12:00-00:00 |  | ',
    ],
    dateOrder: 'mdy',
  },
]
