import type { Outputs } from '../../app/rpc/procedures.ts'

export type ServiceModel = Outputs['recommend']['model']
export type PoolModel = ServiceModel['pools'][number]
export type Calibration = NonNullable<NonNullable<Outputs['recommend']['calibration']>['outcome']>
export type TriedWeek = Calibration['weeks'][number]
export type PoolTotals = Calibration['byPool'][number]
export type TriedTotals = PoolTotals['weeks'][number]
