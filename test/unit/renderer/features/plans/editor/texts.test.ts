import { describe, expect, it } from 'vitest'
import { createFormatter } from '../../../../../../renderer/format/formatter.ts'
import { barText, hoursOfWork, shiftName } from '../../../../../../renderer/features/plans/editor/board/bar-text.ts'
import { dragText, spokenChange } from '../../../../../../renderer/features/plans/editor/edit-text.ts'
import { signedCount, signedVisitors } from '../../../../../../renderer/format/signed.ts'
import { publishSummary } from '../../../../../../renderer/features/plans/publish/publish-summary.ts'
import type { Shift } from '../../../../../../shared/plan/plan.ts'
import { rowDetails } from '../../../../../../renderer/features/plans/editor/board/board-rows.ts'

const format = createFormatter({ languages: ['en-GB'], firstDayOfWeek: 1 })
const american = createFormatter({ languages: ['en-US'], firstDayOfWeek: 0 })
const shift: Shift = { id: 's', agentId: 'ana', day: 1, startMinute: 540, endMinute: 1050, breaks: [], note: '' }
/** As if every letter took as much. */
const room = (width: number) => ({ width, measure: (text: string) => 6.5 * text.length })
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('changes', () => {
  it('have a sign of their own, and none where they round to nothing', () => {
    expect([
      format.signedPoints(0.84),
      format.signedPoints(-1),
      format.signedPoints(0.04),
      format.signedPoints(-12.3),
    ]).toEqual(['+0.8 points', '−1.0 points', '±0 points', '−12.3 points'])
    expect([format.signed(8), format.signed(-2.25, 2), format.signed(-0.04, 1)]).toEqual(['+8', '−2.25', '±0.0'])
    expect([signedCount(1240.4, format), signedCount(-61, format), signedCount(0.4, format)]).toEqual([
      '+1,240',
      '−61',
      '±0',
    ])
  })

  it('of visitors come with their plural', () => {
    expect([signedVisitors(-1.2, format), signedVisitors(2, format)]).toEqual([
      { count: 1, visitors: '−1' },
      { count: 2, visitors: '+2' },
    ])
  })

  it('are shown at the pointer with the day and the times', () => {
    expect(dragText({ shift, day: 'Thu', pointsGained: 0.8 }, format)).toBe('Thu 9:00–17:30 · +0.8 points')
    expect(dragText({ shift, day: '', pointsGained: null }, american)).toBe('9a–5:30p')
  })

  it('are read out with coverage and how it moved', () => {
    const spoken = (fields: Partial<Parameters<typeof spokenChange>[0]>): string =>
      plain(spokenChange({ shift, dayName: 'Tuesday', coverage: 81.2, points: 3.1, ...fields }, format))
    expect(spoken({})).toBe('Tuesday 09:00 to 17:30. Coverage 81%, up 3 points.')
    expect(spoken({ points: -1.2 })).toBe('Tuesday 09:00 to 17:30. Coverage 81%, down 1 point.')
    expect(spoken({ points: 0.2, shift: null })).toBe('Coverage 81%, no change.')
    expect(spoken({ points: null, shift: null })).toBe('Coverage 81%.')
    expect(spoken({ coverage: null, isUnknown: true })).toBe('Tuesday 09:00 to 17:30. No prediction.')
    expect(spoken({ coverage: null })).toBe('Tuesday 09:00 to 17:30. No visitors expected.')
  })
})

