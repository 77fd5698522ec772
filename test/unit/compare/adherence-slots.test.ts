import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adherenceOf, type AdherenceInput } from '../../../shared/compare/adherence.ts'
import { adherenceSlots } from '../../../shared/compare/adherence-slots.ts'
import { HOUR_MS, MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import type { PlannedInterval } from '../../../shared/plan/plan.ts'
import { tries } from '../../support/deep.ts'

const START = Date.parse('2026-02-16T00:00:00Z')
const at = (hours: number): number => START + hours * HOUR_MS
const all = {
  week: { start: START, end: START + 168 * HOUR_MS },
  known: [{ start: START - 24 * HOUR_MS, end: START + 240 * HOUR_MS }],
  now: at(200),
  members: null,
}

function shift(from: number, to: number, breaks: readonly (readonly [number, number])[] = []): PlannedInterval {
  return {
    shiftId: `${from}`,
    agentId: 'ann',
    localDay: 0,
    start: at(from),
    end: at(to),
    breaks: breaks.map(([start, end]) => ({ start: at(start), end: at(end) })),
  }
}
const session = (from: number, to: number | null) => ({
  agentId: 'ann',
  startedAt: at(from),
  endedAt: to === null ? null : at(to),
})

/** Runs of the same state: "09:00 late 2" is two quarter-hours from nine on. */
function runs(input: Partial<AdherenceInput>): readonly string[] {
  const slots = adherenceSlots({ ...all, intervals: [], sessions: [], ...input }).get('ann') ?? []
  const out: { start: number; end: number; state: string; count: number }[] = []
  for (const { start, state } of slots) {
    const last = out.at(-1)
    if (last?.state === state && last.end === start)
      Object.assign(last, { end: start + 15 * MINUTE_MS, count: last.count + 1 })
    else out.push({ start, end: start + 15 * MINUTE_MS, state, count: 1 })
  }
  return out.map(({ start, state, count }) => `${new Date(start).toISOString().slice(11, 16)} ${state} ${count}`)
}

describe('how agents kept to a plan, by quarter-hour', () => {
  it('is on time, late, away, or gone early', () => {
    const sessions = [session(9.5, 11), session(11.5, 16)]
    expect(runs({ intervals: [shift(9, 17)], sessions })).toEqual([
      '09:00 late 2',
      '09:30 on-time 6',
      '11:00 away 2',
      '11:30 on-time 18',
      '16:00 early 4',
    ])
  })

  it('takes up to five minutes for on time, and says how long somebody was there', () => {
    expect(runs({ intervals: [shift(9, 10)], sessions: [session(9 + 5 / 60, 10)] })).toEqual(['09:00 on-time 4'])
    const slots = adherenceSlots({ ...all, intervals: [shift(9, 10)], sessions: [session(9 + 6 / 60, 10)] }).get('ann')!
    expect(slots[0]).toEqual({ start: at(9), state: 'late', plannedMs: 15 * MINUTE_MS, onlineMs: 9 * MINUTE_MS })
  })

  it('leaves out breaks that the plan draws', () => {
    expect(runs({ intervals: [shift(9, 17, [[12, 13]])], sessions: [session(9, 17)] })).toEqual([
      '09:00 on-time 12',
      '13:00 on-time 16',
    ])
  })

  it('is absent of a shift that was not worked, and unplanned where nothing was planned', () => {
    expect(runs({ intervals: [shift(9, 10)], sessions: [session(12, 12.5)] })).toEqual([
      '09:00 absent 4',
      '12:00 unplanned 2',
    ])
    // A little before and after a shift is no unplanned work.
    expect(runs({ intervals: [shift(9, 10)], sessions: [session(8.5, 10 + 4 / 60)] })).toEqual([
      '08:30 unplanned 2',
      '09:00 on-time 4',
    ])
  })

  it('is still to come, or not known', () => {
    expect(runs({ intervals: [shift(9, 11)], sessions: [session(9, null)], now: at(10) })).toEqual([
      '09:00 on-time 4',
      '10:00 ahead 4',
    ])
    expect(runs({ intervals: [shift(9, 11)], sessions: [], now: at(10) })).toEqual(['09:00 late 4', '10:00 ahead 4'])
    expect(
      runs({ intervals: [shift(9, 11)], sessions: [session(9, 11)], known: [{ start: START, end: at(10) }] }),
    ).toEqual(['09:00 on-time 4', '10:00 unknown 4'])
    // Who left while the shift goes on may come back.
    expect(runs({ intervals: [shift(9, 11)], sessions: [session(9, 9.5)], now: at(10) })).toEqual([
      '09:00 on-time 2',
      '09:30 away 2',
      '10:00 ahead 4',
    ])
  })

  it('adds up to the hours of the shifts', () => {
    const time = fc.integer({ min: 0, max: 160 * 4 }).map((quarters) => quarters / 4)
    const minute = fc.integer({ min: 0, max: 160 * 60 }).map((minutes) => minutes / 60)
    const length = fc.integer({ min: 1, max: 40 }).map((quarters) => quarters / 4)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(time, length), { maxLength: 5 }),
        fc.array(fc.tuple(minute, length), { maxLength: 10 }),
        (planned, worked) => {
          const input = {
            ...all,
            intervals: planned.map(([from, hours]) => shift(from, from + hours)),
            sessions: worked.map(([from, hours]) => session(from, from + hours)),
          }
          const slots = adherenceSlots(input).get('ann') ?? []
          const sum = (kind: 'plannedMs' | 'onlineMs'): number =>
            slots.filter(({ plannedMs }) => plannedMs > 0).reduce((total, slot) => total + slot[kind], 0)
          const [agent] = adherenceOf(input)
          expect(sum('plannedMs')).toBeCloseTo(agent?.plannedMs ?? 0, 3)
          expect(sum('onlineMs')).toBeCloseTo((agent?.actualMs ?? 0) - (agent?.unplannedMs ?? 0), 3)
          expect(new Set(slots.map(({ start }) => start)).size).toBe(slots.length)
          expect(slots.map(({ start }) => start)).toEqual(
            slots.map(({ start }) => start).toSorted((one, other) => one - other),
          )
        },
      ),
      tries(200, 11),
    )
  })
})
