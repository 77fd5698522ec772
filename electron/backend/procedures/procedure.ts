import { initTRPC } from '@trpc/server'
import type { AppServices } from '../services/app-services.ts'
import { asTrpcError, reportOf } from './error-reports.ts'

/** What every procedure is given. */
export interface ProcedureContext {
  readonly services: AppServices
}

/** A comment this often keeps a quiet stream open; a stream of which even this is missing is opened anew. */
const PING_MS = 10_000

const trpc = initTRPC.context<ProcedureContext>().create({
  // Never, so that no stack leaves the process.
  isDev: false,
  errorFormatter: ({ shape, error }) => {
    const report = reportOf(error)
    return { ...shape, message: report.message, data: { code: shape.data.code, httpStatus: shape.data.httpStatus, path: shape.data.path, report } }
  },
  sse: { ping: { enabled: true, intervalMs: PING_MS }, client: { reconnectAfterInactivityMs: 3 * PING_MS } },
})

export const { router } = trpc

/** A procedure whose failures arrive as an ErrorReport under `error.data.report`, with the status that fits. */
export const procedure = trpc.procedure.use(async ({ next }) => {
  const result = await next()
  if (!result.ok) throw asTrpcError(result.error)
  return result
})
