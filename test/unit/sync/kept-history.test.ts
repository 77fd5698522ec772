import { describe, expect, it } from 'vitest'
import { cellsOf } from '../../support/memory-source.ts'
import { at, busyWeek, MONDAY, type Scenario } from './sync-scenario.ts'

const TODAY = MONDAY + 7

function visitsOf(company: Scenario, day: number): number | undefined {
  return company.cache.syncedDays().get(MONDAY + day)?.visitors
}

function countriesOf(company: Scenario): readonly (string | null)[] {
  const days = [...company.cache.syncedDays().keys()]
  return [...new Set(days.flatMap((day) => cellsOf(company.cache.traffic(day)).map(({ country }) => country)))]
}

function purgeBefore(company: Scenario, instant: number): void {
  company.source.visits = company.source.visits.filter((visit) => visit.at >= instant)
}

describe('a source that forgets its past bit by bit', () => {
  it('takes nothing from the cache of the day that it is about to lose', async () => {
    const company = busyWeek()
    await company.sync()
    for (const instant of [at(1, 9), at(2, 15), at(3, 1)]) {
      purgeBefore(company, instant)
      await company.sync({ reconcile: 'always' })
    }
    expect([0, 1, 2, 3].map((day) => visitsOf(company, day))).toEqual([12, 12, 12, 12])
    expect(cellsOf(company.cache.traffic(MONDAY + 2))).toHaveLength(12)
  })

  it('says once what it kept, and what is left at the source', async () => {
    const company = busyWeek()
    await company.sync()
    purgeBefore(company, at(1, 9))
    const { changedDays } = await company.sync({ reconcile: 'always' })
    expect(changedDays).toEqual([
      { date: '2026-03-02', before: { visitors: 12, covered: 6 }, after: { visitors: 0, covered: 0 }, kept: true },
      { date: '2026-03-03', before: { visitors: 12, covered: 6 }, after: { visitors: 7, covered: 3 }, kept: true },
    ])
    expect((await company.sync({ reconcile: 'always' })).changedDays).toEqual([])
    expect(company.source.windows).toHaveLength(1)
  })

  it('still takes late visits of that day', async () => {
    const company = busyWeek()
    await company.sync()
    purgeBefore(company, at(1, 9))
    company.visit(at(1, 20, 50))
    await company.sync({ reconcile: 'always' })
    expect(visitsOf(company, 1)).toBe(13)
  })

  it('is believed when its figures are asked for', async () => {
    const company = busyWeek()
    await company.sync()
    purgeBefore(company, at(1, 9))
    await company.sync({ reconcile: 'always' })
    await company.sync({ reconcile: 'always', takeSource: true })
    expect([visitsOf(company, 0), visitsOf(company, 1)]).toEqual([0, 7])
  })

  it('is not suspected where it merely lost the first visits of all', async () => {
    const company = busyWeek()
    await company.sync()
    purgeBefore(company, at(0, 3))
    await company.sync({ reconcile: 'always' })
    expect(visitsOf(company, 0)).toBe(10)
  })
})

describe('folding rare countries', () => {
  it('reaches days that the source no longer has', async () => {
    const company = busyWeek()
    await company.sync()
    purgeBefore(company, at(3))
    await company.sync({ foldCountriesUnder: 100 })
    expect(countriesOf(company)).toEqual(['OTHER'])
    expect(visitsOf(company, 0)).toBe(12)
    await company.sync({ foldCountriesUnder: 100 })
    expect(company.cache.commits.flatMap(({ traffic }) => traffic?.map(({ day }) => day) ?? [])).toEqual([TODAY])
  })

  it('reaches a day that is gone from the middle, and covered visits that were kept', async () => {
    const company = busyWeek()
    await company.sync()
    company.source.visits = company.source.visits
      .filter((visit) => visit.at < at(2) || visit.at >= at(3))
      .map((visit) => (visit.at < at(1) ? { ...visit, agentId: null } : visit))
    await company.sync({ reconcile: 'always' })
    await company.sync({ foldCountriesUnder: 100 })
    expect(countriesOf(company)).toEqual(['OTHER'])
    expect(company.cache.syncedDays().get(MONDAY)).toMatchObject({ visitors: 12, covered: 6 })
    expect(visitsOf(company, 2)).toBe(12)
  })

  it('reaches everything when the source has no visit left', async () => {
    const company = busyWeek()
    await company.sync()
    purgeBefore(company, company.source.now)
    await company.sync({ foldCountriesUnder: 100 })
    expect(countriesOf(company)).toEqual(['OTHER'])
  })
})

describe('membership that cannot be read for a while', () => {
  const ann = { poolId: 'sales', agentId: 'ann' }
  const bob = { poolId: 'sales', agentId: 'bob' }

  function pooled(): Scenario {
    const company = busyWeek()
    company.source.pools = [{ id: 'sales', name: 'Sales', isCatchAll: false }]
    company.source.members = [ann]
    return company
  }

  it('keeps since when and until when it was seen', async () => {
    const company = pooled()
    await company.sync()
    company.source.now = at(8, 10)
    company.source.members = [bob]
    await company.sync()
    const before = company.cache.directory()?.members
    expect(before).toEqual([
      { ...ann, fromDay: null, untilDay: TODAY + 1 },
      { ...bob, fromDay: TODAY, untilDay: null },
    ])
    for (const members of [null, null, [bob]]) {
      company.source.members = members
      company.source.now += 60_000
      await company.sync()
      expect(company.cache.directory()?.members).toEqual(members && before)
    }
  })

  it('dates whom it finds afterwards', async () => {
    const company = pooled()
    await company.sync()
    company.source.members = null
    company.source.now = at(8, 10)
    await company.sync()
    company.source.members = [bob]
    company.source.now = at(9, 10)
    await company.sync()
    expect(company.cache.directory()?.members).toEqual([
      { ...ann, fromDay: null, untilDay: TODAY + 2 },
      { ...bob, fromDay: TODAY + 1, untilDay: null },
    ])
  })
})

describe('agents who are gone, some with their sessions and some without', () => {
  it('are not pulled again by every comparison', async () => {
    const company = busyWeek()
    for (let day = 0; day < 7; day += 1) company.session('bob', at(day, 12), at(day, 15))
    await company.sync()
    company.source.agents = []
    company.source.sessions = company.source.sessions.filter(({ agentId }) => agentId !== 'bob')
    await company.sync({ reconcile: 'always' })
    await company.sync({ reconcile: 'always' })
    expect(company.source.windows.map(({ from }) => from)).toEqual([at(7, 8)])
    expect(
      company.cache
        .sessionsOverlapping(at(2), at(3))
        .map(({ agentId }) => agentId)
        .toSorted(),
    ).toEqual(['ann', 'bob'])
  })
})
