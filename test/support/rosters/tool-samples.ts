import { utf8, type RosterSample } from './sample.ts'

/** What tools write beside their lists of shifts: the week as a grid, several people in a cell, dates in words. */
export const TOOL_SAMPLES: readonly RosterSample[] = [
  {
    name: 'when-i-work-grid.csv',
    like: 'When I Work, the week as a grid',
    timeZone: 'America/New_York',
    usualOrder: 'mdy',
    bytes: utf8(`"Schedule: March 2, 2026 - March 8, 2026",,,,,,,,
,"Mon, Mar 2","Tue, Mar 3","Wed, Mar 4","Thu, Mar 5","Fri, Mar 6","Sat, Mar 7","Sun, Mar 8",Hours
OpenShifts,,,,"5:00 PM - 9:00 PM
Cashier",,,,4.00
Ann Lee,"9:00 AM - 5:00 PM
Support @ Main","9:00 AM - 5:00 PM
Support @ Main",,,,,,16.00
Bob Ray,,,,,,"10:00 PM - 6:00 AM
Night",,8.00
`),
    shifts: [
      'open | 2026-03-05 | 17:00-21:00 |  | Cashier',
      'Ann Lee | 2026-03-02 | 09:00-17:00 |  | Support @ Main',
      'Ann Lee | 2026-03-03 | 09:00-17:00 |  | Support @ Main',
      'Bob Ray | 2026-03-07 | 22:00-06:00 |  | Night',
    ],
    unused: ['9 Hours'],
  },
  {
    name: 'deputy-grid.csv',
    like: 'Deputy, the week as a grid with a row of sums that nothing names',
    timeZone: 'America/New_York',
    usualOrder: 'mdy',
    bytes:
      utf8(`Team Member,Mon 02/03/2026,Tue 03/03/2026,Wed 04/03/2026,Thu 05/03/2026,Fri 06/03/2026,Sat 07/03/2026,Sun 08/03/2026,Total Hours,Total Cost
Ann Lee,09:00AM - 05:00PM (30m) [Bar],,09:00AM - 05:00PM (30m) [Bar],,,,,15.00,$300.00
Bob Ray,Unavailable,12:00PM - CLOSE,,,Leave (Annual Leave),,,0.00,$0.00
Cleo Fox,,,,,,,8:00AM-4:00PM,8.00,$160.00
,8.00,0.00,8.00,0.00,0.00,0.00,8.00,24.00,$460.00
`),
    shifts: [
      'Ann Lee | 2026-03-02 | 09:00-17:00 | 12:45-13:15 | Bar',
      'Ann Lee | 2026-03-04 | 09:00-17:00 | 12:45-13:15 | Bar',
      'Cleo Fox | 2026-03-08 | 08:00-16:00 |  | ',
    ],
    absences: ['Bob Ray | other | 2026-03-02..2026-03-02', 'Bob Ray | vacation | 2026-03-06..2026-03-06'],
    notUnderstood: ['3:3 unknown-code'],
    unused: ['9 Total Hours', '10 Total Cost'],
  },
  {
    name: '7shifts-grid.csv',
    like: '7shifts, the week as a grid with headings of teams',
    timeZone: 'America/New_York',
    usualOrder: 'mdy',
    bytes: utf8(`Week of Mar 2 2026,,,,,,,,
Employee,Role,Mon 2,Tue 3,Wed 4,Thu 5,Fri 6,Sat 7,Sun 8,Total
Front of House,,,,,,,,,
Ann Lee,Server,9a - 5p,,,5p - CL,,,,
Bob Ray,Server,,RTO,RTO,,11a - 3p / 5p - 10p,,,
Back of House,,,,,,,,,
Cleo Fox,Cook,10a-6p,10a-6p,,,,,,
Total,,16,8,0,5,9,0,0,
`),
    shifts: [
      'Ann Lee | 2026-03-02 | 09:00-17:00 |  | Server',
      'Bob Ray | 2026-03-06 | 11:00-15:00 |  | Server',
      'Bob Ray | 2026-03-06 | 17:00-22:00 |  | Server',
      'Cleo Fox | 2026-03-02 | 10:00-18:00 |  | Cook',
      'Cleo Fox | 2026-03-03 | 10:00-18:00 |  | Cook',
    ],
    absences: ['Bob Ray | vacation | 2026-03-03..2026-03-04'],
    notUnderstood: ['4:6 unknown-code'],
  },
  {
    name: 'sling-grid.csv',
    like: 'Sling, the week as a grid with noon and midnight',
    timeZone: 'America/New_York',
    usualOrder: 'mdy',
    bytes: utf8(`"","Sun 1 Mar","Mon 2 Mar","Tue 3 Mar","Wed 4 Mar","Thu 5 Mar","Fri 6 Mar","Sat 7 Mar"
"Unassigned shifts","","","","","","",""
"Ann Lee","","9:00 AM - 5:00 PM • 8h
Agent • HQ","","","","",""
"Bob Ray","Time off - Holiday","","noon - 8pm","8am-noon","midnight-8am","4pm - midnight",""
"Total hours","0h","8h","8h","4h","8h","8h","0h"
`),
    shifts: [
      'Ann Lee | 2026-03-02 | 09:00-17:00 |  | Agent • HQ',
      'Bob Ray | 2026-03-03 | 12:00-20:00 |  | ',
      'Bob Ray | 2026-03-04 | 08:00-12:00 |  | ',
      'Bob Ray | 2026-03-05 | 00:00-08:00 |  | ',
      'Bob Ray | 2026-03-06 | 16:00-00:00 |  | ',
    ],
    absences: ['Bob Ray | vacation | 2026-03-01..2026-03-01'],
  },
  {
    name: 'planday-grid.csv',
    like: 'Planday, the week as a grid, Danish',
    bytes: utf8(`Vagtplan uge 10 2026;;;;;;;
Medarbejder;Mandag 02-03;Tirsdag 03-03;Onsdag 04-03;Torsdag 05-03;Fredag 06-03;Lørdag 07-03;Søndag 08-03
Åse Lund;08:00-16:00;08:00-16:00;Ferie;Ferie;;;
Bo Ravn;;;12.00-20.00;;Syg;;10-18
I alt;8;8;8;0;0;0;8
`),
    shifts: [
      'Åse Lund | 2026-03-02 | 08:00-16:00 |  | ',
      'Åse Lund | 2026-03-03 | 08:00-16:00 |  | ',
      'Bo Ravn | 2026-03-04 | 12:00-20:00 |  | ',
      'Bo Ravn | 2026-03-08 | 10:00-18:00 |  | ',
    ],
    absences: ['Åse Lund | vacation | 2026-03-04..2026-03-05', 'Bo Ravn | ill | 2026-03-06..2026-03-06'],
  },
  {
    name: 'staffomatic.csv',
    like: 'Staffomatic, a shift a row, German',
    bytes: utf8(`Vorname;Nachname;Personalnummer;Datum;Beginn;Ende;Pause (Min);Abteilung;Status
Ann;Lee;17;02.03.2026;09:00;17:30;30;Support;besetzt
Bob;Ray;18;03.03.2026;22:00;06:00;45;Support;besetzt
;;;04.03.2026;12:00;20:00;30;Chat;offen
`),
    shifts: [
      'Ann Lee | 2026-03-02 | 09:00-17:30 | 13:00-13:30 | Support',
      'Bob Ray | 2026-03-03 | 22:00-06:00 | 01:45-02:30 | Support',
      'open | 2026-03-04 | 12:00-20:00 | 15:45-16:15 | Chat',
    ],
  },
  {
    name: 'connecteam-users.csv',
    like: 'Connecteam, several people in one cell',
    bytes: utf8(`Date,Start time,End time,Timezone,Shift title,Job,Sub item,Users,Address,Note,Shift tags
03/02/2026,09:00 am,05:00 pm,America/New_York,Morning,Support,,"Ann Lee, Bob Ray",,,
03/03/2026,09:00 am,05:00 pm,America/New_York,Morning,Support,,Ann Lee,,,
03/13/2026,09:00 am,05:00 pm,America/New_York,Morning,Support,,,,,
`),
    shifts: [
      'Ann Lee | 2026-03-02 | 15:00-23:00 |  | Support · Morning',
      'Bob Ray | 2026-03-02 | 15:00-23:00 |  | Support · Morning',
      'Ann Lee | 2026-03-03 | 15:00-23:00 |  | Support · Morning',
      'open | 2026-03-13 | 14:00-22:00 |  | Support · Morning',
    ],
    unused: ['7 Sub item', '9 Address', '11 Shift tags'],
  },
  {
    name: 'when-i-work-words.csv',
    like: 'When I Work, a shift a row with dates in words',
    timeZone: 'America/New_York',
    usualOrder: 'mdy',
    bytes: utf8(`Employee,Position,Location,Date,Start,End,Unpaid Break,Total Time
Ann Lee,Agent,HQ,Mon Mar 2 2026,9:00am,5:00pm,30 mins,7.5
Ann Lee,Agent,HQ,Tue Mar 3 2026,9:00am,5:00pm,30 mins,7.5
,Agent,HQ,Wed Mar 4 2026,5pm,12am,0 mins,7
`),
    shifts: [
      'Ann Lee | 2026-03-02 | 09:00-17:00 | 12:45-13:15 | Agent · HQ',
      'Ann Lee | 2026-03-03 | 09:00-17:00 | 12:45-13:15 | Agent · HQ',
      'open | 2026-03-04 | 17:00-00:00 |  | Agent · HQ',
    ],
    unused: ['8 Total Time'],
  },
]
