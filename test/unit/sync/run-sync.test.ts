import { describe, expect, it } from 'vitest'
import { AppError } from '../../../shared/foundation/errors.ts'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { factsOf } from '../../support/memory-cache.ts'
import { cellsOf } from '../../support/memory-source.ts'
import { at, busyWeek, MONDAY, scenario } from './sync-scenario.ts'
import type { SyncProgress } from '../../../electron/sync/options.ts'

describe('what a sync brings', () => {
  it('counts the first time everything from the first visit on', async () => {
    const company = busyWeek()
    const outcome = await company.sync()
    expect(outcome).toMatchObject({
      from: '2026-03-02',
      to: '2026-03-09',
      visitors: 90,
      now: company.source.now,
      changedDays: [],
    })
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
    expect(company.source.windows.map(({ from, to }) => (Math.min(to, at(8)) - from) / DAY_MS).map(Math.ceil)).toEqual([
      1, 1, 2, 4,
    ])
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
    expect([...company.cache.syncedDays().keys()].toSorted((a, b) => a - b)).toEqual([
      MONDAY + 1,
      MONDAY + 2,
      MONDAY + 3,
    ])
  })

  it('stores the clock and the names of a source without any visit, and no day', async () => {
    const company = scenario(at(3, 12))
    company.source.agents = [{ id: 'ann', name: 'Ann' }]
    const outcome = await company.sync()
    expect(outcome).toMatchObject({ windows: 0, visitors: 0 })
    expect(company.cache.state().now).toBe(at(3, 12))
    expect(company.cache.directory()?.agents).toMatchObject([{ id: 'ann', name: 'Ann', present: true }])
    expect(company.cache.syncedDays().size).toBe(0)
  })

  it('stops at the last day asked for, and fills the rest later', async () => {
    const company = busyWeek()
    await company.sync({ toDay: MONDAY + 3 })
    expect([...company.cache.syncedDays().keys()].toSorted((a, b) => a - b)).toEqual(
      [0, 1, 2, 3].map((day) => MONDAY + day),
    )
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
    Object.assign(fresh.source, {
      visits: company.source.visits,
      sessions: company.source.sessions,
      agents: company.source.agents,
    })
    await fresh.sync({ now: at(6, 21) })
    expect({ ...factsOf(company.cache), days: [] }).toEqual({ ...factsOf(fresh.cache), days: [] })
    expect(company.cache.syncedDays().get(MONDAY + 6)).toEqual(fresh.cache.syncedDays().get(MONDAY + 6))
  })

  it('forgets everything when it is pointed at another source, and only where that is wanted', async () => {
    const company = busyWeek()
    await company.sync()
    const before = factsOf(company.cache)
    company.source.identity = 'elsewhere'
    company.source.visits = company.source.visits.slice(60)
    company.source.sessions = []
    await expect(company.sync()).rejects.toMatchObject({
      code: 'remap-needed',
      kept: expect.stringContaining('Nothing was changed.') as string,
    })
    expect(factsOf(company.cache)).toEqual(before)
    await company.sync({ remap: true })
    const fresh = scenario(company.source.now)
    Object.assign(fresh.source, { visits: company.source.visits, agents: company.source.agents, identity: 'elsewhere' })
    await fresh.sync()
    expect(factsOf(company.cache)).toEqual(factsOf(fresh.cache))
  })
})

describe('a source that goes by another name since', () => {
  it('is the same: no day is read again, and none is forgotten', async () => {
    const company = busyWeek()
    await company.sync()
    const before = factsOf(company.cache)
    Object.assign(company.source, {
      identity: 'memory, as a later version names it',
      formerIdentities: ['something else', 'memory'],
    })
    const { windows } = await company.sync({ overlapMs: 0 })
    expect(windows).toBeLessThanOrEqual(1)
    expect({ ...factsOf(company.cache), days: [] }).toEqual({ ...before, days: [] })
    expect(
      new Set([...company.cache.syncedDays().values()].map(({ sourceFingerprint }) => sourceFingerprint)).size,
    ).toBe(1)
    Object.assign(company.source, { formerIdentities: [] })
    await company.sync()
  })

  it('counts its days again, and keeps those that it does not have any more, where a further column divides the counts', async () => {
    const company = busyWeek()
    await company.sync()
    const days = company.cache.syncedDays().size
    const last = Math.max(...company.cache.syncedDays().keys())
    Object.assign(company.source, {
      countingIdentity: 'a further column',
      visits: company.source.visits.filter(({ at }) => Math.floor(at / 86_400_000) >= last),
    })
    await company.sync()
    expect(company.cache.syncedDays().size).toBe(days)
  })
})

describe('which organization', () => {
  it('asks which one where there are several, and names them', async () => {
    const company = busyWeek()
    company.source.organizations = [...company.source.organizations, { id: 'other', name: null }]
    await expect(company.sync()).rejects.toMatchObject({
      code: 'source-organization',
      message: 'The source has several organizations: org (Acme), other.',
    })
    expect((await company.sync({ organizationId: 'org' })).organizationId).toBe('org')
  })

  it('refuses one that is not there', async () => {
    await expect(busyWeek().sync({ organizationId: 'nobody' })).rejects.toMatchObject({ code: 'source-organization' })
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
      if (kind === 'window' && to - from > 5 * HOUR_MS)
        throw new AppError({ code: 'source-timeout', message: 'Too slow.' })
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
    await expect(company.sync()).rejects.toMatchObject({
      code: 'source-timeout',
      message: 'Too slow.',
      kept: 'Nothing was synced yet.',
    })
    expect(company.cache.state().now).toBeNull()
    expect(company.cache.runs).toMatchObject([{ outcome: 'failed', error: 'Too slow.' }])
  })

  it('keeps what it has when the line is cut, and goes on there', async () => {
    const company = busyWeek()
    company.source.beforeAnswer = (kind) => {
      if (kind === 'window' && company.source.windows.length === 3)
        throw new AppError({ code: 'source-lost', message: 'The line was cut.' })
    }
    await expect(company.sync()).rejects.toMatchObject({
      code: 'source-lost',
      kept: '3 days are safe, and the next sync goes on from there.',
    })
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
    expect(told.at(-1)).toMatchObject({
      phase: 'counting',
      daysDone: 8,
      daysTotal: 8,
      windowsDone: 8,
      visitors: 90,
      msLeft: 0,
    })
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
