import { expect, it } from 'vitest'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import type { Past } from '../../../shared/predict/assemble/past.ts'
import type { PoolModel } from '../../../shared/predict/types.ts'
import { measuredWork, type MeasuredInput } from '../../../shared/recommend/measured-work.ts'
import { SLOTS_PER_DAY } from '../../../shared/time/slots.ts'

const DAY = 20_514
const DAYS = 5
const HOUR = 3_600

/** A pool with so many covered visitors a day. */
function traffic(poolId: string, coveredADay: number): Past['traffic'][number] {
  const covered = new Float64Array(DAYS * SLOTS_PER_DAY)
  for (let day = 0; day < DAYS; day++) covered[day * SLOTS_PER_DAY + 40] = coveredADay
  const none = new Float64Array()
  return {
    poolId,
    cells: { slot: new Int32Array(), agents: new Int32Array(), visitors: none, covered: none },
    series: { firstSlot: DAY * SLOTS_PER_DAY, visitors: covered, covered },
  }
}

const model = (poolId: string): PoolModel => ({
  poolId,
  holdingMinutes: 4,
  availability: 0.93,
  visitorsPerAgent: 1,
  loadFactors: [],
  draws: [],
  weeks: 9,
  visits: 100,
  warnings: [],
})
const measured = (day: number, agentId: string, away = 2 * HOUR) => ({
  day: DAY + day,
  agentId,
  idle: 6 * HOUR,
  inCall: 2 * HOUR,
  away,
})

function work(changes: Partial<MeasuredInput> = {}) {
  const origin = (DAY + DAYS) * DAY_MS
  const pools = [
    { poolId: 'sales', members: ['ann', 'bob'] },
    { poolId: 'support', members: ['eve'] },
  ]
  return measuredWork({
    pools,
    models: pools.map(({ poolId }) => model(poolId)),
    groups: [[0], [1]],
    past: {
      origin,
      traffic: [traffic('sales', 60), traffic('support', 20)],
      known: [{ start: DAY * DAY_MS, end: origin }],
    },
    presence: {
      fromDay: DAY,
      through: origin,
      seconds: [0, 1, 2].flatMap((day) => [measured(day, 'ann'), measured(day, 'bob', 0), measured(day, 'eve')]),
    },
    stated: new Map([
      ['ann', 2],
      ['bob', 4],
    ]),
    ...changes,
  })
}

it('is measured of the agents who serve a pool, on the days of which something was', () => {
  const [sales, support] = work()
  expect(sales).toEqual({
    poolId: 'sales',
    days: 3,
    awayShare: (3 * 2) / (3 * 18),
    fittedAwayShare: expect.closeTo(0.07, 9) as number,
    inCallShare: (3 * 4) / (3 * 18),
    // Twelve hours in calls for 180 visitors.
    minutesPerVisitor: 4,
    fittedMinutes: 4,
    statedVisitorsPerAgent: 3,
    fittedVisitorsPerAgent: 1,
  })
  expect(support).toMatchObject({ days: 3, awayShare: 0.2, minutesPerVisitor: 6, statedVisitorsPerAgent: null })
})

it('is one for pools that share agents: a call does not say whose visitor it was', () => {
  const [sales, support] = work({ groups: [[0, 1]] })
  expect(sales).toMatchObject({ awayShare: 12 / 84, minutesPerVisitor: (18 * 60) / 240, statedVisitorsPerAgent: 3 })
  expect({ ...support, poolId: 'sales' }).toEqual(sales)
})

it('concludes nothing from little, and nothing of days that are not over', () => {
  expect(work({ presence: null })[0]).toMatchObject({
    days: 0,
    awayShare: null,
    inCallShare: null,
    minutesPerVisitor: null,
  })
  const little = {
    fromDay: DAY,
    through: (DAY + DAYS) * DAY_MS,
    seconds: [measured(0, 'ann'), measured(DAYS, 'ann'), measured(-1, 'ann')],
  }
  expect(work({ presence: little })[0]).toMatchObject({
    days: 1,
    awayShare: null,
    minutesPerVisitor: null,
    statedVisitorsPerAgent: 3,
  })
  expect(
    work({
      past: {
        origin: (DAY + DAYS) * DAY_MS,
        traffic: [],
        known: [{ start: DAY * DAY_MS, end: (DAY + DAYS) * DAY_MS }],
      },
    })[0],
  ).toMatchObject({ minutesPerVisitor: null })
})
