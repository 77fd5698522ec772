import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrationWords, comparedSentence, partWords, signedCount, signedPoints, verdictWords } from '../../../../renderer/features/compare/compare-words.ts'
import type { CompareList, ComparedWeek, ShiftRow, WeekDetail } from '../../../../renderer/features/compare/compare-types.ts'
import { chosenWeek, formatCompareView, parseCompareView, TABS, type CompareView, type Scope } from '../../../../renderer/features/compare/compare-view.ts'
import { differenceColour } from '../../../../renderer/features/compare/difference-colour.ts'
import { gridModel, movePlace } from '../../../../renderer/features/compare/grid-model.ts'
import { missedWords, shiftWords } from '../../../../renderer/features/compare/adherence-words.ts'
import { waterfallModel } from '../../../../renderer/features/compare/waterfall-model.ts'
import { contrast, inkOn } from '../../../../renderer/charts/coverage-colour.ts'
import { createFormatter } from '../../../../renderer/format/formatter.ts'
import { rateOf, type Compared } from '../../../../shared/compare/compared.ts'

const format = createFormatter({ language: 'en-GB', firstDayOfWeek: 1 })
const WORDS = { traffic: 'traffic', staffing: 'staffing', rest: 'rest' }

function compared(values: Partial<Compared> = {}): Compared {
  const parts = { traffic: -0.03, staffing: -0.04, model: 0.02, total: -0.05 }
  return {
    slots: 4,
    predicted: { visitors: 100, covered: 80, agents: 3 },
    predictedOfKnown: { visitors: 100, covered: 80, agents: 3 },
    actual: { visitors: 120, covered: 90, agents: 2.5 },
    knownShare: 1,
    band: { lower80: 0.7, upper80: 0.9, lower95: 0.6, upper95: 0.95 },
    insideBand80: true,
    parts: { rate: parts, covered: { traffic: 15, staffing: -8, model: 3, total: 10 } },
    ...values,
  }
}
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('the words of a comparison', () => {
  it('have a sign where there is a difference', () => {
    expect([0.031, -0.012, 0.004, 0].map((one) => signedPoints(one, format))).toEqual(['+3 points', '−1 point', 'less than a point', 'no change'])
    expect([12.4, -340, 0.2].map((one) => signedCount(one, format))).toEqual(['+12', '−340', '0'])
  })

  it('say a cell in a sentence, with what the difference is made of', () => {
    expect(plain(comparedSentence('Monday 12:00–13:00', compared(), format))).toBe(
      'Monday 12:00–13:00: predicted 80 % (70–90), 75 % of 120 visitors found somebody: −5 points (traffic −3, staffing −4, the rest +2).',
    )
    expect(plain(comparedSentence('Monday', compared({ insideBand80: false, knownShare: 0.5 }), format))).toMatch(/−5 points, outside the 80 % band \(.*\)\. Of 50 % of it that is known\.$/u)
    expect(plain(comparedSentence('Monday', compared({ actual: null, predictedOfKnown: null, parts: null, knownShare: 0 }), format))).toBe('Monday: predicted 80 % (70–90); what happened is not known.')
    expect(comparedSentence('Monday', compared({ slots: 0 }), format)).toBe('Monday: this week has no such hour.')
  })

  it('never judge what is not all known', () => {
    const week = (state: ComparedWeek['state'], total: Partial<Compared>): string => plain(verdictWords({ state, total: compared(total) }, format))
    expect(week('over', {})).toBe('Inside the 80 % band')
    expect(week('over', { insideBand80: false })).toBe('Outside the 80 % band')
    expect(week('running', { insideBand80: null, knownShare: 0.4 })).toBe('This week is not over: 40 % of it is known so far')
    expect(week('partly-known', { insideBand80: null, knownShare: 0.86 })).toBe('86 % of this week is known; the rest was not synced')
    expect(week('unknown', { actual: null })).toBe('Nothing of this week was synced')
  })

  it('say how often bands held, and when that is too few to tell', () => {
    const words = (judged: number, inside: number): string => calibrationWords({ calibration: { judged, inside, share: inside / judged } })
    expect(words(9, 7)).toBe('Of 9 weeks, 7 were inside their 80 % band, over all plans. About 7 should be.')
    expect(words(1, 1)).toMatch(/^Of 1 week, 1 was inside its 80 % band.* too few to tell/u)
    expect(words(0, 0)).toMatch(/can be judged yet/u)
  })

  it('say what lies behind the parts', () => {
    const detail = { adherence: [{ absentShifts: 2, lateShifts: 1, earlyShifts: 0, judgedShifts: 10 }], expected: { isChance: false, rate: 0.7, band: {} }, elsewhere: 0 } as unknown as WeekDetail
    const week = partWords(compared(), detail, { scope: { kind: 'week' }, format })
    expect(week.traffic).toBe('More visitors came than expected: 120 came, 100 were expected.')
    expect(week.staffing).toBe('Fewer agents were online than expected: 2.5 on average, 3.0 expected. Of 10 shifts that are over, 2 shifts were not worked, 1 began late; some of that is usual, and was expected.')
    expect(week.rest).toMatch(/^More than chance alone does/u)
    const cell = partWords(compared({ actual: { visitors: 101, covered: 90, agents: 3 } }), detail, { scope: { kind: 'cell', dayOfWeek: 1, hour: 12 }, format })
    expect(cell.traffic).toMatch(/^About as many visitors/u)
    expect(cell.staffing).toMatch(/^About as many agents/u)
    expect(cell.rest).toBe('What the model does not explain, and chance.')
  })

  it('say what became of a shift', () => {
    const shift = (values: Partial<ShiftRow>): string => shiftWords({ start: 0, end: 0, state: 'worked', plannedMs: 0, onlineMs: 0, lateMs: 0, earlyMs: 0, ...values }, format)
    expect(shift({})).toBe('on time')
    expect(shift({ lateMs: 12 * 60_000, earlyMs: 40 * 60_000 })).toBe('12 min late, left 40 min early')
    expect(shift({ lateMs: 4 * 60_000 })).toBe('on time')
    expect(shift({ state: 'running', lateMs: 20 * 60_000, earlyMs: null })).toBe('20 min late so far')
    expect([shift({ state: 'absent' }), shift({ state: 'ahead' }), shift({ state: 'unknown' })]).toEqual(['not worked', 'still to come', 'not known'])
    const row = { judgedShifts: 5, shifts: [{ lateMs: 12 * 60_000 }, { lateMs: 60_000 }, { lateMs: 30 * 60_000 }] }
    expect(missedWords(row as never, 'lateMs', format)).toBe('2 of 5, 42 min')
  })
})

