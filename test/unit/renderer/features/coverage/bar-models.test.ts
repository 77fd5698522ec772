import { describe, expect, it } from 'vitest'
import { dayBars, hourBars, trendBars } from '../../../../../renderer/features/coverage/bar-models.ts'
import { heatmapModel } from '../../../../../renderer/features/coverage/heatmap-model.ts'
import { hourTable, trendTable } from '../../../../../renderer/features/coverage/tables.ts'
import { british, reportOf, visits } from '../../support/report-fixture.ts'

const plain = (lines: readonly string[]): readonly string[] => lines.map((line) => line.replaceAll('\u00a0', ' '))

describe('the trend', () => {
  const report = reportOf({
    from: '2026-03-13',
    to: '2026-03-17',
    now: '2026-03-16T09:15:00Z',
    pageviews: [
      ...visits('2026-03-13T10:00:00Z', 4, 3),
      ...visits('2026-03-15T10:00:00Z', 2, 2),
      ...visits('2026-03-16T08:00:00Z', 1, 0),
    ],
    sessions: [{ agentId: 'ann', startedAt: '2026-03-13T00:00:00Z', endedAt: '2026-03-14T00:00:00Z' }],
    unknownDates: ['2026-03-14', '2026-03-15', '2026-03-17'],
  })
  const bars = trendBars(report, british)

  it('has one bar a date, with its rate as the line', () => {
    expect(bars.map(({ covered, missed, line }) => [covered, missed, line])).toEqual([
      [3, 1, 75],
      [0, 0, null],
      [2, 0, 100],
      [0, 1, 0],
      [0, 0, null],
    ])
  })

  it('hatches dates that are not, or only partly, known, and those after the last sync', () => {
    expect(bars.map((bar) => bar.unknown)).toEqual([false, true, true, false, true])
  })

  it('tells each day in a sentence', () => {
    expect(bars.map((bar) => plain(bar.tooltip))).toEqual([
      ['Friday, 13 March 2026: 4 visitors, 1 missed (75% covered), 1.0 agents on average.'],
      ['Saturday, 14 March 2026: no data; this day is not synced.'],
      ['Sunday, 15 March 2026: 2 visitors, all covered, 0.0 agents on average.', 'Only a part of this day is known.'],
      ['Monday, 16 March 2026: 1 visitor, 1 missed (0% covered), 0.0 agents on average.', 'Until 09:15.'],
      ['Tuesday, 17 March 2026: after the last sync.'],
    ])
  })
})

describe('agents on average', () => {
  it('say so where time away is left out, in every chart and table', () => {
    const sessions = [{ agentId: 'ann', startedAt: '2026-03-02T10:00:00Z', endedAt: '2026-03-02T11:00:00Z' }]
    const counted = reportOf({ pageviews: visits('2026-03-02T10:00:00Z', 5, 4), sessions })
    const saidIn = (report: typeof counted): readonly boolean[] =>
      [
        trendBars(report, british)[0]!.tooltip,
        hourBars(report, british)[10]!.tooltip,
        [heatmapModel(report, 90, british).rows[0]!.cells[10]!.name],
        heatmapModel(report, 90, british).rows[0]!.cells[10]!.lines,
        [heatmapModel(report, 90, british).columns[10]!.sentence],
        hourTable(report, british).columns,
        trendTable(report, british).columns,
      ].map((lines) =>
        plain(lines).some((line) => line.endsWith('without time away') || line.includes('without time away.')),
      )
    expect(saidIn(counted)).toEqual([false, false, false, false, false, false, false])
    expect(saidIn({ ...counted, range: { ...counted.range, agentsOnline: 'present' } })).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      true,
    ])
  })
})

describe('the hours', () => {
  it('are all 24, with agents as the line where there is agent data', () => {
    const pageviews = visits('2026-03-02T10:00:00Z', 5, 4)
    const without = hourBars(reportOf({ pageviews }), british)
    expect(without).toHaveLength(24)
    expect(without[10]).toMatchObject({ label: '10', covered: 4, missed: 1, line: null })
    expect(plain(without[11]!.tooltip)).toEqual(['11:00–12:00: no visitors, no agent data.'])
    const sessions = [{ agentId: 'ann', startedAt: '2026-03-02T10:00:00Z', endedAt: '2026-03-02T11:00:00Z' }]
    expect(hourBars(reportOf({ pageviews, sessions }), british)[10]!.line).toBeCloseTo(1 / 14, 9)
  })
})

describe('the days of the week', () => {
  it('follow the week of the user and say how many of each there were', () => {
    const bars = dayBars(
      reportOf({
        pageviews: visits('2026-03-08T10:00:00Z', 5, 5),
        unknownDates: ['2026-03-02', '2026-03-09', '2026-03-10'],
      }),
      british,
    )
    expect(bars.map((bar) => bar.label).at(-1)).toBe('Sunday')
    expect(bars.at(-1)!.tooltip).toEqual(['Sunday: 5 visitors, all covered.', 'From 2 dates.'])
    expect(bars[0]).toMatchObject({ unknown: true, tooltip: ['Monday: no visitors.', 'From 0 of 2 dates.'] })
    expect(bars[1]!.tooltip[1]).toBe('From 1 of 2 dates.')
  })
})
