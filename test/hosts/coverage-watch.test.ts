import { describe, expect, it } from 'vitest'
import type { WorkspaceRecord } from '../../electron/backend/threads/work-thread.ts'
import { createCoverageWatch } from '../../electron/backend/today/coverage-watch.ts'
import { workspaceSettingsSchema, type WorkspaceSettings } from '../../shared/contract/workspace-settings.ts'
import { MINUTE_MS } from '../../shared/foundation/minutes.ts'

const NOON = Date.parse('2026-03-20T12:00:00Z')

/** A workspace of which the last hour is told, and what is said of it: also by an app that was closed and opened again. */
function company(settings: Partial<WorkspaceSettings> = {}) {
  const world = { now: NOON, covered: 20, raised: 0, kept: new Map<string, unknown>() }
  const workspace = (): WorkspaceRecord => ({
    id: 'one',
    name: 'One',
    source: { kind: 'demo' },
    settings: { ...workspaceSettingsSchema.parse({}), autoSyncMinutes: 5, timeZone: 'UTC', ...settings },
    isConfirmed: true,
    countedFrom: null,
    organization: null,
    now: null,
    lastUsed: null,
    bytes: 0,
    problem: null,
  })
  const data = {
    work: () => ({
      list: async () => [workspace()],
      viewState: async (_: string, name: string) => world.kept.get(name) ?? null,
      saveViewState: async (_: string, name: string, state: unknown) =>
        void world.kept.set(name, JSON.parse(JSON.stringify(state))),
    }),
    compute: () => ({ lastHour: async () => ({ now: world.now, lastHour: { visitors: 60, covered: world.covered } }) }),
  }
  const notices: string[] = []
  const open = () =>
    createCoverageWatch({
      data,
      clock: () => world.now,
      systemTimeZone: 'UTC',
      onNotice: (text: string) => void notices.push(text),
      host: { notify: () => void (world.raised += 1) },
    } as never)
  let watch = open()
  return {
    world,
    notices,
    reopen: () => (watch = open()),
    low: () => watch.low(workspace()),
    dismiss: () => watch.dismiss('one'),
    change: (patch: Partial<WorkspaceSettings>) => Object.assign(settings, patch),
    sync: async (after = 5) => {
      world.now += after * MINUTE_MS
      await watch.look({ workspaceId: 'one', now: world.now })
      expect(notices).toEqual([])
    },
  }
}

describe('the watch over coverage', () => {
  it('tells once of a bad afternoon, also where the app is closed in the middle of it', async () => {
    const { world, sync, reopen, low } = company()
    await sync()
    const { since } = (await low())!
    reopen()
    expect(await low()).toMatchObject({ since, isAlert: true })
    await sync()
    expect([(await low())?.since, world.raised]).toEqual([since, 1])
  })

  it('stays dismissed, also where coverage was better for a while, or the app was closed', async () => {
    const { world, sync, reopen, dismiss, low } = company()
    await sync()
    await dismiss()
    reopen()
    world.covered = 60
    await sync()
    expect(await low()).toBeNull()
    world.covered = 20
    await sync()
    expect([(await low())?.isAlert, world.raised]).toEqual([false, 1])
  })

  it('says nothing any more an hour after it last heard of it, and begins anew after three', async () => {
    const { world, sync, low } = company()
    await sync()
    world.now += 61 * MINUTE_MS
    expect(await low()).toBeNull()
    await sync(200)
    expect([(await low())?.isAlert, world.raised]).toEqual([true, 2])
  })

  it('is silent where it is turned off, where nobody syncs by itself, and in quiet hours', async () => {
    const { world, sync, change, low } = company()
    await sync()
    change({ lowCoverageAlert: false })
    expect(await low()).toBeNull()
    change({ lowCoverageAlert: true, autoSyncMinutes: null })
    expect(await low()).toBeNull()
    change({ autoSyncMinutes: 5, quietFrom: 12, quietTo: 13 })
    expect((await low())?.isAlert).toBe(false)
    await sync(60)
    expect([(await low())?.isAlert, world.raised]).toEqual([true, 1])
  })

  it('names the hour that the figures are of', async () => {
    const { sync, low } = company()
    await sync(7)
    expect(await low()).toEqual({
      since: '2026-03-20T12:07:00.000Z',
      until: '2026-03-20T12:00:00.000Z',
      visitors: 60,
      covered: 20,
      target: 90,
      isAlert: true,
    })
  })

  it('begins anew where what was kept cannot be read', async () => {
    const { world, sync, low } = company()
    world.kept.set('alert/low-coverage', { state: { kind: 'high' } })
    expect(await low()).toBeNull()
    await sync()
    expect((await low())?.isAlert).toBe(true)
  })
})
