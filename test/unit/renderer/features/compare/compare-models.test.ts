import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  calibrationText,
  comparedSentence,
  partText,
  signedCount,
  signedPoints,
  verdictText,
} from '../../../../../renderer/features/compare/compare-text.ts'
import type {
  CompareList,
  ComparedWeek,
  ShiftRow,
  WeekDetail,
} from '../../../../../renderer/features/compare/compare-types.ts'
import {
  chosenWeek,
  formatCompareView,
  parseCompareView,
  TABS,
  type CompareView,
  type Scope,
} from '../../../../../renderer/features/compare/compare-view.ts'
import { differenceColour } from '../../../../../renderer/features/compare/difference-colour.ts'
import { gridModel } from '../../../../../renderer/features/compare/grid-model.ts'
import { missedText, shiftText } from '../../../../../renderer/features/compare/adherence-text.ts'
import { waterfallModel } from '../../../../../renderer/features/compare/waterfall-model.ts'
import { contrast, inkOn } from '../../../../../renderer/charts/coverage-colour.ts'
import { createFormatter } from '../../../../../renderer/format/formatter.ts'
import { type Compared } from '../../../../../shared/compare/compared.ts'
import { coverageFraction } from '../../../../../shared/foundation/rate.ts'
import { tries } from '../../../../support/deep.ts'

const format = createFormatter({ languages: ['en-GB'], firstDayOfWeek: 1 })
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

describe('the texts of a comparison', () => {
  it('have a sign where there is a difference', () => {
    expect([0.031, -0.012, 0.004, 0].map((one) => signedPoints(one, format))).toEqual([
      '+3 points',
      '−1 point',
      'less than a point',
      'no change',
    ])
    expect([12.4, -340, 0.2].map((one) => signedCount(one, format))).toEqual(['+12', '−340', '0'])
  })

  it('say a cell in a sentence, with what the difference is made of', () => {
    expect(plain(comparedSentence('Monday 12:00–13:00', compared(), format))).toBe(
      'Monday 12:00–13:00: predicted 80% (70–90). Actual 75% of 120 visitors: −5 points. Traffic −3, staffing −4, the rest +2.',
    )
    expect(plain(comparedSentence('Monday', compared({ insideBand80: false, knownShare: 0.5 }), format))).toMatch(
      /−5 points\. Outside the 80% range\. Traffic .* Data for 50% of it\.$/u,
    )
    expect(
      plain(
        comparedSentence(
          'Monday',
          compared({ actual: null, predictedOfKnown: null, parts: null, knownShare: 0 }),
          format,
        ),
      ),
    ).toBe('Monday: predicted 80% (70–90). No actual data.')
    expect(comparedSentence('Monday', compared({ slots: 0 }), format)).toBe('Monday: not in this week.')
  })

  it('never judge what is not all known', () => {
    const week = (state: ComparedWeek['state'], total: Partial<Compared>): string =>
      plain(verdictText({ state, total: compared(total) }, format))
    expect(week('over', {})).toBe('Within the 80% range')
    expect(week('over', { insideBand80: false })).toBe('Outside the 80% range')
    expect(week('running', { insideBand80: null, knownShare: 0.4 })).toBe('Week in progress: data for 40%')
    expect(week('partly-known', { insideBand80: null, knownShare: 0.86 })).toBe('Data for 86% of this week')
    expect(week('unknown', { actual: null })).toBe('This week is not synced')
  })

  it('say how often ranges held, and when that is too few to tell', () => {
    const text = (judged: number, inside: number): string =>
      calibrationText({ calibration: { judged, inside, share: inside / judged } }, format)
    expect(text(9, 7)).toBe('7 of 9 weeks were within the 80% range, over all plans. About 7 should be.')
    expect(text(1, 1)).toMatch(/^1 of 1 week was within the 80% range.* Too few to judge/u)
    expect(text(0, 0)).toMatch(/^No published week is complete yet/u)
  })

  it('say what is behind the parts', () => {
    const detail = {
      adherence: [{ absentShifts: 2, lateShifts: 1, earlyShifts: 0, judgedShifts: 10 }],
      expected: { isChance: false, rate: 0.7, band: {} },
      unknownPoolVisitors: 0,
    } as unknown as WeekDetail
    const week = partText(compared(), detail, { scope: { kind: 'week' }, format })
    expect(week.traffic).toBe('More visitors than expected: 120 actual, 100 expected.')
    expect(week.staffing).toBe(
      'Fewer agents online than expected: 2.5 on average, 3.0 expected. Of 10 completed shifts, 2 were not worked and 1 started late. Some of that is usual, and was expected.',
    )
    expect(week.rest).toMatch(/^More than chance: /u)
    const cell = partText(compared({ actual: { visitors: 101, covered: 90, agents: 3 } }), detail, {
      scope: { kind: 'cell', dayOfWeek: 1, hour: 12 },
      format,
    })
    expect(cell.traffic).toMatch(/^About as many visitors/u)
    expect(cell.staffing).toMatch(/^About as many agents/u)
    expect(cell.rest).toBe('Chance, and what the model does not explain.')
  })

  it('say how a shift was worked', () => {
    const shift = (values: Partial<ShiftRow>): string =>
      shiftText(
        { start: 0, end: 0, state: 'worked', plannedMs: 0, onlineMs: 0, lateMs: 0, earlyMs: 0, ...values },
        format,
      )
    expect(shift({})).toBe('on time')
    expect(shift({ lateMs: 12 * 60_000, earlyMs: 40 * 60_000 })).toBe('12 min late, left 40 min early')
    expect(shift({ lateMs: 4 * 60_000 })).toBe('on time')
    expect(shift({ state: 'running', lateMs: 20 * 60_000, earlyMs: null })).toBe('20 min late so far')
    expect([shift({ state: 'absent' }), shift({ state: 'ahead' }), shift({ state: 'unknown' })]).toEqual([
      'not worked',
      'upcoming',
      'no data',
    ])
    const row = { judgedShifts: 5, shifts: [{ lateMs: 12 * 60_000 }, { lateMs: 60_000 }, { lateMs: 30 * 60_000 }] }
    expect(missedText(row as never, 'lateMs', format)).toBe('2 of 5, 42 min')
  })
})

