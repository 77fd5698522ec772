import { describe, expect, it } from 'vitest'
import { isMeasured, measuredDifferences, measuredRow } from '../../../../renderer/features/staffing/trust/measured-words.ts'
import { british } from '../support/report-fixture.ts'

const NOTHING = { poolId: 'sales', days: 0, awayShare: null, fittedAwayShare: 0.07, inCallShare: null, minutesPerVisitor: null, fittedMinutes: 4, statedVisitorsPerAgent: null, fittedVisitorsPerAgent: 1 }
const ALL = { ...NOTHING, days: 60, awayShare: 0.18, inCallShare: 0.4, minutesPerVisitor: 1.5, statedVisitorsPerAgent: 3 }

describe('what the source measured, beside the model', () => {
  it('is shown only where something was', () => {
    expect([NOTHING, ALL, { ...NOTHING, statedVisitorsPerAgent: 2 }].map(isMeasured)).toEqual([false, true, true])
    expect(measuredRow({ name: 'Sales', measured: ALL }, british)).toEqual(['Sales', british.rate(18), british.rate(7), british.rate(40), '1.5 min', '4.0 min', '3.0', '1'])
    expect(measuredRow({ name: 'Sales', measured: NOTHING }, british)).toEqual(['Sales', '–', british.rate(7), '–', '–', '4.0 min', '–', '1'])
  })

  it('says where the two disagree, and nothing where they agree', () => {
    expect(measuredDifferences(ALL, british)).toEqual([
      `Sessions say away ${british.rate(18)}, the model says ${british.rate(7)}.`,
      'Sessions say 1.5 min in calls per covered visitor, the model says 4.0 min.',
      'The source lets agents serve 3.0 visitors at once, the model says 1.',
    ])
    expect(measuredDifferences({ ...ALL, awayShare: 0.1, minutesPerVisitor: 3.5, statedVisitorsPerAgent: 1 }, british)).toEqual([])
    expect(measuredDifferences(NOTHING, british)).toEqual([])
  })
})
