import type { Outputs } from '../../app/rpc/procedures.ts'

export type HealthReport = NonNullable<Outputs['health']['report']>
export type Organization = HealthReport['organizations'][number]
