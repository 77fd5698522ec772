import { AppError, type ErrorReport, toErrorReport } from '../../../shared/contract/errors.ts'
import type { ServerTables } from '../../../shared/contract/source/server-tables.ts'
import type { DataProblem } from '../../../shared/coverage/types.ts'
import type { WriterApi } from '../roles/roles.ts'
import type { PreviewDay } from '../roles/preview-source.ts'
import type { SourceRequest } from './app-services.ts'
import type { ServiceDependencies } from './dependencies.ts'
import type { Passwords } from './passwords.ts'
import { publicReport } from './public-report.ts'
import { accessOfRequest, type PostgresAccess } from './source-request.ts'

/** A look at a source that the page may take back: `lookId` is the page's own. */
export interface LookRequest extends SourceRequest {
  readonly lookId: string
}

export interface PreviewRequest extends LookRequest {
  /** IANA zone whose days are meant; null: the system's. */
  readonly timeZone: string | null
}

export type SourceTables = (ServerTables & { readonly ok: true }) | { readonly ok: false; readonly error: ErrorReport }

/** Instants are ISO, dates local. */
export type SourceFirstLook =
  | {
      readonly ok: true
      readonly now: string
      readonly timeZone: string
      readonly organizations: readonly { readonly id: string; readonly name: string | null }[]
      /** null: one of several has still to be chosen. */
      readonly organization: { readonly id: string; readonly name: string | null } | null
      /** null: no visit yet, or no organization was chosen. */
      readonly day: PreviewDay | null
      readonly problems: readonly DataProblem[]
    }
  | { readonly ok: false; readonly error: ErrorReport }

/** What can be seen of a source before it is connected. Nothing of it is stored. */
export interface SourceLooks {
  /** Its tables, views and columns. */
  tables(request: LookRequest): Promise<SourceTables>
  /** The newest full day, counted as a sync counts it. */
  preview(request: PreviewRequest): Promise<SourceFirstLook>
  /** Ends a look, also in the database. */
  cancel(lookId: string): Promise<{ readonly cancelled: boolean }>
}

/** Looks at sources; whatever is wrong is part of the answer. */
export function createSourceLooks(deps: ServiceDependencies, passwords: Passwords): SourceLooks {
  const running = new Map<string, WriterApi>()
  const look = async <T>({ lookId, ...request }: LookRequest, work: (writer: WriterApi, access: PostgresAccess) => Promise<T>): Promise<T | { readonly ok: false; readonly error: ErrorReport }> => {
    if (running.has(lookId)) throw new AppError({ code: 'conflict', message: 'This look at the database runs already.' })
    const writer = deps.data.writer({ progress: () => undefined, notice: () => undefined })
    running.set(lookId, writer)
    try {
      const access = await accessOfRequest(deps, passwords, request)
      passwords.hide(access.password)
      return await work(writer, access)
    } catch (thrown) {
      if (toErrorReport(thrown).code === 'internal') throw thrown
      return { ok: false, error: publicReport(thrown) }
    } finally {
      running.delete(lookId)
    }
  }
  return {
    tables: (request) => look(request, async (writer, access) => ({ ok: true, ...(await writer.tables(access)) })),
    preview: ({ timeZone, ...request }) =>
      look(request, async (writer, access) => {
        const zone = timeZone ?? deps.systemTimeZone
        const found = await writer.preview(access, { organizationId: request.organizationId, timeZone: zone })
        return { ok: true, ...found, now: new Date(found.now).toISOString(), timeZone: zone }
      }),
    async cancel(lookId) {
      const writer = running.get(lookId)
      await writer?.cancel()
      return { cancelled: writer !== undefined }
    },
  }
}