describe('a bar', () => {
  it('says as much of its times as it has room for', () => {
    const texts = [80, 60, 44, 20, 9].map((width) => barText({ ...shift, isRest: false }, room(width), format))
    expect(texts).toEqual(['9:00–17:30', '9–17:30', '9:00\n–17:30', '9', ''])
  })

  it('never leaves out am and pm, however narrow it is', () => {
    const texts = (endMinute: number) =>
      [80, 48, 40, 24, 14].map((width) => barText({ ...shift, endMinute, isRest: false }, room(width), american))
    expect(texts(1050)).toEqual(['9a–5:30p', '9a\n–5:30p', '9a', '9a', ''])
    expect(texts(1020)).toEqual(['9a–5p', '9a–5p', '9a–5p', '9a\n–5p', ''])
  })

  it('says of a shift that began elsewhere when it ends', () => {
    const night = { startMinute: 1320, endMinute: 1800, isRest: true }
    expect([
      barText(night, room(60), format),
      barText(night, room(24), format),
      barText(night, room(12), format),
    ]).toEqual(['–6:00', '–6', ''])
  })

  it('is named by everything about it', () => {
    const name = shiftName(
      {
        shift: { ...shift, endMinute: 1500, breaks: [{ startMinute: 720, endMinute: 750 }], note: 'Late' },
        who: 'Ana',
        dayName: 'Monday',
        problem: 'Too long.',
        ownTimes: '15:00 to 07:00 Berlin time',
      },
      format,
    )
    expect(name).toBe(
      'Ana, Monday, 09:00 to 01:00 on the next day. 15.5 hours of work. For Ana: 15:00 to 07:00 Berlin time. Break 12:00 to 12:30. Late Too long.',
    )
    expect(hoursOfWork({ startMinute: 0, endMinute: 60, breaks: [] }, format)).toBe('1 hour of work')
  })
})

describe('what is under a name', () => {
  it('is the hours, and the zone of who lives elsewhere', () => {
    const row = (agentId: string | null, timeZone: string | null = null) => ({
      agentId,
      name: '',
      timeZone,
      places: [],
      away: [],
      off: { unavailable: [], daysOff: [] },
      lanes: 1,
    })
    const own = { plannedMinutes: 480, workedMinutes: 465, overtimeMinutes: 0, cost: null }
    const hours = {
      plannedMinutes: 480,
      workedMinutes: 705,
      overtimeMinutes: 0,
      cost: null,
      unratedMinutes: 0,
      openMinutes: 240,
      shifts: 3,
      openShifts: 2,
      agents: 1,
      byAgent: new Map([['ana', own]]),
    }
    expect([...rowDetails([row('ana'), row('ben', 'Europe/Berlin'), row(null)], hours, format)]).toEqual([
      ['ana', '7.75 h'],
      ['ben', 'Berlin time'],
      [null, '2 · 4 h'],
    ])
    expect(rowDetails([row(null)], { ...hours, openShifts: 0 }, format).get(null)).toBe('none')
  })
})

describe('what is about to be published', () => {
  it('is described with its range and with what is not settled', () => {
    const band = { lower80: 0.8, upper80: 0.88, lower95: 0, upper95: 1 }
    const summary = (fields: Partial<Parameters<typeof publishSummary>[0]>): readonly string[] =>
      publishSummary(
        {
          firstDate: '2026-11-23',
          unknown: null,
          totals: { visitors: 100, covered: 84 },
          bands: { coverageRate: band, covered: band, difference: null, byDayHour: [] },
          hours: 312.5,
          openShifts: 1,
          brokenRules: 2,
          ...fields,
        },
        format,
      ).map(plain)
    expect(summary({})).toEqual([
      'Predicted for the week of 23 Nov 2026: 84% coverage (80% range 80% to 88%), 312.5 agent-hours.',
      '1 unassigned shift and 2 rule violations. Publish anyway?',
    ])
    expect(summary({ bands: null, openShifts: 0, brokenRules: 0 })).toEqual([
      'Predicted for the week of 23 Nov 2026: 84% coverage, 312.5 agent-hours.',
    ])
    expect(summary({ totals: { visitors: 0, covered: 0 } })[0]).toContain('no visitors, 312.5 agent-hours')
    expect(summary({ unknown: { text: 'No prediction.' }, brokenRules: 0 })).toEqual([
      'No prediction.',
      'The week has 312.5 agent-hours.',
      '1 unassigned shift. Publish anyway?',
    ])
    expect(summary({ openShifts: 0, brokenRules: 1 })[1]).toBe('1 rule violation. Publish anyway?')
  })
})
