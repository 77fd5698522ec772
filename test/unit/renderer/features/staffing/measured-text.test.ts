import { describe, expect, it } from 'vitest'
import {
  isMeasured,
  measuredNotes,
  measuredRow,
} from '../../../../../renderer/features/staffing/trust/measured-text.ts'
import { british } from '../../support/report-fixture.ts'

const NOTHING = {
  poolId: 'sales',
  days: 0,
  awayShare: null,
  fittedAwayShare: 0.07,
  inCallShare: null,
  minutesPerVisitor: null,
  fittedMinutes: 4,
  statedVisitorsPerAgent: null,
  fittedVisitorsPerAgent: 1,
}
const ALL = {
  ...NOTHING,
  days: 60,
  awayShare: 0.18,
  inCallShare: 0.4,
  minutesPerVisitor: 1.5,
  statedVisitorsPerAgent: 3,
}

describe('what the source measured, beside the model', () => {
  it('is shown only where something was', () => {
    expect([NOTHING, ALL, { ...NOTHING, statedVisitorsPerAgent: 2 }].map(isMeasured)).toEqual([false, true, true])
    expect(measuredRow({ name: 'Sales', measured: ALL }, british)).toEqual([
      'Sales',
      british.rate(18),
      british.rate(7),
      british.rate(40),
      '1.5 min',
      '4.0 min',
      '3',
      '1',
    ])
    expect(measuredRow({ name: 'Sales', measured: NOTHING }, british)).toEqual([
      'Sales',
      '–',
      british.rate(7),
      '–',
      '–',
      '4.0 min',
      '–',
      '1',
    ])
  })

  it('gives less than a minute in seconds, as the table of models does', () => {
    const row = measuredRow(
      { name: 'Sales', measured: { ...ALL, minutesPerVisitor: 0.9, fittedMinutes: 0.03 } },
      british,
    )
    expect(row.slice(4, 6)).toEqual(['54 s', '2 s'])
  })

  it('says where the two disagree, and nothing where they agree', () => {
    const differences = (measured: typeof ALL | typeof NOTHING) =>
      measuredNotes([{ name: 'Sales', measured }], british).map(({ text }) => text)
    expect(differences(ALL)).toEqual([
      `Away: ${british.rate(18)} by sessions, ${british.rate(7)} by the model.`,
      'In calls per covered visitor: 1.5 min by sessions, 4.0 min by the model.',
      'Concurrency: 3 by the data source, 1 by the model.',
    ])
    expect(differences({ ...ALL, awayShare: 0.1, minutesPerVisitor: 3.5, statedVisitorsPerAgent: 1 })).toEqual([])
    expect(differences(NOTHING)).toEqual([])
  })

  it('says a sentence once for pools that are measured together', () => {
    const away = `Away: ${british.rate(18)} by sessions, ${british.rate(7)} by the model.`
    const [sales, support] = ['Sales', 'Support'].map((name) => ({ name, measured: { ...NOTHING, awayShare: 0.18 } }))
    expect(measuredNotes([sales!, support!], british)).toEqual([{ text: away, poolNames: null }])
    expect(measuredNotes([sales!, support!, { name: 'Night', measured: NOTHING }], british)).toEqual([
      { text: away, poolNames: 'Sales, Support' },
    ])
  })
})
