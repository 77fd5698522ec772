import { describe, expect, it } from 'vitest'
import { accuracyWords } from '../../../../renderer/features/forecast/accuracy-words.ts'
import { changeWords } from '../../../../renderer/features/forecast/change-words.ts'
import { draftOf } from '../../../../renderer/features/forecast/mark-draft.ts'
import { effectOf, MARK_KINDS } from '../../../../renderer/features/forecast/mark-words.ts'
import { british } from '../support/report-fixture.ts'
import { accuracyOf } from './forecast-fixture.ts'

describe('how good forecasts were, in words', () => {
  it('says how far off they were, how often bands held, and what a guess would have done', () => {
    expect(accuracyWords(accuracyOf(), 15, british)).toEqual({
      headline: "A quarter-hour's forecast is off by 23\u00a0% on average, that of a day by 8\u00a0%, that of a week by 4\u00a0%.",
      sentences: ['8 of 10 quarter-hours lay in their 80 % band. The bands are honest.', 'A guess from the week before would be off by 32\u00a0%.', 'Tried on 22 weeks, each forecast from what was known before it.'],
      trust: 'good',
    })
    expect(accuracyWords(accuracyOf(), 60, british).headline).toMatch(/^An hour's forecast /)
  })

  it('warns of bands that held too rarely, and of forecasts that lean to one side', () => {
    const { trust, sentences } = accuracyWords(accuracyOf({ slot: { wape: 0.3, naiveWape: null, holds80: 0.61, count: 900 }, bias: -0.12 }), 30, british)
    expect(trust).toBe('narrow')
    expect(sentences).toContain('6 of 10 half-hours lay in their 80 % band. That is too few: expect more surprises than the bands say.')
    expect(sentences).toContain('Forecasts were 12\u00a0% too low in all.')
  })

  it('concludes nothing from few weeks, or from none', () => {
    const few = accuracyWords(accuracyOf({ weeks: 2 }), 60, british)
    expect([few.trust, few.sentences.at(-1)]).toEqual(['unknown', 'Only 2 weeks could be tried, so this says little.'])
    const nothing = { wape: null, naiveWape: null, holds80: null, count: 0 }
    expect(accuracyWords({ slot: nothing, day: nothing, week: nothing, bias: null, weeks: 0 }, 60, british).headline).toBe('No past week can be tried yet.')
  })
})

describe('what a change of the marks did', () => {
  const change = { words: 'Thursday is marked: holiday.', firstDate: '2026-11-23', visitors: 14_542.4 }

  it('is said of the week that is shown, when it is computed', () => {
    expect(changeWords(change, { firstDate: '2026-11-23', visitors: 13_900, isFetching: true }, british)).toBe('Thursday is marked: holiday. The forecast is computed anew.')
    expect(changeWords(change, { firstDate: '2026-11-23', visitors: 13_900.1, isFetching: false }, british)).toBe(
      'Thursday is marked: holiday. The week that is shown is now expected to bring 13,900 visitors, 642 fewer than before.',
    )
    expect(changeWords(change, { firstDate: '2026-11-23', visitors: 14_542, isFetching: false }, british)).toMatch(/is expected as before\.$/)
  })

  it('is not compared with another week', () => {
    expect(changeWords(change, { firstDate: '2026-11-30', visitors: 1, isFetching: false }, british)).toBe(change.words)
    expect(changeWords(null, null, british)).toBe('')
  })
})

describe('marks', () => {
  it('say what they do to a day that is over, and to one that is to come', () => {
    const said = MARK_KINDS.flatMap((kind) => [effectOf(kind, '2026-11-21', '2026-11-22'), effectOf(kind, '2026-11-22', '2026-11-22')])
    expect(new Set(said).size).toBe(6)
    expect(effectOf('outage', '2026-11-21', '2026-11-22')).toBe('The day is left out, as if nothing had been counted.')
  })

  it('open for a day with what it is marked as, or empty', () => {
    const mark = { date: '2026-11-26', kind: 'event', note: 'sale' } as const
    expect(draftOf('2026-11-26', [mark])).toEqual({ ...mark, editing: '2026-11-26' })
    expect(draftOf('2026-11-27', [mark])).toEqual({ date: '2026-11-27', kind: 'holiday', note: '', editing: null })
  })
})
