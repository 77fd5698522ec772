import { describe, expect, it } from 'vitest'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { cellsOf } from '../../support/memory-source.ts'
import { factsOf } from '../../support/memory-cache.ts'
import { at, busyWeek, MONDAY, scenario, type Scenario } from './sync-scenario.ts'

/** Agents online at the visit that was counted in an instant's quarter-hour. */
function agentsAt({ cache }: Scenario, instant: number): number | undefined {
  return cellsOf(cache.traffic(Math.floor(instant / DAY_MS))).find(({ slot }) => slot === Math.floor(instant / 900_000))
    ?.agents
}

function endOf({ cache }: Scenario, id: string): object {
  const [session] = cache.sessionsById([id])
  return { endedAt: session?.endedAt, leftOpen: session?.leftOpen ?? null }
}

/** The cache as a first sync would make it now. */
async function fresh({ source }: Scenario): Promise<object> {
  const other = scenario(source.now)
  Object.assign(other.source, {
    visits: source.visits,
    sessions: source.sessions,
    agents: source.agents,
    now: source.now,
  })
  await other.sync()
  const { cells, sessions } = factsOf(other.cache)
  return { cells, sessions }
}

function facts({ cache }: Scenario): object {
  const { cells, sessions } = factsOf(cache)
  return { cells, sessions }
}

