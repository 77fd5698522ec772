import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { AppError, toErrorReport } from '../../../shared/foundation/errors.ts'
import type { ConnectionReport } from '../../sync/postgres/check-connection.ts'
import { type BackendContext, perContext } from '../core/context.ts'
import { publicReport } from '../core/public-report.ts'
import type { WriterApi } from '../threads/writer-handles.ts'
import type { lookInput, previewInput } from './inputs.ts'
import type { SourceAccess } from './open-source.ts'
import { passwordsOf } from './passwords.ts'
import { lookAccess } from './source-access.ts'

// What can be seen of a source before it is connected. Nothing of it is stored, and whatever is wrong is part of the answer.

type LookRequest = z.output<typeof lookInput>

const runningOf = perContext(() => new Map<string, AbortController>())

/** Connects and looks at what is there. */
export function testSource(context: BackendContext, request: LookRequest, signal?: AbortSignal) {
  return look({ context, request, signal }, async (writer, access) => describeTest(await writer.check(access)))
}

/** The tables, views and columns that there are to choose from, and the mapping of their names so far. */
export function sourceTables(context: BackendContext, request: LookRequest, signal?: AbortSignal) {
  return look({ context, request, signal }, async (writer, access) => ({
    ...(await writer.tables(access)),
    mapping: access.settings.kind === 'postgres' ? access.settings.mapping : null,
  }))
}

/** The newest full day, counted as a sync counts it. */
export function previewDay(context: BackendContext, request: z.output<typeof previewInput>, signal?: AbortSignal) {
  const { organizationId } = request
  const timeZone = request.timeZone ?? context.systemTimeZone
  return look({ context, request, signal }, async (writer, access) => {
    const found = await writer.preview(access, { organizationId, timeZone })
    return { ...found, now: new Date(found.now).toISOString(), timeZone }
  })
}

/** Ends a look, also in the database. */
export function cancelLook(context: BackendContext, lookId: string) {
  const found = runningOf(context).get(lookId)
  found?.abort()
  return { cancelled: found !== undefined }
}

interface Look {
  readonly context: BackendContext
  readonly request: LookRequest
  readonly signal: AbortSignal | undefined
}

async function look<Found extends object>(
  { context, request, signal }: Look,
  work: (writer: WriterApi, access: SourceAccess) => Promise<Found>,
) {
  const running = runningOf(context)
  const lookId = request.lookId ?? randomUUID()
  if (running.has(lookId)) throw new AppError({ code: 'conflict', message: 'This look at the database runs already.' })
  const controller = new AbortController()
  running.set(lookId, controller)
  try {
    const access = await lookAccess(context, request)
    passwordsOf(context).hide(access.password)
    const writer = context.data.writer({
      signal: signal === undefined ? controller.signal : AbortSignal.any([signal, controller.signal]),
    })
    return { ok: true as const, ...(await work(writer, access)) }
  } catch (thrown) {
    if (toErrorReport(thrown).code === 'internal') throw thrown
    return { ok: false as const, error: publicReport(thrown) }
  } finally {
    running.delete(lookId)
  }
}

/** What a successful test of a connection found, in the words of the connect screen, and the whole of it. */
function describeTest(report: ConnectionReport) {
  const { organization, organizations } = report
  return {
    serverVersion: report.serverVersion,
    organizations: organizations.map(({ id, name }) => ({ id, name })),
    /** First and last visit of the chosen, or the only, organization. */
    earliest: isoOf(organization?.earliest),
    latest: isoOf(organization?.latest),
    /** What was found, in words. */
    notes: [
      `Postgres ${report.serverVersion}${report.isReplica ? ', a replica' : ''}.`,
      report.encrypted ? 'The connection is encrypted.' : 'The connection is not encrypted.',
      ...report.missing.map(({ note }) => note),
    ],
    /** Tables and columns that cannot be read, in words, with the SQL with which an administrator cures it. */
    access: report.access.map(({ message, cure }) => ({ message, cure })),
    /** What would make it better, in words. */
    advice: adviceOf(report),
    report,
  }
}

function adviceOf({ suggestedIndex }: ConnectionReport): readonly string[] {
  if (suggestedIndex === null) return []
  const why = suggestedIndex.hasBasicIndex
    ? 'This index makes counting visits faster'
    : 'Without this index every sync reads the whole table'
  return [`${why}: ${suggestedIndex.sql}`]
}

function isoOf(instant: number | null | undefined): string | null {
  return instant === null || instant === undefined ? null : new Date(instant).toISOString()
}
