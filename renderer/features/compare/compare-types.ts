import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../electron/backend/router.ts'

type Outputs = inferRouterOutputs<AppRouter>

/** The weeks there are to compare. */
export type CompareList = Outputs['compare']['list']
export type ComparedWeek = CompareList['weeks'][number]
/** One of them in detail. */
export type WeekDetail = Outputs['compare']['week']
export type AgentRow = WeekDetail['adherence'][number]
export type ShiftRow = AgentRow['shifts'][number]
