import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../electron/backend/router.ts'

export type TodayReport = inferRouterOutputs<AppRouter>['today']['get']
export type TodayFigures = TodayReport['figures']
export type TodayAgent = TodayReport['agents'][number]
