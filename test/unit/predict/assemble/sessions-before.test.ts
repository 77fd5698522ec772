import { describe, expect, it } from 'vitest'
import { HOUR_MS } from '../../../../shared/foundation/minutes.ts'
import { sessionsBefore } from '../../../../shared/predict/assemble/past.ts'

const ORIGIN = 1000 * HOUR_MS
const session = (from: number, to: number | null) => ({
  agentId: 'ann',
  startedAt: from * HOUR_MS,
  endedAt: to === null ? null : to * HOUR_MS,
})
const before = (...sessions: readonly ReturnType<typeof session>[]) =>
  sessionsBefore(sessions, { from: 900 * HOUR_MS, origin: ORIGIN })

describe('sessions as they were known at an instant', () => {
  it('are those that had begun, one that ended later still open', () => {
    expect(
      before(session(990, 999), session(995, 1005), session(996, null), session(1000, 1002), session(1001, null)),
    ).toEqual([session(990, 999), session(995, null), session(996, null)])
  })

  it('are the same, whether or not it is known how they went on', () => {
    expect(before(session(995, 1030))).toEqual(before(session(995, null)))
  })

  it('leave out what ended before the time that is looked at, and what cannot be', () => {
    expect(before(session(880, 900), session(950, 940), session(1000, 990))).toEqual([])
    expect(before(session(895, 901))).toHaveLength(1)
  })

  it('keep what was probably forgotten, so that a shift in it is not taken for an absence', () => {
    expect(before(session(950, 970), session(983, null))).toEqual([session(950, 970), session(983, null)])
  })
})
