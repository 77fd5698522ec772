import type { Outputs } from '../../app/rpc/procedures.ts'

export type CoverageReport = Outputs['coverage']['report']
export type CellDates = Outputs['coverage']['cell']
export type Overview = Outputs['workspace']['overview']
