import type { z } from 'zod'
import { rulesFromFile } from '../../../shared/contract/rules-file.ts'
import { AppError } from '../../../shared/foundation/errors.ts'
import { SECOND_MS } from '../../../shared/foundation/minutes.ts'
import type { VisitorValues } from '../../../shared/predict/assemble/visitor-values.ts'
import type { ValuedMove } from '../../../shared/optimise/suggested-plan.ts'
import type { ShiftShapes, SuggestOptions } from '../../../shared/optimise/problem.ts'
import { inactiveOf } from '../../../shared/plan/inactive-agents.ts'
import { inOrder } from '../../../shared/plan/order.ts'
import { withAssumptions } from '../../../shared/plan/assumptions/with-assumptions.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { PlanRules, Rules } from '../../../shared/plan/rules/rules.ts'
import { publishedForNotice } from '../publishing/published-shifts.ts'
import { listAgents } from '../agents/use-cases.ts'
import { pageWeightsOf } from '../coverage/page-values.ts'
import type { BackendContext } from '../core/context.ts'
import type { JobKind } from '../core/job.ts'
import type { RunningJob } from '../core/job-runner.ts'
import { planRulesOf } from '../plans/plan-rules.ts'
import { refuseUnknownPast } from '../prediction/unknown-past.ts'
import { startingShifts } from '../prediction/use-cases.ts'
import { weekQueryOf } from '../prediction/week-query.ts'
import { computeFromCache } from '../threads/read-cache.ts'
import { publicHolidaysOff, type HolidayAgent, type ListedTimeOff } from '../time-off/public-holidays.ts'
import { listTimeOff } from '../time-off/use-cases.ts'
import { workspaceById } from '../workspaces/workspace-by-id.ts'
import type { SuggestQuery } from './compute.ts'
import type { suggestInput } from './inputs.ts'
import { suggestResult, type SuggestResult } from './suggest-result.ts'

type SuggestRequest = z.output<typeof suggestInput>

/** Where a suggestion stands. */
export interface SuggestProgress {
  /** Visitors covered by the best plan so far; by value, the sum of what they are worth. */
  readonly covered: number
  /** At most so many can be covered; null: not known yet. */
  readonly bound: number | null
  /** Worked hours of the best plan so far. */
  readonly hours: number
  /** With a target: no fewer hours reach it; null: not known yet, or not asked. */
  readonly boundHours: number | null
  readonly seconds: number
}

/** A suggestion, as a document with facts and as the moves of a plan. */
export interface SuggestOutcome {
  readonly output: SuggestResult
  readonly moves: readonly ValuedMove[]
  /** What visitors are worth, where gains and bounds are sums of that; null: all weigh alike. */
  readonly values: VisitorValues | null
  /** Whether a schedule was found that does what was asked; the output is the plan as it was where none was. */
  readonly isFound: boolean
  readonly planName: string
  /** Local date on which the week begins. */
  readonly week: string
  readonly timeZone: string
}

/** Looking for a better schedule. */
export const SUGGEST: JobKind<SuggestProgress, SuggestOutcome> = {
  name: 'suggest',
  describe: ({ output: { status, moves, difference } }) =>
    `${status}, ${moves.length} moves, ${difference.covered.toFixed(1)} visitors`,
}

/** Between two looks whether anybody still waits. */
const STEP_MS = 80
/** As far as a search may go if time allows. */
const LIMITS = { neighbourhoods: 20_000, boundSteps: 20_000 }
const DEFAULT_SHAPES: ShiftShapes = {
  startsEveryMinutes: 60,
  lengthsHours: [4, 6, 8],
  breakMinutes: 30,
  breakAfterHours: 5,
}

/** Starts a suggestion, in the place of one that runs for the workspace: its limits were changed. */
export async function startSuggestion(context: BackendContext, request: SuggestRequest) {
  const query = await suggestQueryOf(context, request)
  // Another may have been started while this one waited.
  while (context.jobs.cancel(SUGGEST, request.workspaceId)) await context.jobs.settled(SUGGEST, request.workspaceId)
  const { id } = context.jobs.start({
    kind: SUGGEST,
    workspaceId: request.workspaceId,
    work: (job) => search({ ...context, signal: undefined }, { request, query }, job),
  })
  return { workspaceId: request.workspaceId, jobId: id }
}

