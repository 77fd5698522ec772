import type { MeasuredWork } from '../../../shared/recommend/measured-work.ts'
import type { RecommendOutput, StaffingBlockOutput } from '../../../shared/contract/recommend-output.ts'
import type { WorkspaceSettings } from '../../../shared/contract/workspace-settings.ts'
import type { PriorityThresholds, StaffingBlock } from '../../../shared/recommend/index.ts'
import type { RecommendReport } from '../prediction/compute.ts'

export function thresholdsOf({ criticalMissed, highMissed, mediumMissed }: WorkspaceSettings): PriorityThresholds {
  return { critical: criticalMissed, high: highMissed, medium: mediumMissed }
}

/** A block as it is printed, with facts for its reason. */
export interface BlockResult extends Omit<StaffingBlockOutput, 'reason' | 'reasonKind'> {
  readonly reason: StaffingBlock['reason']
}

/** The document of recommendations, with facts where it has sentences. */
export interface RecommendResult extends Omit<RecommendOutput, 'blocks' | 'overall'> {
  readonly blocks: readonly BlockResult[]
  readonly overall: readonly BlockResult[] | null
}

/** What is recommended; `target` 0-100. */
export function recommendResult(
  report: RecommendReport,
  {
    from,
    to,
    timeZone,
    target,
    weighted,
  }: Pick<RecommendOutput, 'target' | 'weighted'> & Pick<RecommendOutput['range'], 'from' | 'to' | 'timeZone'>,
): RecommendResult {
  return {
    blocks: report.blocks.map(printedBlock),
    overall: report.overall?.map(printedBlock) ?? null,
    range: { from, to, timeZone, now: new Date(report.origin).toISOString(), knownDays: report.knownDays },
    target,
    measured: report.measured.map(printedMeasured),
    totalVisitors: report.visitors,
    missedVisitors: report.missed,
    notWorthwhile: report.notWorthwhile,
    starvedPools: [...report.starvedPools],
    ...(weighted === undefined ? {} : { weighted }),
  }
}

function printedMeasured({
  awayShare,
  fittedAwayShare,
  inCallShare,
  ...rest
}: MeasuredWork): RecommendOutput['measured'][number] {
  const percent = (share: number | null): number | null => (share === null ? null : 100 * share)
  return {
    ...rest,
    awayRate: percent(awayShare),
    fittedAwayRate: 100 * fittedAwayShare,
    inCallRate: percent(inCallShare),
  }
}

function printedBlock({ coverageRate, expectedRate, dayIndices, ...block }: StaffingBlock): BlockResult {
  return { ...block, dayIndices: [...dayIndices], coverageRate: 100 * coverageRate, expectedRate: 100 * expectedRate }
}