describe('a session that a deploy left open', () => {
  it('ends where the agent’s next one begins, which a later sync brings', async () => {
    const company = busyWeek()
    const id = company.session('bob', at(7, 9), null)
    await company.sync()
    expect(endOf(company, id)).toEqual({ endedAt: null, leftOpen: null })
    company.source.now = at(7, 15)
    company.session('bob', at(7, 10, 30), at(7, 11))
    company.visit(at(7, 12, 5))
    await company.sync()
    expect(endOf(company, id)).toEqual({ endedAt: at(7, 10, 30), leftOpen: 'next-session' })
    expect(agentsAt(company, at(7, 12, 5))).toBe(0)
    expect(facts(company)).toEqual(await fresh(company))
  })

  it('takes back what was counted of it, where the next one began before the last hours', async () => {
    const company = busyWeek()
    const id = company.session('bob', at(6, 23), null)
    await company.sync()
    expect(agentsAt(company, at(7, 2, 5))).toBe(1)
    company.session('bob', at(7, 1), at(7, 1, 30))
    await company.sync({ reconcile: 'always' })
    expect(endOf(company, id)).toEqual({ endedAt: at(7, 1), leftOpen: 'next-session' })
    expect(agentsAt(company, at(7, 2, 5))).toBe(0)
    expect(facts(company)).toEqual(await fresh(company))
  })

  it('lasts longer again where the next one is gone, or moves', async () => {
    const company = busyWeek()
    const id = company.session('bob', at(3, 1), null)
    company.session('bob', at(3, 5), at(3, 6))
    await company.sync()
    expect([agentsAt(company, at(3, 4, 5)), agentsAt(company, at(3, 8, 5))]).toEqual([1, 0])
    company.source.sessions = company.source.sessions.map((session) =>
      session.startedAt === at(3, 5) ? { ...session, startedAt: at(3, 11), endedAt: at(3, 12) } : session,
    )
    await company.sync({ reconcile: 'always' })
    expect(endOf(company, id)).toEqual({ endedAt: at(3, 11), leftOpen: 'next-session' })
    company.source.sessions = company.source.sessions.filter(({ startedAt }) => startedAt !== at(3, 11))
    await company.sync({ reconcile: 'always' })
    expect(endOf(company, id)).toEqual({ endedAt: at(3, 17), leftOpen: 'no-evidence' })
    expect(facts(company)).toEqual(await fresh(company))
  })

  it('ends as recorded once the server closes it after all', async () => {
    const company = busyWeek()
    const id = company.session('bob', at(3, 1), null)
    company.session('bob', at(3, 5), at(3, 6))
    await company.sync()
    company.source.sessions = company.source.sessions.map((session) =>
      session.id === id ? { ...session, endedAt: at(3, 4) } : session,
    )
    await company.sync({ reconcile: 'always' })
    expect(endOf(company, id)).toEqual({ endedAt: at(3, 4), leftOpen: null })
    expect(facts(company)).toEqual(await fresh(company))
  })

  it('grows with every sign of its agent, and is looked at once a sync', async () => {
    const company = busyWeek()
    const id = company.session('bob', at(6, 9), null)
    company.visit(at(6, 10, 5), { agentId: 'bob' })
    await company.sync()
    expect(endOf(company, id)).toEqual({ endedAt: at(6, 10, 15), leftOpen: 'last-evidence' })
    company.source.now = at(7, 12, 40)
    company.visit(at(7, 12, 20), { agentId: 'bob' })
    await company.sync()
    expect(endOf(company, id)).toEqual({ endedAt: at(7, 12, 30), leftOpen: 'last-evidence' })
    expect(agentsAt(company, at(7, 4, 5))).toBe(1)
    expect(facts(company)).toEqual(await fresh(company))
    await company.sync()
    expect(company.source.windows).toHaveLength(1)
    expect(company.source.windows[0]!.knownEnds?.get(id)).toEqual({
      startedAt: at(6, 9),
      since: at(7, 10, 40),
      lastEvidence: at(7, 12, 30),
    })
  })

  it('does not outlive the clock when it is set back, nor end by what came later', async () => {
    const company = busyWeek()
    const id = company.session('bob', at(6, 20), null)
    company.visit(at(6, 21, 5), { agentId: 'bob' })
    company.source.now = at(7, 14)
    await company.sync()
    expect(endOf(company, id)).toEqual({ endedAt: at(6, 21, 15), leftOpen: 'last-evidence' })
    await company.sync({ now: at(7, 9) })
    expect(endOf(company, id)).toEqual({ endedAt: null, leftOpen: null })
    expect(agentsAt(company, at(7, 2, 5))).toBe(1)
  })

  it('is kept with its end when its agent is deleted, and counts again then', async () => {
    const company = busyWeek()
    const id = company.session('bob', at(3, 1), null)
    company.session('bob', at(3, 5), at(3, 6))
    await company.sync()
    const before = facts(company)
    company.source.agents = company.source.agents!.filter(({ id: agent }) => agent !== 'bob')
    company.source.sessions = company.source.sessions.filter(({ agentId }) => agentId !== 'bob')
    await company.sync({ full: true, reconcile: 'always' })
    expect(endOf(company, id)).toEqual({ endedAt: at(3, 5), leftOpen: 'next-session' })
    expect(facts(company)).toEqual(before)
  })

  it('is forgotten with the days it lies in', async () => {
    const company = busyWeek()
    const id = company.session('bob', at(1, 1), null)
    company.session('bob', at(1, 5), at(1, 6))
    await company.sync()
    expect(company.cache.sessionsById([id])).toHaveLength(1)
    await company.sync({ keepFromDay: MONDAY + 3 })
    expect(company.cache.sessionsById([id])).toEqual([])
  })

  it('is reported, with how many there are now', async () => {
    const company = busyWeek()
    const deploy = (hour: number): string => company.session('bob', at(7, hour), null)
    ;[1, 2, 3].forEach(deploy)
    const leftOpen = async (): Promise<number | undefined> =>
      (await company.sync({ reconcile: 'never' })).dataProblems.find(({ kind }) => kind === 'session-left-open')?.count
    expect(await leftOpen()).toBe(2)
    company.source.now = at(7, 11)
    deploy(10)
    expect(await leftOpen()).toBe(3)
    company.source.sessions = company.source.sessions.filter(({ startedAt }) => startedAt !== at(7, 10))
    expect(await leftOpen()).toBe(2)
  })

  it('costs later syncs nothing, however many deploys there were', async () => {
    const company = busyWeek()
    for (let deploy = 0; deploy < 300; deploy += 1) {
      for (const agent of ['bob', 'cem']) company.session(agent, at(0, 0, 10) + deploy * 1_800_000, null)
    }
    await company.sync()
    company.source.now = at(7, 10, 20)
    const { sessionRows } = await company.sync()
    expect(company.source.windows.map(({ alsoSessions }) => alsoSessions.length)).toEqual([2])
    expect(sessionRows).toBeLessThanOrEqual(2)
  })
})
