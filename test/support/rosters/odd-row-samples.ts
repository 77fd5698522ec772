import { utf8, type RosterSample } from './sample.ts'

/** Tables with a shift a row whose cells look like something else: times like dates, names like totals, words in place of times. */
export const ODD_ROW_SAMPLES: readonly RosterSample[] = [
  {
    name: 'times-with-points.csv',
    like: 'dates and times with points, German',
    bytes: utf8(`Name;Datum;Von;Bis;Pause
Ann Lee;02.03.2026;08.30;16.30;30
Ann Lee;03.03.2026;09.00;17.30;30
`),
    shifts: [
      'Ann Lee | 2026-03-02 | 08:30-16:30 | 12:15-12:45 | ',
      'Ann Lee | 2026-03-03 | 09:00-17:30 | 13:00-13:30 | ',
    ],
    dateOrder: 'dmy',
  },
  {
    name: 'times-with-points-danish.csv',
    like: 'dates with strokes and times with points, Danish',
    bytes: utf8(`Medarbejder;Dato;Start;Slut
Ann Lee;02/03/2026;08.30;16.30
Ann Lee;03/03/2026;09.00;17.30
`),
    shifts: ['Ann Lee | 2026-03-02 | 08:30-16:30 |  | ', 'Ann Lee | 2026-03-03 | 09:00-17:30 |  | '],
    dateOrder: 'dmy',
  },
  {
    name: 'times-with-points-italian.csv',
    like: 'dates with strokes and times with points, Italian',
    bytes: utf8(`Nome,Data,Inizio,Fine
Ann Lee,02/03/2026,09.00,17.00
Ann Lee,03/03/2026,09.15,17.45
`),
    shifts: ['Ann Lee | 2026-03-02 | 09:00-17:00 |  | ', 'Ann Lee | 2026-03-03 | 09:15-17:45 |  | '],
    dateOrder: 'dmy',
  },
  {
    name: 'rows-of-names-like-totals.csv',
    like: 'rows of people with names that begin as totals do',
    bytes: utf8(`Name,Date,Start,End
Suma Rao,2026-03-02,9:00,17:00
Suma Rao,2026-03-03,9:00,late
Total hours,,8,late
`),
    shifts: ['Suma Rao | 2026-03-02 | 09:00-17:00 |  | '],
    notUnderstood: ['3:4 not-a-time'],
  },
  {
    name: 'weekdays-with-absences.csv',
    like: 'a week that repeats, with a kind of absence',
    isWeekly: true,
    bytes: utf8(`Employee,Weekday,Start,End,Type
Ann Lee,Monday,9:00,17:00,Vacation
Ann Lee,Tuesday,9:00,17:00,Work
`),
    shifts: ['Ann Lee | Tue | 09:00-17:00 |  | '],
    notUnderstood: ['2:5 absence-without-date'],
  },
  {
    name: 'days-with-words.csv',
    like: 'days with words and no times',
    bytes: utf8(`Name;Datum;Von;Bis;Bemerkung
Ann Lee;02.03.2026;08:00;16:30;
Ann Lee;03.03.2026;;;kommt später
Ann Lee;04.03.2026;;;frei
Bob Ray;05.03.2026;;;
;06.03.2026;;;
Stand 1. März;;;;
`),
    shifts: ['Ann Lee | 2026-03-02 | 08:00-16:30 |  | '],
    notUnderstood: ['3:2 no-start', '5:2 no-start'],
  },
  {
    name: 'points-and-fractions.csv',
    like: 'times with points beside hours with fractions, German',
    bytes: utf8(`Name;Datum;Von;Bis
Ann Lee;04.03.2026;08.30;16.30
Ann Lee;05.03.2026;8;16,5
Ann Lee;06.03.2026;8,25;16,75
`),
    shifts: [
      'Ann Lee | 2026-03-04 | 08:30-16:30 |  | ',
      'Ann Lee | 2026-03-05 | 08:00-16:30 |  | ',
      'Ann Lee | 2026-03-06 | 08:15-16:45 |  | ',
    ],
    dateOrder: 'dmy',
  },
  {
    name: 'first-and-last.csv',
    like: 'a table by hand with names in two columns and minutes of lunch',
    usualOrder: 'mdy',
    bytes: utf8(`First,Last,Shift Date,In,Out,Lunch mins,Dept
Tom,Becker,3/2/2026,9:00a,5:30p,30,Chat
Tom,Smith,3/2/2026,9:00a,5:30p,,Chat
`),
    shifts: [
      'Tom Becker | 2026-03-02 | 09:00-17:30 | 13:00-13:30 | Chat',
      'Tom Smith | 2026-03-02 | 09:00-17:30 |  | Chat',
    ],
    dateOrder: 'mdy',
  },
]
