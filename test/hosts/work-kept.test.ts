import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { BACKUP_PACE } from '../../electron/store/backup-schedule.ts'
import { connectForReading } from '../../electron/store/connection.ts'
import { listWorkBackups } from '../../electron/store/work-backups.ts'
import { readProfile, readSettings } from '../../electron/store/work-store.ts'
import { createWorkspace } from '../../electron/store/workspaces.ts'
import type { WorkspacePaths } from '../../electron/store/workspace-paths.ts'
import { serveApp, type ServedApp } from '../support/served-app.ts'
import { makeDataFolder } from '../support/services.ts'
import { failureOf } from './support/rpc.ts'

interface Served {
  readonly app: ServedApp
  readonly paths: WorkspacePaths
}

/** A workspace that was never synced, served by a process that can be ended in any way. */
async function serve(): Promise<Served> {
  const folder = makeDataFolder()
  onTestFinished(() => folder.remove())
  const paths = createWorkspace({ dataDir: folder.path, name: 'Ours', source: { kind: 'demo' }, now: Date.now })
  const app = await serveApp({ folder: folder.path })
  onTestFinished(() => app.end('SIGKILL'))
  return { app, paths }
}

/** What the newest backup holds of the setting that the tests change. */
function backedUpTarget({ backupsFolder }: WorkspacePaths): unknown {
  const newest = listWorkBackups(backupsFolder)[0]
  if (newest === undefined) return null
  const db = connectForReading(newest.file)
  try {
    return readProfile(db).name === 'Ours' ? (readSettings(db)['targetCoverage'] ?? null) : null
  } finally {
    db.close()
  }
}

async function edit({ app, paths }: Served, targetCoverage: number): Promise<void> {
  await app.client.settings.save.mutate({ workspaceId: paths.id, patch: { targetCoverage } })
}

describe('what was edited', () => {
  it.each(['SIGHUP', 'SIGTERM', 'SIGINT'] as const)('is backed up when the process is ended by %s', async (signal) => {
    const served = await serve()
    await edit(served, 77)
    await served.app.end(signal)
    expect(backedUpTarget(served.paths)).toBe(77)
  })

  it('is backed up while the app runs, so that killing it leaves a backup of lately', async () => {
    const served = await serve()
    for (let count = 1; count <= BACKUP_PACE.everyChanges; count++) await edit(served, 50 + (count % 49))
    await expect.poll(() => backedUpTarget(served.paths)).toBe(50 + (BACKUP_PACE.everyChanges % 49))
    await served.app.end('SIGKILL')
    expect(backedUpTarget(served.paths)).not.toBeNull()
  })
})

describe('a data folder that is taken away while the app runs', () => {
  it('takes no edit it could not keep, and goes on when it is put back', async () => {
    const served = await serve()
    const { app, paths } = served
    const plan = await app.client.plans.create.mutate({
      workspaceId: paths.id,
      plan: { name: 'October', timeZone: 'UTC', poolId: null, kind: 'weekly', shifts: [] },
    })
    const elsewhere = join(paths.folder, '..', '..', '..', `${paths.id}-moved`)
    renameSync(paths.folder, elsewhere)
    const added = { id: 'shift', agentId: null, day: 1, startMinute: 540, endMinute: 1020, breaks: [], note: '' }
    const operation = {
      kind: 'do' as const,
      step: { id: 'step', label: 'Add a shift', removed: [], added: [added], details: null },
    }
    const { report } = await failureOf(
      app.client.plans.edit.mutate({
        workspaceId: paths.id,
        planId: plan.id,
        expectedRevision: plan.revision,
        operations: [operation],
      }),
    )
    expect(report).toMatchObject({ code: 'not-found' })
    renameSync(elsewhere, paths.folder)
    await edit(served, 67)
    await app.end('SIGTERM')
    expect(backedUpTarget(paths)).toBe(67)
  })
})
