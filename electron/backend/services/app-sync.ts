import { AppError, toErrorReport } from '../../../shared/contract/errors.ts'
import { addDays, localDateOf } from '../../../shared/time/local.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import type { WorkspaceRecord } from '../roles/roles.ts'
import { timeZoneOf } from './app-coverage.ts'
import type { AppServices, ConnectRequest, StartedSync } from './app-services.ts'
import { findOrCreateDemo } from './demo-record.ts'
import type { ServiceDependencies } from './dependencies.ts'
import type { Passwords } from './passwords.ts'
import { passwordTarget, targetOf } from '../../sync/postgres/connection-target.ts'
import { refuseUnconfirmed, resolveSource } from './resolve-source.ts'
import type { SyncRequest } from './services.ts'
import { accessOfRequest, type PostgresAccess } from './source-request.ts'
import { demoWorkspace, syncWorkspace } from './sync-workspace.ts'
import { workspaceById } from './workspace-by-id.ts'

export interface AppSyncOptions {
  readonly deps: ServiceDependencies
  readonly jobs: JobRunner
  readonly passwords: Passwords
}

type AppSync = Pick<AppServices, 'connect' | 'confirmSource' | 'startDemo' | 'startSync' | 'cancelSync' | 'syncState' | 'watchSync'>

/** A sync that asks for nothing in particular: all as remembered. */
export const PLAIN_SYNC = {
  sourceUrl: null,
  organizationId: null,
  mapping: null,
  now: null,
  from: null,
  to: null,
  settings: {},
  full: false,
  reconcile: false,
  takeSource: false,
  remap: false,
} as const satisfies Omit<SyncRequest, 'workspace'>

/** Syncs as jobs: they go on whether or not a page watches. */
export function appSync({ deps, jobs, passwords }: AppSyncOptions): AppSync {
  const start = (workspace: WorkspaceRecord, wishes: Partial<SyncRequest>): StartedSync => {
    const { id } = jobs.start({
      kind: 'sync',
      workspaceId: workspace.id,
      work: async (job) => {
        const { name, source } = workspace
        // Beyond the job: it concerns the workspace, whoever looks next.
        const running = { ...job, onNotice: (text: string) => [job, deps].forEach((hearer) => hearer.onNotice(text)) }
        if (source?.kind === 'demo') return demoWorkspace(deps, { workspace: name, now: null }, running)
        const keptPassword = (target: string) => passwords.of({ workspaceId: workspace.id, target })
        try {
          return await syncWorkspace(deps, { ...PLAIN_SYNC, ...wishes, workspace: name, keptPassword }, running)
        } catch (thrown) {
          // It was not the right one; the next try asks again.
          if (toErrorReport(thrown).code === 'source-password') await passwords.forget(workspace.id)
          throw thrown
        }
      },
    })
    return { workspaceId: workspace.id, jobId: id }
  }

  const rememberPassword = async ({ id, source }: WorkspaceRecord, password: string): Promise<void> => {
    if (source?.kind === 'postgres') await passwords.remember({ workspaceId: id, target: passwordTarget(targetOf(source.url)) }, password)
  }
  const oneAtATime = inTurn()
  return {
    async connect(request) {
      const access = await accessOfRequest(deps, passwords, request)
      passwords.hide(access.password)
      const workspace = await oneAtATime(() => connectWorkspace(deps, access, request))
      if (access.password !== null) await rememberPassword(workspace, access.password)
      const today = localDateOf(deps.clock(), timeZoneOf(workspace, deps))
      return start(workspace, { from: addDays(today, -7 * request.weeks), remap: request.remap })
    },
    async startDemo() {
      return start(await oneAtATime(() => findOrCreateDemo(deps, null)), {})
    },
    async startSync({ workspaceId, password, full, reconcile, takeSource, fromDate }) {
      const workspace = await workspaceById(deps.data.work(), workspaceId)
      if (workspace.source === null) {
        throw new AppError({ code: 'not-found', message: `The workspace "${workspace.name}" has no source yet.`, next: 'Connect it to a database first.' })
      }
      refuseUnconfirmed(workspace)
      if (password) await rememberPassword(workspace, password)
      return start(workspace, { full, reconcile, takeSource, from: fromDate })
    },
    async confirmSource({ workspaceId, url }) {
      await workspaceById(deps.data.work(), workspaceId)
      await deps.data.work().confirmSource(workspaceId, url)
    },
    cancelSync: (workspaceId) => ({ cancelled: jobs.cancel('sync', workspaceId) }),
    syncState: (workspaceId) => jobs.latest('sync', workspaceId),
    watchSync: (workspaceId, signal) => jobs.watch({ kind: 'sync', workspaceId, signal }),
  }
}

/** Runs one after the other: of two clicks the second finds the workspace that the first made. */
function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}

/** A workspace for a source that answers: the one it has, or a new one. */
async function connectWorkspace(deps: ServiceDependencies, { settings, password }: PostgresAccess, request: ConnectRequest): Promise<WorkspaceRecord> {
  const writer = deps.data.writer({ progress: () => undefined, notice: () => undefined })
  // Also where the workspace is there already: what it is changed to must work.
  const report = await writer.check({ settings, password }, { mayBeEmpty: true })
  try {
    const { workspace } = await resolveSource({
      deps,
      writer,
      notice: (text) => deps.onNotice(text),
      request: {
        ...PLAIN_SYNC,
        workspace: request.name,
        sourceUrl: settings.url,
        password,
        organizationId: request.organizationId ?? report.organization?.id ?? null,
        mapping: settings.mapping,
        remap: request.remap,
      },
    })
    return await deps.data.work().update(workspace.id, { lastUsed: deps.clock() })
  } catch (thrown) {
    const conflict = toErrorReport(thrown)
    if (conflict.code !== 'conflict') throw thrown
    throw new AppError({ ...conflict, kept: 'It was not changed.', next: 'Choose another name for the workspace.' }, { cause: thrown })
  }
}
