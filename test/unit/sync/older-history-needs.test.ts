import { describe, expect, it, vi } from 'vitest'
import { startOlderHistory } from '../../../electron/backend/sync/older-history.ts'
import { noteOlderHistory, olderHistoryOf } from '../../../electron/backend/sync/older-history-needs.ts'
import type { BackendContext } from '../../../electron/backend/core/context.ts'
import type { WorkspaceRecord } from '../../../electron/backend/threads/work-thread.ts'

const NOW = Date.parse('2026-03-20T15:00:00Z')
const SYNCED = { now: NOW, historyFrom: '2025-09-19', sourceFrom: '2020-01-01' }
const workspace = (keepMonths: number | null = null) =>
  ({ id: 'shop', source: { kind: 'postgres' }, settings: { keepMonths } }) as WorkspaceRecord

/** A host with its jobs; `isSyncing`: one runs already. */
function hostOf(kind: 'browser' | 'terminal', isSyncing = false) {
  const start = vi.fn<(request: unknown) => { readonly id: string }>(() => ({ id: 'job' }))
  const jobs = { start, latest: () => (isSyncing ? { state: 'running' } : null) }
  return { context: { data: {}, host: { kind }, jobs } as unknown as BackendContext, start }
}

describe('older history', () => {
  it('is wanted as far as two years back, and as far as the source has it', () => {
    const { context } = hostOf('browser')
    noteOlderHistory(context, workspace(), SYNCED)
    expect([...olderHistoryOf(context)]).toEqual([['shop', '2024-03-22']])
    noteOlderHistory(context, workspace(), { ...SYNCED, sourceFrom: '2025-01-01' })
    expect([...olderHistoryOf(context)]).toEqual([['shop', '2025-01-01']])
  })

  it.each([
    { why: 'the source has no more', synced: { sourceFrom: '2025-09-19' } },
    { why: 'it is counted already', synced: { historyFrom: '2024-01-01' } },
    { why: 'less is kept', record: workspace(12) },
    { why: 'the command line counts what it is asked for', kind: 'terminal' as const },
  ])('is not wanted where $why', ({ synced = {}, record = workspace(), kind = 'browser' as const }) => {
    const { context } = hostOf(kind)
    noteOlderHistory(context, record, { ...SYNCED, ...synced })
    expect(olderHistoryOf(context).size).toBe(0)
  })

  it('starts once no other sync runs, and once only', () => {
    const busy = hostOf('browser', true)
    noteOlderHistory(busy.context, workspace(), SYNCED)
    startOlderHistory(busy.context)
    expect([busy.start.mock.calls.length, olderHistoryOf(busy.context).size]).toEqual([0, 1])
    const idle = hostOf('browser')
    noteOlderHistory(idle.context, workspace(), SYNCED)
    startOlderHistory(idle.context)
    startOlderHistory(idle.context)
    expect(idle.start).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ workspaceId: 'shop' }))
  })
})
