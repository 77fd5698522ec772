import { describe, expect, it } from 'vitest'
import { trendModel } from '../../../../../renderer/features/coverage/trend-model.ts'
import { addDays, datesBetween } from '../../../../../shared/time/local.ts'
import { american, british, reportOf, visits } from '../../support/report-fixture.ts'

const plain = (lines: readonly string[]): readonly string[] => lines.map((line) => line.replaceAll('\u00a0', ' '))

describe('the trend', () => {
  it('has a bar a day up to 120 days, each of which opens its day', () => {
    const { unit, bars, dateRanges } = trendModel(
      reportOf({ from: '2026-03-02', to: addDays('2026-03-02', 119), now: '2026-08-01T00:00:00Z' }),
      british,
    )
    expect([unit, bars.length, dateRanges.length]).toEqual(['day', 120, 120])
    expect(dateRanges[0]).toEqual({ from: '2026-03-02', to: '2026-03-02' })
  })

  // Sunday 1 March to Tuesday 30 June 2026: 122 days.
  const long = { from: '2026-03-01', to: '2026-06-30', now: '2026-06-23T12:00:00Z' }
  const pageviews = [
    ...visits('2026-03-02T10:00:00Z', 4, 3),
    ...visits('2026-03-08T10:00:00Z', 4, 1),
    ...visits('2026-03-09T10:00:00Z', 1, 1),
  ]

  it('has a bar a week of the user beyond', () => {
    const { unit, bars, dateRanges } = trendModel(reportOf({ ...long, pageviews }), british)
    expect(unit).toBe('week')
    expect(dateRanges.slice(0, 2)).toEqual([
      { from: '2026-03-01', to: '2026-03-01' },
      { from: '2026-03-02', to: '2026-03-08' },
    ])
    expect(dateRanges.at(-1)).toEqual({ from: '2026-06-29', to: '2026-06-30' })
    expect(dateRanges.flatMap((range) => datesBetween(range.from, range.to))).toEqual(datesBetween(long.from, long.to))
    expect(bars[1]).toMatchObject({ label: '2 Mar', covered: 4, missed: 4, line: 50, unknown: false })
    expect(plain(bars[1]!.tooltip)[0]).toMatch(
      /^2\s*–\s*8 Mar 2026: 8 visitors, 4 missed \(50% covered\), no agent data\.$/u,
    )
    expect(trendModel(reportOf(long), american).dateRanges[0]).toEqual({ from: '2026-03-01', to: '2026-03-07' })
  })

  it('names the days that are known not to be usual, by day and by week', () => {
    const names = new Map([['2026-03-04', 'Founders day']])
    const march = reportOf({ ...long, to: '2026-03-31', pageviews })
    expect(trendModel(march, british, names).bars[3]!.tooltip.join('\n')).toContain('Founders day')
    expect(trendModel(march, british, names).bars[4]!.tooltip.join('\n')).not.toContain('Founders day')
    expect(trendModel(reportOf({ ...long, pageviews }), british, names).bars[1]!.tooltip.join('\n')).toContain(
      'Founders day',
    )
  })

  it('says which weeks are known in part, not at all, or not yet', () => {
    const unknownDates = [...datesBetween('2026-03-04', '2026-03-05'), ...datesBetween('2026-03-16', '2026-03-22')]
    const { bars, dateRanges } = trendModel(reportOf({ ...long, pageviews, unknownDates }), british)
    const of = (from: string) => bars[dateRanges.findIndex((range) => range.from === from)]!
    expect(of('2026-03-02')).toMatchObject({ unknown: true, covered: 4 })
    expect(of('2026-03-02').tooltip[1]).toBe('From 5 of 7 days.')
    expect(of('2026-03-16').tooltip[0]).toMatch(/no data; these days are not synced\.$/u)
    expect(of('2026-06-29').tooltip[0]).toMatch(/: after the last sync\.$/u)
  })
})
