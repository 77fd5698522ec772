import type { Inputs, Outputs } from '../rpc/procedures.ts'

export type Overview = Outputs['workspace']['overview']
export type WorkspaceSummary = Outputs['workspaces']['list'][number]
export type SyncJob = NonNullable<Outputs['sync']['state']>
export type StartSync = Inputs['sync']['start']
