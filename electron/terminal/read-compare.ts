import { HOUR_MS, MINUTE_MS } from '../../shared/foundation/minutes.ts'
import { coverageFraction } from '../../shared/foundation/rate.ts'
import type { ComparedWeekOutput, CompareOutput } from '../../shared/contract/compare-output.ts'
import { describeNamedStarved } from '../../shared/predict/assemble/starved/describe-starved.ts'
import { AppError } from '../../shared/foundation/errors.ts'
import { addDays, localRange } from '../../shared/time/local.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import type { Formatter, TerminalTexts } from './format.ts'
import { resolvePlan, resolveWorkspace } from './resolve.ts'

type ComparedWeek = Awaited<ReturnType<AppCaller['compare']['list']>>['weeks'][number]

/** Which weeks of which plan, as the options of a command say it. */
export interface CompareRequest {
  /** By name; null: the last used. */
  readonly workspace: string | null
  /** Id or name. */
  readonly plan: string
  /** A date of the week; null: every week that has begun. */
  readonly week: string | null
  /** null: all that was synced counts as past. */
  readonly now: number | null
}

/** The document of `covercast compare`. */
export async function readComparison(
  call: AppCaller,
  request: CompareRequest,
  format: Formatter,
): Promise<CompareOutput> {
  const { workspaceId, plan } = await publishedPlan(call, request, format.texts)
  const list = await call.compare.list({ workspaceId, until: request.now, adherenceOf: plan.id })
  const isOwn = ({ planId, week }: Pick<ComparedWeek, 'planId' | 'week'>): boolean =>
    planId === plan.id && isWanted(week, request)
  const weeks = list.weeks.filter(isOwn).toReversed()
  const notPredicted = list.notPredicted
    .filter(isOwn)
    .map(({ week }) => week)
    .toReversed()
  if (request.week !== null && weeks.length === 0 && notPredicted.length === 0) {
    const { weeks: begun } = await call.compare.weeks({ workspaceId, until: request.now })
    // One that is damaged is left out of the list.
    if (!begun.some(isOwn)) throw notBegun(plan, request.week, format)
  }
  const names = new Map((await call.agents.list({ workspaceId })).map(({ id, name }) => [id, name]))
  return {
    weeks: weeks.map((week) => weekOutput(week, names, format)),
    holds80: list.calibration.share,
    judgedWeeks: list.calibration.judged,
    plan: { id: plan.id, name: plan.name, timeZone: plan.timeZone, poolId: plan.poolId },
    now: list.now ?? new Date(0).toISOString(),
    notPredicted,
  }
}

/** The week of a published plan that a document is about: the newest that is over, else the newest. Throws as `weeksToCompare`. */
export async function weekToCompare(call: AppCaller, request: CompareRequest, format: Formatter) {
  const { workspaceId, weeks, now } = await weeksToCompare(call, request, format)
  const isOver = ({ week, timeZone }: (typeof weeks)[number]): boolean =>
    localRange(addDays(week, 7), addDays(week, 7), timeZone).start <= now
  return { workspaceId, ...(weeks.find(isOver) ?? weeks[0]!) }
}

/** The weeks of a published plan that can be compared, the newest first; at least one. Throws 'not-found' where none that was asked for has begun, or none was predicted. */
export async function weeksToCompare(call: AppCaller, request: CompareRequest, format: Formatter) {
  const { workspaceId, plan } = await publishedPlan(call, request, format.texts)
  const { now, weeks: begun } = await call.compare.weeks({ workspaceId, until: request.now })
  const own = begun.filter(({ planId, week }) => planId === plan.id && isWanted(week, request))
  const weeks = own.filter(({ isPredicted }) => isPredicted)
  if (weeks.length > 0) return { workspaceId, weeks, now: Date.parse(now) }
  throw own.length > 0 || request.week === null
    ? noneToCompare(plan, format.texts)
    : notBegun(plan, request.week, format)
}

async function publishedPlan(call: AppCaller, request: CompareRequest, texts: TerminalTexts) {
  const { id: workspaceId } = await resolveWorkspace(call, request.workspace, texts)
  const plan = await resolvePlan(call, { workspaceId, plan: request.plan }, texts)
  if (plan.publications.length === 0) throw neverPublished(plan, texts)
  return { workspaceId, plan }
}

function noneToCompare({ name }: { readonly name: string }, { compare: t }: TerminalTexts): AppError {
  return new AppError({
    code: 'not-found',
    message: t.nothing({ plan: name }),
    next: t.seeWeeks,
  })
}

/** Whether a week holds the date that was asked for. */
function isWanted(week: string, { week: date }: CompareRequest): boolean {
  return date === null || (week <= date && date < addDays(week, 7))
}

function weekOutput(
  { week, state, total, adherence, starvedPools }: ComparedWeek,
  names: ReadonlyMap<string, string>,
  format: Formatter,
): ComparedWeekOutput {
  const { predicted: whole, actual, parts, band } = total
  const predicted = total.predictedOfKnown ?? whole
  const points =
    parts === null
      ? null
      : { traffic: 100 * parts.rate.traffic, staffing: 100 * parts.rate.staffing, model: 100 * parts.rate.model }
  return {
    start: week,
    state: state === 'ahead' ? 'unknown' : state,
    knownShare: total.knownShare,
    predicted: percent(coverageFraction(predicted, 1)),
    actual: actual === null ? null : percent(coverageFraction(actual, 1)),
    insideBand80: total.insideBand80,
    parts: points,
    predictedWeek: {
      visitors: whole.visitors,
      covered: whole.covered,
      coverageRate: percent(coverageFraction(whole, 1)),
      lower80: percent(band!.lower80),
      upper80: percent(band!.upper80),
      lower95: percent(band!.lower95),
      upper95: percent(band!.upper95),
    },
    visitors: { predicted: predicted.visitors, actual: actual?.visitors ?? null },
    covered: {
      predicted: predicted.covered,
      actual: actual?.covered ?? null,
      parts:
        parts === null
          ? null
          : { traffic: parts.covered.traffic, staffing: parts.covered.staffing, model: parts.covered.model },
    },
    adherence: adherence!.map((agent) => ({
      agentId: agent.agentId,
      name: names.get(agent.agentId) ?? agent.agentId,
      plannedHours: agent.plannedMs / HOUR_MS,
      actualHours: agent.actualMs / HOUR_MS,
      unplannedHours: agent.unplannedMs / HOUR_MS,
      lateMinutes: agent.lateMs / MINUTE_MS,
      earlyLeaveMinutes: agent.earlyMs / MINUTE_MS,
      shifts: agent.judgedShifts,
      lateShifts: agent.lateShifts,
      earlyShifts: agent.earlyShifts,
      absentShifts: agent.absentShifts,
    })),
    poolNotes: starvedPools.map((pool) => describeNamedStarved(pool, format)),
  }
}

/** A prediction may be above 100 by less than any digit shows. */
function percent(rate: number): number {
  return Math.min(100, Math.max(0, 100 * rate))
}

function neverPublished({ name }: { readonly name: string }, { compare: t }: TerminalTexts): AppError {
  return new AppError({
    code: 'not-found',
    message: t.neverPublished({ plan: name }),
    next: t.publishFirst,
  })
}

function notBegun({ name }: { readonly name: string }, week: string, { date, texts }: Formatter): AppError {
  return new AppError({
    code: 'not-found',
    message: texts.compare.notLive({ plan: name, date: date(week) }),
    next: texts.compare.leaveOutWeek,
  })
}
