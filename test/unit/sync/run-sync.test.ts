import { describe, expect, it } from 'vitest'
import { AppError } from '../../../shared/contract/errors.ts'
import { DAY_MS, HOUR_MS } from '../../../shared/time/slots.ts'
import { factsOf } from '../../support/memory-cache.ts'
import { cellsOf, type MemorySource } from '../../support/memory-source.ts'
import { at, MONDAY, scenario, type Scenario } from './sync-scenario.ts'
import type { SyncProgress } from '../../../electron/sync/options.ts'

/** A week of visits every two hours, agents online from 9 to 17, synced on the following Monday at 10:07. */
function busyWeek(): Scenario {
  const company = scenario(at(7, 10, 7))
  company.source.agents = ['ann', 'bob'].map((id) => ({ id, name: id }))
  for (let day = 0; day <= 7; day += 1) {
    for (let hour = 0; hour < 24; hour += 2) {
      if (at(day, hour, 5) < company.source.now) company.visit(at(day, hour, 5), { agentId: hour % 4 === 0 ? 'ann' : null, country: 'US' })
    }
    if (day < 7) company.session('ann', at(day, 9), at(day, 17))
  }
  return company
}

function change(source: MemorySource, id: string, values: { readonly startedAt?: number; readonly endedAt?: number | null }): void {
  source.sessions = source.sessions.map((session) => (session.id === id ? { ...session, ...values } : session))
}

const agentsAt = (company: Scenario, instant: number): number[] =>
  cellsOf(company.cache.traffic(Math.floor(instant / DAY_MS)))
    .filter(({ slot }) => slot === Math.floor(instant / 900_000))
    .map(({ agents }) => agents)

describe('what a sync brings', () => {
  it('counts the first time everything from the first visit on', async () => {
    const company = busyWeek()
    const outcome = await company.sync()
    expect(outcome).toMatchObject({ from: '2026-03-02', to: '2026-03-09', visitors: 90, now: company.source.now, changedDays: [] })
    expect(company.cache.syncedDays().size).toBe(8)
    expect(company.cache.state()).toMatchObject({ now: company.source.now, historyFromDay: MONDAY + 7 - 182 })
    expect(company.cache.runs).toMatchObject([{ outcome: 'done', error: null, visitors: 90 }])
  })

  it('asks the second time for one small window and nothing else', async () => {
    const company = busyWeek()
    await company.sync()
    const outcome = await company.sync()
    expect(company.source.windows.map(({ from, to }) => [from, to])).toEqual([[at(7, 8), at(7, 10, 7)]])
    expect(company.source.checks).toEqual([])
    expect(outcome.windows).toBe(1)
  })

  it('reads over midnight in one window', async () => {
    const company = busyWeek()
    company.source.now = at(7, 0, 30)
    await company.sync()
    await company.sync()
    expect(company.source.windows.map(({ from, to }) => [from, to])).toEqual([[at(6, 22, 30), at(7, 0, 30)]])
  })

  it('starts with the newest day and grows its windows while they are quick', async () => {
    const company = busyWeek()
    company.source.millisecondsOf = () => 20
    await company.sync()
    expect(company.source.windows.map(({ from, to }) => (Math.min(to, at(8)) - from) / DAY_MS).map(Math.ceil)).toEqual([1, 1, 2, 4])
    expect(company.source.windows[0]!.to).toBe(company.source.now)
  })

  it('catches visits that were committed late, inside the overlap', async () => {
    const company = busyWeek()
    await company.sync()
    company.visit(at(7, 8, 50))
    await company.sync()
    expect(cellsOf(company.cache.traffic(MONDAY + 7)).reduce((sum, { visitors }) => sum + visitors, 0)).toBe(7)
  })

  it('reads 26 weeks the first time, and more when asked', async () => {
    const company = scenario(at(0, 12))
    company.visit(at(-400))
    company.source.millisecondsOf = () => 20
    await company.sync()
    expect(company.cache.syncedDays().size).toBe(183)
    await company.sync({ fromDay: MONDAY - 200 })
    expect(company.cache.syncedDays().size).toBe(201)
    expect(company.source.windows.every(({ from }) => from === at(0, 10) || from < at(-182))).toBe(true)
    await company.sync()
    expect(company.cache.state().historyFromDay).toBe(MONDAY - 200)
  })

  it('leaves days before the first visit unknown', async () => {
    const company = scenario(at(3, 12))
    company.visit(at(1, 5))
    await company.sync()
    expect([...company.cache.syncedDays().keys()].toSorted((a, b) => a - b)).toEqual([MONDAY + 1, MONDAY + 2, MONDAY + 3])
  })

  it('stores the clock and the names of a source without any visit, and no day', async () => {
    const company = scenario(at(3, 12))
    company.source.agents = [{ id: 'ann', name: 'Ann' }]
    const outcome = await company.sync()
    expect(outcome).toMatchObject({ windows: 0, visitors: 0 })
    expect(company.cache.state().now).toBe(at(3, 12))
    expect(company.cache.directory()?.agents).toEqual([{ id: 'ann', name: 'Ann', present: true }])
    expect(company.cache.syncedDays().size).toBe(0)
  })

  it('stops at the last day asked for, and fills the rest later', async () => {
    const company = busyWeek()
    await company.sync({ toDay: MONDAY + 3 })
    expect([...company.cache.syncedDays().keys()].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3].map((day) => MONDAY + day))
    await company.sync()
    expect(company.cache.syncedDays().size).toBe(8)
  })

  it('takes the clock it is given for the database’s', async () => {
    const company = busyWeek()
    await company.sync({ now: at(3, 9, 1) })
    expect(company.cache.state().now).toBe(at(3, 9, 1))
    expect(company.cache.syncedDays().get(MONDAY + 3)).toMatchObject({ syncedThrough: at(3, 9, 1), visitors: 5 })
  })

  it('goes back in time when the clock does', async () => {
    const company = busyWeek()
    company.session('bob', at(6, 20), null)
    await company.sync()
    await company.sync({ now: at(6, 21) })
    const fresh = scenario(0)
    Object.assign(fresh.source, { visits: company.source.visits, sessions: company.source.sessions, agents: company.source.agents })
    await fresh.sync({ now: at(6, 21) })
    expect({ ...factsOf(company.cache), days: [] }).toEqual({ ...factsOf(fresh.cache), days: [] })
    expect(company.cache.syncedDays().get(MONDAY + 6)).toEqual(fresh.cache.syncedDays().get(MONDAY + 6))
  })

  it('forgets everything when it is pointed at another source', async () => {
    const company = busyWeek()
    await company.sync()
    company.source.identity = 'elsewhere'
    company.source.visits = company.source.visits.slice(60)
    company.source.sessions = []
    await company.sync()
    const fresh = scenario(company.source.now)
    Object.assign(fresh.source, { visits: company.source.visits, agents: company.source.agents, identity: 'elsewhere' })
    await fresh.sync()
    expect(factsOf(company.cache)).toEqual(factsOf(fresh.cache))
  })
})

