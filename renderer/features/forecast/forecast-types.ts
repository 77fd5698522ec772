import type { Inputs, Outputs } from '../../app/rpc/procedures.ts'

export type ForecastInput = Inputs['forecast']['week']
export type Forecast = Outputs['forecast']['week']
export type PastForecasts = Outputs['forecast']['past']
export type PastWeek = PastForecasts['weeks'][number]
export type Mark = Outputs['marks']['list'][number]
export type MarkKind = Mark['kind']
export type MarkOutcome = Outputs['marks']['outcomes'][number]
export type MarkSuggestion = Outputs['marks']['suggest'][number]
