import { describe, expect, it } from 'vitest'
import { dayTable, heatmapTable, hourTable, trendTable } from '../../../../../renderer/features/coverage/tables.ts'
import { british, reportOf, visits } from '../../support/report-fixture.ts'

const plain = (row: readonly string[] | undefined): readonly string[] | undefined =>
  row?.map((cell) => cell.replaceAll('\u00a0', ' '))
const report = reportOf({ pageviews: visits('2026-03-02T10:00:00Z', 4, 3), unknownDates: ['2026-03-03', '2026-03-10'] })

describe('the numbers of a chart as a table', () => {
  it('give every date, and say what is not known', () => {
    const { rows, columns } = trendTable(report, british)
    expect(columns).toEqual(['Date', 'Visitors', 'Covered', 'Missed', 'Coverage', 'Agents'])
    expect(rows).toHaveLength(14)
    expect(plain(rows[0])).toEqual(['Mon 2 Mar', '4', '3', '1', '75%', '–'])
    expect(rows[1]).toEqual(['Tue 3 Mar', 'no data', '–', '–', '–', '–'])
    expect(rows[2]).toEqual(['Wed 4 Mar', '0', '0', '0', '–', '–'])
  })

  it('give every hour and every day of the week', () => {
    expect(plain(hourTable(report, british).rows[10])).toEqual(['10:00–11:00', '4', '3', '1', '75%', '–'])
    expect(plain(dayTable(report, british).rows[0])).toEqual(['Monday', '4', '3', '1', '75%'])
  })

  it('give the heatmap with hours as rows', () => {
    const { rows, columns } = heatmapTable(report, british)
    expect(columns).toEqual(['Hour', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'])
    expect(rows[10]).toEqual(['10:00–11:00', '1 of 4', 'no data', '0', '0', '0', '0', '0'])
  })

  it('mark dates after the last sync', () => {
    expect(trendTable(reportOf({ from: '2026-03-16', to: '2026-03-17' }), british).rows[1]![1]).toBe('not synced yet')
  })
})