/** Cancelling keeps the best so far: it is the job's outcome. */
async function search(
  context: BackendContext,
  { request, query }: { readonly request: SuggestRequest; readonly query: SuggestQuery },
  { onProgress, signal }: RunningJob<SuggestProgress>,
): Promise<SuggestOutcome> {
  const compute = <T>(ask: Parameters<typeof computeFromCache<T>>[2]): Promise<T> =>
    computeFromCache(context, query.workspaceId, ask)
  const { id, unknownPast } = await compute((computer) => computer.suggestBegin(query))
  refuseUnknownPast({ unknownPast }, query.week)
  // What had to be learned first does not count; and not by the clock of the computer, which may be set meanwhile.
  const begun = performance.now()
  // What only this search assumed is no part of the plan.
  const own = (query.plan.assumptions ?? []).slice(0, -request.assumptions.length || undefined)
  const outcome = (answer: Parameters<typeof suggestResult>[0], isFallback: boolean): SuggestOutcome => ({
    output: suggestResult(
      { ...answer, plan: withAssumptions(answer.plan, own) },
      { gap: request.gap, isFallback, isWeighted: request.weighted },
    ),
    moves: answer.moves,
    values: answer.values,
    isFound: answer.isFound,
    planName: query.plan.name,
    week: query.week,
    timeZone: query.timeZone,
  })
  let best: Plan | null = null
  try {
    for (;;) {
      const step = await compute((computer) => computer.suggestStep(id!, STEP_MS))
      best = step.plan ?? best
      const seconds = (performance.now() - begun) / SECOND_MS
      onProgress({
        covered: step.covered,
        bound: step.bound,
        hours: step.units / 4,
        boundHours: step.boundUnits === null ? null : step.boundUnits / 4,
        seconds,
      })
      if (step.isDone || signal.aborted || seconds >= request.timeLimitSeconds) break
    }
    return outcome(await compute((computer) => computer.suggestEnd(id!)), false)
  } catch (thrown) {
    // A thread that ran out of memory takes the search along, not what it had found.
    if (best === null) throw thrown
    context.log.error('A search for a better schedule ended early.', thrown)
    const kept = best
    return outcome(await compute((computer) => computer.suggestKept(query, kept)), true)
  }
}

/** A request with the plan, the rules and the limits that it is about. */
export async function suggestQueryOf(context: BackendContext, request: SuggestRequest): Promise<SuggestQuery> {
  const { plan: choice, workspaceId, rulesOf, weighted } = request
  const query = await weekQueryOf(context, request)
  const storedId = choice === 'typical' || choice.kind === 'given' ? null : choice.id
  const read = (planId: string | null) => (planId === null ? null : context.data.work().readPlan(workspaceId, planId))
  const stored = await read(storedId)
  const settings = (stored ?? (await read(rulesOf)))?.settings ?? {}
  const plan = withAssumptions(
    stored?.plan ??
      (choice !== 'typical' && choice.kind === 'given' ? choice.plan : await typicalPlan(context, request, query)),
    request.assumptions,
  )
  const options = await optionsOf(context, request, { plan, settings })
  return {
    ...query,
    poolId: query.poolId === undefined ? (plan.poolId ?? undefined) : query.poolId,
    visitorsPerAgent: null,
    published: await context.data.work().publishedPlans(workspaceId),
    plan,
    options,
    fairLoss: request.fairLoss,
    pageValues: weighted ? pageWeightsOf((await workspaceById(context.data.work(), workspaceId)).settings) : null,
  }
}

/** The usual week of the history as a plan. */
async function typicalPlan(
  context: BackendContext,
  { workspaceId, timeZone, poolId, organizationId }: SuggestRequest,
  { week, timeZone: zone }: Pick<SuggestQuery, 'week' | 'timeZone'>,
): Promise<Plan> {
  const { shifts } = await startingShifts(context, {
    workspaceId,
    timeZone,
    organizationId,
    ...(poolId === undefined ? {} : { poolId }),
    week,
    from: 'typical',
    kind: 'weekly',
  })
  return inOrder({ name: 'Typical week', timeZone: zone, poolId: poolId ?? null, kind: 'weekly', shifts })
}

