import { AppError } from '../../../shared/contract/errors.ts'
import type { MappingOutput, SyncOutput } from '../../../shared/contract/command-output.ts'
import type { ServerTables } from '../../../shared/contract/source/server-tables.ts'
import { formatUtcDay, utcDayOf } from '../../../shared/time/slots.ts'
import { localRange, parseLocalDate } from '../../../shared/time/local.ts'
import type { SyncOptions, SyncOutcome } from '../../sync/options.ts'
import type { WorkApi, WorkspaceRecord, WriterApi } from '../roles/roles.ts'
import type { ServiceDependencies } from './dependencies.ts'
import type { DemoRequest, RunningSync, SourceCheck, SyncRequest } from './services.ts'
import { findOrCreateDemo } from './demo-record.ts'
import { describeMapping } from './describe-mapping.ts'
import { describeConnection } from './describe-connection.ts'
import { accessOf, resolveSource } from './resolve-source.ts'

const FIRST_SYNC_WEEKS = 26
/** So that a clock change is always among them. */
const DEMO_WEEKS = 44
const SECOND_MS = 1000
const MINUTE_MS = 60_000

/** Brings a workspace up to date with its source; makes the workspace when the source is new. */
export async function syncWorkspace(deps: ServiceDependencies, request: SyncRequest, running: RunningSync): Promise<SyncOutput> {
  return withWriter(deps, running, async (writer) => {
    const { workspace, access } = await resolveSource({ deps, request, writer, notice: running.onNotice })
    const work = deps.data.work()
    const known = await work.update(workspace.id, { lastUsed: deps.clock(), settings: request.settings })
    const timeZone = known.settings.timeZone ?? deps.systemTimeZone
    const fromDay = request.from === null ? null : utcDayOf(localRange(request.from, request.from, timeZone).start)
    // What is wished for is the user's: a cache may be lost before it has it all.
    const before = known.settings.historyFrom
    if (fromDay !== null && (before === null || formatUtcDay(fromDay) < before)) await rememberHistory(work, known, formatUtcDay(fromDay))
    const outcome = await writer.sync({
      workspaceId: workspace.id,
      access,
      statementTimeoutMs: known.settings.statementTimeoutSeconds * SECOND_MS,
      options: {
        ...baseOptions(known, request.now ?? deps.clock()),
        organizationId: access.settings.kind === 'postgres' ? access.settings.organizationId : null,
        now: request.now,
        fromDay,
        toDay: request.to === null ? null : utcDayOf(localRange(request.to, request.to, timeZone).end - 1),
        full: request.full,
        reconcile: request.reconcile || request.takeSource ? 'always' : 'daily',
        takeSource: request.takeSource,
        remap: request.remap,
      },
    })
    await rememberHistory(work, known, outcome.historyFrom)
    await deps.afterSync?.({ workspaceId: workspace.id, now: outcome.now })
    return outputOf(known.name, outcome)
  })
}

/** Connects and says what is there; changes nothing. */
export async function checkSource(deps: ServiceDependencies, request: SyncRequest, running: RunningSync): Promise<SourceCheck> {
  return withWriter(deps, running, async (writer) => describeConnection(await writer.check(await accessOf(deps, request))))
}

/** The tables, views and columns of a source; changes nothing. */
export async function listSourceTables(deps: ServiceDependencies, request: SyncRequest, running: RunningSync): Promise<ServerTables> {
  return withWriter(deps, running, async (writer) => writer.tables(await accessOf(deps, request)))
}

/** The mapping that the tables of a source suggest; changes nothing. */
export async function suggestSourceMapping(deps: ServiceDependencies, request: SyncRequest, running: RunningSync): Promise<MappingOutput> {
  return withWriter(deps, running, async (writer) => {
    const access = await accessOf(deps, request)
    const mapping = access.settings.kind === 'postgres' ? access.settings.mapping : null
    return describeMapping(await writer.tables(access), mapping)
  })
}

/** Makes the demo workspace if it is not there, and syncs it. */
export async function demoWorkspace(deps: ServiceDependencies, request: DemoRequest, running: RunningSync): Promise<SyncOutput> {
  return withWriter(deps, running, async (writer) => {
    const workspace = await findOrCreateDemo(deps, request.workspace)
    const outcome = await writer.sync({
      workspaceId: workspace.id,
      access: { settings: { kind: 'demo' }, password: null },
      statementTimeoutMs: workspace.settings.statementTimeoutSeconds * SECOND_MS,
      options: { ...baseOptions(workspace, request.now ?? deps.clock()), now: request.now ?? deps.clock(), defaultWeeks: DEMO_WEEKS, remap: true },
    })
    await deps.afterSync?.({ workspaceId: workspace.id, now: outcome.now })
    return outputOf(workspace.name, outcome)
  })
}

function baseOptions({ settings }: WorkspaceRecord, now: number): SyncOptions {
  return {
    organizationId: null,
    now: null,
    fromDay: null,
    historyFromDay: settings.historyFrom === null ? null : parseLocalDate(settings.historyFrom),
    toDay: null,
    full: false,
    reconcile: 'daily',
    takeSource: false,
    remap: false,
    overlapMs: settings.overlapMinutes * MINUTE_MS,
    keepFromDay: settings.keepMonths === null ? null : utcDayOf(monthsBefore(now, settings.keepMonths)),
    defaultWeeks: FIRST_SYNC_WEEKS,
    foldCountriesUnder: settings.foldCountriesUnder,
  }
}

/** Notes how far history is wanted, where that is news. */
async function rememberHistory(work: WorkApi, { id, settings }: WorkspaceRecord, historyFrom: string): Promise<void> {
  if (settings.historyFrom !== historyFrom) await work.update(id, { settings: { historyFrom } })
}

function monthsBefore(instant: number, months: number): number {
  const date = new Date(instant)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, date.getUTCDate())
}

/** Runs work on the writer; an interruption by the user cancels it there. */
async function withWriter<T>(deps: ServiceDependencies, running: RunningSync, work: (writer: WriterApi) => Promise<T>): Promise<T> {
  const writer = deps.data.writer({ progress: running.onProgress, notice: running.onNotice })
  const cancel = (): void => {
    // What the cancelled work itself throws is what the user is told.
    writer.cancel().catch(() => undefined)
  }
  running.signal.addEventListener('abort', cancel, { once: true })
  try {
    return await work(unlessAborted(writer, running.signal))
  } finally {
    running.signal.removeEventListener('abort', cancel)
  }
}

/** A cancellation that comes while the source is still being looked up must not be lost: what comes next does not begin. */
function unlessAborted(writer: WriterApi, signal: AbortSignal): WriterApi {
  const begin = <T>(call: () => Promise<T>): Promise<T> =>
    signal.aborted ? Promise.reject(new AppError({ code: 'cancelled', message: 'It was cancelled before it began.', kept: 'Nothing was changed.' })) : call()
  return {
    check: (...question) => begin(() => writer.check(...question)),
    tables: (access) => begin(() => writer.tables(access)),
    preview: (...question) => begin(() => writer.preview(...question)),
    sync: (task) => begin(() => writer.sync(task)),
    repair: (workspaceId) => begin(() => writer.repair(workspaceId)),
    cancel: () => writer.cancel(),
  }
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
