import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { cellsOf, type MemorySource } from '../../support/memory-source.ts'
import { at, busyWeek, MONDAY, type Scenario } from './sync-scenario.ts'

function change(
  source: MemorySource,
  id: string,
  values: { readonly startedAt?: number; readonly endedAt?: number | null },
): void {
  source.sessions = source.sessions.map((session) => (session.id === id ? { ...session, ...values } : session))
}

const agentsAt = (company: Scenario, instant: number): number[] =>
  cellsOf(company.cache.traffic(Math.floor(instant / DAY_MS)))
    .filter(({ slot }) => slot === Math.floor(instant / 900_000))
    .map(({ agents }) => agents)

describe('sessions that change later', () => {
  it('counts again where a late session was online', async () => {
    const company = busyWeek()
    await company.sync()
    company.session('bob', at(2, 7), at(2, 11))
    await company.sync({ reconcile: 'always' })
    expect(agentsAt(company, at(2, 10, 5))).toEqual([2])
    expect(agentsAt(company, at(2, 8, 5))).toEqual([1])
  })

  it('counts again after an end was moved back, only there', async () => {
    const company = busyWeek()
    const id = company.session('bob', at(6, 23), null)
    await company.sync()
    expect(agentsAt(company, at(7, 6, 5))).toEqual([1])
    change(company.source, id, { endedAt: at(7, 3) })
    await company.sync()
    expect(agentsAt(company, at(7, 6, 5))).toEqual([0])
    expect(agentsAt(company, at(7, 2, 5))).toEqual([1])
    expect(company.source.windows.map(({ from, to }) => [from, to])).toEqual([
      [at(7, 8), at(7, 10, 7)],
      [at(7, 3), at(7, 8)],
    ])
  })

  it('counts again where a start was moved', async () => {
    const company = busyWeek()
    const id = company.session('bob', at(7, 7), null)
    await company.sync()
    change(company.source, id, { startedAt: at(7, 3) })
    await company.sync()
    expect(agentsAt(company, at(7, 4, 5))).toEqual([1])
    expect(company.source.windows).toHaveLength(2)
  })

  it('forgets a session that was deleted', async () => {
    const company = busyWeek()
    const id = company.session('bob', at(7, 3), null)
    await company.sync()
    company.source.sessions = company.source.sessions.filter((session) => session.id !== id)
    await company.sync()
    expect(agentsAt(company, at(7, 4, 5))).toEqual([0])
    expect(company.cache.sessionsById([id])).toEqual([])
  })

  it('does not count again what an open session had when it merely closes', async () => {
    const company = busyWeek()
    const id = company.session('bob', at(7, 3), null)
    await company.sync()
    company.source.now = at(7, 12)
    change(company.source, id, { endedAt: at(7, 11) })
    await company.sync()
    expect(company.source.windows.map(({ from, to }) => [from, to])).toEqual([[at(7, 8), at(7, 12)]])
    expect(company.cache.sessionsById([id])).toMatchObject([{ endedAt: at(7, 11) }])
  })

  it('counts an open session until its agent was last seen once it is over 16 hours old', async () => {
    const company = busyWeek()
    company.session('bob', at(6, 22), null)
    await company.sync()
    expect(agentsAt(company, at(7, 2, 5))).toEqual([1])
    company.source.now = at(7, 14, 30)
    await company.sync()
    expect(agentsAt(company, at(7, 2, 5))).toEqual([1])
    expect(company.cache.openSessions()).toMatchObject([{ endedAt: at(7, 14), leftOpen: 'no-evidence' }])
    company.visit(at(6, 23, 10), { agentId: 'bob' })
    await company.sync({ reconcile: 'always' })
    expect(company.cache.openSessions()).toMatchObject([{ endedAt: at(6, 23, 15), leftOpen: 'last-evidence' }])
    expect([at(6, 22, 5), at(7, 2, 5)].map((instant) => agentsAt(company, instant))).toEqual([[1], [0]])
  })

  it('notices that a session from before the first known day changed', async () => {
    const company = busyWeek()
    const id = company.session('bob', at(2, 22), at(3, 3))
    await company.sync({ fromDay: MONDAY + 3 })
    change(company.source, id, { endedAt: at(3, 1) })
    await company.sync({ reconcile: 'always' })
    expect(agentsAt(company, at(3, 2, 5))).toEqual([0])
    expect(company.cache.sessionsById([id])).toMatchObject([{ endedAt: at(3, 1) }])
  })

  it('keeps the sessions of an agent who is gone, until they were last seen', async () => {
    const company = busyWeek()
    const id = company.session('bob', at(7, 3), null)
    await company.sync()
    company.source.agents = [{ id: 'ann', name: 'ann' }]
    company.source.sessions = company.source.sessions.filter(({ agentId }) => agentId !== 'bob')
    const seen = company.source.now
    company.source.now = at(7, 12)
    await company.sync()
    await company.sync({ reconcile: 'always' })
    expect(company.cache.sessionsById([id])).toMatchObject([{ endedAt: seen, agentId: 'bob' }])
    expect(agentsAt(company, at(7, 4, 5))).toEqual([1])
    expect(company.cache.directory()?.agents).toContainEqual(
      expect.objectContaining({ id: 'bob', name: 'bob', present: false }),
    )
    expect(company.source.windows).toHaveLength(1)
  })
})

