import type { z } from 'zod'
import type { SyncOutput } from '../../../shared/contract/command-output.ts'
import { toErrorReport } from '../../../shared/foundation/errors.ts'
import { MINUTE_MS, SECOND_MS } from '../../../shared/foundation/minutes.ts'
import { formatLocalDate, localRange, parseLocalDate } from '../../../shared/time/local.ts'
import { utcDayOf } from '../../../shared/time/slots.ts'
import type { PageRules } from '../../sync/page-classing.ts'
import type { SyncOptions, SyncOutcome, SyncProgress } from '../../sync/options.ts'
import type { BackendContext } from '../core/context.ts'
import type { JobKind, JobOf } from '../core/job.ts'
import { withoutUndefined } from '../core/without-undefined.ts'
import type { WorkspaceRecord, WorkThread } from '../threads/work-thread.ts'
import type { WriterApi } from '../threads/writer-handles.ts'
import { timeZoneOf, workspaceById } from '../workspaces/workspace-by-id.ts'
import type { syncFields } from './inputs.ts'
import { passwordsOf } from './passwords.ts'
import { noteOlderHistory } from './older-history-needs.ts'
import { rememberedAccess } from './source-access.ts'

/** Bringing a workspace up to date with its source. */
export const SYNC: JobKind<SyncProgress, SyncOutput> = {
  name: 'sync',
  describe: ({ visitors, windows, sessionRows, durationMs }) =>
    `${visitors} visits in ${windows} windows, ${sessionRows} sessions, ${durationMs} ms`,
}

export type SyncJob = JobOf<typeof SYNC>
export type SyncRequest = z.output<typeof syncFields>

const FIRST_SYNC_WEEKS = 26
/** So that a clock change is always among them. */
const DEMO_WEEKS = 44

/** Starts a sync of a workspace, which goes on whether or not anybody watches. One that runs already is the answer. */
export function startSyncJob(
  context: BackendContext,
  workspaceId: string,
  { olderFromDay = null, ...request }: SyncRequest & OlderHistory,
) {
  const { id } = context.jobs.start({
    kind: SYNC,
    workspaceId,
    async work({ onProgress, onNotice, signal }) {
      // Beyond the job: it concerns the workspace, whoever looks next.
      const notice = (text: string) => [onNotice, context.onNotice].forEach((hear) => hear(text))
      try {
        return await syncWorkspace(context, context.data.writer({ progress: onProgress, notice, signal }), {
          workspaceId,
          request,
          olderFromDay,
        })
      } catch (thrown) {
        // It was not the right one; the next try asks again.
        if (toErrorReport(thrown).code === 'source-password') await passwordsOf(context).forget(workspaceId)
        throw thrown
      }
    },
  })
  return { workspaceId, jobId: id }
}

interface OlderHistory {
  /** First UTC day of counts that are wanted besides, without agents' sessions; null or absent: none are. */
  readonly olderFromDay?: number | null
}

interface WantedSync {
  readonly workspaceId: string
  readonly request: SyncRequest
  readonly olderFromDay: number | null
}

async function syncWorkspace(
  context: BackendContext,
  writer: WriterApi,
  { workspaceId, request, olderFromDay }: WantedSync,
): Promise<SyncOutput> {
  const work = context.data.work()
  const access = await rememberedAccess(context, await workspaceById(work, workspaceId))
  const workspace = await work.update(workspaceId, {
    lastUsed: context.clock(),
    settings: withoutUndefined(request.settings),
  })
  const timeZone = timeZoneOf(workspace, context)
  const askedFromDay =
    request.fromDate === null ? null : utcDayOf(localRange(request.fromDate, request.fromDate, timeZone).start)
  const fromDay = olderFromDay ?? askedFromDay
  // What is wanted is the user's: a cache may be lost before it has it all.
  const before = workspace.settings.historyFrom
  if (fromDay !== null && (before === null || formatLocalDate(fromDay) < before))
    await rememberHistory(work, workspace, formatLocalDate(fromDay))
  const sessionsFrom =
    olderFromDay === null ? sessionsFromOf(workspace, askedFromDay) : (workspace.settings.sessionsFrom ?? before)
  if (sessionsFrom !== workspace.settings.sessionsFrom) await work.update(workspaceId, { settings: { sessionsFrom } })
  const outcome = await writer.sync({
    workspaceId,
    access,
    statementTimeoutMs: workspace.settings.statementTimeoutSeconds * SECOND_MS,
    pages: pagesOf(workspace),
    options: {
      ...optionsOf(workspace, request.now ?? context.clock()),
      sessionsFromDay: sessionsFrom === null ? null : parseLocalDate(sessionsFrom),
      now: request.now,
      fromDay,
      toDay: request.toDate === null ? null : utcDayOf(localRange(request.toDate, request.toDate, timeZone).end - 1),
      full: request.full,
      reconcile: request.reconcile || request.takeSource ? 'always' : 'daily',
      takeSource: request.takeSource,
      remap: request.remap,
      ...(access.settings.kind === 'demo'
        ? { now: request.now ?? context.clock(), defaultWeeks: DEMO_WEEKS, remap: true }
        : { organizationId: access.settings.organizationId }),
    },
  })
  await rememberHistory(work, workspace, outcome.historyFrom)
  noteOlderHistory(context, workspace, outcome)
  await context.afterSync({ workspaceId, now: outcome.now })
  return outputOf(workspace.name, outcome)
}

/** Sessions are kept of what the user asked for: asked for more, from there on. */
function sessionsFromOf({ settings }: WorkspaceRecord, fromDay: number | null): string | null {
  const { sessionsFrom } = settings
  if (sessionsFrom === null || fromDay === null) return sessionsFrom
  const from = formatLocalDate(fromDay)
  return from < sessionsFrom ? from : sessionsFrom
}

function optionsOf({ settings }: WorkspaceRecord, now: number) {
  return {
    organizationId: null,
    historyFromDay: settings.historyFrom === null ? null : parseLocalDate(settings.historyFrom),
    overlapMs: settings.overlapMinutes * MINUTE_MS,
    keepFromDay: settings.keepMonths === null ? null : utcDayOf(monthsBefore(now, settings.keepMonths)),
    defaultWeeks: FIRST_SYNC_WEEKS,
    foldCountriesUnder: settings.foldCountriesUnder,
  } satisfies Partial<SyncOptions>
}

/** Without rules nothing asks for pages. */
function pagesOf({ settings: { pageRules: rules, pageColumn: column } }: WorkspaceRecord): PageRules | null {
  return rules.length === 0 ? null : { column, rules }
}

/** Notes how far history is wanted, where that is news. */
async function rememberHistory(
  work: WorkThread,
  { id, settings }: WorkspaceRecord,
  historyFrom: string,
): Promise<void> {
  if (settings.historyFrom !== historyFrom) await work.update(id, { settings: { historyFrom } })
}

function monthsBefore(instant: number, months: number): number {
  const date = new Date(instant)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, date.getUTCDate())
}

function outputOf(workspace: string, outcome: SyncOutcome): SyncOutput {
  return {
    from: outcome.from,
    to: outcome.to,
    windows: outcome.windows,
    cells: outcome.cells,
    sessionRows: outcome.sessionRows,
    visitors: outcome.visitors,
    durationMs: Math.round(outcome.durationMs),
    changedDays: outcome.changedDays.map((day) => ({ ...day })),
    dataProblems: outcome.dataProblems.map((problem) => ({ ...problem })),
    workspace,
    organizationId: outcome.organizationId,
    now: new Date(outcome.now).toISOString(),
  }
}
