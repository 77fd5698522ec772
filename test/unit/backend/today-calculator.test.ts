import { expect, test } from 'vitest'
import { learnAnew } from '../../../electron/backend/prediction/kept-learning.ts'
import { createTodayCalculator } from '../../../electron/backend/today/compute.ts'
import { openTrafficReader } from '../../../electron/store/traffic-reader.ts'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import type { Plan, Shift } from '../../../shared/plan/plan.ts'
import { NO_RULES } from '../../../shared/plan/rules/rules.ts'
import { formatLocalDate } from '../../../shared/time/local.ts'
import { batchOf, cell, DAY, syncedDay, tempWorkspace, writableCache } from '../store/temp-store.ts'

const START = DAY * DAY_MS
const DAYS = Array.from({ length: 15 }, (_, index) => DAY - 14 + index)
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** The calculator on a day of which the morning is known. */
function morning() {
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
    traffic: DAYS.map((day) => ({
      day,
      batch: batchOf(
        HOURS.map((hour) => cell(day, { slot: 4 * hour, agents: hour % 2, visitors: 3, covered: 2 * (hour % 2) })),
      ),
    })),
    upsertDays: DAYS.map((day) => syncedDay(day)),
    directory: {
      organizationId: 'o',
      organizationName: null,
      countryRule: null,
      pools: null,
      agents: [agent('ann', START - 5 * DAY_MS), agent('bob', START + 11 * HOUR_MS), agent('cy', null)],
      members: null,
      hasCountry: true,
      earliest: START - 14 * DAY_MS,
      latest: START + HOUR_MS,
    },
    state: { now: START + 12 * HOUR_MS },
  })
  const reader = openTrafficReader(paths.cacheFile)
  return {
    calculator: createTodayCalculator(() => learnAnew),
    snapshot: reader.snapshot(),
    close: () => reader.close(),
  }
}

const QUERY = {
  workspaceId: 'w',
  timeZone: 'UTC',
  date: formatLocalDate(DAY),
  datesKnown: { marks: [], calendars: [] },
  published: [],
  absences: new Map(),
}
const shift = (agentId: string, from: number, to: number): Shift => ({
  id: agentId,
  agentId,
  day: DAY,
  startMinute: from * 60,
  endMinute: to * 60,
  breaks: [],
  note: '',
})
const planOf = (shifts: readonly Shift[]): Plan => ({
  name: 'Today',
  timeZone: 'UTC',
  kind: 'dated',
  poolId: null,
  shifts,
})

test('shifts of agents who were deactivated are nobody’s, and it is said whose they were', () => {
  const { calculator, snapshot, close } = morning()
  const { presence, calledOff } = calculator.today(snapshot, {
    ...QUERY,
    until: null,
    plans: [planOf([shift('bob', 9, 17), shift('ann', 8, 16), shift('cy', 10, 18)])],
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
  close()
})

test('what an absence loses is the same beside the name and where others are asked, under several plans too', () => {
  const { calculator, snapshot, close } = morning()
  const plans = [planOf([shift('cy', 10, 14)]), planOf([shift('cy', 14, 20)])]
  const { presence } = calculator.today(snapshot, { ...QUERY, until: null, plans, poolId: null, organizationId: null })
  const gap = calculator.fillGap(snapshot, {
    ...QUERY,
    plans,
    planIndex: 0,
    rules: NO_RULES,
    absentId: 'cy',
    agentIds: [],
    now: START + 12 * HOUR_MS,
  })
  expect(presence[0]!.lost).toBeGreaterThan(0)
  expect(gap!.lost).toBe(presence[0]!.lost)
  close()
})
