import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../electron/backend/router.ts'

/** An agent of the source, or one that the user added, with the rules that hold. */
export type AgentEntry = inferRouterOutputs<AppRouter>['agents']['list'][number]
