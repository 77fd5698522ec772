import { describe, expect, it } from 'vitest'
import { markOutcomes } from '../../../../shared/predict/forecast/mark-outcomes.ts'
import { markDays, simpleMark, type Mark } from '../../../../shared/predict/forecast/mark-days.ts'
import { addDays } from '../../../../shared/time/local.ts'
import type { DemandHistory } from '../../../../shared/predict/types.ts'
import { FIRST_DATE, makeSeries } from './made-up-series.ts'

const WEEKS = 26
const USUAL = makeSeries({ level: 60, slotMinutes: 60, weeks: WEEKS }, 11)
const dateOf = (week: number, day: number): string => addDays(FIRST_DATE, 7 * week + day)
const event = (date: string, values: Partial<Mark>): Mark => ({ ...simpleMark(date, 'event'), ...values })

/** The history with some hours of dates at so many times the usual visitors. */
function historyWith(factors: ReadonlyMap<string, (hour: number) => number>, marks: readonly Mark[]): DemandHistory {
  const visitors = USUAL.visitors.map((value, slot) =>
    Math.round(value * (factors.get(addDays(FIRST_DATE, Math.floor(slot / 24)))?.(slot % 24) ?? 1)),
  )
  const counts = { ...USUAL, visitors }
  const range = { from: FIRST_DATE, to: addDays(FIRST_DATE, 7 * WEEKS + 60) }
  const knownDays = marks.flatMap((mark) => markDays(mark, range, null))
  return {
    ...counts,
    firstDate: FIRST_DATE,
    timeZone: 'UTC',
    slotMinutes: 60,
    dated: { counts, firstDate: FIRST_DATE, knownDays },
  }
}

describe('what came of events of which something was said', () => {
  it('is held against days around them, over all their days', () => {
    const fair = event(dateOf(12, 1), { to: dateOf(12, 2), note: 'Fair', effect: { kind: 'share', value: 0.4 } })
    const factors = new Map([
      [dateOf(12, 1), () => 1.2],
      [dateOf(12, 2), () => 1.4],
    ])
    const [outcome, ...more] = markOutcomes(historyWith(factors, [fair]), [fair])
    expect(more).toEqual([])
    expect(outcome).toMatchObject({ date: dateOf(12, 1), days: 2 })
    expect(outcome!.share).toBeGreaterThan(0.24)
    expect(outcome!.share).toBeLessThan(0.36)
    expect(outcome!.visitors).toBeGreaterThan(100)
  })

  it('is that of the hours of which it was said', () => {
    const sale = event(dateOf(10, 3), {
      hours: { start: 600, end: 840 },
      effect: { kind: 'visitors', value: 200 },
    })
    const factors = new Map([[dateOf(10, 3), (hour: number) => (hour >= 10 && hour < 14 ? 2 : 0.5)]])
    const [outcome] = markOutcomes(historyWith(factors, [sale]), [sale])
    expect(outcome!.share).toBeGreaterThan(0.85)
    expect(outcome!.share).toBeLessThan(1.15)
  })

  it('is not there of days to come, of other marks, and where nothing was said', () => {
    const marks = [
      event(dateOf(WEEKS + 2, 1), { effect: { kind: 'share', value: 0.4 } }),
      event(dateOf(5, 1), {}),
      simpleMark(dateOf(6, 1), 'holiday'),
    ]
    expect(markOutcomes(historyWith(new Map(), marks), marks)).toEqual([])
  })
})
