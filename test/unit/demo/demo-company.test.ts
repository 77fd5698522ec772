import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { dayOfWeekOfDay, parseLocalDate } from '../../../shared/time/local.ts'
import { DEMO_AGENTS, DEMO_MEMBERS, DEMO_POOLS, DEMO_TRUTH, demoPoolId } from '../../../electron/sync/demo/company.ts'
import { demoDay, demoSessions, demoVisitId, type DemoDay } from '../../../electron/sync/demo/demo-day.ts'
import { localDayOf, startOfLocalDay, wallMinutes } from '../../../electron/sync/demo/local-days.ts'
import { DEMO_PLAN } from '../../../electron/sync/demo/published-plan.ts'

const LAST = parseLocalDate('2026-11-21')
const WEEKS = 44
const days: readonly (DemoDay & { readonly day: number })[] = Array.from(
  { length: WEEKS * 7 },
  (_, index) => LAST - WEEKS * 7 + 1 + index,
).map((day) => ({ day, ...demoDay(day) }))
const visits = days.flatMap(({ day, pageviews }) =>
  pageviews.map((visit) => ({ ...visit, day, hour: Math.floor(wallMinutes(visit.createdAt) / 60) })),
)

function coverage(of: readonly { readonly agentId: string | null }[]): number {
  return of.filter(({ agentId }) => agentId !== null).length / of.length
}

describe('the made-up company', () => {
  it('has 1,500 to 2,500 visits a day and covers 75 to 80% of them', () => {
    expect(visits.length / days.length).toBeGreaterThan(1_500)
    expect(visits.length / days.length).toBeLessThan(2_500)
    expect(coverage(visits)).toBeGreaterThan(0.74)
    expect(coverage(visits)).toBeLessThan(0.81)
  })

  it('grows', () => {
    const ofWeeks = (from: number, to: number): number =>
      visits.filter(({ day }) => day > LAST - to * 7 && day <= LAST - from * 7).length
    expect(ofWeeks(0, 8)).toBeGreaterThan(1.08 * ofWeeks(36, 44))
  })

  it('has a weak spot every weekday at noon and on Saturday', () => {
    const at = (hours: readonly number[]): number =>
      coverage(visits.filter(({ day, hour }) => dayOfWeekOfDay(day) % 6 !== 0 && hours.includes(hour)))
    expect(at([12])).toBeLessThan(at([10, 11, 13, 14]) - 0.3)
    const onDay = (weekday: number): number =>
      coverage(visits.filter(({ day, hour }) => dayOfWeekOfDay(day) === weekday && hour >= 9 && hour < 17))
    for (const weekday of [1, 2, 3, 4, 5]) expect(onDay(6)).toBeLessThan(onDay(weekday) - 0.1)
  })

  it('is the same every time it is made, each day by itself', () => {
    const again = demoDay(LAST - 100)
    expect(again).toEqual(demoDay(LAST - 100))
    expect(demoSessions(LAST - 100)).toEqual(again.sessions)
    expect(demoVisitId(LAST, 0)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('keeps every visit inside its local day, in order, also where the clock changes', () => {
    for (const date of ['2026-03-08', '2026-11-01', '2026-06-15']) {
      const day = parseLocalDate(date)
      const instants = demoDay(day).pageviews.map(({ createdAt }) => createdAt)
      expect(instants).toEqual(instants.toSorted((a, b) => a - b))
      expect(new Set(instants.map(localDayOf))).toEqual(new Set([day]))
    }
    const lengthOf = (date: string): number =>
      (startOfLocalDay(parseLocalDate(date) + 1) - startOfLocalDay(parseLocalDate(date))) / HOUR_MS
    expect(['2026-03-08', '2026-11-01', '2026-06-15'].map(lengthOf)).toEqual([23, 25, 24])
  })

  it('covers a visitor only with an agent of the pool who is online', () => {
    const serving = new Map(
      DEMO_POOLS.map(({ id }) => [
        id,
        new Set(DEMO_MEMBERS.filter(({ poolId }) => poolId === id).map(({ agentId }) => agentId)),
      ]),
    )
    const impossible = days.slice(100, 114).flatMap(({ day, pageviews }) => {
      const sessions = [...demoSessions(day - 1), ...demoSessions(day)]
      return pageviews.filter(({ createdAt, agentId, poolId }) => {
        if (agentId === null) return false
        const isOnline = sessions.some(
          (session) => session.agentId === agentId && session.startedAt <= createdAt && createdAt < session.endedAt,
        )
        const serves = poolId === null || poolId === demoPoolId('everyone') || serving.get(poolId)!.has(agentId)
        return !isOnline || !serves
      })
    })
    expect(impossible).toEqual([])
  })

  it('has agents who follow the plan, late, absent at times, and through the night', () => {
    const planned = days.flatMap(({ day }) =>
      DEMO_PLAN.shifts.filter(({ dayOfWeek }) => dayOfWeek === dayOfWeekOfDay(day)),
    )
    const sessions = days.flatMap(({ sessions: of }) => of)
    const worked = sessions.length / 2 / planned.length
    expect(worked).toBeGreaterThan(1 - 2 * DEMO_TRUTH.noShow)
    expect(worked).toBeLessThan(1 - DEMO_TRUTH.noShow / 2)
    expect(sessions.some(({ startedAt, endedAt }) => localDayOf(startedAt) !== localDayOf(endedAt))).toBe(true)
    expect(new Set(sessions.map(({ agentId }) => agentId)).size).toBe(DEMO_AGENTS.length)
    expect(new Set(sessions.map(({ id }) => id)).size).toBe(sessions.length)
  })

  it('has one or two sessions that nobody closed, in any half year', () => {
    const forgotten = days
      .filter(({ day }) => day > LAST - 182)
      .flatMap(({ sessions }) => sessions.filter(({ startedAt, endedAt }) => endedAt - startedAt > 16 * HOUR_MS))
    expect(forgotten.length).toBeGreaterThanOrEqual(1)
    expect(forgotten.length).toBeLessThanOrEqual(2)
    expect(forgotten.every(({ startedAt, endedAt }) => endedAt - startedAt < 2 * DAY_MS)).toBe(true)
  })
})
