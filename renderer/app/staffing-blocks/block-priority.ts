import { priorityClasses, type Priority, type PriorityClass } from '../../../shared/recommend/index.ts'
import type { Formatter } from '../../format/formatter.ts'
import type { Overview } from '../workspace/workspace-types.ts'
import type { StaffingBlock } from './block-types.ts'

/** How much a block matters, as it is shown. */
export interface BlockPriority {
  /** "A · first 50%", "Critical" */
  readonly text: string
  /** How it stands out. */
  readonly level: Priority
}

const LEVELS: Readonly<Record<PriorityClass, Priority>> = { A: 'critical', B: 'high', C: 'low' }

/** How much each block matters: beside the others, or by the visitors that it misses, as the workspace has it. */
export function blockPriorities(
  blocks: readonly StaffingBlock[],
  priorityBy: Overview['settings']['priorityBy'],
  { texts: { recommendations: t } }: Formatter,
): readonly BlockPriority[] {
  if (priorityBy === 'missed') return blocks.map(({ priority }) => ({ text: t.priorities[priority], level: priority }))
  return priorityClasses(blocks.map(({ missedVisitors }) => missedVisitors)).map((one) => ({
    text: t.priorityClasses[one],
    level: LEVELS[one],
  }))
}