describe('the waterfall', () => {
  it('leads from predicted to actual, each step where the last one ended', () => {
    const { rows, axis } = waterfallModel(compared(), WORDS, format)!
    expect(rows.map(({ id, points, visitors }) => [id, plain(points), visitors])).toEqual([
      ['predicted', '80 %', '80'],
      ['traffic', '−3 points', '+15'],
      ['staffing', '−4 points', '−8'],
      ['rest', '+2 points', '+3'],
      ['actual', '75 %', '90'],
    ])
    const [predicted, traffic, staffing, rest, actual] = rows
    expect(traffic!.to).toBeCloseTo(predicted!.to, 9)
    expect(staffing!.to).toBeCloseTo(traffic!.from, 9)
    expect(rest!.from).toBeCloseTo(staffing!.from, 9)
    expect(actual!.to).toBeCloseTo(rest!.to, 9)
    expect(axis.from).toBeLessThan(73)
    expect(axis.to).toBeGreaterThan(80)
  })

  it('stays on its axis, whatever the parts', () => {
    const part = fc.double({ min: -0.5, max: 0.5, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), part, part, (covered, traffic, staffing) => {
        const one = compared({ actual: { visitors: 100, covered, agents: 1 } })
        const total = rateOf(one.actual!) - 0.8
        const rate = { traffic, staffing, model: total - traffic - staffing, total }
        for (const { from, to } of waterfallModel({ ...one, parts: { rate, covered: rate } }, WORDS, format)!.rows) {
          expect(from).toBeLessThanOrEqual(to + 1e-9)
          expect(to).toBeLessThanOrEqual(100 + 1e-9)
        }
      }),
      { numRuns: 200, seed: 2 },
    )
  })

  it('is none where nothing is known', () => {
    expect(waterfallModel(compared({ actual: null, predictedOfKnown: null, parts: null }), WORDS, format)).toBeNull()
  })
})

