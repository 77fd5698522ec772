import type { DateOrder } from '../../../../shared/roster/date-text.ts'
import type { Outputs } from '../../../app/rpc/procedures.ts'

/** What is in a table about agents, as the backend reads it. */
export type AgentFilePreview = Outputs['agentFiles']['preview']
export type TimeOffPreview = Extract<AgentFilePreview, { kind: 'time-off' }>
export type AvailabilityPreview = Extract<AgentFilePreview, { kind: 'availability' }>

/** How a table is to be read. */
export interface AgentFileChoices {
  /** null: as the file shows. */
  readonly dateOrder: DateOrder | null
  /** Who is meant by names of the file; null: nobody. */
  readonly names: ReadonlyMap<string, string | null>
}
