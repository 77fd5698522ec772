import { describe, expect, it } from 'vitest'
import type { Plan, Shift } from '../../../../../shared/plan/plan.ts'
import { createFormatter } from '../../../../../renderer/format/formatter.ts'
import { rosterModel } from '../../../../../renderer/app/roster/roster-model.ts'

const british = createFormatter({ languages: ['en-GB'], firstDayOfWeek: null })
const american = createFormatter({ languages: ['en-US'], firstDayOfWeek: null })
const shift = (id: string, values: Partial<Shift>): Shift => ({
  id,
  agentId: 'ann',
  day: 1,
  startMinute: 540,
  endMinute: 1050,
  breaks: [],
  note: '',
  ...values,
})
const plan = (shifts: readonly Shift[], values: Partial<Plan> = {}): Plan => ({
  name: 'P',
  timeZone: 'America/New_York',
  poolId: null,
  kind: 'weekly',
  shifts,
  ...values,
})
const agentName = (id: string): string => ({ ann: 'Zoë', ben: 'Ben' })[id] ?? id

describe('the roster on the wall', () => {
  it('has a row an agent, by name, open shifts last, and the hours of rows and days', () => {
    const shifts = [
      shift('a', { breaks: [{ startMinute: 750, endMinute: 780 }], note: '  Bring \n keys ' }),
      shift('b', { agentId: 'ben', day: 0, startMinute: 22 * 60, endMinute: 30 * 60 }),
      shift('c', { agentId: null, day: 1, startMinute: 600, endMinute: 660 }),
      shift('d', { day: 1, startMinute: 1140, endMinute: 1200 }),
    ]
    const roster = rosterModel({ plan: plan(shifts), firstDate: '2026-11-23', agentName }, british)
    expect(roster.columns).toEqual(
      ['Mon 23 Nov', 'Tue 24 Nov', 'Wed 25 Nov', 'Thu 26 Nov', 'Fri 27 Nov', 'Sat 28 Nov', 'Sun 29 Nov'].map(
        (text) => expect.stringMatching(text.replace(' ', ',? ')) as string,
      ),
    )
    expect(roster.rows.map(({ name, hours }) => [name, hours])).toEqual([
      ['Ben', '8'],
      ['Zoë', '9'],
      ['Unassigned', '1'],
    ])
    expect(roster.rows[1]!.days[0]).toEqual([
      { id: 'a', times: '09:00–17:30', breaks: '12:30–13:00', note: 'Bring keys' },
      { id: 'd', times: '19:00–20:00', breaks: '', note: '' },
    ])
    expect(roster.rows[0]!.days[6]).toEqual([{ id: 'b', times: '22:00–06:00', breaks: '', note: '' }])
    expect([roster.dayHours, roster.hours]).toEqual([['10', '0', '0', '0', '0', '0', '8'], '18'])
  })

  it('says when somebody is away, and never why', () => {
    const timeOff = [
      { agentId: 'ann', kind: 'ill', from: '2026-11-24', to: '2026-11-25', part: null },
      { agentId: 'ann', kind: 'other', from: '2026-11-25', to: '2026-11-25', part: null },
      {
        agentId: 'ann',
        kind: 'training',
        from: '2026-11-26',
        to: '2026-11-26',
        part: { startMinute: 780, endMinute: 1020 },
      },
      { agentId: 'ben', kind: 'vacation', from: '2026-11-01', to: '2026-12-31', part: null },
    ] as const
    const input = { plan: plan([shift('a', {})]), firstDate: '2026-11-23', agentName, timeOff }
    const off = '13:00–17:00'
    expect(rosterModel(input, british).rows[0]!.away).toEqual([[], ['Off'], ['Off'], [`Off ${off}`], [], [], []])
  })

  it('names the days that are known not to be usual', () => {
    const names = new Map([['2026-11-26', 'Thanksgiving Day']])
    const roster = rosterModel({ plan: plan([shift('a', {})]), firstDate: '2026-11-23', agentName, names }, british)
    expect(roster.dayNames).toEqual(['', '', '', 'Thanksgiving Day', '', '', ''])
  })

  it('writes times as the region does', () => {
    const { rows } = rosterModel({ plan: plan([shift('a', {})]), firstDate: '2026-11-23', agentName }, american)
    expect(rows[0]!.days[0]![0]!.times).toBe('9a–5:30p')
  })

  it('shows what the clock shows, and real hours, where it changes', () => {
    const night = shift('n', { day: 6, startMinute: 22 * 60, endMinute: 30 * 60 })
    const skipped = shift('s', { agentId: 'ben', day: 0, startMinute: 150, endMinute: 300 })
    const { rows } = rosterModel({ plan: plan([night, skipped]), firstDate: '2026-03-02', agentName }, british)
    expect(rows.map(({ name, hours, days }) => [name, hours, days.flat()[0]!.times])).toEqual([
      ['Ben', '1.5', '03:30–05:00'],
      ['Zoë', '7', '22:00–06:00'],
    ])
  })

  it('counts a minute once for which somebody is booked twice, and open shifts each', () => {
    const twice = [
      shift('a', {}),
      shift('b', { startMinute: 600, endMinute: 1080 }),
      shift('c', { agentId: null }),
      shift('d', { agentId: null }),
    ]
    const roster = rosterModel({ plan: plan(twice), firstDate: '2026-11-23', agentName }, british)
    expect(roster.rows.map(({ hours }) => hours)).toEqual(['9', '17'])
    expect([roster.dayHours[0], roster.hours]).toEqual(['26', '26'])
  })

  it('keeps who is in a dated plan and off this week, and cuts long notes', () => {
    const dated = plan(
      [shift('a', { day: 20_780, note: 'x'.repeat(500) }), shift('b', { agentId: 'ben', day: 20_790 })],
      { kind: 'dated' },
    )
    const { rows, dates } = rosterModel({ plan: dated, firstDate: '2026-11-23', agentName }, british)
    expect(dates[0]).toBe('2026-11-23')
    expect(rows.map(({ name, hours }) => [name, hours])).toEqual([
      ['Ben', '0'],
      ['Zoë', '8.5'],
    ])
    expect(rows[1]!.days.flat()[0]!.note).toHaveLength(121)
  })
})
