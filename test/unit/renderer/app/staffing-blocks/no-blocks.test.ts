import { describe, expect, it } from 'vitest'
import { createFormatter } from '../../../../../renderer/format/formatter.ts'
import { noBlocks } from '../../../../../renderer/app/staffing-blocks/no-blocks.ts'

const format = createFormatter({ languages: ['en-US'], firstDayOfWeek: 0 })
const STARVED = {
  poolId: 'sales',
  visitors: 100,
  covered: 0,
  days: 20,
  onlineShare: 0.9,
  isPart: false,
  recordedUnder: [],
  text: '',
}

describe('a recommendation without blocks', () => {
  it('is good news where every hour reaches the target', () => {
    expect(
      noBlocks({ target: 90, notWorthwhile: { hours: 0, missedVisitors: 0 }, starvedPools: [] }, format),
    ).toMatchObject({ isGood: true, title: 'Staffing looks good' })
  })

  it('is no good news where hours stay under it and are not worth an agent', () => {
    const one = noBlocks({ target: 90, notWorthwhile: { hours: 1, missedVisitors: 2 }, starvedPools: [] }, format)
    expect(one).toMatchObject({ isGood: false, title: 'No hour is worth another agent' })
    expect(one.text).toMatch(/^One hour of the week stays under 90/u)
    expect(
      noBlocks({ target: 90, notWorthwhile: { hours: 12, missedVisitors: 20 }, starvedPools: [] }, format).text,
    ).toMatch(/^12 hours of the week stay under 90/u)
  })

  it('is none at all for a pool whose covered visits are nowhere', () => {
    expect(
      noBlocks({ target: 90, notWorthwhile: { hours: 0, missedVisitors: 0 }, starvedPools: [STARVED] }, format),
    ).toMatchObject({ isGood: false, title: 'No recommendation for this pool' })
    expect(
      noBlocks(
        {
          target: 90,
          notWorthwhile: { hours: 0, missedVisitors: 0 },
          starvedPools: [{ ...STARVED, recordedUnder: ['everyone'] }],
        },
        format,
      ).isGood,
    ).toBe(true)
  })
})
