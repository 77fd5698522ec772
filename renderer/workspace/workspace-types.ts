import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../electron/backend/router.ts'

type Outputs = inferRouterOutputs<AppRouter>
type Inputs = inferRouterInputs<AppRouter>

export type Overview = Outputs['workspace']['overview']
export type WorkspaceSummary = Outputs['workspaces']['list'][number]
export type SyncJob = NonNullable<Outputs['sync']['state']>
export type StartSync = Inputs['sync']['start']