describe('which organization', () => {
  it('asks which one where there are several, and names them', async () => {
    const company = busyWeek()
    company.source.organizations = [...company.source.organizations, { id: 'other', name: null }]
    await expect(company.sync()).rejects.toMatchObject({ code: 'source-organization', message: 'The source has several organizations: org (Acme), other.' })
    expect((await company.sync({ organizationId: 'org' })).organizationId).toBe('org')
  })

  it('refuses one that is not there', async () => {
    await expect(busyWeek().sync({ organizationId: 'nobody' })).rejects.toMatchObject({ code: 'source-organization' })
  })
})

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

  it('drops an open session once it is longer than 16 hours', async () => {
    const company = busyWeek()
    company.session('bob', at(6, 22), null)
    await company.sync()
    expect(agentsAt(company, at(7, 2, 5))).toEqual([1])
    company.source.now = at(7, 14, 30)
    await company.sync()
    expect(agentsAt(company, at(6, 22, 5))).toEqual([0])
    expect(agentsAt(company, at(7, 2, 5))).toEqual([0])
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
    expect(company.cache.directory()?.agents).toContainEqual({ id: 'bob', name: 'bob', present: false })
    expect(company.source.windows).toHaveLength(1)
  })
})

describe('history that changed in the source', () => {
  it('mends a day with a late visit and reports it', async () => {
    const company = busyWeek()
    await company.sync()
    company.visit(at(2, 3))
    const outcome = await company.sync({ reconcile: 'always' })
    expect(outcome.changedDays).toEqual([{ date: '2026-03-04', before: { visitors: 12, covered: 6 }, after: { visitors: 13, covered: 6 }, kept: false }])
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
    company.source.visits = company.source.visits.map((visit) => (visit.at < at(1) ? { ...visit, agentId: null } : visit))
    const first = await company.sync({ reconcile: 'always' })
    expect(first.changedDays).toEqual([{ date: '2026-03-02', before: { visitors: 12, covered: 6 }, after: { visitors: 12, covered: 0 }, kept: true }])
    expect(company.cache.syncedDays().get(MONDAY)).toMatchObject({ covered: 6, sourceCovered: 0 })
    expect((await company.sync({ reconcile: 'always' })).changedDays).toEqual([])
    expect((await company.sync({ full: true })).changedDays).toEqual([])
    const taken = await company.sync({ takeSource: true })
    expect(taken.changedDays).toEqual([{ date: '2026-03-02', before: { visitors: 12, covered: 6 }, after: { visitors: 12, covered: 0 }, kept: false }])
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
    expect(outcome.changedDays).toEqual([{ date: '2026-03-02', before: { visitors: 12, covered: 6 }, after: { visitors: 11, covered: 6 }, kept: false }])
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

describe('privacy folding', () => {
  it('folds rare countries by the day, but not those the organization’s rule names', async () => {
    const company = scenario(at(1, 12))
    for (const country of ['US', 'US', 'US', 'FR', 'DE', 'CA', null]) company.visit(at(0, 5), { country })
    company.source.countryRule = { mode: 'blocklist', countries: ['ca'] }
    await company.sync({ foldCountriesUnder: 3 })
    expect(cellsOf(company.cache.traffic(MONDAY)).map(({ country, visitors }) => [country, visitors])).toEqual([
      ['CA', 1],
      ['OTHER', 2],
      ['US', 3],
      [null, 1],
    ])
  })

  it('reads whole days, so that a country is judged by its day', async () => {
    const company = busyWeek()
    await company.sync({ foldCountriesUnder: 5 })
    await company.sync({ foldCountriesUnder: 5 })
    expect(company.source.windows.map(({ from, to }) => [from, to])).toEqual([[at(7), at(7, 10, 7)]])
  })
})

describe('a source that gives up', () => {
  it('halves the window until it fits, and gathers the pieces of a day', async () => {
    const company = busyWeek()
    company.source.beforeAnswer = (kind, request) => {
      const { from, to } = (request ?? {}) as { from: number; to: number }
      if (kind === 'window' && to - from > 5 * HOUR_MS) throw new AppError({ code: 'source-timeout', message: 'Too slow.' })
    }
    await company.sync()
    const fresh = busyWeek()
    await fresh.sync()
    expect(factsOf(company.cache)).toEqual(factsOf(fresh.cache))
    expect(Math.max(...company.source.windows.map(({ from, to }) => to - from))).toBeLessThanOrEqual(5 * HOUR_MS)
  })

  it('fails with the reason when an hour is too long', async () => {
    const company = busyWeek()
    company.source.beforeAnswer = (kind) => {
      if (kind === 'window') throw new AppError({ code: 'source-timeout', message: 'Too slow.' })
    }
    await expect(company.sync()).rejects.toMatchObject({ code: 'source-timeout', message: 'Too slow.', kept: 'Nothing was synced yet.' })
    expect(company.cache.state().now).toBeNull()
    expect(company.cache.runs).toMatchObject([{ outcome: 'failed', error: 'Too slow.' }])
  })

  it('keeps what it has when the line is cut, and goes on there', async () => {
    const company = busyWeek()
    company.source.beforeAnswer = (kind) => {
      if (kind === 'window' && company.source.windows.length === 3) throw new AppError({ code: 'source-lost', message: 'The line was cut.' })
    }
    await expect(company.sync()).rejects.toMatchObject({ code: 'source-lost', kept: '3 days are safe, and the next sync goes on from there.' })
    company.source.beforeAnswer = () => {}
    await company.sync()
    expect(company.source.windows.map(({ from }) => from)).toEqual([at(7, 8), ...[4, 3, 2, 1, 0].map((day) => at(day))])
  })

  it('can be cancelled between windows', async () => {
    const company = busyWeek()
    const cancel = new AbortController()
    const onProgress = ({ windowsDone }: SyncProgress): void => {
      if (windowsDone === 2) cancel.abort()
    }
    await expect(company.sync({}, { signal: cancel.signal, onProgress })).rejects.toMatchObject({
      code: 'cancelled',
      kept: '2 days are safe, and the next sync goes on from there.',
    })
    expect(company.cache.runs).toMatchObject([{ outcome: 'cancelled' }])
  })

  it('tells how far it is', async () => {
    const company = busyWeek()
    const told: SyncProgress[] = []
    await company.sync({}, { onProgress: (progress) => told.push(progress) })
    expect(told[0]).toMatchObject({ phase: 'connecting', msLeft: null })
    expect(told.at(-1)).toMatchObject({ phase: 'counting', daysDone: 8, daysTotal: 8, windowsDone: 8, visitors: 90, msLeft: 0 })
  })
})

describe('data problems', () => {
  it('reports what cannot be true, and remembers it through quick syncs', async () => {
    const company = busyWeek()
    company.session('bob', at(2, 12), at(2, 11))
    company.session('ann', at(3, 10), at(3, 11))
    company.source.problems = [{ kind: 'pageview-in-future', count: 1, note: '1 visit lies in the future.' }]
    const first = await company.sync()
    expect(first.dataProblems.map(({ kind, count }) => [kind, count])).toEqual([
      ['pageview-in-future', 1],
      ['session-ends-before-start', 1],
      ['sessions-overlap', 1],
      ['covered-outside-sessions', 31],
    ])
    expect((await company.sync()).dataProblems).toEqual(first.dataProblems)
    expect(company.cache.state().problems).toEqual(first.dataProblems)
  })
})
