import type { Inputs, Outputs } from '../rpc/procedures.ts'

export type BlocksInput = Inputs['recommend']['blocks']
export type Recommendation = Outputs['recommend']['blocks']
export type StaffingBlock = Recommendation['blocks'][number]
