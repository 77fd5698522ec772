import { describe, expect, it } from 'vitest'
import { busyWeek, MONDAY } from './sync-scenario.ts'

const TODAY = MONDAY + 7

describe('history that is kept for a while only', () => {
  it('is forgotten with the next sync: days, and sessions that had ended by then', async () => {
    const company = busyWeek()
    await company.sync()
    expect(company.cache.syncedDays().has(MONDAY)).toBe(true)
    await company.sync({ keepFromDay: MONDAY + 3 })
    expect(Math.min(...company.cache.syncedDays().keys())).toBe(MONDAY + 3)
    expect(company.cache.traffic(MONDAY + 2)).toBeNull()
    const old = company.cache.sessionsOverlapping(0, (MONDAY + 3) * 86_400_000)
    expect(old.every(({ endedAt }) => endedAt === null || endedAt > (MONDAY + 3) * 86_400_000)).toBe(true)
  })

  it('keeps a session that ends after the limit, if only by a moment, and forgets one that ends at it', async () => {
    const company = busyWeek()
    const limit = (MONDAY + 3) * 86_400_000
    const kept = company.session('bob', limit - 3_600_000, limit + 1)
    const gone = company.session('bob', limit - 7_200_000, limit)
    await company.sync()
    await company.sync({ keepFromDay: MONDAY + 3 })
    const ids = company.cache.allSessions().map(({ id }) => id)
    expect(ids).toContain(kept)
    expect(ids).not.toContain(gone)
  })

  it('is not asked for again, also where an earlier day is wanted', async () => {
    const company = busyWeek()
    await company.sync({ keepFromDay: MONDAY + 3 })
    const outcome = await company.sync({ keepFromDay: MONDAY + 3, fromDay: MONDAY, reconcile: 'always' })
    expect(outcome.changedDays).toEqual([])
    expect([...company.cache.syncedDays().keys()].toSorted((a, b) => a - b)[0]).toBe(MONDAY + 3)
    expect(company.cache.syncedDays().has(TODAY)).toBe(true)
  })

  it('can be fetched again when everything is kept, by asking for it', async () => {
    const company = busyWeek()
    await company.sync({ keepFromDay: MONDAY + 3 })
    await company.sync({ fromDay: MONDAY })
    expect(company.cache.syncedDays().has(MONDAY)).toBe(true)
  })
})
