import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { planCalendar, type CalendarInput } from '../../../electron/backend/exports/plan-calendar.ts'
import { shiftOccurrences } from '../../../shared/plan/occurrences.ts'
import { english } from '../../../shared/language/english.ts'
import type { Plan, Shift } from '../../../shared/plan/plan.ts'
import { parseLocalDate } from '../../../shared/time/local.ts'
import { tries } from '../../support/deep.ts'

const NOW = Date.parse('2026-11-22T09:15:30Z')

function shift(
  [id, day, start, end]: readonly [id: string, day: number, start: number, end: number],
  changes: Partial<Shift> = {},
): Shift {
  return { id, agentId: 'ann', day, startMinute: start * 60, endMinute: end * 60, breaks: [], note: '', ...changes }
}

function planOf(shifts: readonly Shift[], changes: Partial<Plan> = {}): Plan {
  return { name: 'October', timeZone: 'America/New_York', poolId: null, kind: 'weekly', shifts, ...changes }
}

function inputOf(plan: Plan, changes: Partial<CalendarInput> = {}): CalendarInput {
  const span = { firstDate: changes.firstDate ?? '2026-03-02', weeks: changes.weeks ?? 1 }
  return {
    planId: 'plan-1',
    plan,
    revision: 7,
    agentId: undefined,
    agentName: (id) => (id === 'ann' ? 'Ann Example' : id),
    distinctName: changes.agentName ?? ((id) => (id === 'ann' ? 'Ann Example' : id)),
    inactive: {},
    pool: null,
    holidayNames: new Map(),
    earlier: [],
    now: NOW,
    format: english(),
    ...span,
    earlierWeeks: span,
    ...changes,
  }
}

describe('a calendar of a plan that assumes something', () => {
  const plan = planOf([shift(['a', 1, 9, 17])], {
    assumptions: [
      { id: '1', kind: 'handling', percent: 10 },
      {
        id: '2',
        kind: 'absence',
        agentId: 'ann',
        time: { from: '2026-03-02', to: '2026-03-02', days: null, hours: null },
      },
    ],
  })
  const assumed = { agentName: () => 'Ann\r\nBEGIN:VEVENT', poolName: (id: string) => id }

  it('names it, on one line, and not in the calendar of one agent', () => {
    const text = planCalendar(inputOf(plan, { assumed })).replaceAll('\r\n ', '')
    expect(text).toMatch(/^X-WR-CALDESC:Handle time \+10%.*absent/mu)
    expect(text.match(/^BEGIN:VEVENT/gmu)).toHaveLength(1)
    expect(planCalendar(inputOf(plan, { assumed, agentId: 'ann' }))).not.toContain('Handle time')
    expect(planCalendar(inputOf(planOf([])))).not.toContain('CALDESC')
  })
})

interface ReadEvent {
  readonly uid: string
  readonly start: number
  readonly end: number
  readonly summary: string
  readonly description: string
  readonly sequence: number
  readonly status: string
  readonly stamp: string
}

/** The events of a calendar as a program reads them that knows nothing but the file: zones too are those of the file. */
function read(text: string): readonly ReadEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as never)
  const zones = new Map(
    calendar
      .getAllSubcomponents('vtimezone')
      .map((zone) => [zone.getFirstPropertyValue('tzid'), new ICAL.Timezone(zone)]),
  )
  return calendar.getAllSubcomponents('vevent').map((event) => {
    const instant = (name: string): number => {
      const property = event.getFirstProperty(name)!
      const time = property.getFirstValue() as ICAL.Time
      const zone = property.getParameter('tzid')
      const known = zone === undefined ? ICAL.Timezone.utcTimezone : zones.get(zone as string)!
      return (
        ICAL.Time.fromData(
          {
            year: time.year,
            month: time.month,
            day: time.day,
            hour: time.hour,
            minute: time.minute,
            second: time.second,
            isDate: false,
          },
          known,
        ).toUnixTime() * 1000
      )
    }
    const text = (name: string): string => String(event.getFirstPropertyValue(name) ?? '')
    return {
      uid: text('uid'),
      start: instant('dtstart'),
      end: instant('dtend'),
      summary: text('summary'),
      description: text('description'),
      sequence: Number(text('sequence')),
      status: text('status'),
      stamp: text('dtstamp'),
    }
  })
}