async function optionsOf(
  context: BackendContext,
  request: SuggestRequest,
  { plan, settings }: { readonly plan: Plan; readonly settings: Readonly<Record<string, unknown>> },
): Promise<SuggestOptions> {
  const known = await listAgents(context, request.workspaceId)
  const inactive = inactiveOf(known)
  const file = request.rulesFile === null ? null : rulesFromFile(request.rulesFile)
  const holidays = await publicHolidaysOff(context, request.workspaceId, {
    agents: file === null ? known.filter(({ present }) => present) : agentsOfFile(file.rules, known),
  })
  const own = planRulesOf(settings)
  const published = await publishedForNotice(context, { workspaceId: request.workspaceId, plan, rules: own })
  const rules: Rules =
    file === null
      ? {
          plan: own,
          agents: Object.fromEntries(known.map(({ id, rules: ofAgent }) => [id, ofAgent])),
          inactive,
          timeOff: timeOffByAgent([...(await listTimeOff(context, request.workspaceId)), ...holidays]),
          ...(published === null ? {} : { published }),
        }
      : { ...file.rules, inactive, timeOff: withHolidays(file.rules.timeOff ?? {}, holidays) }
  const { moves, goal, addHours, pinnedShifts, pinnedAgents, maxChanges, gap, seed, agents } = request
  for (const id of pinnedShifts)
    if (!plan.shifts.some((shift) => shift.id === id))
      throw new AppError({
        code: 'invalid-input',
        message: `There is no shift "${id}" in the plan, so it cannot be pinned.`,
        next: 'Give the id of a shift as `covercast plan export` writes it.',
      })
  return {
    moves,
    goal,
    rules,
    keepsEveryRule: file !== null || request.keepsEveryRule,
    shapes: shapesOf(file, { asked: request.shapes, rules: rules.plan }),
    hoursBudget: file?.hoursBudget ?? null,
    addHours,
    agents: [...new Set([...agents, ...Object.keys(file?.rules.agents ?? {})])],
    pinnedShifts,
    pinnedAgents,
    maxChanges,
    changePrice: request.changePrice ?? (moves === 'all' ? 1 : 0),
    gap,
    seed,
    limits: LIMITS,
  }
}

type TimeOffByAgent = NonNullable<Rules['timeOff']>

function timeOffByAgent(all: readonly ListedTimeOff[]): TimeOffByAgent {
  return Object.fromEntries(Map.groupBy(all, ({ agentId }) => agentId))
}

/** A file has all that holds for agents; public holidays are days off as in the workspace, also for those whom it does not name. */
function agentsOfFile({ agents }: Rules, known: readonly HolidayAgent[]): readonly HolidayAgent[] {
  const others = known.filter(({ id }) => !Object.hasOwn(agents, id)).map(({ id }) => ({ id, rules: {} }))
  return [...Object.entries(agents).map(([id, rules]) => ({ id, rules })), ...others]
}

function withHolidays(timeOff: TimeOffByAgent, holidays: readonly ListedTimeOff[]): TimeOffByAgent {
  const ofHolidays = timeOffByAgent(holidays)
  const ids = [...new Set([...Object.keys(timeOff), ...Object.keys(ofHolidays)])]
  return Object.fromEntries(ids.map((id) => [id, [...(timeOff[id] ?? []), ...(ofHolidays[id] ?? [])]]))
}

function shapesOf(
  file: ReturnType<typeof rulesFromFile> | null,
  { asked, rules }: { readonly asked: SuggestRequest['shapes']; readonly rules: PlanRules },
): ShiftShapes {
  const given: ShiftShapes =
    file === null
      ? {
          ...DEFAULT_SHAPES,
          ...(rules.owedBreak === null
            ? {}
            : { breakMinutes: rules.owedBreak.minutes, breakAfterHours: rules.owedBreak.afterHours }),
        }
      : {
          startsEveryMinutes: file.shiftStartsEveryMinutes,
          lengthsHours: file.shiftLengthsHours,
          breakMinutes: file.breakMinutes,
          breakAfterHours: file.breakAfterHours,
        }
  return { ...given, ...asked }
}
