import { describe, expect, it } from 'vitest'
import type { CubeBatch } from '../../../shared/coverage/cube.ts'
import { keepsSessions } from '../../../electron/sync/fingerprints.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { at, busyWeek, MONDAY } from './sync-scenario.ts'

const SINCE = MONDAY + 4

/** Every count of a day, with the agents online. */
function cellsOf(batch: CubeBatch | null): readonly (readonly number[])[] {
  if (batch === null) return []
  const { length, slot, agents, visitors, covered } = batch.cells
  return Array.from({ length }, (_, cell) => [slot[cell]!, agents[cell]!, visitors[cell]!, covered[cell]!]).toSorted(
    (a, b) => a[0]! - b[0]! || a[1]! - b[1]!,
  )
}

describe('older history in the background', () => {
  it('is counted with the agents who were online, whose sessions are not kept', async () => {
    const company = busyWeek()
    await company.sync({ fromDay: SINCE })
    const sessions = company.cache.allSessions().length
    const outcome = await company.sync({ fromDay: MONDAY, sessionsFromDay: SINCE })
    expect([outcome.from, outcome.historyFrom]).toEqual(['2026-03-02', '2026-03-02'])
    expect(company.cache.allSessions()).toHaveLength(sessions)
    expect(company.cache.allSessions().every(({ endedAt }) => endedAt === null || endedAt > SINCE * DAY_MS)).toBe(true)

    const whole = busyWeek()
    await whole.sync({ fromDay: MONDAY })
    for (let day = MONDAY; day <= MONDAY + 7; day += 1) {
      expect(cellsOf(company.cache.traffic(day))).toEqual(cellsOf(whole.cache.traffic(day)))
      expect(keepsSessions(company.cache.syncedDays().get(day)!)).toBe(day >= SINCE)
    }
    expect(cellsOf(company.cache.traffic(MONDAY)).some(([, agents]) => agents === 1)).toBe(true)
  })

  it('is not pulled again by later syncs, nor by a comparison with the source', async () => {
    const company = busyWeek()
    await company.sync({ fromDay: SINCE })
    await company.sync({ fromDay: MONDAY, sessionsFromDay: SINCE })
    const outcome = await company.sync({ sessionsFromDay: SINCE, reconcile: 'always' })
    expect(outcome.changedDays).toEqual([])
    expect(company.source.windows.every(({ from }) => from >= at(7))).toBe(true)
  })

  it('is found changed by its counts', async () => {
    const company = busyWeek()
    await company.sync({ fromDay: MONDAY, sessionsFromDay: SINCE })
    company.visit(at(1, 11), { agentId: 'ann', country: 'US' })
    const outcome = await company.sync({ sessionsFromDay: SINCE, reconcile: 'always' })
    expect(outcome.changedDays.map(({ date }) => date)).toEqual(['2026-03-03'])
  })

  it('brings its sessions where they are asked for after all', async () => {
    const company = busyWeek()
    await company.sync({ fromDay: MONDAY, sessionsFromDay: SINCE })
    await company.sync({ fromDay: MONDAY, sessionsFromDay: MONDAY })
    const whole = busyWeek()
    await whole.sync({ fromDay: MONDAY })
    expect(company.cache.allSessions().map(({ id }) => id)).toEqual(whole.cache.allSessions().map(({ id }) => id))
  })
})