/** An event's id without what stands for its agent, and that alone. */
const shiftOf = (uid: string): string => uid.replace(/-[0-9a-z]+@covercast$/u, '')
const whoOf = (uid: string): string => /-([0-9a-z]+)@covercast$/u.exec(uid)![1]!

/** A calendar program's calendar after files were read in, one after the other: of two events of one id the one with the higher number stays. */
function readIn(...texts: readonly string[]): readonly ReadEvent[] {
  const calendar = new Map<string, ReadEvent>()
  for (const event of texts.flatMap(read)) {
    const known = calendar.get(event.uid)
    if (
      known === undefined ||
      event.sequence > known.sequence ||
      (event.sequence === known.sequence && event.stamp >= known.stamp)
    )
      calendar.set(event.uid, event)
  }
  return [...calendar.values()]
    .filter(({ status }) => status !== 'CANCELLED')
    .toSorted((one, other) => one.start - other.start)
}

const minute = (instant: number): string => new Date(instant).toISOString().slice(0, 16)

/** Each with the Sundays on which its clock goes forward and back in the year after October 2026. */
const ZONES = [
  ['America/New_York', '2027-03-14', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-10-04', '2027-04-04'],
  ['Europe/Berlin', '2027-03-28', '2026-10-25'],
] as const

describe('a plan as a calendar', () => {
  it.each(ZONES)('gives every shift back to the minute in %s, over both clock changes', (timeZone, forward, back) => {
    // At every hour, of every length, breaks and all: 01:00 to 04:00 are those that the clock skips and repeats.
    const shifts = Array.from({ length: 24 }, (_, hour) => [
      shift([`short-${hour}`, 0, hour, hour + 1]),
      shift([`long-${hour}`, 6, hour, hour + 9.25], {
        agentId: null,
        breaks: [{ startMinute: hour * 60 + 120, endMinute: hour * 60 + 150 }],
      }),
    ]).flat()
    for (const change of [forward, back]) {
      for (const plan of [
        planOf(shifts, { timeZone }),
        planOf(
          shifts.map((one) => ({ ...one, day: parseLocalDate(change) - (one.day === 6 ? 1 : 0) })),
          { timeZone, kind: 'dated' },
        ),
      ]) {
        const span = { firstDate: new Date(Date.parse(change) - 6 * 86_400_000).toISOString().slice(0, 10), weeks: 2 }
        const wanted = shiftOccurrences(plan, span)
        expect(wanted.length).toBeGreaterThan(40)
        const events = read(planCalendar(inputOf(plan, span)))
        expect(events.map(({ start, end }) => [minute(start), minute(end)])).toEqual(
          wanted.map(({ interval }) => [minute(interval.start), minute(interval.end)]),
        )
        expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
      }
    }
  })

  it('gives random shifts back to the minute, in whatever zone and week', () => {
    // Also zones that calendar programs know by no simple rule.
    const zone = fc.constantFrom(
      'America/New_York',
      'Australia/Lord_Howe',
      'Europe/London',
      'Africa/Casablanca',
      'Asia/Gaza',
      'Asia/Kathmandu',
      'America/Vancouver',
      'Asia/Calcutta',
      'UTC',
      'Etc/GMT+5',
    )
    const random = fc.record({
      day: fc.integer({ min: 0, max: 6 }),
      start: fc.integer({ min: 0, max: 95 }),
      length: fc.integer({ min: 1, max: 96 }),
    })
    fc.assert(
      fc.property(
        zone,
        fc.integer({ min: 0, max: 700 }),
        fc.array(random, { minLength: 1, maxLength: 8 }),
        (timeZone, days, drawn) => {
          const plan = planOf(
            drawn.map(({ day, start, length }, index) => shift([`s${index}`, day, start / 4, (start + length) / 4])),
            { timeZone },
          )
          const firstDate = new Date(Date.parse('2026-01-01') + days * 86_400_000).toISOString().slice(0, 10)
          const span = { firstDate, weeks: 3 }
          const events = read(planCalendar(inputOf(plan, span)))
          expect(events.map(({ start, end }) => [minute(start), minute(end)])).toEqual(
            shiftOccurrences(plan, span).map(({ interval }) => [minute(interval.start), minute(interval.end)]),
          )
        },
      ),
      tries(40, 11),
    )
  })

  it('writes wall times with the zone beside them, and stamps in UTC', () => {
    const text = planCalendar(inputOf(planOf([shift(['s', 1, 9, 17.5])])))
    expect(text).toContain('DTSTART;TZID=America/New_York:20260302T090000\r\n')
    expect(text).toContain('DTEND;TZID=America/New_York:20260302T173000\r\n')
    expect(text).toContain('DTSTAMP:20261122T091530Z\r\n')
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:America/New_York\r\n')
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/u)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    // Every line of RFC 5545 ends with CRLF and has at most 75 bytes.
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u)
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  })

  it('names the holiday on which a shift begins, whatever signs it holds', () => {
    const plan = planOf([shift(['s', 1, 20, 28]), shift(['t', 2, 9, 17], { note: 'Keys' })])
    const holidayNames = new Map([['2026-03-02', 'St. Somebody’s Day, observed\nEND:VEVENT']])
    expect(read(planCalendar(inputOf(plan, { holidayNames }))).map(({ description }) => description)).toEqual([
      'St. Somebody’s Day, observed\nEND:VEVENT',
      'Keys',
    ])
  })

  it('says who, where, when the breaks are, and the note, whatever signs they hold', () => {
    const note = 'Keys; door\\code, "7"\nring\u0007 twice'
    const plan = planOf([
      shift(['s', 1, 20, 28], { breaks: [{ startMinute: 1410, endMinute: 1455 }], note }),
      shift(['o', 2, 9, 12], { agentId: null }),
    ])
    const events = read(planCalendar(inputOf(plan, { pool: 'Sales, Support', agentName: () => 'Ōta Jürgen; 太田' })))
    expect(events[0]).toMatchObject({
      summary: 'Ōta Jürgen; 太田 (Sales, Support)',
      description: 'Break 23:30-00:15\nKeys; door\\code, "7"\nring  twice',
      status: 'CONFIRMED',
    })
    expect(events[1]).toMatchObject({
      summary: 'Unassigned shift (Sales, Support)',
      description: '',
      status: 'TENTATIVE',
    })
  })

  it('tells agents of one name apart for people, and finds them again by the name alone', () => {
    const plan = planOf([shift(['a', 1, 9, 17]), { ...shift(['b', 2, 9, 17]), agentId: 'ann-2' }])
    const text = planCalendar(inputOf(plan, { agentName: () => 'Ann Lee', distinctName: (id) => `Ann Lee (${id})` }))
    expect(read(text).map(({ summary }) => summary)).toEqual(['Ann Lee (ann)', 'Ann Lee (ann-2)'])
    expect(decodeURIComponent(text.replaceAll('\r\n ', '')).match(/"name":"[^"]*"/gu)).toEqual(
      Array(2).fill('"name":"Ann Lee"'),
    )
  })

  it('holds one agent alone where asked', () => {
    const [ben, open] = [{ agentId: 'ben' }, { agentId: null }]
    const plan = planOf([shift(['a', 1, 9, 12]), shift(['b', 1, 9, 12], ben), shift(['o', 1, 9, 12], open)])
    const uids = (agentId: string | undefined) => read(planCalendar(inputOf(plan, { agentId }))).map(({ uid }) => uid)
    expect(uids('ben').map(shiftOf)).toEqual(['plan-1-b-2026-03-02'])
    expect(uids(undefined)).toHaveLength(3)
    expect(uids('nobody')).toEqual([])
  })

  it('is the same to the byte while nothing changed, and an edit keeps the ids and raises the sequence', () => {
    const before = planOf([shift(['a', 1, 9, 12]), shift(['b', 3, 9, 12])])
    const text = planCalendar(inputOf(before))
    expect(planCalendar(inputOf(structuredClone(before)))).toBe(text)
    const after = planOf([shift(['a', 1, 10, 14]), shift(['b', 3, 9, 12])])
    const [old, updated] = [read(text), read(planCalendar(inputOf(after, { revision: 8 })))]
    expect(updated.map(({ uid }) => uid)).toEqual(old.map(({ uid }) => uid))
    expect(updated.map(({ sequence }) => sequence)).toEqual([8, 8])
    expect(minute(updated[0]!.start)).toBe('2026-03-02T15:00')
  })

  it('calls off what was published and is no more, in the weeks for which it was', () => {
    const published = planOf([
      shift(['kept', 1, 9, 12]),
      shift(['gone', 2, 9, 12]),
      shift(['moved', 3, 9, 12]),
      shift(['given', 4, 9, 12]),
    ])
    const now = planOf([
      shift(['kept', 1, 10, 12]),
      shift(['moved', 5, 9, 12]),
      shift(['given', 4, 9, 12], { agentId: 'ben' }),
    ])
    const earlier = [{ plan: published, firstWeek: '2026-03-09', lastWeek: '2026-03-09' }]
    const cancelled = (agentId: string | undefined) =>
      read(planCalendar(inputOf(now, { earlier, weeks: 3, agentId })))
        .filter(({ status }) => status === 'CANCELLED')
        .map(({ uid }) => shiftOf(uid))
    const ofAnn = ['plan-1-gone-2026-03-10', 'plan-1-moved-2026-03-11', 'plan-1-given-2026-03-12']
    expect(cancelled(undefined)).toEqual(ofAnn)
    expect(cancelled('ann')).toEqual(ofAnn)
    expect(cancelled('ben')).toEqual([])
  })

  it('leaves out what a deactivated agent was to work from then on, and calls it off where it was published', () => {
    const plan = planOf([shift(['a', 1, 9, 12]), shift(['b', 4, 9, 12]), shift(['c', 4, 9, 12], { agentId: 'ben' })])
    const inactive = { ann: Date.parse('2026-03-04T12:00:00Z') }
    const events = (earlier: CalendarInput['earlier']) =>
      read(planCalendar(inputOf(plan, { inactive, earlier }))).map(({ uid, status }) => [
        shiftOf(uid).split('-')[2],
        status,
      ])
    expect(events([])).toEqual([
      ['a', 'CONFIRMED'],
      ['c', 'CONFIRMED'],
    ])
    expect(events([{ plan, firstWeek: '2026-03-02', lastWeek: null }])).toEqual([
      ['a', 'CONFIRMED'],
      ['c', 'CONFIRMED'],
      ['b', 'CANCELLED'],
    ])
  })

  it('gives a shift to somebody else, and back, whichever file a calendar of both reads last', () => {
    const before = planOf([shift(['s', 1, 9, 12]), shift(['o', 2, 9, 12], { agentId: null })])
    const given = planOf([shift(['s', 1, 9, 12], { agentId: 'ben' }), shift(['o', 2, 9, 12])])
    const published = [{ plan: before, firstWeek: '2026-03-02', lastWeek: null }]
    const texts = (plan: Plan, changes: Partial<CalendarInput>) =>
      [undefined, 'ann', 'ben'].map((agentId) => planCalendar(inputOf(plan, { ...changes, agentId })))
    const [[all = '', ann = '', ben = ''], [newAll = '', newAnn = '', newBen = ''], back] = [
      texts(before, {}),
      texts(given, { earlier: published, revision: 8 }),
      texts(before, { earlier: [...published, { plan: given, firstWeek: '2026-03-02', lastWeek: null }], revision: 9 }),
    ]
    const names = (...files: readonly string[]) =>
      readIn(...files).map(({ summary, start }) => `${summary} ${minute(start).slice(8, 10)}`)
    const wanted = ['ben 02', 'Ann Example 03']
    for (const [old, updated] of [
      [
        [ann, ben],
        [newAnn, newBen],
      ],
      [[all], [newAll]],
      [
        [all, ann],
        [newAll, newBen, newAnn],
      ],
    ] as const) {
      for (const files of [updated, updated.toReversed()]) {
        expect(names(...old, ...files)).toEqual(wanted)
        // An older file that is read in again changes nothing.
        expect(names(...files, ...old)).toEqual(wanted)
        expect(names(...old, ...files, ...back)).toEqual(['Ann Example 02', 'Unassigned shift 03'])
        expect(names(...old, ...files, ...back.toReversed())).toEqual(['Ann Example 02', 'Unassigned shift 03'])
      }
    }
    expect(new Set(read(newAll).map(({ uid }) => whoOf(uid))).size).toBe(3)
  })

  it('moves its events when the plan goes to another zone, and calls off there too what is no more', () => {
    const before = planOf([shift(['a', 1, 9, 12]), shift(['gone', 2, 9, 12])])
    const after = planOf([shift(['a', 1, 9, 12])], { timeZone: 'Europe/Berlin' })
    const text = planCalendar(
      inputOf(after, { revision: 8, earlier: [{ plan: before, firstWeek: '2026-03-02', lastWeek: null }] }),
    )
    expect(readIn(planCalendar(inputOf(before))).map(({ start }) => minute(start))).toEqual([
      '2026-03-02T14:00',
      '2026-03-03T14:00',
    ])
    expect(readIn(planCalendar(inputOf(before)), text).map(({ start }) => minute(start))).toEqual(['2026-03-02T08:00'])
  })

  it('calls off what a dated plan had beyond the weeks that it has now', () => {
    const dated = (dates: readonly string[]): Plan =>
      planOf(
        dates.map((date) => ({ ...shift([date, 0, 9, 12]), day: parseLocalDate(date) })),
        { kind: 'dated' },
      )
    const earlier = [
      { plan: dated(['2026-03-02', '2026-03-18', '2026-04-30']), firstWeek: '2026-03-02', lastWeek: '2026-03-16' },
    ]
    const text = planCalendar(
      inputOf(dated(['2026-03-10']), {
        earlier,
        firstDate: '2026-03-10',
        earlierWeeks: { firstDate: '2026-03-02', weeks: 9 },
      }),
    )
    // The last one was beyond the weeks for which it was published.
    expect(read(text).map(({ uid, status, start }) => [shiftOf(uid), status, minute(start).slice(11)])).toEqual([
      ['plan-1-2026-03-10-2026-03-10', 'CONFIRMED', '13:00'],
      ['plan-1-2026-03-02-2026-03-02', 'CANCELLED', '14:00'],
      ['plan-1-2026-03-18-2026-03-18', 'CANCELLED', '13:00'],
    ])
  })

  it('holds a dated plan however many years it goes over, to the minute', () => {
    const dates = ['1985-07-01', '2026-03-02', '2150-07-01']
    const plan = planOf(
      dates.map((date) => ({ ...shift([date, 0, 9, 12]), day: parseLocalDate(date) })),
      { kind: 'dated' },
    )
    const span = { firstDate: '1985-07-01', weeks: 8610 }
    const events = read(planCalendar(inputOf(plan, span)))
    expect(events.map(({ start }) => minute(start))).toEqual([
      '1985-07-01T13:00',
      '2026-03-02T14:00',
      '2150-07-01T13:00',
    ])
  })

  it('leaves out a shift on the night that skips it', () => {
    const events = read(planCalendar(inputOf(planOf([shift(['s', 0, 2, 3])]), { firstDate: '2026-03-02', weeks: 2 })))
    expect(events.map(({ uid }) => shiftOf(uid))).toEqual(['plan-1-s-2026-03-15'])
  })
})
