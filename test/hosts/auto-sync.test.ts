import { describe, expect, it } from 'vitest'
import { createJobRunner } from '../../electron/backend/core/job-runner.ts'
import type { WorkspaceRecord } from '../../electron/backend/threads/work-thread.ts'
import { SYNC } from '../../electron/backend/sync/sync-job.ts'
import { createAutoSync } from '../../electron/backend/sync/auto-sync.ts'
import { AppError } from '../../shared/foundation/errors.ts'
import { workspaceSettingsSchema } from '../../shared/contract/workspace-settings.ts'
import { MINUTE_MS } from '../../shared/foundation/minutes.ts'

/** A workspace whose source is there or not, and what the app does of its own accord. */
function company({ minutes, synced = null }: { readonly minutes: number | null; readonly synced?: number | null }) {
  const world = { now: 0, isDown: false, started: 0, cannotBegin: new Set<string>() }
  const workspace: WorkspaceRecord = {
    id: 'one',
    name: 'One',
    source: { kind: 'demo' },
    settings: { ...workspaceSettingsSchema.parse({}), autoSyncMinutes: minutes },
    isConfirmed: true,
    countedFrom: null,
    organization: null,
    now: synced,
    lastUsed: null,
    bytes: 0,
    problem: null,
  }
  const jobs = createJobRunner({
    clock: () => world.now,
    newId: () => String(world.started),
    onFailure: () => undefined,
  })
  const notices: string[] = []
  const context = {
    jobs,
    data: { work: () => ({ list: async () => [{ ...workspace, id: 'broken' }, workspace] }) } as never,
    clock: () => world.now,
    onNotice: (text: string) => void notices.push(text),
  }
  const autoSync = createAutoSync({
    context,
    async start(workspaceId) {
      if (world.cannotBegin.has(workspaceId))
        throw new AppError({ code: 'store-busy', message: 'Its files cannot be opened.' })
      if (workspaceId !== 'one') return
      world.started += 1
      jobs.start({
        kind: SYNC,
        workspaceId,
        async work() {
          if (world.isDown) throw new AppError({ code: 'source-host', message: 'The source cannot be reached.' })
          return {} as never
        },
      })
    },
  })
  const minute = async (): Promise<void> => {
    await autoSync.tick()
    await jobs.settled(SYNC, 'one')
    world.now += MINUTE_MS
  }
  return {
    world,
    notices,
    state: () => autoSync.stateOf(workspace),
    pass: async (count: number) => {
      for (let one = 0; one < count; one += 1) await minute()
    },
  }
}

describe('a sync of its own accord', () => {
  it('does not happen unless it was asked for', async () => {
    const { world, pass } = company({ minutes: null })
    await pass(60)
    expect(world.started).toBe(0)
  })

  it('happens every so many minutes', async () => {
    const { world, pass } = company({ minutes: 5 })
    await pass(61)
    expect(world.started).toBe(13)
  })

  it('begins also where another workspace’s cannot', async () => {
    const { world, notices, pass } = company({ minutes: 5 })
    world.cannotBegin.add('broken')
    await pass(6)
    expect(world.started).toBe(2)
    expect(notices[0]).toBe('An automatic sync could not begin: Its files cannot be opened.')
  })

  it('goes on after a clock that was ahead is set back', async () => {
    const { world, pass } = company({ minutes: 5 })
    world.now = 365 * 24 * 60 * MINUTE_MS
    await pass(1)
    world.now = 0
    await pass(11)
    expect(world.started).toBe(4)
  })

  it('is never due in the past', () => {
    const { world, state } = company({ minutes: 5, synced: 0 })
    world.now = 90 * MINUTE_MS
    expect(state().nextAt).toBe(new Date(90 * MINUTE_MS).toISOString())
  })

  it('that fails is tried again, later each time, and says why', async () => {
    const { world, pass, state } = company({ minutes: 5 })
    world.isDown = true
    await pass(120)
    // At 0, 10, 30, 70 minutes: after 5 it would have been 24 times.
    expect(world.started).toBe(4)
    expect(state()).toMatchObject({ failures: 4, failure: 'The source cannot be reached.' })
    world.isDown = false
    await pass(20)
    expect(state()).toMatchObject({ failures: 0, failure: null, minutes: 5 })
    const before = world.started
    await pass(20)
    expect(world.started - before).toBe(4)
  })
})