describe('history that changed in the source', () => {
  it('mends a day with a late visit and reports it', async () => {
    const company = busyWeek()
    await company.sync()
    company.visit(at(2, 3))
    const outcome = await company.sync({ reconcile: 'always' })
    expect(outcome.changedDays).toEqual([
      { date: '2026-03-04', before: { visitors: 12, covered: 6 }, after: { visitors: 13, covered: 6 }, kept: false },
    ])
    expect(company.source.windows).toHaveLength(2)
  })

  it('compares once a day, and not right after the first sync', async () => {
    const company = busyWeek()
    await company.sync()
    company.source.now += 23 * HOUR_MS
    await company.sync()
    expect(company.source.checks).toHaveLength(0)
    company.source.now += HOUR_MS
    await company.sync()
    expect(company.source.checks).toHaveLength(1)
    await company.sync()
    expect(company.source.checks).toHaveLength(0)
  })

  it('keeps covered visits of a deleted agent, reports them once, and takes the source’s figures when told', async () => {
    const company = busyWeek()
    await company.sync()
    company.source.visits = company.source.visits.map((visit) =>
      visit.at < at(1) ? { ...visit, agentId: null } : visit,
    )
    const first = await company.sync({ reconcile: 'always' })
    expect(first.changedDays).toEqual([
      { date: '2026-03-02', before: { visitors: 12, covered: 6 }, after: { visitors: 12, covered: 0 }, kept: true },
    ])
    expect(company.cache.syncedDays().get(MONDAY)).toMatchObject({ covered: 6, sourceCovered: 0 })
    expect((await company.sync({ reconcile: 'always' })).changedDays).toEqual([])
    expect((await company.sync({ full: true })).changedDays).toEqual([])
    const taken = await company.sync({ takeSource: true })
    expect(taken.changedDays).toEqual([
      { date: '2026-03-02', before: { visitors: 12, covered: 6 }, after: { visitors: 12, covered: 0 }, kept: false },
    ])
    expect(company.cache.syncedDays().get(MONDAY)).toMatchObject({ covered: 0, sourceCovered: 0 })
  })

  it('keeps a day that is gone altogether', async () => {
    const company = busyWeek()
    await company.sync()
    company.source.visits = company.source.visits.filter((visit) => visit.at >= at(2))
    const outcome = await company.sync({ reconcile: 'always' })
    expect(outcome.changedDays.map(({ date, kept, after }) => [date, kept, after.visitors])).toEqual([
      ['2026-03-02', true, 0],
      ['2026-03-03', true, 0],
    ])
    expect(company.cache.syncedDays().get(MONDAY)).toMatchObject({ visitors: 12, sourceVisitors: 0 })
    expect((await company.sync({ reconcile: 'always' })).changedDays).toEqual([])
  })

  it('asks for the whole day before it believes that a part of it is empty', async () => {
    const company = busyWeek()
    await company.sync()
    company.source.visits = company.source.visits.filter((visit) => visit.at < at(7))
    await company.sync()
    expect(company.source.windows.map(({ from, to }) => [from, to])).toEqual([
      [at(7, 8), at(7, 10, 7)],
      [at(7), at(7, 10, 7)],
    ])
    expect(company.cache.syncedDays().get(MONDAY + 7)).toMatchObject({ visitors: 6, sourceVisitors: 0 })
  })

  it('reports what a full sync finds', async () => {
    const company = busyWeek()
    await company.sync()
    company.source.visits = company.source.visits.filter(({ id }) => id !== company.source.visits[3]!.id)
    const outcome = await company.sync({ full: true })
    expect(outcome.changedDays).toEqual([
      { date: '2026-03-02', before: { visitors: 12, covered: 6 }, after: { visitors: 11, covered: 6 }, kept: false },
    ])
    expect(outcome.visitors).toBe(89)
  })
})

describe('membership', () => {
  it('counts again only the days that a new member touches', async () => {
    const company = busyWeek()
    company.source.pools = [{ id: 'sales', name: 'Sales', isCatchAll: false }]
    company.source.members = [{ poolId: 'sales', agentId: 'ann' }]
    await company.sync()
    company.source.now = at(8, 11)
    company.source.members = [...company.source.members, { poolId: 'sales', agentId: 'bob' }]
    await company.sync({ reconcile: 'never' })
    expect(company.source.windows.map(({ from, to }) => [from, to])).toEqual([
      [at(8), at(8, 11)],
      [at(7), at(8)],
    ])
  })

  it('never counts days of different membership in one window', async () => {
    const company = busyWeek()
    company.source.members = [{ poolId: 'sales', agentId: 'ann' }]
    await company.sync()
    company.source.now = at(8, 11)
    company.source.members = []
    await company.sync({ reconcile: 'never' })
    company.source.millisecondsOf = () => 1
    await company.sync({ full: true })
    const split = at(8)
    expect(company.source.windows.every(({ from, to }) => from >= split || to <= split)).toBe(true)
  })
})
