import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../electron/backend/router.ts'

type Outputs = inferRouterOutputs<AppRouter>

export type ServiceModel = Outputs['recommend']['model']
export type PoolModel = ServiceModel['pools'][number]
export type Calibration = NonNullable<NonNullable<Outputs['recommend']['calibration']>['outcome']>
export type TriedWeek = Calibration['weeks'][number]
export type PoolTotals = Calibration['byPool'][number]
export type TriedTotals = PoolTotals['weeks'][number]
