import { utf8, type RosterSample } from './sample.ts'

/** Tables with a shift a row as managers make them by hand. */
export const HAND_TABLE_SAMPLES: readonly RosterSample[] = [
  {
    name: 'excel-de-rows.csv',
    like: 'a table by hand with weekdays beside dates and two columns of breaks, German',
    bytes: utf8(`Wo;Tag;Datum;Mitarbeiter;Von;Bis;Mittag;Pause 2;Bemerkung
10;Mo;02.03.2026;Müller;8:00;16:30;12:00-12:30;15;
10;Di;03.03.2026;Müller;8:00;16:30;12:00-13:00;;Tür 3
10;Mi;04.03.2026;Schmidt;krank gemeldet;;;;
10;Do;05.03.2026;Schmidt;;;;;krank gemeldet
10;Fr;06.03.2026;Özil;24:00;08:00;;;
`),
    shifts: [
      'Müller | 2026-03-02 | 08:00-16:30 | 12:00-12:30 | ',
      'Müller | 2026-03-03 | 08:00-16:30 | 12:00-13:00 | Tür 3',
      'Özil | 2026-03-07 | 00:00-08:00 |  | ',
    ],
    absences: ['Schmidt | ill | 2026-03-04..2026-03-04', 'Schmidt | ill | 2026-03-05..2026-03-05'],
    changed: ['2:5 break-dropped'],
    unused: ['1 Wo', '2 Tag'],
  },
  {
    name: 'breaks.csv',
    like: 'a table by hand with two breaks a shift, over both changes of the clock',
    bytes: utf8(`Name;Datum;Dienstbeginn;Dienstende;Pause von;Pause bis;Pause 2 von;Pause 2 bis;Std
Ann;02.03.2026;08:00;17:00;10:00;10:15;12:00;12:30;8,25
Bob;29.03.2026;02:30;10:00;;;;;7
Bob;25.10.2026;02:30;10:00;;;;;7
`),
    shifts: [
      'Ann | 2026-03-02 | 08:00-17:00 | 10:00-10:15, 12:00-12:30 | ',
      'Bob | 2026-03-29 | 02:30-10:00 |  | ',
      'Bob | 2026-10-25 | 02:30-10:00 |  | ',
    ],
    changed: ['3:3 skipped-hour', '4:3 repeated-hour'],
    unused: ['9 Std'],
  },
  {
    name: 'days-once.csv',
    like: 'a table by hand with each date once, above its shifts',
    bytes: utf8(`Date,Name,Start,End,Unpaid Break,Est. Wages
Mon 2 Mar 2026,,,,,
,Ann Lee,9:00am,5:00pm,0.5,150
,Bob Ray,12pm,8pm,,160
Tue 3 Mar 2026,,,,,
,Ann Lee,9:00am,5:00pm,0.5,150
,,5pm,midnight,,
Total,,,,,460
`),
    shifts: [
      'Ann Lee | 2026-03-02 | 09:00-17:00 | 12:45-13:15 | ',
      'Bob Ray | 2026-03-02 | 12:00-20:00 |  | ',
      'Ann Lee | 2026-03-03 | 09:00-17:00 | 12:45-13:15 | ',
      'open | 2026-03-03 | 17:00-00:00 |  | ',
    ],
    unused: ['6 Est. Wages'],
  },
  {
    name: 'midnight-at-the-end-of-a-week.csv',
    like: 'a table by hand, a week that repeats, with a shift from midnight on',
    bytes: utf8(`Name;Tag;Von;Bis
Ann;Fr;22:00;06:00
Bob;Sa;24:00;08:00
`),
    shifts: ['Ann | Fri | 22:00-06:00 |  | ', 'Bob | Sun | 00:00-08:00 |  | '],
    isWeekly: true,
  },
]
