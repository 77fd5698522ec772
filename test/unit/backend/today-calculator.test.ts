import { expect, test } from 'vitest'
import { learnAnew } from '../../../electron/backend/prediction/kept-learning.ts'
import { createTodayCalculator } from '../../../electron/backend/today/compute.ts'
import { openTrafficReader } from '../../../electron/store/traffic-reader.ts'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import type { Plan, Shift } from '../../../shared/plan/plan.ts'
import { formatLocalDate } from '../../../shared/time/local.ts'
import { batchOf, cell, DAY, syncedDay, tempWorkspace, writableCache } from '../store/temp-store.ts'

const START = DAY * DAY_MS

test('shifts of agents who were deactivated are nobody’s, and it is said whose they were', () => {
  const { paths } = tempWorkspace()
  const { cache } = writableCache(paths)
  const agent = (id: string, inactiveSince: number | null) => ({
    id,
    name: id,
    present: true,
    inactiveSince,
    maxSimultaneous: null,
  })
  cache.commit({
    traffic: [{ day: DAY, batch: batchOf([cell(DAY, { visitors: 3 })]) }],
    upsertDays: [syncedDay(DAY)],
    directory: {
      organizationId: 'o',
      organizationName: null,
      countryRule: null,
      pools: null,
      agents: [agent('ann', START - 5 * DAY_MS), agent('bob', START + 11 * HOUR_MS), agent('cy', null)],
      members: null,
      hasCountry: true,
      earliest: START,
      latest: START + HOUR_MS,
    },
    state: { now: START + 12 * HOUR_MS },
  })
  const shift = (agentId: string, from: number, to: number): Shift => ({
    id: agentId,
    agentId,
    day: DAY,
    startMinute: from * 60,
    endMinute: to * 60,
    breaks: [],
    note: '',
  })
  const plan: Plan = {
    name: 'Today',
    timeZone: 'UTC',
    kind: 'dated',
    poolId: null,
    shifts: [shift('bob', 9, 17), shift('ann', 8, 16), shift('cy', 10, 18)],
  }
  const reader = openTrafficReader(paths.cacheFile)
  const { presence, calledOff } = createTodayCalculator(() => learnAnew).today(reader.snapshot(), {
    workspaceId: 'w',
    timeZone: 'UTC',
    date: formatLocalDate(DAY),
    until: null,
    datesKnown: { marks: [], calendars: [] },
    published: [],
    plans: [plan],
    absences: new Map(),
    poolId: null,
    organizationId: null,
  })
  expect(presence.map(({ agentId, state }) => [agentId, state])).toEqual([
    ['bob', 'over'],
    ['cy', 'missing'],
  ])
  expect(calledOff).toEqual([
    { agentId: 'ann', start: START + 8 * HOUR_MS, end: START + 16 * HOUR_MS, since: START - 5 * DAY_MS },
    { agentId: 'bob', start: START + 9 * HOUR_MS, end: START + 17 * HOUR_MS, since: START + 11 * HOUR_MS },
  ])
  reader.close()
})
