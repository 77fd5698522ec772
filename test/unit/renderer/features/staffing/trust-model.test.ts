import { describe, expect, it } from 'vitest'
import { pointsOff, trustModel } from '../../../../../renderer/features/staffing/trust/trust-model.ts'
import {
  historyText,
  isWithoutSessions,
  modelNotes,
  trustDetails,
  trustHeadline,
  trustMood,
  visitorsOffText,
} from '../../../../../renderer/features/staffing/trust/trust-text.ts'
import type { PoolModel, TriedWeek } from '../../../../../renderer/features/staffing/staffing-types.ts'
import { createFormatter } from '../../../../../renderer/format/formatter.ts'

const format = createFormatter({ languages: ['en-GB'], firstDayOfWeek: null })
const SILENT = { predictedVisitors: 0, predictedCovered: 0, visitors: 0, covered: 0, lower80: 0, upper80: 1 }

/** A week of 100 visitors at Monday noon: predicted 80 covered, of which so many came. */
function week(covered: number, changes: Partial<TriedWeek> = {}): TriedWeek {
  const noon = { predictedVisitors: 100, predictedCovered: 80, visitors: 100, covered, lower80: 0.75, upper80: 0.85 }
  return {
    week: '2026-03-09',
    predictedVisitors: 100,
    predictedCovered: 80,
    visitors: 100,
    covered,
    band: { lower80: 0.75, upper80: 0.85, lower95: 0.7, upper95: 0.9 },
    cells: Array.from({ length: 168 }, (_, cell) => (cell === 36 ? noon : SILENT)),
    ...changes,
  }
}

function pool(name: string, warnings: PoolModel['warnings']): PoolModel {
  const measured = {
    poolId: name,
    days: 0,
    awayShare: null,
    fittedAwayShare: 0.1,
    inCallShare: null,
    minutesPerVisitor: null,
    fittedMinutes: 5,
    statedVisitorsPerAgent: null,
    fittedVisitorsPerAgent: 1,
  }
  return {
    poolId: name,
    name,
    measured,
    attendance: 0.9,
    holdingMinutes: 5,
    availability: 0.9,
    visitorsPerAgent: 1,
    weeks: 20,
    warnings,
  }
}

describe('how past weeks came out', () => {
  it('counts weeks and hours within their bands, the edges among them', () => {
    const model = trustModel([week(80), week(75), week(85), week(70), week(90)])
    expect([model.weeksWithinRange, model.weeks.length, model.hoursWithinRange, model.hours]).toEqual([3, 5, 3, 5])
    expect([model.meanOff, model.bias]).toEqual([expect.closeTo(6, 9), expect.closeTo(0, 9)])
    expect(model.weeks[0]).toMatchObject({ predicted: 80, actual: 80, isWithin: true, lower: 75, upper: 85 })
  })

  it('puts the same hour of all days and weeks together, and knows nothing of hours without anybody', () => {
    const { byHour } = trustModel([week(80), week(60)])
    expect(byHour).toHaveLength(24)
    expect(byHour[12]).toEqual({ hour: 12, predicted: 80, actual: 70, visitors: 200 })
    expect(byHour[3]).toEqual({ hour: 3, predicted: null, actual: null, visitors: 0 })
  })

  it('tells by how much visitors were off, and each pool by how many points', () => {
    expect(trustModel([week(80), week(40, { visitors: 50 })]).visitorsOff).toBeCloseTo(0.5, 9)
    expect(pointsOff([week(70), week(85)])).toBeCloseTo(7.5, 9)
    expect(pointsOff([week(0, { visitors: 0 })])).toBeNull()
  })

  it('leaves out a week in which nobody came', () => {
    expect(trustModel([week(80), week(0, { visitors: 0, cells: [] })]).weeks).toHaveLength(1)
  })
})

describe('what it rests on', () => {
  it('is told in days where it is little, and counts a single one', () => {
    expect([1 / 7, 9 / 7, 2, 26.4].map((weeks) => historyText(weeks, format))).toEqual([
      '1 day',
      '9 days',
      '2 weeks',
      '26 weeks',
    ])
    expect([1, 12].map((origins) => visitorsOffText(0.18, origins, format).split('.')[0])).toEqual([
      'Visitor forecasts were off by 18% per quarter-hour over one past week',
      'Visitor forecasts were off by 18% per quarter-hour over 12 past weeks',
    ])
  })
})

describe('the answer to "can I trust this?"', () => {
  it('is yes where ranges hold and weeks are near', () => {
    const model = trustModel([80, 81, 79, 78, 83, 82].map((covered) => week(covered)))
    expect(trustMood(model)).toBe('good')
    expect(trustHeadline(model, format)).toBe('Accurate: past weeks were within 1.5 points on average.')
    expect(trustDetails(model, format)[0]).toBe(
      '6 of 6 weeks were within the 80% range. Actual coverage was 0.5 points higher than predicted on average. Visitors of a week were off by 0% on average.',
    )
  })

  it('is to take care where they do not, and says that ranges are too narrow', () => {
    const model = trustModel([60, 61, 62, 80].map((covered) => week(covered)))
    expect(trustMood(model)).toBe('care')
    expect(trustDetails(model, format).join(' ')).toMatch(
      /points lower than predicted on average\. .*25% of 4 hours were within the 80% range\. 80% should be\. The ranges are too narrow/u,
    )
  })

  it('is no where visitors were covered and no agent was ever seen online', () => {
    const unseen = { kind: 'no-sessions' } as const
    const outside = { kind: 'covered-outside-sessions', share: 1 } as const
    expect(isWithoutSessions([pool('Sales', [unseen, outside]), pool('Support', [unseen])])).toBe(true)
    // Nobody serves the one pool, and nobody is covered there: that is well predicted.
    expect(
      [[], [pool('Sales', [unseen])], [pool('Sales', [unseen, outside]), pool('Support', [])]].map(isWithoutSessions),
    ).toEqual([false, false, false])
    expect(trustHeadline(trustModel([week(80)]), format, true)).toMatch(/cannot be predicted without agent sessions/u)
  })

  it('is not yet known from few weeks, or none', () => {
    expect(trustMood(trustModel([week(80)]))).toBe('early')
    expect(trustHeadline(trustModel([]), format)).toBe('Not known yet: no past week could be tested.')
    expect(trustDetails(trustModel([]), format)).toHaveLength(1)
  })
})

describe('what to know, and what would help', () => {
  const warning = { kind: 'few-visits', visits: 12 } as const

  it('says each warning once, with the pools it is about where that is not all of them', () => {
    expect(modelNotes([pool('Sales', [warning]), pool('Support', [])], format)).toEqual([
      {
        text: expect.stringMatching(/^Only 12 visits while/u) as string,
        help: expect.stringMatching(/all pools together/u) as string,
        poolNames: 'Sales',
      },
    ])
    expect(modelNotes([pool('Sales', [warning]), pool('Support', [warning])], format)).toEqual([
      expect.objectContaining({ poolNames: null }),
    ])
    expect(modelNotes([pool('Sales', [])], format)).toEqual([])
  })
})
