import { describe, expect, it } from 'vitest'
import { nextAutoSync } from '../../../../shared/compare/today/auto-sync.ts'
import { MINUTE_MS } from '../../../../shared/foundation/minutes.ts'

describe('syncing of its own accord', () => {
  it('is off unless it was set', () => {
    expect(nextAutoSync({ minutes: null, lastEndedAt: null, failures: 0, now: 0 })).toBeNull()
  })

  it('is due so many minutes after the last sync, and at once where there was none', () => {
    expect(nextAutoSync({ minutes: 5, lastEndedAt: 0, failures: 0, now: 0 })).toBe(5 * MINUTE_MS)
    expect(nextAutoSync({ minutes: 5, lastEndedAt: null, failures: 0, now: 0 })).toBe(0)
  })

  it('is due at once where the last sync ended by a clock that was ahead', () => {
    expect(nextAutoSync({ minutes: 5, lastEndedAt: 1_000 * MINUTE_MS, failures: 3, now: 0 })).toBe(0)
  })

  it('waits longer after each failure, never over an hour nor under what was set', () => {
    const waits = [0, 1, 2, 3, 4, 50].map(
      (failures) => nextAutoSync({ minutes: 5, lastEndedAt: 0, failures, now: 0 })! / MINUTE_MS,
    )
    expect(waits).toEqual([5, 10, 20, 40, 60, 60])
    expect(nextAutoSync({ minutes: 120, lastEndedAt: 0, failures: 3, now: 0 })).toBe(120 * MINUTE_MS)
  })
})
