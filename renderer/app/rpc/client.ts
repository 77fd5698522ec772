import { QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchStreamLink, httpSubscriptionLink, splitLink } from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import type { AppRouter, RpcClient } from './procedures.ts'
import { isTransient, Unauthorized } from '../errors/error-report.ts'

const URL_OF_BACKEND = '/trpc'
const CALLS_PER_BATCH = 20
const RETRIES = 2

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>()

/** Of queries that take long: what nobody shows any more is not computed to its end. */
export const WHILE_SHOWN = { trpc: { abortOnUnmount: true } } as const

/** The client of the backend on the page's own origin, whichever host serves it. */
export function createRpcClient(): RpcClient {
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({ url: URL_OF_BACKEND }),
        false: httpBatchStreamLink({
          url: URL_OF_BACKEND,
          maxItems: CALLS_PER_BATCH,
          fetch: (url, options) => rejectUnauthorized(fetch(url, options as RequestInit)),
        }),
      }),
    ],
  })
}

/** Only the guard before the backend answers so, in its own words. */
async function rejectUnauthorized(answer: Promise<Response>): Promise<Response> {
  const response = await answer
  if (response.status === 403) throw new Unauthorized()
  return response
}

/** Queries never wait for a network: the backend is on this machine, and offline is the normal case. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < RETRIES && isTransient(error),
        retryDelay: (attempt) => 400 * 2 ** attempt,
      },
      mutations: { networkMode: 'always' },
    },
  })
}
