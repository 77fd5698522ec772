import { calibrationOf } from '../../../shared/compare/calibration.ts'
import { rateOf } from '../../../shared/compare/compared.ts'
import type { ComparedWeekOutput } from '../../../shared/contract/compare-output.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { addDays, localRange } from '../../../shared/time/local.ts'
import type { PlanSummary } from '../../store/plan-store-records.ts'
import type { CompareCommands, CompareRequest } from './compare-services.ts'
import { compareAll, lastSync, presentAt, type ComparedPublication } from './compare-weeks.ts'
import type { ServiceDependencies } from './dependencies.ts'
import { listAgents } from './plan-agents.ts'
import { choosePlan } from './plan-choice.ts'
import { publishedWeeks, type PublishedWeek } from './published-weeks.ts'
import { chooseWorkspace } from './workspace-choice.ts'

const MS_PER_HOUR = 3_600_000
const MS_PER_MINUTE = 60_000

/** Predicted and actual for the command line: of a plan by id or name. */
export function compareCommands(deps: ServiceDependencies): CompareCommands {
  return {
    async compare(request) {
      const work = deps.data.work()
      const workspace = await chooseWorkspace(work, request.workspace)
      const plan = await choosePlan(work, workspace.id, request.plan)
      if (plan.publications.length === 0) throw neverPublished(plan)
      const now = presentAt(await lastSync(deps, workspace.id), request.now) ?? 0
      const begun = publishedWeeks(await work.listPlans(workspace.id), now)
      const own = begun.filter(({ planId, week }) => planId === plan.id && isWanted(week, request))
      if (request.week !== null && own.length === 0) throw notBegun(plan, request.week)
      const all = await compareAll(deps, begun, { workspaceId: workspace.id, until: request.now, inDetail: false })
      const { judged, share } = calibrationOf(all.map(({ total }) => total.insideBand80))
      const names = new Map((await listAgents(deps, workspace.id)).map(({ id, name }) => [id, name]))
      const weeks = all.filter(({ planId, week }) => planId === plan.id && isWanted(week, request)).toReversed()
      return {
        workspace: workspace.name,
        output: {
          weeks: weeks.map((week) => weekOutput(week, names)),
          holds80: share,
          judgedWeeks: judged,
          plan: { id: plan.id, name: plan.name, timeZone: plan.timeZone, poolId: plan.poolId },
          now: new Date(now).toISOString(),
          notPredicted: own.filter(({ isFrozen }) => !isFrozen).map(({ week }) => week).toReversed(),
        },
      }
    },
  }
}

/** The week of a published plan that a document is about. Throws as `weeksToCompare`. */
export async function weekToCompare(deps: ServiceDependencies, workspaceId: string, request: CompareRequest): Promise<PublishedWeek> {
  const { weeks, now } = await weeksToCompare(deps, workspaceId, request)
  return weeks.find(({ week, timeZone }) => localRange(addDays(week, 7), addDays(week, 7), timeZone).start <= now) ?? weeks[0]!
}

interface WeeksToCompare {
  /** The newest first; at least one. */
  readonly weeks: readonly PublishedWeek[]
  readonly now: number
}

/** The weeks of a published plan that can be compared. Throws 'not-found' where none that was asked for has begun, or none was predicted. */
export async function weeksToCompare(deps: ServiceDependencies, workspaceId: string, request: CompareRequest): Promise<WeeksToCompare> {
  const work = deps.data.work()
  const plan = await choosePlan(work, workspaceId, request.plan)
  if (plan.publications.length === 0) throw neverPublished(plan)
  const now = presentAt(await lastSync(deps, workspaceId), request.now) ?? 0
  const own = publishedWeeks(await work.listPlans(workspaceId), now).filter(({ planId, week }) => planId === plan.id && isWanted(week, request))
  const weeks = own.filter(({ isFrozen }) => isFrozen)
  if (weeks.length > 0) return { weeks, now }
  throw own.length > 0 || request.week === null ? noneToCompare(plan) : notBegun(plan, request.week)
}

function noneToCompare({ name }: PlanSummary): AppError {
  return new AppError({
    code: 'not-found',
    message: `No week of "${name}" that was asked for has begun and was predicted, so there is nothing to compare.`,
    next: 'Run "covercast compare" to see which weeks there are.',
  })
}

/** Whether a week holds the date that was asked for. */
function isWanted(week: string, { week: date }: CompareRequest): boolean {
  return date === null || (week <= date && date < addDays(week, 7))
}

function weekOutput({ week, state, total, report }: ComparedPublication, names: ReadonlyMap<string, string>): ComparedWeekOutput {
  const { predicted: whole, actual, parts, band } = total
  const predicted = total.predictedOfKnown ?? whole
  const points = parts === null ? null : { traffic: 100 * parts.rate.traffic, staffing: 100 * parts.rate.staffing, model: 100 * parts.rate.model }
  return {
    start: week,
    state: state === 'ahead' ? 'unknown' : state,
    knownShare: total.knownShare,
    predicted: percent(rateOf(predicted)),
    actual: actual === null ? null : percent(rateOf(actual)),
    insideBand80: total.insideBand80,
    parts: points,
    predictedWeek: {
      visitors: whole.visitors,
      covered: whole.covered,
      coverageRate: percent(rateOf(whole)),
      lower80: percent(band!.lower80),
      upper80: percent(band!.upper80),
      lower95: percent(band!.lower95),
      upper95: percent(band!.upper95),
    },
    visitors: { predicted: predicted.visitors, actual: actual?.visitors ?? null },
    covered: {
      predicted: predicted.covered,
      actual: actual?.covered ?? null,
      parts: parts === null ? null : { traffic: parts.covered.traffic, staffing: parts.covered.staffing, model: parts.covered.model },
    },
    adherence: report.adherence.map((agent) => ({
      agentId: agent.agentId,
      name: names.get(agent.agentId) ?? agent.agentId,
      plannedHours: agent.plannedMs / MS_PER_HOUR,
      actualHours: agent.actualMs / MS_PER_HOUR,
      unplannedHours: agent.unplannedMs / MS_PER_HOUR,
      lateMinutes: agent.lateMs / MS_PER_MINUTE,
      earlyLeaveMinutes: agent.earlyMs / MS_PER_MINUTE,
      shifts: agent.judgedShifts,
      lateShifts: agent.lateShifts,
      earlyShifts: agent.earlyShifts,
      absentShifts: agent.absentShifts,
    })),
  }
}

/** A prediction may be above 100 by less than any digit shows. */
function percent(rate: number): number {
  return Math.min(100, Math.max(0, 100 * rate))
}

function neverPublished({ name }: PlanSummary): AppError {
  return new AppError({
    code: 'not-found',
    message: `"${name}" was never published, so nothing was predicted of it that could be compared.`,
    next: 'Publish it with "covercast plan publish", and compare when its first week has begun.',
  })
}

function notBegun({ name }: PlanSummary, week: string): AppError {
  return new AppError({
    code: 'not-found',
    message: `"${name}" is not in force in a week with ${week}, or that week has not begun by the last sync.`,
    next: 'Leave out --week to see every week there is to compare, or sync first.',
  })
}
