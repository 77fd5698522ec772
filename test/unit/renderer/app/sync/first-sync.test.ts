import { expect, it } from 'vitest'
import { isBeforeFirstSync } from '../../../../../renderer/app/sync/first-sync.ts'

it('learns nothing from half a history: not before anything was synced, and not while the first sync runs', () => {
  const run = {} as NonNullable<Parameters<typeof isBeforeFirstSync>[0]['lastRun']>
  const now = '2026-03-16T09:15:00.000Z'
  expect([
    isBeforeFirstSync({ now: null, lastRun: null }, null),
    isBeforeFirstSync({ now, lastRun: null }, { state: 'running' }),
    isBeforeFirstSync({ now, lastRun: null }, { state: 'cancelled' }),
    isBeforeFirstSync({ now, lastRun: run }, { state: 'running' }),
    isBeforeFirstSync({ now, lastRun: run }, null),
  ]).toEqual([true, true, false, false, false])
})
