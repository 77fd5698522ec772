import { describe, expect, it } from 'vitest'
import { simpleMark, type Mark } from '../../../../../shared/predict/forecast/mark-days.ts'
import { accuracyText } from '../../../../../renderer/features/forecast/accuracy-text.ts'
import { markDraft } from '../../../../../renderer/features/forecast/mark-draft.ts'
import { markDetails, markEffect, MARK_KINDS } from '../../../../../renderer/features/forecast/mark-text.ts'
import { british } from '../../support/report-fixture.ts'
import { accuracyOf } from './forecast-fixture.ts'
import { changeText } from '../../../../../renderer/features/forecast/forecast-text.ts'

describe('how good forecasts were, in words', () => {
  it('says how far off they were, how often ranges held, and what a guess would have done', () => {
    expect(accuracyText(accuracyOf(), 15, british)).toEqual({
      headline: 'Average error: 23% per quarter-hour, 8% per day and 4% per week.',
      sentences: [
        '8 of 10 quarter-hours were within their 80% range.',
        '80% ranges are well calibrated.',
        'Repeating the previous week would be off by 32%.',
        'Tested on 22 weeks, each forecast from the data before it.',
      ],
      trust: 'good',
    })
    expect(accuracyText(accuracyOf(), 60, british).headline).toMatch(/ per hour, /)
  })

  it('warns of ranges that held too rarely, and of forecasts that lean to one side', () => {
    const { trust, sentences } = accuracyText(
      accuracyOf({ slot: { wape: 0.3, naiveWape: null, holds80: 0.61, count: 900 }, bias: -0.12 }),
      30,
      british,
    )
    expect(trust).toBe('narrow')
    expect(sentences.slice(0, 2)).toEqual([
      '6 of 10 half-hours were within their 80% range.',
      'The ranges are too narrow: expect more variation.',
    ])
    expect(sentences).toContain('Forecasts were 12% too low overall.')
  })

  it('concludes nothing from few weeks, or from none', () => {
    const few = accuracyText(accuracyOf({ weeks: 2 }), 60, british)
    expect([few.trust, few.sentences.at(-1)]).toEqual([
      'unknown',
      'Only 2 weeks could be tested, so this is uncertain.',
    ])
    const nothing = { wape: null, naiveWape: null, holds80: null, count: 0 }
    expect(
      accuracyText({ slot: nothing, day: nothing, week: nothing, bias: null, weeks: 0 }, 60, british).headline,
    ).toBe('No past forecasts yet')
  })
})

describe('what a change of the marks did', () => {
  const change = { text: 'Thursday is marked as a holiday.', firstDate: '2026-11-23', visitors: 14_542.4 }

  it('is said of the week that is shown, when it is computed', () => {
    expect(changeText(change, { firstDate: '2026-11-23', visitors: 13_900, isFetching: true }, british)).toBe(
      'Thursday is marked as a holiday. The forecast is being recalculated.',
    )
    expect(changeText(change, { firstDate: '2026-11-23', visitors: 13_900.1, isFetching: false }, british)).toBe(
      'Thursday is marked as a holiday. The week shown is now expected to have 13,900 visitors, 642 fewer than before.',
    )
    expect(changeText(change, { firstDate: '2026-11-23', visitors: 14_542, isFetching: false }, british)).toMatch(
      /of the week shown is unchanged\.$/,
    )
  })

  it('is not compared with another week', () => {
    expect(changeText(change, { firstDate: '2026-11-30', visitors: 1, isFetching: false }, british)).toBe(change.text)
    expect(changeText(null, null, british)).toBe('')
  })
})

describe('marks', () => {
  it('say what they do to a day that is over, and to one that is to come', () => {
    const said = MARK_KINDS.flatMap((kind) => [
      markEffect(kind, { isPast: true }, british.texts.marks),
      markEffect(kind, { isPast: false }, british.texts.marks),
    ])
    expect(new Set(said).size).toBe(6)
    expect(said[2]).toBe('Excluded, as if nothing had been counted.')
  })

  it('say from when on a weekly one is usual', () => {
    const weekly = { ...simpleMark('2026-01-05', 'event', 'Fair'), repeat: 'weekly' as const }
    expect(markDetails(weekly, british)).toBe('Every week and usual from 2 Feb 2026')
    expect(markDetails({ ...weekly, until: '2026-01-20' }, british)).toBe('Every week and until 20 Jan 2026')
  })

  it('open for a day with what it is marked as, or empty', () => {
    const mark = simpleMark('2026-11-26', 'event', 'sale')
    const opened = (date: string, ...marks: readonly Mark[]) => markDraft(date, marks, '2026-12-01')
    expect(opened('2026-11-26', mark)).toEqual({ ...mark, editing: '2026-11-26' })
    expect(opened('2026-11-27', mark)).toEqual({ ...simpleMark('2026-11-27', 'holiday'), editing: null })
  })

  it('open for each of their days, but not for one that counts as usual', () => {
    const fair = { ...simpleMark('2026-12-14', 'event', 'Fair'), to: '2026-12-18' }
    const weekly = { ...simpleMark('2026-10-05', 'event', 'Newsletter'), repeat: 'weekly' as const }
    const opened = (date: string): string | null => markDraft(date, [weekly, fair], '2026-12-01').editing
    expect(['2026-12-14', '2026-12-15', '2026-12-18', '2026-12-19'].map(opened)).toEqual([
      '2026-12-14',
      '2026-12-14',
      '2026-12-14',
      null,
    ])
    expect(['2026-10-05', '2026-10-26', '2026-11-02', '2026-12-07'].map(opened)).toEqual([
      '2026-10-05',
      '2026-10-05',
      null,
      null,
    ])
  })
})