describe('the three heatmaps', () => {
  const cells = Array.from({ length: 168 }, (_, cell) => (cell === 24 ? compared({ insideBand80: false }) : cell === 25 ? compared({ actual: null, predictedOfKnown: null, parts: null }) : cell === 26 ? compared({ slots: 0 }) : compared()))
  const options = { format, theme: 'light', target: 90 } as const

  it('show hours down and the user’s week across', () => {
    const model = gridModel({ cells }, { ...options, kind: 'difference' })
    expect([model.length, model[0]!.length]).toEqual([24, 7])
    expect(model[0]![0]).toMatchObject({ dayOfWeek: 1, hour: 0, text: '−5', isOutside: true, state: 'counted' })
    expect(model[1]![0]).toMatchObject({ state: 'unknown', text: '' })
    expect(model[2]![0]).toMatchObject({ state: 'outside' })
    expect(gridModel({ cells }, { ...options, kind: 'predicted' })[1]![0]).toMatchObject({ state: 'counted', text: '80' })
    expect(gridModel({ cells }, { ...options, kind: 'actual' })[0]![0]).toMatchObject({ text: '75', isOutside: true })
  })

  it('can be read on every colour', () => {
    const colours = (['light', 'dark'] as const).flatMap((theme) => Array.from({ length: 101 }, (_, step) => differenceColour((step - 50) / 100, theme)))
    for (const colour of colours) expect(contrast(colour, inkOn(colour))).toBeGreaterThan(4.5)
  })

  it('are moved through by keys, and hold at the edges', () => {
    expect(movePlace({ row: 0, column: 0 }, 'ArrowUp', false)).toEqual({ row: 0, column: 0 })
    expect(movePlace({ row: 23, column: 6 }, 'ArrowDown', false)).toEqual({ row: 23, column: 6 })
    expect(movePlace({ row: 3, column: 3 }, 'End', false)).toEqual({ row: 3, column: 6 })
    expect(movePlace({ row: 3, column: 3 }, 'Home', true)).toEqual({ row: 0, column: 0 })
    expect(movePlace({ row: 3, column: 3 }, 'a', false)).toBeNull()
  })
})

describe('what the screen is set to', () => {
  it('comes back from the address as it went in', () => {
    const scopes: readonly Scope[] = [{ kind: 'week' }, { kind: 'day', date: '2026-11-09' }, { kind: 'cell', dayOfWeek: 0, hour: 23 }]
    for (const scope of scopes) {
      for (const tab of TABS) {
        const view: CompareView = { planId: 'plan', week: '2026-11-09', tab, scope }
        expect(parseCompareView(formatCompareView(view))).toEqual(view)
      }
    }
    expect(parseCompareView({ week: 'soon', tab: 'pie', at: '9-77' })).toEqual({ planId: null, week: null, tab: 'heatmaps', scope: { kind: 'week' } })
  })

  it('is the newest week that is over, unless another is asked for', () => {
    const week = (planId: string, date: string, state: ComparedWeek['state']): ComparedWeek => ({ planId, week: date, state }) as ComparedWeek
    const list = { weeks: [week('a', '2026-11-16', 'running'), week('a', '2026-11-09', 'over'), week('a', '2026-11-02', 'over'), week('b', '2026-11-02', 'running')] } as unknown as CompareList
    const chosen = (planId: string | null, date: string | null): unknown => chosenWeek(list, { planId, week: date })
    expect(chosen(null, null)).toBe(list.weeks[1])
    expect(chosen('a', '2026-11-16')).toBe(list.weeks[0])
    expect(chosen('b', null)).toBe(list.weeks[3])
    expect(chosen('gone', '1999-01-01')).toBe(list.weeks[1])
    expect(chosenWeek({ weeks: [] }, { planId: null, week: null })).toBeNull()
  })
})
