import { describe, expect, it } from 'vitest'
import { AppError } from '../../../shared/foundation/errors.ts'
import type { MeasuredSeconds } from '../../../shared/coverage/presence.ts'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { at, busyWeek, MONDAY, type Scenario } from './sync-scenario.ts'

const TODAY = MONDAY + 7
const seconds = (day: number, away: number, agentId = 'ann'): MeasuredSeconds => ({
  day,
  agentId,
  idle: 3_600,
  inCall: 600,
  away,
})
const away = (day: number, hour: number, hours: number | null) => ({
  agentId: 'ann',
  startedAt: at(day, hour),
  endedAt: hours === null ? null : at(day, hour) + hours * HOUR_MS,
})

const byDay = (one: MeasuredSeconds, other: MeasuredSeconds) =>
  one.day - other.day || one.agentId.localeCompare(other.agentId, 'en')

async function synced(): Promise<Scenario> {
  const company = busyWeek()
  company.source.recorded = {
    seconds: [seconds(MONDAY, 60), seconds(TODAY, 30)],
    away: [away(0, 9, 1), away(7, 0, null)],
  }
  await company.sync()
  return company
}

describe('what agents did while online', () => {
  it('comes with the first sync, newest days first and some weeks at a time', async () => {
    const company = await synced()
    expect(company.cache.measuredSeconds()).toEqual(company.source.recorded!.seconds)
    expect(company.cache.away()).toEqual(company.source.recorded!.away)
    expect(company.cache.presence()).toMatchObject({ fromDay: MONDAY, through: company.source.now })
    expect(company.source.presenceAsked.map(({ fromDay, toDay }) => [fromDay, toDay])).toEqual([
      [TODAY, TODAY],
      [MONDAY, TODAY - 1],
    ])
  })

  it('is read again of the last days alone: who was away is back', async () => {
    const company = await synced()
    company.source.presenceAsked.length = 0
    company.source.now += HOUR_MS
    company.source.recorded = { seconds: [seconds(MONDAY, 1), seconds(TODAY, 90)], away: [away(7, 0, 0.5)] }
    await company.sync()
    expect(company.cache.away()).toEqual([away(0, 9, 1), away(7, 0, 0.5)])
    expect(company.cache.measuredSeconds()).toEqual([seconds(MONDAY, 60), seconds(TODAY, 90)])
    expect(Math.min(...company.source.presenceAsked.map(({ fromDay }) => fromDay))).toBe(TODAY - 1)
  })

  it('is compared once a day by its sums, and only days that differ are read again', async () => {
    const company = await synced()
    company.source.presenceAsked.length = 0
    company.source.now += DAY_MS + HOUR_MS
    company.source.recorded = {
      seconds: [seconds(MONDAY, 120), seconds(TODAY, 30)],
      away: [away(0, 10, 2), away(7, 0, 1)],
    }
    await company.sync()
    expect(company.cache.away()).toEqual(company.source.recorded.away)
    expect(company.cache.measuredSeconds()).toEqual(company.source.recorded.seconds)
    expect(
      company.source.presenceAsked.filter((request) => request.away).map(({ fromDay, toDay }) => [fromDay, toDay]),
    ).toEqual([
      [TODAY - 1, TODAY + 1],
      [MONDAY, MONDAY],
    ])
  })

  it("of agents who were deleted stays with their sessions, at every kind of sync but one that takes the source's word", async () => {
    const company = busyWeek()
    const bob = [seconds(MONDAY, 90, 'bob'), seconds(TODAY, 40, 'bob')]
    const bobAway = [
      { ...away(0, 10, 1), agentId: 'bob' },
      { ...away(7, 8, null), agentId: 'bob' },
    ]
    company.source.recorded = { seconds: [seconds(MONDAY, 60), ...bob], away: [away(0, 9, 1), ...bobAway] }
    await company.sync()
    const [measured, intervals] = [company.cache.measuredSeconds(), company.cache.away()]
    company.source.agents = company.source.agents!.filter(({ id }) => id !== 'bob')
    company.source.recorded = { seconds: [seconds(MONDAY, 60)], away: [away(0, 9, 1)] }
    for (const options of [{}, { reconcile: 'always' }, { full: true }] as const) {
      company.source.now += DAY_MS
      company.source.presenceAsked.length = 0
      await company.sync(options)
      expect([company.cache.measuredSeconds().toSorted(byDay), company.cache.away()]).toEqual([
        measured.toSorted(byDay),
        intervals,
      ])
      // Days on which only the deleted agent's sums are missing do not differ.
      expect(
        company.source.presenceAsked.filter(
          (request) => request.away && request.toDay === request.fromDay && request.fromDay < TODAY - 1,
        ),
      ).toEqual([])
    }
    company.source.recorded = { seconds: [seconds(MONDAY, 60), seconds(MONDAY, 5, 'bob')], away: [away(0, 9, 1)] }
    await company.sync({ reconcile: 'always' })
    expect(company.cache.measuredSeconds().toSorted(byDay)).toEqual([
      seconds(MONDAY, 60),
      seconds(MONDAY, 5, 'bob'),
      bob[1],
    ])
    await company.sync({ takeSource: true })
    expect([company.cache.measuredSeconds().toSorted(byDay), company.cache.away()]).toEqual([
      company.source.recorded.seconds,
      company.source.recorded.away,
    ])
  })

  it('goes with the days that are forgotten, and whole where it is not recorded any more', async () => {
    const company = await synced()
    await company.sync({ keepFromDay: MONDAY + 1 })
    expect(company.cache.measuredSeconds()).toEqual([seconds(TODAY, 30)])
    expect(company.cache.away()).toEqual([away(7, 0, null)])
    company.source.recorded = null
    await company.sync()
    expect([company.cache.presence(), company.cache.measuredSeconds(), company.cache.away()]).toEqual([null, [], []])
  })

  it('comes whole where it is read from elsewhere', async () => {
    const company = await synced()
    company.source.presenceIdentity = 'another table'
    company.source.recorded = { seconds: [seconds(MONDAY, 5)], away: [] }
    await company.sync()
    expect([company.cache.measuredSeconds(), company.cache.away()]).toEqual([[seconds(MONDAY, 5)], []])
  })

  it('never makes a sync fail, and goes on where it stopped', async () => {
    const company = busyWeek()
    company.source.recorded = { seconds: [seconds(MONDAY, 60), seconds(TODAY, 30)], away: [away(0, 9, 1)] }
    company.source.beforeAnswer = (kind, request) => {
      if (kind === 'presence' && (request as { readonly fromDay: number }).fromDay === MONDAY)
        throw new AppError({ code: 'source-timeout', message: 'Too slow.' })
    }
    const outcome = await company.sync()
    expect(outcome.dataProblems).toContainEqual({
      kind: 'presence-unread',
      count: 1,
      reason: 'Too slow.',
      note: expect.stringContaining('Too slow.') as string,
    })
    expect(company.cache.measuredSeconds()).toEqual([seconds(TODAY, 30)])
    company.source.beforeAnswer = () => {}
    expect((await company.sync()).dataProblems.map(({ kind }) => kind)).not.toContain('presence-unread')
    expect(company.cache.measuredSeconds()).toEqual(company.source.recorded.seconds)
  })
})
