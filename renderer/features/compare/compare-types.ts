import type { Outputs } from '../../app/rpc/procedures.ts'

/** The weeks there are to compare. */
export type CompareList = Outputs['compare']['list']
export type ComparedWeek = CompareList['weeks'][number]
/** One of them in detail. */
export type WeekDetail = Outputs['compare']['week']
export type AgentRow = WeekDetail['adherence'][number]
export type ShiftRow = AgentRow['shifts'][number]
