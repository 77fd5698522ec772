import type { Outputs } from '../../../app/rpc/procedures.ts'

/** What a plan changes for people, as the backend compares it. */
export type PlanChanges = Outputs['handout']['changes']
export type ChangedPerson = PlanChanges['people'][number]
