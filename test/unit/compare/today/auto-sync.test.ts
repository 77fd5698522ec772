import { describe, expect, it } from 'vitest'
import { nextAutoSync } from '../../../../shared/compare/today/auto-sync.ts'

const MINUTE = 60_000

describe('syncing of its own accord', () => {
  it('is off unless it was set', () => {
    expect(nextAutoSync({ minutes: null, lastEndedAt: null, failures: 0 })).toBeNull()
  })

  it('is due so many minutes after the last sync, and at once where there was none', () => {
    expect(nextAutoSync({ minutes: 5, lastEndedAt: 0, failures: 0 })).toBe(5 * MINUTE)
    expect(nextAutoSync({ minutes: 5, lastEndedAt: null, failures: 0 })).toBe(0)
  })

  it('waits longer after each failure, never over an hour nor under what was set', () => {
    const waits = [0, 1, 2, 3, 4, 50].map((failures) => nextAutoSync({ minutes: 5, lastEndedAt: 0, failures })! / MINUTE)
    expect(waits).toEqual([5, 10, 20, 40, 60, 60])
    expect(nextAutoSync({ minutes: 120, lastEndedAt: 0, failures: 3 })).toBe(120 * MINUTE)
  })
})
