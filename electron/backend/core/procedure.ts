import { initTRPC, TRPCError } from '@trpc/server'
import type { BackendContext } from './context.ts'
import { asTrpcError, reportOf } from './error-reports.ts'

/** A comment this often keeps a quiet stream open; a stream of which even this is missing is opened anew. */
const PING_MS = 10_000

const trpc = initTRPC.context<BackendContext>().create({
  // Never, so that no stack leaves the process.
  isDev: false,
  errorFormatter: ({ shape, error }) => {
    const report = reportOf(error)
    return {
      ...shape,
      message: report.message,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, path: shape.data.path, report },
    }
  },
  sse: { ping: { enabled: true, intervalMs: PING_MS }, client: { reconnectAfterInactivityMs: 3 * PING_MS } },
})

export const { router, createCallerFactory } = trpc

/**
 * A procedure whose failures arrive as an ErrorReport under `error.data.report`, with the status that fits. What only a query computes ends
 * when its page has gone, or asks for something else; what a mutation began is done to its end.
 */
export const procedure = trpc.procedure.use(async ({ next, type, signal }) => {
  const result = await next({ ctx: { signal: type === 'query' ? signal : undefined } })
  if (!result.ok) throw asTrpcError(result.error)
  return result
})

/** A procedure of the command line alone: it names files of this computer, which a page must never. */
export const terminalProcedure = procedure.use(({ ctx, next }) => {
  if (ctx.host.kind !== 'terminal') throw new TRPCError({ code: 'NOT_FOUND' })
  return next()
})
