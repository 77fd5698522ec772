import { describe, expect, it } from 'vitest'
import {
  heatmapModel,
  type HeatmapCell,
  type HeatmapModel,
} from '../../../../../renderer/features/coverage/heatmap-model.ts'
import { american, british, reportOf, visits } from '../../support/report-fixture.ts'

const cellAt = (model: HeatmapModel, dayOfWeek: number, hour: number): HeatmapCell =>
  model.rows.find((row) => row.dayOfWeek === dayOfWeek)!.cells[hour]!
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')
const MONDAY = 1
const SUNDAY = 0

describe('the heatmap', () => {
  const report = reportOf({
    pageviews: [
      ...visits('2026-03-02T10:30:00Z', 42, 30),
      ...visits('2026-03-08T00:00:00Z', 8, 8),
      ...visits('2026-03-04T10:00:00Z', 1, 0),
    ],
    // 3.6 agent-hours over two Mondays make 1.8 on average.
    sessions: [
      { agentId: 'ann', startedAt: '2026-03-02T10:00:00Z', endedAt: '2026-03-02T11:00:00Z' },
      { agentId: 'ben', startedAt: '2026-03-02T10:00:00Z', endedAt: '2026-03-02T11:00:00Z' },
      { agentId: 'cleo', startedAt: '2026-03-02T10:00:00Z', endedAt: '2026-03-02T11:00:00Z' },
      { agentId: 'dan', startedAt: '2026-03-02T10:00:00Z', endedAt: '2026-03-02T10:36:00Z' },
    ],
  })
  const model = heatmapModel(report, 90, british)

  it('names a cell as it is read out', () => {
    expect(cellAt(model, MONDAY, 10).name).toBe('Monday 10:00, 42 visitors, 12 missed, 71% covered, 1.8 agents')
  })

  it('says it in a sentence, and from how many days', () => {
    expect(cellAt(model, MONDAY, 10).lines.map(plain)).toEqual([
      'Monday 10:00–11:00: 42 visitors, 12 missed (71% covered), 1.8 agents on average.',
      'From 2 dates.',
    ])
  })

  it('shows days in the order of the week and hours as the region writes them', () => {
    expect(model.rows.map((row) => row.label)).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'])
    const other = heatmapModel(report, 90, american)
    expect(other.rows[0]!.label).toBe('Sun')
    expect(other.columns[13]!.label).toBe('1p')
    expect(cellAt(other, MONDAY, 10).name).toContain('Monday 10 AM')
  })

  it('draws the busiest cell full, and every other by its share of the area, but never too small for its number', () => {
    expect(cellAt(model, MONDAY, 10).size).toBe(1)
    expect(cellAt(model, SUNDAY, 0).size).toBe(0.5)
    expect(cellAt(model, SUNDAY, 1).size).toBe(0)
  })

  it('colours by the distance from the target', () => {
    expect(cellAt(model, MONDAY, 10).strength).toBeCloseTo((71.43 - 90) / 40, 2)
    expect(cellAt(model, SUNDAY, 0).strength).toBe(1)
    expect(cellAt(heatmapModel(report, 71, british), MONDAY, 10).strength).toBeGreaterThan(0)
  })

  it('calls an hour without visitors empty, not covered', () => {
    const cell = cellAt(model, MONDAY, 3)
    expect(cell.state).toBe('empty')
    expect(cell.name).toBe('Monday 03:00, no visitors, 0.0 agents')
  })

  it('sums up days and hours', () => {
    expect(model.rows[0]).toMatchObject({ visitors: 42, missed: 12, share: 1 })
    expect(model.columns[10]).toMatchObject({ visitors: 43, missed: 13, share: 1 })
    expect(plain(model.rows[0]!.sentence)).toBe('Monday: 42 visitors, 12 missed (71% covered).')
  })

  it('says where there is no agent data', () => {
    const without = heatmapModel(reportOf({ pageviews: visits('2026-03-02T10:30:00Z', 2, 1) }), 90, british)
    expect(cellAt(without, MONDAY, 10).name).toBe('Monday 10:00, 2 visitors, 1 missed, 50% covered, no agent data')
  })
})

describe('what is not known in the heatmap', () => {
  it('is hatched where every such day is unknown, and neither empty nor covered', () => {
    const model = heatmapModel(reportOf({ unknownDates: ['2026-03-02', '2026-03-09'] }), 90, british)
    expect(cellAt(model, MONDAY, 10)).toMatchObject({ state: 'unknown', name: 'Monday 10:00, no data' })
    expect(cellAt(model, SUNDAY, 10).state).toBe('empty')
    expect(model.hasUnknown).toBe(true)
  })

  it('leaves the figures of the days that are known, and says how many they are', () => {
    const report = reportOf({ unknownDates: ['2026-03-09'], pageviews: visits('2026-03-02T10:30:00Z', 4, 1) })
    const cell = cellAt(heatmapModel(report, 90, british), MONDAY, 10)
    expect(cell.state).toBe('counted')
    expect(cell.lines[1]).toBe('From 1 of 2 dates; the others have no data, or only in part.')
  })

  it('is not the future: hours after the last sync are outside', () => {
    const model = heatmapModel(
      reportOf({ from: '2026-03-16', to: '2026-03-16', now: '2026-03-16T09:15:00Z' }),
      90,
      british,
    )
    expect([8, 9, 10].map((hour) => cellAt(model, MONDAY, hour).state)).toEqual(['empty', 'empty', 'outside'])
    expect(cellAt(model, SUNDAY, 9)).toMatchObject({ state: 'outside', name: 'Sunday 09:00, not in this range' })
  })
})
