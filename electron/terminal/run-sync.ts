import { isTrackedEnvelope } from '@trpc/server'
import type { SyncOutput } from '../../shared/contract/command-output.ts'
import type { WorkspaceSettings } from '../../shared/contract/workspace-settings.ts'
import { AppError } from '../../shared/foundation/errors.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import type { TerminalTexts } from './format.ts'
import { resolveWorkspace } from './resolve.ts'

/** A sync as the options of a command say it. */
export interface SyncRequest {
  /** By name; null: the last used, or the one that has the source. */
  readonly workspace: string | null
  /** A postgres:// URL; null: the one remembered. */
  readonly sourceUrl: string | null
  readonly organizationId: string | null
  /** Names of the source's tables and columns that differ from the defaults, as JSON; null: as remembered. */
  readonly mapping: SourceMapping
  readonly now: number | null
  /** Local dates. */
  readonly from: string | null
  readonly to: string | null
  /** Settings to remember for the workspace, and to go by. */
  readonly settings: Partial<WorkspaceSettings>
  readonly full: boolean
  readonly reconcile: boolean
  readonly takeSource: boolean
  /** The source may change so that counted days are forgotten; the workspace is backed up first. */
  readonly remap: boolean
}

/** A sync of the workspace that was used last, which changes and asks for nothing else. */
export const USUAL_SYNC: SyncRequest = {
  workspace: null,
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
}

export type SyncProgress = NonNullable<NonNullable<Awaited<ReturnType<AppCaller['sync']['state']>>>['progress']>
type SourceMapping = NonNullable<Parameters<AppCaller['sync']['start']>[0]['mapping']> | null

/** Who runs a sync, hears of it and may end it. */
export interface SyncSession {
  readonly call: AppCaller
  /** As `call`; what it asks for ends with the signal. */
  readonly interruptible: AppCaller
  readonly signal: AbortSignal
  readonly onProgress: (progress: SyncProgress) => void
  readonly texts: TerminalTexts
  /** Called when there may be something new that the user should know. */
  readonly onNotices: () => Promise<void>
}

/** Brings a workspace up to date with its source, makes it where the source is new, and answers the document of `covercast sync`. */
export async function runSync(session: SyncSession, request: SyncRequest): Promise<SyncOutput> {
  const { call, interruptible } = session
  const { workspace, sourceUrl, organizationId, mapping, now, from, to, full, reconcile, takeSource, remap } = request
  const { historyFrom: _history, sessionsFrom: _sessions, ...settings } = request.settings
  const wanted = {
    organizationId,
    mapping,
    now,
    fromDate: from,
    toDate: to,
    settings,
    full,
    reconcile,
    takeSource,
    remap,
  }
  const { workspaceId } =
    sourceUrl === null
      ? await call.sync.start({ ...wanted, workspaceId: (await resolveWorkspace(call, workspace, session.texts)).id })
      : await interruptible.source.connect({
          ...wanted,
          connection: { kind: 'url', url: sourceUrl },
          name: workspace,
          weeks: null,
          tryFirst: false,
        })
  return follow(session, workspaceId)
}

/** Makes the demo's workspace if it is not there, and syncs it. */
export async function runDemo(
  session: SyncSession,
  { workspace, now }: Pick<SyncRequest, 'workspace' | 'now'>,
): Promise<SyncOutput> {
  const { workspaceId } = await session.call.demo.start({ name: workspace, now })
  return follow(session, workspaceId)
}

/** Follows a sync to its end. Throws what it failed with; an interruption cancels it. */
async function follow(
  { call, signal, onProgress, onNotices, texts: { program, sync } }: SyncSession,
  workspaceId: string,
): Promise<SyncOutput> {
  const cancel = (): void => void call.sync.cancel({ workspaceId }).catch(() => undefined)
  signal.addEventListener('abort', cancel, { once: true })
  if (signal.aborted) cancel()
  try {
    let heard = -1
    for await (const state of await call.sync.watch({ workspaceId })) {
      // A caller in the same process is given the envelope that a page's client opens.
      const job = isTrackedEnvelope<typeof state.data>(state) ? state[1] : state.data
      if (job === null) continue
      if (job.notices.length > heard) await onNotices()
      heard = job.notices.length
      if (job.outcome !== null) return job.outcome
      if (job.state !== 'running') throw new AppError(job.error ?? { code: 'cancelled', message: sync.cancelled })
      if (job.progress !== null) onProgress(job.progress)
    }
    throw new AppError({ code: 'cancelled', message: program.closing, kept: program.savedIsSafe })
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}
