import type { Outputs } from '../../app/rpc/procedures.ts'

/** An agent of the source, or one that the user added, with the rules that hold. */
export type AgentEntry = Outputs['agents']['list'][number]
