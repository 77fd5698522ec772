import type { MeasuredWork } from '../../../shared/recommend/measured-work.ts'
import type { RecommendOutput, StaffingBlockOutput } from '../../../shared/contract/recommend-output.ts'
import type { WorkspaceSettings } from '../../../shared/contract/workspace-settings.ts'
import type { PriorityThresholds, StaffingBlock } from '../../../shared/recommend/index.ts'
import { lastDays } from '../../../shared/time/local.ts'
import type { RecommendReport } from '../roles/recommend-queries.ts'
import type { ServiceDependencies } from './dependencies.ts'
import { nextMonday } from './forecast-week.ts'
import { listMarks } from './marks.ts'
import { computeFromCache } from './read-cache.ts'
import type { RecommendAnswer, RecommendRequest } from './recommend-services.ts'
import { chooseWorkspace } from './workspace-choice.ts'

/** Which hours of a range of the chosen workspace to staff better. */
export async function recommendStaffing(deps: ServiceDependencies, request: RecommendRequest): Promise<RecommendAnswer> {
  const workspace = await chooseWorkspace(deps.data.work(), request.workspace)
  const timeZone = request.timeZone ?? workspace.settings.timeZone ?? deps.systemTimeZone
  const now = request.now ?? deps.clock()
  const usual = lastDays(now, timeZone)
  const range = { from: request.from ?? usual.from, to: request.to ?? usual.to }
  const target = request.target ?? workspace.settings.targetCoverage
  const marks = await listMarks(deps.data.work(), workspace.id)
  const report = await computeFromCache(deps, workspace.id, (computer) =>
    computer.recommend({
      workspaceId: workspace.id,
      organizationId: request.organizationId,
      timeZone,
      week: nextMonday(now, timeZone),
      poolId: request.poolId,
      marks,
      ...range,
      target: target / 100,
      thresholds: thresholdsOf(workspace.settings),
      ...(request.now === null ? {} : { until: request.now }),
    }),
  )
  return {
    output: recommendOutput(report, { ...range, timeZone, target }),
    workspace: workspace.name,
    organization: report.organization,
    pool: report.pool,
    poolNames: report.poolNames,
  }
}

export function thresholdsOf({ criticalMissed, highMissed, mediumMissed }: WorkspaceSettings): PriorityThresholds {
  return { critical: criticalMissed, high: highMissed, medium: mediumMissed }
}

/** Recommendations as they are printed; `target` 0-100. */
export function recommendOutput(report: RecommendReport, { from, to, timeZone, target }: { readonly from: string; readonly to: string; readonly timeZone: string; readonly target: number }): RecommendOutput {
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
  }
}

function printedMeasured({ awayShare, fittedAwayShare, inCallShare, ...rest }: MeasuredWork): RecommendOutput['measured'][number] {
  const percent = (share: number | null): number | null => (share === null ? null : 100 * share)
  return { ...rest, awayRate: percent(awayShare), fittedAwayRate: 100 * fittedAwayShare, inCallRate: percent(inCallShare) }
}

function printedBlock({ coverageRate, expectedRate, dayIndices, ...block }: StaffingBlock): StaffingBlockOutput {
  return { ...block, dayIndices: [...dayIndices], coverageRate: 100 * coverageRate, expectedRate: 100 * expectedRate }
}
