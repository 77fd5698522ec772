import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../electron/backend/router.ts'

type Outputs = inferRouterOutputs<AppRouter>
export type CoverageReport = Outputs['coverage']['report']
export type CellDates = Outputs['coverage']['cell']
export type Overview = Outputs['workspace']['overview']
