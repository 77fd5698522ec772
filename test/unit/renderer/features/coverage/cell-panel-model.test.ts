import { describe, expect, it } from 'vitest'
import { cellPanelModel } from '../../../../../renderer/features/coverage/cell-panel-model.ts'
import { british } from '../../support/report-fixture.ts'

const cell = { dayOfWeek: 1, hour: 12 }
const date = (day: string, visitors: number, missed: number) => ({
  date: day,
  totalPageviews: visitors,
  pageviewsWithAgent: visitors - missed,
  missedOpportunities: missed,
  coverageRate: visitors === 0 ? 100 : (100 * (visitors - missed)) / visitors,
  avgAgentsOnline: 2,
  known: true,
})
const unknown = (day: string) => ({ ...date(day, 0, 0), known: false })
const sentence = (dates: Parameters<typeof cellPanelModel>[0]['dates']): string =>
  cellPanelModel({ cell, dates, agentData: true }, british).sentence

describe('what lies behind a cell', () => {
  it('is every date, newest first, measured against the busiest', () => {
    const { rows } = cellPanelModel(
      { cell, dates: [date('2026-03-02', 10, 5), date('2026-03-09', 20, 0)], agentData: false },
      british,
    )
    expect(rows.map(({ label, share, agents }) => [label, share, agents])).toEqual([
      ['9 Mar', 1, null],
      ['2 Mar', 0.5, null],
    ])
  })

  it('says how often visitors found nobody', () => {
    expect(sentence([date('2026-03-02', 10, 5), date('2026-03-09', 20, 0)])).toBe(
      '5 of 30 visitors missed, on 1 of 2 dates.',
    )
    expect(sentence([date('2026-03-02', 10, 5), date('2026-03-09', 20, 1)])).toBe('6 of 30 visitors missed.')
    expect(sentence([date('2026-03-02', 10, 5)])).toBe('5 of 10 visitors missed.')
    expect(sentence([date('2026-03-02', 10, 0), date('2026-03-09', 2, 0)])).toBe('12 visitors on 2 dates, all covered.')
    expect(sentence([date('2026-03-02', 0, 0)])).toBe('No visitors on this Monday.')
  })

  it('does not count what is not known', () => {
    expect(sentence([unknown('2026-03-02'), date('2026-03-09', 4, 1)])).toBe('1 of 4 visitors missed.')
    expect(sentence([unknown('2026-03-02'), unknown('2026-03-09')])).toBe('Nothing is known for these 2 dates.')
    expect(sentence([])).toBe('No Monday in this range.')
  })
})
