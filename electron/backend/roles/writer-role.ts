import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { AppError, toErrorReport } from '../../../shared/contract/errors.ts'
import { openCache } from '../../store/open-workspace.ts'
import { createSyncCache } from '../../store/sync-cache.ts'
import { workspacePaths } from '../../store/workspace-paths.ts'
import { acquireLease, LEASE_RENEW_MS } from '../../store/writer-lease.ts'
import type { SyncCache } from '../../sync/cache.ts'
import { checkConnection } from '../../sync/postgres/check-connection.ts'
import { runSync } from '../../sync/run-sync.ts'
import { openSource, postgresOptions } from './open-source.ts'
import type { SyncTask, WriterApi, WriterEvents } from './roles.ts'

export interface WriterRoleOptions {
  readonly dataDir: string
  readonly now: () => number
  readonly events: WriterEvents
}

/** The writer thread: syncs caches and puts damaged ones right. One thing at a time for each workspace; `cancel` ends what runs. */
export function createWriterRole({ dataDir, now, events }: WriterRoleOptions): WriterApi & { readonly close: () => void } {
  const running = new Set<AbortController>()
  const cancellable = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const controller = new AbortController()
    running.add(controller)
    try {
      return await work(controller.signal)
    } finally {
      running.delete(controller)
    }
  }
  const cancelAll = (): void => {
    for (const controller of running) controller.abort()
  }

  const withCache = async <T>({ workspaceId, thorough }: CacheUse, work: (cache: SyncCache) => Promise<T>): Promise<T> => {
    const { db, notices } = openCache({ paths: workspacePaths(dataDir, workspaceId), now, thorough })
    try {
      for (const notice of notices) events.notice(notice.message)
      const self = { holder: randomUUID(), pid: process.pid, host: hostname(), purpose: 'a sync' }
      const lease = acquireLease(db, { self, now })
      // A lost lease shows in the next commit, with words for it.
      const renewal = setInterval(() => ignoreFailure(() => lease.renew()), LEASE_RENEW_MS)
      try {
        return await work(createSyncCache({ db, lease }))
      } finally {
        clearInterval(renewal)
        ignoreFailure(() => lease.release())
      }
    } finally {
      db.close()
    }
  }

  const sync = async (task: SyncTask, signal: AbortSignal) => {
    const source = await openSource(task.access, task.options.now ?? now())
    const run = (cache: SyncCache) => runSync({ source, cache, options: task.options, onProgress: (progress) => events.progress(progress), signal, clock: now })
    try {
      return await withCache({ workspaceId: task.workspaceId, thorough: false }, run)
    } catch (error) {
      if (toErrorReport(error).code !== 'store-damaged') throw error
      // Damage that shows only while reading: look at the whole file, put it right, say so, and go on.
      return await withCache({ workspaceId: task.workspaceId, thorough: true }, run)
    } finally {
      await source.close()
    }
  }

  return {
    check: ({ settings, password }) =>
      cancellable((signal) => {
        if (settings.kind === 'demo') throw new AppError({ code: 'invalid-input', message: 'The demo has no connection to check.' })
        return checkConnection({ ...postgresOptions(settings, password), organizationId: settings.organizationId || null }, signal)
      }),
    sync: (task) => cancellable((signal) => sync(task, signal)),
    repair: (workspaceId) => withCache({ workspaceId, thorough: true }, async () => undefined),
    cancel: async () => cancelAll(),
    close: cancelAll,
  }
}

interface CacheUse {
  readonly workspaceId: string
  readonly thorough: boolean
}

function ignoreFailure(run: () => void): void {
  try {
    run()
  } catch {
    // Whoever needs the lease is told by the store.
  }
}
