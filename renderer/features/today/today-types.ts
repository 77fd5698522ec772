import type { Outputs } from '../../app/rpc/procedures.ts'

export type TodayReport = Outputs['today']['get']
export type TodayFigures = TodayReport['figures']
export type TodayAgent = TodayReport['agents'][number]
