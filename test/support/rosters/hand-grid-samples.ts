import { utf8, type RosterSample } from './sample.ts'

/** Grids as managers make them by hand. */
export const HAND_GRID_SAMPLES: readonly RosterSample[] = [
  {
    name: 'excel-de.csv',
    like: 'a grid by hand with a column of weeks, German',
    bytes: utf8(`Dienstplan;KW 10;;;;;;;;
Wo;Name;Mo;Di;Mi;Do;Fr;Sa;So;Std
10;Müller, A.;8-16:30;8-16:30;U;U;krank;;;17
10;Schmidt;10h/18h;9-12/13-17;;;;24:00-08:00;;24
10;Özil;F;F;12-20;12-20;12-20 (30);;;24
;Summe;16;16;8;8;8;8;0;64
Anmerkung: F = Fortbildung
`),
    shifts: [
      'Müller, A. | 2026-03-02 | 08:00-16:30 |  | ',
      'Müller, A. | 2026-03-03 | 08:00-16:30 |  | ',
      'Schmidt | 2026-03-02 | 10:00-18:00 |  | ',
      'Schmidt | 2026-03-03 | 09:00-17:00 | 12:00-13:00 | ',
      'Schmidt | 2026-03-08 | 00:00-08:00 |  | ',
      'Özil | 2026-03-04 | 12:00-20:00 |  | ',
      'Özil | 2026-03-05 | 12:00-20:00 |  | ',
      'Özil | 2026-03-06 | 12:00-20:00 | 15:45-16:15 | ',
    ],
    absences: [
      'Müller, A. | vacation | 2026-03-04..2026-03-05',
      'Müller, A. | ill | 2026-03-06..2026-03-06',
      'Özil | training | 2026-03-02..2026-03-03',
    ],
    unused: ['1 Wo', '10 Std'],
  },
  {
    name: 'excel-fr.csv',
    like: 'a grid by hand with strokes between times, French',
    bytes: utf8(`Planning semaine 10 - 2026;;;;;;;
Salarié;Lun 02/03;Mar 03/03;Mer 04/03;Jeu 05/03;Ven 06/03;Sam 07/03;Dim 08/03
Élodie Brun;9h-17h;9h30-17h30;RTT;CP;8h30/12h - 14h/18h;;
Paul Roy;10h/18h;Repos;9h à 12h et 13h à 17h;AM;arrêt maladie;;
Total;2;1;1;0;1;0;0
`),
    shifts: [
      'Élodie Brun | 2026-03-02 | 09:00-17:00 |  | ',
      'Élodie Brun | 2026-03-03 | 09:30-17:30 |  | ',
      'Élodie Brun | 2026-03-06 | 08:30-12:00 |  | ',
      'Élodie Brun | 2026-03-06 | 14:00-18:00 |  | ',
      'Paul Roy | 2026-03-02 | 10:00-18:00 |  | ',
      'Paul Roy | 2026-03-04 | 09:00-17:00 | 12:00-13:00 | ',
    ],
    absences: ['Élodie Brun | vacation | 2026-03-04..2026-03-05', 'Paul Roy | ill | 2026-03-06..2026-03-06'],
    notUnderstood: ['4:5 unknown-code'],
  },
  {
    name: 'excel-es.csv',
    like: 'a grid by hand with weekdays like months, Spanish',
    bytes: utf8(`Turnos marzo 2026,,,,,,,
,Lun 2,Mar 3,Mié 4,Jue 5,Vie 6,Sáb 7,Dom 8
José Núñez,9:00 a 17:00,9-14 y 16-20,libre,vacaciones,de 8 a 15,,
María,M,T,N,baja,,,
M = 6-14; T = 14-22; N = 22-6
`),
    shifts: [
      'José Núñez | 2026-03-02 | 09:00-17:00 |  | ',
      'José Núñez | 2026-03-03 | 09:00-14:00 |  | ',
      'José Núñez | 2026-03-03 | 16:00-20:00 |  | ',
      'José Núñez | 2026-03-06 | 08:00-15:00 |  | ',
      'María | 2026-03-02 | 06:00-14:00 |  | ',
      'María | 2026-03-03 | 14:00-22:00 |  | ',
      'María | 2026-03-04 | 22:00-06:00 |  | ',
    ],
    absences: ['José Núñez | vacation | 2026-03-05..2026-03-05', 'María | ill | 2026-03-05..2026-03-05'],
  },
  {
    name: 'excel-nl.csv',
    like: 'a grid by hand with words between times, Dutch',
    bytes: utf8(`Rooster week 10 2026;ma;di;wo;do;vr;za;zo
Jan de Vries;09.00-17.00;09.00 - 17.00;vrij;verlof;ziek;;
Piet;;van 10 tot 18 uur;10u-18u;10:00 t/m 18:00;;8u30-12u;
Totaal;8;16;8;8;0;3,5;0
`),
    shifts: [
      'Jan de Vries | 2026-03-02 | 09:00-17:00 |  | ',
      'Jan de Vries | 2026-03-03 | 09:00-17:00 |  | ',
      'Piet | 2026-03-03 | 10:00-18:00 |  | ',
      'Piet | 2026-03-04 | 10:00-18:00 |  | ',
      'Piet | 2026-03-05 | 10:00-18:00 |  | ',
      'Piet | 2026-03-07 | 08:30-12:00 |  | ',
    ],
    absences: ['Jan de Vries | vacation | 2026-03-05..2026-03-05', 'Jan de Vries | ill | 2026-03-06..2026-03-06'],
  },
  {
    name: 'gsheets.tsv',
    like: 'Google Sheets, with addresses, remarks and afternoons without pm',
    bytes: utf8(`Support roster\t\t\t\t\t\t\t\t
\t3/2/2026\t3/3/2026\t3/4/2026\t3/5/2026\t3/6/2026\t3/7/2026\t3/8/2026\tNotes
Ann (ann@x.com)\t9-5\t9-5\t9-5\tOOO\tOOO\t\t\ton call sat
Bob\tWFH 9-5\t9-5 WFH\toff\t9:00-5:00 / 30m\t9am–5pm ET\t\t\t
Cleo\tEarly\tLate\tEarly\tLate\t-\t\t\t
Early: 6-2\t\t\t\t\t\t\t\t
Late: 2-10\t\t\t\t\t\t\t\t
# on shift\t3\t3\t2\t2\t1\t0\t0\t
`),
    shifts: [
      'Ann | 2026-03-02 | 09:00-17:00 |  | ',
      'Ann | 2026-03-03 | 09:00-17:00 |  | ',
      'Ann | 2026-03-04 | 09:00-17:00 |  | ',
      'Bob | 2026-03-02 | 09:00-17:00 |  | WFH',
      'Bob | 2026-03-03 | 09:00-17:00 |  | WFH',
      'Bob | 2026-03-05 | 09:00-17:00 | 12:45-13:15 | ',
      'Bob | 2026-03-06 | 09:00-17:00 |  | ',
      'Cleo | 2026-03-02 | 06:00-14:00 |  | ',
      'Cleo | 2026-03-03 | 14:00-22:00 |  | ',
      'Cleo | 2026-03-04 | 06:00-14:00 |  | ',
      'Cleo | 2026-03-05 | 14:00-22:00 |  | ',
    ],
    absences: ['Ann | vacation | 2026-03-05..2026-03-06'],
    changed: [
      '3:2 afternoon',
      '3:3 afternoon',
      '3:4 afternoon',
      '4:2 afternoon',
      '4:3 afternoon',
      '4:5 afternoon',
      '5:2 afternoon',
      '5:3 afternoon',
      '5:4 afternoon',
      '5:5 afternoon',
    ],
    unused: ['9 Notes'],
  },
  {
    name: 'no-newline.csv',
    like: 'a grid by hand that ends without a line break',
    bytes: utf8(`Roster,,,,,,,
Name,Mon 2 Mar,Tue 3 Mar,Wed 4 Mar,Thu 5 Mar,Fri 6 Mar,Sat 7 Mar,Sun 8 Mar
Ann,9-17,9-17,,,,,
Bob,,,9-17,,,,10-14`),
    shifts: [
      'Ann | 2026-03-02 | 09:00-17:00 |  | ',
      'Ann | 2026-03-03 | 09:00-17:00 |  | ',
      'Bob | 2026-03-04 | 09:00-17:00 |  | ',
      'Bob | 2026-03-08 | 10:00-14:00 |  | ',
    ],
  },
  {
    name: 'totals.csv',
    like: 'a grid by hand with sums of every kind below',
    bytes: utf8(`Name,Mon 2 Mar,Tue 3 Mar,Wed 4 Mar,Thu 5 Mar,Fri 6 Mar,Sat 7 Mar,Sun 8 Mar,Total
Ann,9-17,9-17,,,,,,16
Bob,,,9-17,,,,10-14,12
Total FTE,1,1,1,0,0,0,0.5,3.5
Tot.,8,8,8,0,0,0,4,28
Σ,8,8,8,0,0,0,4,28
Scheduled hours,8h,8h,8h,0h,0h,0h,4h,28h
Staff needed,2,2,2,2,2,1,1,12
Difference,-1,-1,-1,-2,-2,-1,0,
Daily total,8:00,8:00,8:00,0:00,0:00,0:00,4:00,28:00
Budget,$160,$160,$160,$0,$0,$0,$80,$560
Approved by: J. Smith,,,,,,,,
Printed 3/1/2026 9:00 AM,,,,,,,,
`),
    shifts: [
      'Ann | 2026-03-02 | 09:00-17:00 |  | ',
      'Ann | 2026-03-03 | 09:00-17:00 |  | ',
      'Bob | 2026-03-04 | 09:00-17:00 |  | ',
      'Bob | 2026-03-08 | 10:00-14:00 |  | ',
    ],
    unused: ['9 Total'],
  },
  {
    name: 'side-by-side.csv',
    like: 'a grid by hand with two weeks side by side',
    bytes: utf8(`,Week 1,,,,,,,Week 2,,,,,,
Name,Mon,Tue,Wed,Thu,Fri,Sat,Sun,Mon,Tue,Wed,Thu,Fri,Sat,Sun
,02/03,03/03,04/03,05/03,06/03,07/03,08/03,09/03,10/03,11/03,12/03,13/03,14/03,15/03
Ann,9-17,,,,,,,,,,,,,10-14
Bob,,9-17,,,,,,12-20,,,,,,
`),
    shifts: [
      'Ann | 2026-03-02 | 09:00-17:00 |  | ',
      'Ann | 2026-03-15 | 10:00-14:00 |  | ',
      'Bob | 2026-03-03 | 09:00-17:00 |  | ',
      'Bob | 2026-03-09 | 12:00-20:00 |  | ',
    ],
  },
  {
    name: 'transposed.csv',
    like: 'a grid by hand with days down and people across',
    bytes: utf8(`Date,Ann Lee,Bob Ray,Cleo Fox
Mon 02/03/2026,9-17,off,12-20
Tue 03/03/2026,9-17,12-20,
Wed 04/03/2026,vacation,12-20,9-17
Thu 05/03/2026,,,9-17
`),
    shifts: [
      'Ann Lee | 2026-03-02 | 09:00-17:00 |  | ',
      'Ann Lee | 2026-03-03 | 09:00-17:00 |  | ',
      'Bob Ray | 2026-03-03 | 12:00-20:00 |  | ',
      'Bob Ray | 2026-03-04 | 12:00-20:00 |  | ',
      'Cleo Fox | 2026-03-02 | 12:00-20:00 |  | ',
      'Cleo Fox | 2026-03-04 | 09:00-17:00 |  | ',
      'Cleo Fox | 2026-03-05 | 09:00-17:00 |  | ',
    ],
    absences: ['Ann Lee | vacation | 2026-03-04..2026-03-04'],
  },
  {
    name: 'inout.csv',
    like: 'a grid by hand with two columns a day and sums',
    bytes: utf8(`,Mon 2/3,,Tue 3/3,,Wed 4/3,,Thu 5/3,,Fri 6/3,
Employee,In,Out,In,Out,In,Out,In,Out,In,Out
Ann Lee,9:00,17:00,9:00,17:00,,,OFF,OFF,9:00,13:00
Bob Ray,22:00,6:00,,,Vac,Vac,,,14:00,22:00
Totals,8,,8,,0,,0,,12,
`),
    shifts: [
      'Ann Lee | 2026-03-02 | 09:00-17:00 |  | ',
      'Ann Lee | 2026-03-03 | 09:00-17:00 |  | ',
      'Ann Lee | 2026-03-06 | 09:00-13:00 |  | ',
      'Bob Ray | 2026-03-02 | 22:00-06:00 |  | ',
      'Bob Ray | 2026-03-06 | 14:00-22:00 |  | ',
    ],
    absences: ['Bob Ray | vacation | 2026-03-04..2026-03-04'],
  },
  {
    name: 'last-block.csv',
    like: 'weeks below one another without blank rows, the last one short, French',
    bytes: utf8(`Semaine du 2 mars 2026;lundi;mardi;mercredi;jeudi;vendredi
Ann;9h-17h;;;;
Bob;;9h-17h;;;
Semaine du 9 mars 2026;lundi;mardi;mercredi;jeudi;vendredi
Ann;;;9h-17h;;
Bob;;;;;9h-17h
Semaine du 16 mars 2026;lundi;mardi
Ann;9h-17h;
Bob;;9h-17h
`),
    shifts: [
      'Ann | 2026-03-02 | 09:00-17:00 |  | ',
      'Bob | 2026-03-03 | 09:00-17:00 |  | ',
      'Ann | 2026-03-11 | 09:00-17:00 |  | ',
      'Bob | 2026-03-13 | 09:00-17:00 |  | ',
      'Ann | 2026-03-16 | 09:00-17:00 |  | ',
      'Bob | 2026-03-17 | 09:00-17:00 |  | ',
    ],
  },
  {
    name: 'month-de.csv',
    like: 'a month by hand with its legend right below, German',
    bytes: utf8(`März 2026;1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20;21;22;23;24;25;26;27;28;29;30;31;Summe
;So;Mo;Di;Mi;Do;Fr;Sa;So;Mo;Di;Mi;Do;Fr;Sa;So;Mo;Di;Mi;Do;Fr;Sa;So;Mo;Di;Mi;Do;Fr;Sa;So;Mo;Di;
Müller;;F;F;F;;;;;S;S;S;;;;;N;N;N;;;;;F;F;F;;;;;F;F;88
Schmidt;;S;S;S;U;U;;;F;F;F;;;;;K;K;;;;;;S;S;S;;;;;S;S;80
Anzahl F;0;1;1;1;0;0;0;0;1;1;1;0;0;0;0;0;0;0;0;0;0;0;1;1;1;0;0;0;0;1;1;
F = Frühdienst 06:00-14:00;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;
S = Spätdienst 14:00-22:00;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;
N = Nachtdienst 22:00-06:00;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;
`),
    shifts: [
      'Müller | 2026-03-02 | 06:00-14:00 |  | Frühdienst',
      'Müller | 2026-03-03 | 06:00-14:00 |  | Frühdienst',
      'Müller | 2026-03-04 | 06:00-14:00 |  | Frühdienst',
      'Müller | 2026-03-09 | 14:00-22:00 |  | Spätdienst',
      'Müller | 2026-03-10 | 14:00-22:00 |  | Spätdienst',
      'Müller | 2026-03-11 | 14:00-22:00 |  | Spätdienst',
      'Müller | 2026-03-16 | 22:00-06:00 |  | Nachtdienst',
      'Müller | 2026-03-17 | 22:00-06:00 |  | Nachtdienst',
      'Müller | 2026-03-18 | 22:00-06:00 |  | Nachtdienst',
      'Müller | 2026-03-23 | 06:00-14:00 |  | Frühdienst',
      'Müller | 2026-03-24 | 06:00-14:00 |  | Frühdienst',
      'Müller | 2026-03-25 | 06:00-14:00 |  | Frühdienst',
      'Müller | 2026-03-30 | 06:00-14:00 |  | Frühdienst',
      'Müller | 2026-03-31 | 06:00-14:00 |  | Frühdienst',
      'Schmidt | 2026-03-02 | 14:00-22:00 |  | Spätdienst',
      'Schmidt | 2026-03-03 | 14:00-22:00 |  | Spätdienst',
      'Schmidt | 2026-03-04 | 14:00-22:00 |  | Spätdienst',
      'Schmidt | 2026-03-09 | 06:00-14:00 |  | Frühdienst',
      'Schmidt | 2026-03-10 | 06:00-14:00 |  | Frühdienst',
      'Schmidt | 2026-03-11 | 06:00-14:00 |  | Frühdienst',
      'Schmidt | 2026-03-23 | 14:00-22:00 |  | Spätdienst',
      'Schmidt | 2026-03-24 | 14:00-22:00 |  | Spätdienst',
      'Schmidt | 2026-03-25 | 14:00-22:00 |  | Spätdienst',
      'Schmidt | 2026-03-30 | 14:00-22:00 |  | Spätdienst',
      'Schmidt | 2026-03-31 | 14:00-22:00 |  | Spätdienst',
    ],
    absences: ['Schmidt | vacation | 2026-03-05..2026-03-06', 'Schmidt | ill | 2026-03-16..2026-03-17'],
    unused: ['33 Summe'],
  },
  {
    name: 'unexplained-es.csv',
    like: 'a grid by hand with shifts that nothing explains, Spanish',
    bytes: utf8(`Nombre;Lunes 2/3;Martes 3/3;Miércoles 4/3;Jueves 5/3;Viernes 6/3;Sábado 7/3;Domingo 8/3
Ana Sol;9:00 - 17:00 h;9:00-17:00h;D;D;V;;
José;Mañana;Tarde;Noche;descanso;baja médica;;
Lucía;9 a 14 / 16 a 20;10.00 a 18.00;de 9:00 a 17:00;;;fiesta;
Total horas;24;24;8;0;0;0;0
`),
    shifts: [
      'Ana Sol | 2026-03-02 | 09:00-17:00 |  | ',
      'Ana Sol | 2026-03-03 | 09:00-17:00 |  | ',
      'Lucía | 2026-03-02 | 09:00-14:00 |  | ',
      'Lucía | 2026-03-02 | 16:00-20:00 |  | ',
      'Lucía | 2026-03-03 | 10:00-18:00 |  | ',
      'Lucía | 2026-03-04 | 09:00-17:00 |  | ',
    ],
    absences: ['José | ill | 2026-03-06..2026-03-06'],
    notUnderstood: [
      '2:4 unknown-code',
      '2:5 unknown-code',
      '2:6 unknown-code',
      '3:2 unknown-code',
      '3:3 unknown-code',
      '3:4 unknown-code',
      '4:7 unknown-code',
    ],
  },
  {
    name: 'counts-nl.csv',
    like: 'a grid by hand with a row of counts, Dutch',
    bytes: utf8(`Medewerker;Functie;ma 2-3;di 3-3;wo 4-3;do 5-3;vr 6-3;za 7-3;zo 8-3;Uren
Jan;Chat;08:30-17:00;08:30-17:00;vrij;ADV;vakantie;;;17
Sanne;Telefoon;;12:00-20:30;12:00-20:30;12:00-20:30;ziek;;;25,5
Aantal;;1;2;1;1;0;0;0;
`),
    shifts: [
      'Jan | 2026-03-02 | 08:30-17:00 |  | Chat',
      'Jan | 2026-03-03 | 08:30-17:00 |  | Chat',
      'Sanne | 2026-03-03 | 12:00-20:30 |  | Telefoon',
      'Sanne | 2026-03-04 | 12:00-20:30 |  | Telefoon',
      'Sanne | 2026-03-05 | 12:00-20:30 |  | Telefoon',
    ],
    absences: ['Jan | vacation | 2026-03-06..2026-03-06', 'Sanne | ill | 2026-03-06..2026-03-06'],
    notUnderstood: ['2:6 unknown-code'],
    unused: ['10 Uren'],
  },
  {
    name: 'hours.csv',
    like: 'a grid with hours and no times',
    bytes: utf8(`Name,Mon 2 Mar,Tue 3 Mar,Wed 4 Mar,Thu 5 Mar,Fri 6 Mar
Ann,8,8,8,,
Bob,,,7.5,7.5,7.5
`),
    shifts: [],
    notUnderstood: [
      '2:2 unknown-code',
      '2:3 unknown-code',
      '2:4 unknown-code',
      '3:4 unknown-code',
      '3:5 unknown-code',
      '3:6 unknown-code',
    ],
  },
  {
    name: 'clock.csv',
    like: 'a grid of four days over a change of the clock',
    bytes: utf8(`Name,Fri 27 Mar 2026,Sat 28 Mar 2026,Sun 29 Mar 2026,Mon 30 Mar 2026
Ann,9-17,22-2:30,2:30-10,
Bob,,22-2,,
`),
    shifts: [
      'Ann | 2026-03-27 | 09:00-17:00 |  | ',
      'Ann | 2026-03-28 | 22:00-02:30 |  | ',
      'Ann | 2026-03-29 | 02:30-10:00 |  | ',
      'Bob | 2026-03-28 | 22:00-02:00 |  | ',
    ],
    changed: ['2:3 skipped-hour', '2:4 skipped-hour'],
  },
]
