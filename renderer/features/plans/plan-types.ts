import type { Outputs } from '../../app/rpc/procedures.ts'

/** A plan as its editor opens it. */
export type PlanDocument = Outputs['plans']['get']
/** A plan as the list shows it. */
export type PlanEntry = Outputs['plans']['list'][number]
/** A plan as it was published, and for which weeks. */
export type PlanPublication = Outputs['plans']['publications'][number]
export type AgentEntry = Outputs['agents']['list'][number]
/** When an agent is away. */
export type TimeOffEntry = Outputs['timeOff']['list'][number]
/** What a prediction of a week rests on. */
export type PredictionReport = Outputs['prediction']['inputs']
