import { calendar, type RosterSample } from './sample.ts'

/** Calendars. */
export const CALENDAR_SAMPLES: readonly RosterSample[] = [
  {
    name: 'outlook.ics',
    like: 'Outlook, recurrence over a clock change, a Windows zone',
    timeZone: 'America/New_York',
    bytes: calendar(`
BEGIN:VTIMEZONE
TZID:Eastern Standard Time
BEGIN:STANDARD
DTSTART:16011104T020000
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010311T020000
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:series
DTSTART;TZID=Eastern Standard Time:20260306T090000
DTEND;TZID=Eastern Standard Time:20260306T170000
RRULE:FREQ=DAILY;COUNT=4
EXDATE;TZID=Eastern Standard Time:20260307T090000
SUMMARY:Shift - Ann Lee
END:VEVENT
BEGIN:VEVENT
UID:series
RECURRENCE-ID;TZID=Eastern Standard Time:20260309T090000
DTSTART;TZID=Eastern Standard Time:20260309T120000
DTEND;TZID=Eastern Standard Time:20260309T200000
SUMMARY:Shift - Ann Lee
END:VEVENT
BEGIN:VEVENT
UID:gone
DTSTART;TZID=Eastern Standard Time:20260310T090000
DTEND;TZID=Eastern Standard Time:20260310T170000
STATUS:CANCELLED
SUMMARY:Shift - Bob Ray
END:VEVENT
BEGIN:VEVENT
UID:party
DTSTART;VALUE=DATE:20260311
DTEND;VALUE=DATE:20260312
SUMMARY:Office party
END:VEVENT`),
    shifts: [
      'Ann Lee | 2026-03-06 | 09:00-17:00 |  | ',
      'Ann Lee | 2026-03-08 | 09:00-17:00 |  | ',
      'Ann Lee | 2026-03-09 | 12:00-20:00 |  | ',
    ],
    notUnderstood: ['4:1 all-day'],
  },
  {
    name: 'google.ics',
    like: 'Google Calendar, UTC and a zone, an endless series',
    timeZone: 'Europe/Berlin',
    bytes: calendar(`
X-WR-CALNAME:Ann Lee shifts
X-WR-TIMEZONE:Europe/Berlin
BEGIN:VEVENT
UID:utc
DTSTART:20260328T080000Z
DTEND:20260328T160000Z
SUMMARY:Shift
LOCATION:Desk 4
END:VEVENT
BEGIN:VEVENT
UID:late
DTSTART;TZID=Europe/London:20260329T080000
DTEND;TZID=Europe/London:20260329T160000
SUMMARY:Dienst
END:VEVENT
BEGIN:VEVENT
UID:invited
DTSTART;TZID=Europe/Berlin:20260330T220000
DTEND;TZID=Europe/Berlin:20260331T060000
ATTENDEE;CN=Bob Ray;PARTSTAT=ACCEPTED:mailto:bob@example.com
ATTENDEE;CN=Room 1;CUTYPE=ROOM:mailto:room@example.com
SUMMARY:Night watch
END:VEVENT
BEGIN:VEVENT
UID:away
DTSTART;VALUE=DATE:20260401
DTEND;VALUE=DATE:20260404
SUMMARY:Cy Dee - Urlaub
END:VEVENT`),
    shifts: [
      'Ann Lee | 2026-03-28 | 09:00-17:00 |  | Desk 4',
      'Ann Lee | 2026-03-29 | 09:00-17:00 |  | ',
      'Bob Ray | 2026-03-30 | 22:00-06:00 |  | Night watch',
    ],
    absences: ['Cy Dee | vacation | 2026-04-01..2026-04-03'],
  },
  {
    name: 'autumn.ics',
    like: 'a calendar with an hour that the clock shows twice, and a weekly series over it',
    timeZone: 'Europe/Berlin',
    bytes: calendar(`
BEGIN:VEVENT
UID:twice
DTSTART:20261025T013000Z
DTEND:20261025T053000Z
SUMMARY:Shift: Ann Lee (Chat)
END:VEVENT
BEGIN:VEVENT
UID:weekly
DTSTART;TZID="W. Europe Standard Time":20261018T220000
DURATION:PT8H
RRULE:FREQ=WEEKLY;UNTIL=20261101T210000Z
SUMMARY:Bob Ray
END:VEVENT
BEGIN:VEVENT
UID:open
DTSTART:20261026T090000
DTEND:20261026T170000
SUMMARY:Open shift
END:VEVENT`),
    shifts: [
      'Ann Lee | 2026-10-25 | 02:30-06:30 |  | Chat',
      'Bob Ray | 2026-10-18 | 22:00-06:00 |  | ',
      'Bob Ray | 2026-10-25 | 22:00-06:00 |  | ',
      'Bob Ray | 2026-11-01 | 22:00-06:00 |  | ',
      'open | 2026-10-26 | 09:00-17:00 |  | ',
    ],
    changed: ['1:1 repeated-hour'],
  },
]
