import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../../../electron/backend/router.ts'

type Outputs = inferRouterOutputs<AppRouter>

export type ForecastInput = inferRouterInputs<AppRouter>['forecast']['week']
export type Forecast = Outputs['forecast']['week']
export type PastForecasts = Outputs['forecast']['past']
export type PastWeek = PastForecasts['weeks'][number]
export type Mark = Outputs['marks']['list'][number]
export type MarkKind = Mark['kind']
export type MarkSuggestion = Outputs['marks']['suggest'][number]
