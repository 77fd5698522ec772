import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../electron/backend/router.ts'

export type BlocksInput = inferRouterInputs<AppRouter>['recommend']['blocks']
export type Recommendation = inferRouterOutputs<AppRouter>['recommend']['blocks']
export type StaffingBlock = Recommendation['blocks'][number]