describe('the waterfall', () => {
  it('leads from predicted to actual, each step where the last one ended', () => {
    const { rows, axis } = waterfallModel(compared(), WORDS, format)!
    expect(rows.map(({ id, points, visitors }) => [id, plain(points), visitors])).toEqual([
      ['predicted', '80%', '80'],
      ['traffic', '−3 points', '+15'],
      ['staffing', '−4 points', '−8'],
      ['rest', '+2 points', '+3'],
      ['actual', '75%', '90'],
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
        const total = coverageFraction(one.actual!, 1) - 0.8
        const rate = { traffic, staffing, model: total - traffic - staffing, total }
        for (const { from, to } of waterfallModel({ ...one, parts: { rate, covered: rate } }, WORDS, format)!.rows) {
          expect(from).toBeLessThanOrEqual(to + 1e-9)
          expect(to).toBeLessThanOrEqual(100 + 1e-9)
        }
      }),
      tries(200, 2),
    )
  })

  it('is none where nothing is known', () => {
    expect(waterfallModel(compared({ actual: null, predictedOfKnown: null, parts: null }), WORDS, format)).toBeNull()
  })
})

describe('the three heatmaps', () => {
  const cells = Array.from({ length: 168 }, (_, cell) =>
    cell === 24
      ? compared({ insideBand80: false })
      : cell === 25
        ? compared({ actual: null, predictedOfKnown: null, parts: null })
        : cell === 26
          ? compared({ slots: 0 })
          : compared(),
  )
  const options = { format, theme: 'light', target: 90 } as const

  it('show hours down and the user’s week across', () => {
    const model = gridModel({ cells }, { ...options, kind: 'difference' })
    expect([model.length, model[0]!.length]).toEqual([24, 7])
    expect(model[0]![0]).toMatchObject({ dayOfWeek: 1, hour: 0, text: '−5', isOutside: true, state: 'counted' })
    expect(model[1]![0]).toMatchObject({ state: 'unknown', text: '' })
    expect(model[2]![0]).toMatchObject({ state: 'outside' })
    expect(gridModel({ cells }, { ...options, kind: 'predicted' })[1]![0]).toMatchObject({
      state: 'counted',
      text: '80',
    })
    expect(gridModel({ cells }, { ...options, kind: 'actual' })[0]![0]).toMatchObject({ text: '75', isOutside: true })
  })

  it('can be read on every colour', () => {
    const colours = (['light', 'dark'] as const).flatMap((theme) =>
      Array.from({ length: 101 }, (_, step) => differenceColour((step - 50) / 100, theme)),
    )
    for (const colour of colours) expect(contrast(colour, inkOn(colour))).toBeGreaterThan(4.5)
  })
})

describe('what the screen is set to', () => {
  it('comes back from the address as it went in', () => {
    const scopes: readonly Scope[] = [
      { kind: 'week' },
      { kind: 'day', date: '2026-11-09' },
      { kind: 'cell', dayOfWeek: 0, hour: 23 },
    ]
    for (const scope of scopes) {
      for (const tab of TABS) {
        const view: CompareView = { planId: 'plan', week: '2026-11-09', tab, scope }
        expect(parseCompareView(formatCompareView(view))).toEqual(view)
      }
    }
    expect(parseCompareView({ week: 'soon', tab: 'pie', at: '9-77' })).toEqual({
      planId: null,
      week: null,
      tab: 'heatmaps',
      scope: { kind: 'week' },
    })
  })

  it('is the newest week that is over, unless another is asked for', () => {
    const week = (planId: string, date: string, state: ComparedWeek['state']): ComparedWeek =>
      ({ planId, week: date, state }) as ComparedWeek
    const list = {
      weeks: [
        week('a', '2026-11-16', 'running'),
        week('a', '2026-11-09', 'over'),
        week('a', '2026-11-02', 'over'),
        week('b', '2026-11-02', 'running'),
      ],
    } as unknown as CompareList
    const chosen = (planId: string | null, date: string | null): unknown => chosenWeek(list, { planId, week: date })
    expect(chosen(null, null)).toBe(list.weeks[1])
    expect(chosen('a', '2026-11-16')).toBe(list.weeks[0])
    expect(chosen('b', null)).toBe(list.weeks[3])
    expect(chosen('gone', '1999-01-01')).toBe(list.weeks[1])
    expect(chosenWeek({ weeks: [] }, { planId: null, week: null })).toBeNull()
  })
})
