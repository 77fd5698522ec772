import { expect, test } from 'vitest'
import { createCoverageCalculator } from '../../../electron/backend/coverage/compute.ts'
import { openTrafficReader } from '../../../electron/store/traffic-reader.ts'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { formatLocalDate } from '../../../shared/time/local.ts'
import { batchOf, cell, DAY, session, syncedDay, tempWorkspace, writableCache } from './temp-store.ts'

const START = DAY * DAY_MS

function stored() {
  const { paths } = tempWorkspace()
  const { cache } = writableCache(paths)
  cache.commit({
    traffic: [{ day: DAY, batch: batchOf([cell(DAY, { visitors: 3 })]) }],
    upsertDays: [syncedDay(DAY)],
    upsertSessions: [
      { ...session('one'), agentId: 'ann', startedAt: START + 8 * HOUR_MS, endedAt: START + 16 * HOUR_MS },
    ],
    presence: {
      fingerprint: 'f',
      fromDay: DAY,
      through: START + DAY_MS,
      replaced: { fromDay: DAY, toDay: DAY },
      isOnly: true,
      seconds: [{ day: DAY, agentId: 'ann', idle: 3, inCall: 2, away: 1 }],
      away: [
        { agentId: 'ann', startedAt: START + 10 * HOUR_MS, endedAt: START + 12 * HOUR_MS },
        { agentId: 'ann', startedAt: START + 15 * HOUR_MS, endedAt: null },
      ],
    },
    state: { now: START + DAY_MS },
  })
  return { paths, cache }
}

test('is read as it was written, and goes with its day', () => {
  const { paths, cache } = stored()
  const reader = openTrafficReader(paths.cacheFile)
  expect(reader.snapshot().presence).toMatchObject({
    fromDay: DAY,
    seconds: cache.measuredSeconds(),
    away: [{ agentId: 'ann', endedAt: START + 12 * HOUR_MS }, { endedAt: null }],
  })
  cache.commit({ removeDays: [DAY], presence: null })
  expect([reader.snapshot().presence, cache.presence(), cache.measuredSeconds()]).toEqual([null, null, []])
  reader.close()
})

test('leaves time away out of agents online only where that is asked for, and says which was counted', () => {
  const { paths } = stored()
  const reader = openTrafficReader(paths.cacheFile)
  const calculator = createCoverageCalculator()
  const date = formatLocalDate(DAY)
  const query = {
    workspaceId: 'w',
    from: date,
    to: date,
    timeZone: 'UTC',
    poolId: undefined,
    organizationId: null,
    countryFilter: null,
    clock: 0,
    countAway: true,
  }
  const agentsOf = (countAway: boolean) => {
    const { figures, agentsOnline } = calculator.coverage(reader.snapshot(), { ...query, countAway })
    return [
      agentsOnline,
      [9, 10, 11, 12, 15].map((hour) => figures.hourly[hour]!.avgAgentsOnline),
      figures.totals.totalPageviews,
    ]
  }
  expect(agentsOf(true)).toEqual(['sessions', [1, 1, 1, 1, 1], 3])
  expect(agentsOf(false)).toEqual(['present', [1, 0, 0, 1, 0], 3])
  reader.close()
})
