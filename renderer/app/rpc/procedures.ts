import type { TRPCClient } from '@trpc/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../electron/backend/core/router.ts'

/** The backend's procedures: the one thing of electron/ that the renderer sees, and only as a type. */
export type { AppRouter }
/** What each procedure takes, by router and name. */
export type Inputs = inferRouterInputs<AppRouter>
/** What each procedure answers, by router and name. */
export type Outputs = inferRouterOutputs<AppRouter>
export type RpcClient = TRPCClient<AppRouter>
