import { describe, expect, it } from 'vitest'
import { heatmapModel, outlineClasses } from '../../../../../renderer/features/coverage/heatmap-model.ts'
import { countedInHours } from '../../../../../renderer/features/coverage/what-to-change/counted-in-hours.ts'
import { american, british, reportOf, visits } from '../../support/report-fixture.ts'

const report = reportOf({
  pageviews: [
    ...visits('2026-03-02T12:30:00Z', 10, 4),
    ...visits('2026-03-03T13:30:00Z', 6, 6),
    ...visits('2026-03-04T12:30:00Z', 5, 0),
  ],
})
const sides = (text: string): readonly string[] =>
  text
    .split(' ')
    .flatMap((name) => (name.startsWith('heatmap-outlined-') ? [name.slice('heatmap-outlined-'.length)] : []))

describe('outlined hours', () => {
  const lunch = { dayIndices: [1, 2], startHour: 12, endHour: 14 }

  it('have a line where they end, and none between them', () => {
    const model = heatmapModel(report, 90, british)
    const at = (row: number, column: number): readonly string[] => sides(outlineClasses(model, { row, column }, lunch))
    expect([at(0, 12), at(0, 13), at(1, 12), at(1, 13)]).toEqual([
      ['top', 'left'],
      ['top', 'right'],
      ['bottom', 'left'],
      ['right', 'bottom'],
    ])
    expect([
      outlineClasses(model, { row: 2, column: 12 }, lunch),
      outlineClasses(model, { row: 0, column: 14 }, lunch),
      outlineClasses(model, { row: 0, column: 12 }, null),
    ]).toEqual(['', '', ''])
  })

  it('follow the days as the week shows them', () => {
    const weekend = { dayIndices: [0, 6], startHour: 9, endHour: 10 }
    const outlined = (format: typeof british): readonly (readonly string[])[] =>
      [0, 5, 6].map((row) => sides(outlineClasses(heatmapModel(report, 90, format), { row, column: 9 }, weekend)))
    // Saturday and Sunday lie side by side where the week begins on Monday.
    expect(outlined(british)).toEqual([[], ['top', 'right', 'left'], ['right', 'bottom', 'left']])
    expect(outlined(american)).toEqual([['top', 'right', 'bottom', 'left'], [], ['top', 'right', 'bottom', 'left']])
  })

  it('count what their cells count', () => {
    expect(countedInHours(report.byDayHour, lunch)).toEqual({ visitors: 16, missed: 6, rate: 62.5 })
    expect(countedInHours(report.byDayHour, { dayIndices: [5], startHour: 0, endHour: 24 })).toEqual({
      visitors: 0,
      missed: 0,
      rate: 100,
    })
  })
})
