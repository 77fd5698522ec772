import { describe, expect, it } from 'vitest'
import { readSample } from '../../support/rosters/describe-roster.ts'
import { calendar } from '../../support/rosters/sample.ts'

const GOOD = `BEGIN:VEVENT
UID:1
DTSTART:20260302T090000Z
DTEND:20260302T170000Z
SUMMARY:Ann
END:VEVENT`
const HOURS = 'DTSTART:20260303T090000Z\nDTEND:20260303T170000Z'
const ANN = 'Ann | 2026-03-02 | 09:00-17:00 |  | '

const read = async (...lines: readonly string[]) => {
  const events = lines.map((each, index) => `BEGIN:VEVENT\nUID:x${index}\n${each}\nSUMMARY:Bob\nEND:VEVENT`)
  const { shifts, notUnderstood, changed, found } = await readSample({
    name: 'x.ics',
    like: '',
    shifts: [],
    timeZone: 'UTC',
    bytes: calendar([GOOD, ...events].join('\n')),
  })
  return { shifts, notUnderstood, changed, texts: found.notUnderstood.map(({ text }) => text) }
}

describe('an event that is damaged is listed, and the others are read', () => {
  it.each([
    ['DTSTART:garbage\nDTEND:20260303T170000Z', 'damaged-event'],
    ['DTSTART:20260303T090000Z\nDTEND:2026-03-03 17:00', 'damaged-event'],
    ['DTSTART:20260303T090000Z\nDURATION:8h', 'damaged-event'],
    [`${HOURS}\nRRULE:garbage`, 'damaged-event'],
    [`${HOURS}\nRRULE:FREQ=WEEKLY;BYDAY=XX`, 'damaged-event'],
    [`${HOURS}\nRRULE:FREQ=WEEKLY;BYMONTH=13`, 'damaged-event'],
    [`${HOURS}\nRRULE:FREQ=WEEKLY;BYYEARDAY=3`, 'damaged-event'],
    [`${HOURS}\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:foo`, 'damaged-event'],
    [`RECURRENCE-ID:foo\n${HOURS}`, 'damaged-event'],
    [`${HOURS}\nLOCATION;VALUE=DATE-TIME:foo`, 'damaged-event'],
    ['DTSTART:20260230T090000Z\nDTEND:20260230T170000Z', 'not-a-date'],
    ['DTSTART:20261303T090000Z\nDTEND:20261303T170000Z', 'not-a-date'],
    ['DTSTART:20260303T090000Z\nDTEND:20260303T256100Z', 'not-a-time'],
    [`${HOURS}\nRDATE:20260231T090000Z`, 'not-a-date'],
    [`${HOURS}\nRRULE:FREQ=DAILY;UNTIL=20260231T090000Z`, 'not-a-date'],
  ])('%s', async (lines, why) => {
    expect(await read(lines)).toEqual({ shifts: [ANN], notUnderstood: [`2:1 ${why}`], changed: [], texts: ['Bob'] })
  })

  it('keeps a title of several lines, and the event behind one that is not readable', async () => {
    const { shifts, texts } = await read(`SUMMARY:Bob and\n  Cy\n${HOURS}\nRRULE:FREQ=DAILY;BYDAY=XX\nX-LAST:1`, HOURS)
    expect(shifts).toHaveLength(2)
    expect(texts).toEqual(['Bob and Cy'])
  })

  it('keeps the series of which one exception is damaged', async () => {
    const { shifts, notUnderstood } = await readSample({
      name: 'x.ics',
      like: '',
      shifts: [],
      timeZone: 'UTC',
      bytes: calendar(
        `BEGIN:VEVENT\nUID:1\n${HOURS}\nRRULE:FREQ=DAILY;COUNT=2\nSUMMARY:Bob\nEND:VEVENT\nBEGIN:VEVENT\nUID:1\nRECURRENCE-ID:foo\n${HOURS}\nSUMMARY:Bob\nEND:VEVENT`,
      ),
    })
    expect(shifts).toHaveLength(2)
    expect(notUnderstood).toEqual(['2:1 damaged-event'])
  })
})

describe('dates beside a rule or alone', () => {
  const bob = (date: string, times = '09:00-17:00') => `Bob | ${date} | ${times} |  | `

  it('come after the day on which the event begins', async () => {
    expect((await read(`${HOURS}\nRDATE:20260312T090000Z`)).shifts).toEqual([ANN, bob('2026-03-03'), bob('2026-03-12')])
    expect((await read(`${HOURS}\nRDATE:20260301T090000Z,20260303T090000Z`)).shifts).toEqual([
      ANN,
      bob('2026-03-01'),
      bob('2026-03-03'),
    ])
  })

  it('are read with a rule, each day once', async () => {
    expect((await read(`${HOURS}\nRRULE:FREQ=DAILY;COUNT=2\nRDATE:20260304T090000Z,20260306T090000Z`)).shifts).toEqual([
      ANN,
      bob('2026-03-03'),
      bob('2026-03-04'),
      bob('2026-03-06'),
    ])
  })

  it('may have an end of their own', async () => {
    expect((await read(`${HOURS}\nRDATE;VALUE=PERIOD:20260312T090000Z/PT4H`)).shifts).toEqual([
      ANN,
      bob('2026-03-03'),
      bob('2026-03-12', '09:00-13:00'),
    ])
    expect((await read(`${HOURS}\nRDATE;VALUE=PERIOD:20260312T090000Z/20260312T140000Z`)).shifts).toEqual([
      ANN,
      bob('2026-03-03'),
      bob('2026-03-12', '09:00-14:00'),
    ])
  })
})

describe('a rule that gives no day', () => {
  it.each([
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4',
    'FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29',
  ])('is listed soon, and the other events are read: %s', async (rule) => {
    expect(await read(`${HOURS}\nRRULE:${rule}`)).toMatchObject({ shifts: [ANN], notUnderstood: ['2:1 no-repeats'] })
  })

  it('is no series of which every day was called off', async () => {
    expect(await read(`${HOURS}\nRRULE:FREQ=DAILY;COUNT=1\nEXDATE:20260303T090000Z`)).toMatchObject({
      shifts: [ANN],
      notUnderstood: [],
    })
  })
})

it('says once of a series that its times were rounded', async () => {
  const { shifts, changed } = await read(`${HOURS.replace('170000', '171000')}\nRRULE:FREQ=DAILY;COUNT=5`)
  expect(shifts).toHaveLength(6)
  expect(changed).toEqual(['2:1 rounded'])
})
