import { describe, expect, it } from 'vitest'
import { isReconcileDue } from '../../../electron/sync/reconcile.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'

const NOW = 20_000 * DAY_MS

describe('comparing with the source', () => {
  it('is due a day after the last time, and not before', () => {
    const isDue = (last: number | null) => isReconcileDue('daily', { last, now: NOW, isFirst: false })
    expect([NOW - DAY_MS, NOW - DAY_MS + 1, NOW, null].map(isDue)).toEqual([true, false, false, true])
  })

  it('is due where the last time lies ahead, because a clock was set back', () => {
    expect(isReconcileDue('daily', { last: NOW + 1, now: NOW, isFirst: false })).toBe(true)
  })

  it('is not due after a first sync, which just read everything, and as asked otherwise', () => {
    const clocks = { last: null, now: NOW, isFirst: true }
    expect((['daily', 'never', 'always'] as const).map((when) => isReconcileDue(when, clocks))).toEqual([
      false,
      false,
      true,
    ])
  })
})
