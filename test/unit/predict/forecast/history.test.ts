import { describe, expect, it } from 'vitest'
import type { SlotSeries } from '../../../../shared/coverage/slot-series.ts'
import { demandHistory, type HistoryOptions } from '../../../../shared/predict/forecast/history.ts'
import { wholeDay } from '../../../../shared/predict/forecast/known-days.ts'
import { SLOT_MS } from '../../../../shared/time/slots.ts'

const ZONE = 'America/New_York'

/** One visitor in every quarter-hour. */
function ones(from: string, to: string): SlotSeries {
  const firstSlot = Date.parse(from) / SLOT_MS
  const visitors = new Float64Array(Date.parse(to) / SLOT_MS - firstSlot).fill(1)
  return { firstSlot, visitors, covered: new Float64Array(visitors.length) }
}

function historyOf(changes: Partial<HistoryOptions>) {
  const from = '2026-02-01T00:00:00Z'
  const to = '2026-12-01T00:00:00Z'
  return demandHistory(ones(from, to), {
    timeZone: ZONE,
    weekFirstDate: '2026-03-16',
    slotMinutes: 60,
    origin: Date.parse('2026-03-16T04:00:00Z'),
    known: [{ start: Date.parse(from), end: Date.parse(to) }],
    knownDays: [],
    weeks: 2,
    ...changes,
  })
}

const dayOf = (history: ReturnType<typeof historyOf>, day: number): number[] => [
  ...history.observations.subarray(day * 24, day * 24 + 24),
]

describe('the history of demand', () => {
  it('is made of whole weeks before the one to forecast', () => {
    const { firstDate, weeks, slotsPerWeek, visitors } = historyOf({})
    expect([firstDate, weeks, slotsPerWeek, visitors.length]).toEqual(['2026-03-02', 2, 168, 336])
  })

  it('misses the hour that the clock skips', () => {
    // 8 March 2026 in New York: 02:00 is 03:00.
    const sunday = dayOf(historyOf({}), 6)
    expect(sunday[2]).toBe(0)
    expect(sunday.filter((observed) => observed === 1)).toHaveLength(23)
  })

  it('has two observations of the hour that the clock repeats, and their mean', () => {
    const history = historyOf({ weekFirstDate: '2026-11-09', origin: Date.parse('2026-11-09T05:00:00Z') })
    // 1 November: 01:00 comes twice.
    expect(dayOf(history, 6)[1]).toBe(2)
    expect(history.visitors[6 * 24 + 1]).toBe(4)
  })

  it('counts nothing at or after the origin: a day that has not ended is missing', () => {
    const history = historyOf({ weekFirstDate: '2026-03-23', origin: Date.parse('2026-03-19T03:59:59Z') })
    // The origin's week is the last one: Monday and Tuesday are over.
    expect(history.firstDate).toBe('2026-03-09')
    const days = Array.from({ length: 7 }, (_, day) => dayOf(history, 7 + day).includes(1))
    expect(days).toEqual([true, true, false, false, false, false, false])
  })

  it('misses days that are not wholly known, instead of taking them for empty', () => {
    const known = [
      { start: Date.parse('2026-03-01T00:00:00Z'), end: Date.parse('2026-03-05T12:00:00Z') },
      { start: Date.parse('2026-03-06T05:00:00Z'), end: Date.parse('2026-03-08T00:00:00Z') },
      { start: Date.parse('2026-03-08T00:00:00Z'), end: Date.parse('2026-04-01T00:00:00Z') },
    ]
    const history = historyOf({ known })
    const days = Array.from({ length: 7 }, (_, day) => dayOf(history, day).includes(1))
    expect(days).toEqual([true, true, true, false, true, true, true])
  })

  it('weighs days by how the user marked them', () => {
    const knownDays = [
      wholeDay('2026-03-03', { class: 'public', name: 'Carnival' }),
      wholeDay('2026-03-04', { class: 'outage', name: 'the site was down' }),
    ]
    expect([...historyOf({ knownDays }).dayWeights.subarray(0, 4)]).toEqual([1, 0.05, 0, 1])
  })

  it('refuses a mark on a day that does not exist', () => {
    expect(() => historyOf({ knownDays: [wholeDay('2026-02-30', { class: 'event', name: 'Fair' })] })).toThrow(
      /not a date/u,
    )
  })

  it('sums quarter-hours where the zone is a quarter-hour off', () => {
    const history = historyOf({
      timeZone: 'Asia/Kathmandu',
      slotMinutes: 15,
      origin: Date.parse('2026-03-16T00:00:00Z'),
    })
    expect(history.visitors.subarray(0, 672).every((value) => value === 1)).toBe(true)
  })
})
