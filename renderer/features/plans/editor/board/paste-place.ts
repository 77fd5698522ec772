import type { CopiedShift } from '../../../../../shared/plan/edits/copy-shifts.ts'
import { COLUMNS } from './board-week.ts'

interface Place {
  /** The row that is pasted to; null: the open shifts. */
  readonly agentId: string | null
  /** Also the shifts of one agent stay that agent's. */
  readonly keepsAgents: boolean
  /** Whether somebody can have a shift here; who cannot leaves it unassigned. */
  readonly isKnown: (agentId: string) => boolean
}

/** Whose a pasted shift becomes: of one agent's shifts whoever is pasted to, of several agents' each its own. */
export function pastedAgent(
  copied: readonly CopiedShift[],
  { agentId, keepsAgents, isKnown }: Place,
): (one: CopiedShift) => string | null {
  const isOfOne = copied.every((one) => one.agentId === copied[0]?.agentId)
  if (isOfOne && !keepsAgents) return () => agentId
  return (one) => (one.agentId !== null && isKnown(one.agentId) ? one.agentId : null)
}

/** How many copied shifts would come after the last column. */
export function afterTheWeek(copied: readonly CopiedShift[], column: number): number {
  return copied.filter(({ daysLater }) => column + daysLater > COLUMNS.at(-1)!).length
}
