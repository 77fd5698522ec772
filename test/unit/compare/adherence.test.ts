import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adherenceOf, type AgentAdherence } from '../../../shared/compare/adherence.ts'
import { HOUR_MS, MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import type { PlannedInterval } from '../../../shared/plan/plan.ts'
import { tries } from '../../support/deep.ts'

const START = Date.parse('2026-02-16T00:00:00Z')
const week = { start: START, end: START + 168 * HOUR_MS }
const at = (hours: number): number => START + hours * HOUR_MS

let made = 0
function shift(
  agentId: string | null,
  from: number,
  ...[to, breaks = []]: [to: number, breaks?: readonly (readonly [number, number])[]]
): PlannedInterval {
  made += 1
  return {
    shiftId: `shift-${made}`,
    agentId,
    localDay: 0,
    start: at(from),
    end: at(to),
    breaks: breaks.map(([start, end]) => ({ start: at(start), end: at(end) })),
  }
}
const session = (agentId: string, from: number, to: number | null) => ({
  agentId,
  startedAt: at(from),
  endedAt: to === null ? null : at(to),
})
const all = { week, known: [{ start: START - 24 * HOUR_MS, end: START + 240 * HOUR_MS }], now: at(200), members: null }
const only = (input: Partial<Parameters<typeof adherenceOf>[0]>): AgentAdherence =>
  adherenceOf({ ...all, intervals: [], sessions: [], ...input })[0]!

describe('how agents kept to a plan', () => {
  it('is exact for somebody who was exact, whose breaks do not count', () => {
    const ann = only({
      intervals: [shift('ann', 9, 17, [[12, 13]])],
      sessions: [session('ann', 9, 12), session('ann', 13, 17)],
    })
    expect(ann).toMatchObject({
      agentId: 'ann',
      plannedMs: 7 * HOUR_MS,
      actualMs: 7 * HOUR_MS,
      lateMs: 0,
      earlyMs: 0,
      lateShifts: 0,
      earlyShifts: 0,
      absentShifts: 0,
      judgedShifts: 1,
      unplannedMs: 0,
    })
    // Online through the break all the same: no more work than was planned.
    expect(only({ intervals: [shift('ann', 9, 17, [[12, 13]])], sessions: [session('ann', 9, 17)] }).actualMs).toBe(
      7 * HOUR_MS,
    )
  })

  it('says by how much somebody came late and left early', () => {
    const ann = only({ intervals: [shift('ann', 9, 17)], sessions: [session('ann', 9.5, 16)] })
    expect(ann).toMatchObject({
      lateMs: 30 * MINUTE_MS,
      earlyMs: HOUR_MS,
      lateShifts: 1,
      earlyShifts: 1,
      actualMs: 6.5 * HOUR_MS,
    })
    expect(only({ intervals: [shift('ann', 9, 17)], sessions: [session('ann', 9 + 4 / 60, 17)] })).toMatchObject({
      lateMs: 4 * MINUTE_MS,
      lateShifts: 0,
    })
  })

  it('counts one person once, however many sessions overlap', () => {
    const sessions = [session('ann', 9, 13), session('ann', 10, 17), session('ann', 9, 11)]
    expect(only({ intervals: [shift('ann', 9, 17)], sessions })).toMatchObject({
      actualMs: 8 * HOUR_MS,
      plannedMs: 8 * HOUR_MS,
    })
  })

  it('calls absent who was not there, or only looked in', () => {
    expect(only({ intervals: [shift('ann', 9, 17)] })).toMatchObject({
      absentShifts: 1,
      lateMs: 0,
      earlyMs: 0,
      actualMs: 0,
      judgedShifts: 1,
    })
    expect(only({ intervals: [shift('ann', 9, 17)], sessions: [session('ann', 9, 9.1)] })).toMatchObject({
      absentShifts: 1,
      actualMs: 0.1 * HOUR_MS,
    })
  })

  it('calls present who was there for a quarter of an hour, or for half of a shorter shift, to the moment', () => {
    const absent = (end: number, online: number) =>
      only({ intervals: [shift('ann', 9, end)], sessions: [session('ann', 9, 9 + online)] }).absentShifts
    expect([absent(17, 0.25), absent(17, 0.2499)]).toEqual([0, 1])
    expect([absent(9.25, 0.125), absent(9.25, 0.1249)]).toEqual([0, 1])
  })

  it('tells work that nobody planned from more time about a shift', () => {
    const ann = only({
      intervals: [shift('ann', 9, 17)],
      sessions: [session('ann', 8.75, 17.5), session('ann', 20, 22)],
    })
    expect(ann.unplanned).toEqual([{ start: at(20), end: at(22) }])
    expect(ann.unplannedMs).toBe(2.75 * HOUR_MS)
    expect(ann.actualMs).toBe(10.75 * HOUR_MS)
    expect(only({ sessions: [session('bob', 9, 11)], members: new Set(['ann', 'bob']) })).toMatchObject({
      agentId: 'bob',
      shifts: [],
      plannedMs: 0,
      actualMs: 2 * HOUR_MS,
    })
    expect(
      adherenceOf({ ...all, intervals: [], sessions: [session('bob', 9, 11)], members: new Set(['ann']) }),
    ).toEqual([])
  })

  it('takes shifts that touch for one, and gives a shift over the edge to the week it begins in', () => {
    expect(
      only({ intervals: [shift('ann', 9, 13), shift('ann', 13, 17)], sessions: [session('ann', 9, 17)] }).shifts,
    ).toHaveLength(1)
    const night = [shift('ann', -4, 4), shift('ann', 164, 172)]
    const ann = only({ intervals: night, sessions: [session('ann', -4, 4), session('ann', 164, 172)] })
    expect(ann).toMatchObject({ plannedMs: 8 * HOUR_MS, actualMs: 8 * HOUR_MS, unplannedMs: 0 })
  })

  it('shows of a week that runs what is known so far', () => {
    const intervals = [shift('ann', 9, 17), shift('ann', 33, 41)]
    const morning = only({ intervals, sessions: [session('ann', 9, null)], now: at(12) })
    expect(morning.shifts.map(({ state }) => state)).toEqual(['running', 'ahead'])
    expect(morning).toMatchObject({ plannedMs: 3 * HOUR_MS, actualMs: 3 * HOUR_MS, judgedShifts: 0, earlyMs: 0 })
    // Two hours in, and nobody there.
    expect(only({ intervals, now: at(11) }).shifts[0]).toMatchObject({
      state: 'running',
      lateMs: 2 * HOUR_MS,
      earlyMs: null,
    })
  })

  it('judges nothing that was not synced', () => {
    const ann = only({
      intervals: [shift('ann', 9, 17), shift('ann', 33, 41)],
      sessions: [session('ann', 33, 41)],
      known: [{ start: at(24), end: at(48) }],
    })
    expect(ann.shifts.map(({ state }) => state)).toEqual(['unknown', 'worked'])
    expect(ann).toMatchObject({ plannedMs: 8 * HOUR_MS, absentShifts: 0, judgedShifts: 1 })
  })

  it('counts of what is planned and worked only what is known', () => {
    // The last sync read up to noon, though more has passed.
    const known = [{ start: START - 24 * HOUR_MS, end: at(12) }]
    const running = only({
      intervals: [shift('ann', 9, 17)],
      sessions: [session('ann', 9.5, null)],
      known,
      now: at(12.2),
    })
    expect(running).toMatchObject({
      plannedMs: 3 * HOUR_MS,
      actualMs: 2.5 * HOUR_MS,
      lateMs: 30 * MINUTE_MS,
      absentShifts: 0,
      judgedShifts: 0,
    })
    expect(running.shifts[0]!.state).toBe('running')
    const over = only({ intervals: [shift('ann', 9, 17)], sessions: [session('ann', 15, 20)], known, now: at(30) })
    expect(over.shifts[0]).toMatchObject({ state: 'unknown', plannedMs: 3 * HOUR_MS, onlineMs: 0, lateMs: null })
    expect(over).toMatchObject({
      plannedMs: 3 * HOUR_MS,
      actualMs: 0,
      unplannedMs: 0,
      absentShifts: 0,
      judgedShifts: 0,
    })
    expect(adherenceOf({ ...all, intervals: [], sessions: [session('bob', 20, 22)], known, now: at(30) })).toEqual([])
  })

  it('leaves out open shifts, and sessions that were probably forgotten', () => {
    expect(adherenceOf({ ...all, intervals: [shift(null, 9, 17)], sessions: [] })).toEqual([])
    expect(only({ intervals: [shift('ann', 9, 17)], sessions: [session('ann', 9, 36)] })).toMatchObject({
      absentShifts: 1,
      actualMs: 0,
    })
  })

  it('never counts more than was there, and adds up', () => {
    const time = fc.integer({ min: 0, max: 160 * 4 }).map((quarters) => quarters / 4)
    const lengths = fc.integer({ min: 1, max: 40 }).map((quarters) => quarters / 4)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(time, lengths), { maxLength: 6 }),
        fc.array(fc.tuple(time, lengths), { maxLength: 12 }),
        fc.integer({ min: 1, max: 200 }),
        (planned, worked, now) => {
          const intervals = planned.map(([from, length]) => shift('ann', from, from + length))
          const sessions = worked.map(([from, length]) => session('ann', from, from + length))
          const quarters = new Set(
            worked.flatMap(([from, length]) => Array.from({ length: 4 * length }, (_, quarter) => 4 * from + quarter)),
          ).values()
          const online = [...quarters].filter((quarter) => quarter < 4 * now).length / 4
          for (const { plannedMs, actualMs, unplannedMs, shifts } of adherenceOf({
            ...all,
            intervals,
            sessions,
            now: at(now),
          })) {
            const onShifts = shifts.reduce((sum, { onlineMs }) => sum + onlineMs, 0)
            expect(onShifts).toBeLessThanOrEqual(plannedMs)
            expect(onShifts + unplannedMs).toBe(actualMs)
            expect(actualMs).toBeLessThanOrEqual(online * HOUR_MS)
          }
        },
      ),
      tries(300, 5),
    )
  })
})
