import type { StaffingBlock } from '../../../../renderer/app/staffing-blocks/block-types.ts'

/** A block of hours to staff better: noon on workdays unless told otherwise. */
export function blockOf(changes: Partial<StaffingBlock> = {}): StaffingBlock {
  return {
    poolId: null,
    dayIndices: [1, 2, 3, 4, 5],
    startHour: 12,
    endHour: 14,
    missedVisitors: 60,
    totalVisitors: 200,
    coverageRate: 70,
    priority: 'critical',
    suggestedAgents: 2,
    expectedRecoveredPerWeek: 12.4,
    expectedRate: 92,
    basis: 'model',
    reason: {
      kind: 'lunch-dip',
      missedOffline: 0,
      agents: 1,
      agentsAround: 2,
      visitorsPerHour: 9,
      rule: null,
      isCapped: false,
    },
    ...changes,
  }
}
