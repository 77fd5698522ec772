import type { ForecastOutput, PredictOutput } from '../../shared/contract/prediction-output.ts'
import type { MarkOutput } from '../../shared/contract/mark-output.ts'
import type { AssumptionNames } from '../../shared/plan/assumptions/assumption-text.ts'
import type { Assumption } from '../../shared/plan/assumptions/assumption.ts'
import type { ModelWarning, SlotMinutes } from '../../shared/predict/types.ts'
import type { AppCaller } from '../backend/core/in-process.ts'
import type { Sensitivity } from '../../shared/predict/plan-prediction/sensitivity.ts'
import type { PlanChoice } from '../backend/prediction/inputs.ts'
import { refuseUnknownPast } from '../backend/prediction/unknown-past.ts'
import type { GlobalOptions } from './options.ts'
import type { TerminalTexts } from './format.ts'
import { withAgentIds } from './read-assumptions.ts'
import { resolveChoice, resolveWorkspace } from './resolve.ts'

export interface WeekOptions extends GlobalOptions {
  readonly week?: string
}

/** What a person needs to read a week's figures. */
export interface WeekSubject {
  readonly workspace: string
  readonly organization: string | null
  /** null: all. */
  readonly pool: string | null
  /** Marked days that fall in the week or in the history it rests on. */
  readonly marks: readonly MarkOutput[]
}

/** The workspace and the week that the options name, as the procedures take them. */
export async function resolveWeek(call: AppCaller, options: WeekOptions, texts: TerminalTexts) {
  const workspace = await resolveWorkspace(call, options.workspace ?? null, texts)
  const poolId = options.pool === 'none' ? null : options.pool
  return {
    workspace,
    input: {
      workspaceId: workspace.id,
      week: options.week ?? null,
      timeZone: options.timeZone ?? null,
      until: options.now ?? null,
      organizationId: options.org ?? null,
      ...(poolId === undefined ? {} : { poolId }),
    },
  }
}

export interface ForecastAnswer extends WeekSubject {
  readonly output: ForecastOutput
  /** Past weeks of which at least a day was observed. */
  readonly weeksObserved: number
}

/** The document of `covercast forecast`. Throws 'not-found' where nothing is known before the week. */
export async function readForecast(
  call: AppCaller,
  options: WeekOptions,
  { slotMinutes, texts }: { readonly slotMinutes: SlotMinutes; readonly texts: TerminalTexts },
): Promise<ForecastAnswer> {
  const { workspace, input } = await resolveWeek(call, options, texts)
  const {
    range,
    week,
    accuracy,
    starts,
    visitors,
    lower80,
    upper80,
    lower95,
    upper95,
    knownDays,
    lastYear,
    weeksObserved,
    unknownPast,
    organization,
    pool,
    starvedPools,
  } = await call.forecast.week({ ...input, slotMinutes })
  refuseUnknownPast({ unknownPast }, range.from)
  const slots = starts.map((start, slot) => ({
    start: new Date(start).toISOString(),
    visitors: visitors[slot]!,
    lower80: lower80[slot]!,
    upper80: upper80[slot]!,
    lower95: lower95[slot]!,
    upper95: upper95[slot]!,
  }))
  return {
    output: {
      range,
      slotMinutes,
      week,
      accuracy,
      slots,
      knownDays: [...knownDays],
      lastYear,
      starvedPools: [...starvedPools],
    },
    workspace: workspace.name,
    organization,
    pool,
    marks: await call.marks.list({ workspaceId: workspace.id }),
    weeksObserved,
  }
}

export interface PredictRequest {
  readonly plan: PlanChoice
  readonly baseline: PlanChoice | 'typical'
  /** 1-5; null: what the history says. */
  readonly visitorsPerAgent: number | null
  /** Agents by id or name. */
  readonly assumptions: readonly Assumption[]
  /** Whether it is tried with other numbers of visitors and with absent agents. */
  readonly hasSensitivity: boolean
}

export interface PredictAnswer extends WeekSubject {
  readonly output: PredictOutput
  readonly planName: string
  /** Whether the plan has any, in whatever week. */
  readonly hasShifts: boolean
  /** null: the typical week. */
  readonly baselineName: string | null
  readonly poolNames: readonly { readonly poolId: string | null; readonly name: string }[]
  readonly modelWarnings: readonly { readonly poolId: string | null; readonly warnings: readonly ModelWarning[] }[]
  /** What the plan assumes of the week and of others, and how agents and pools are called. */
  readonly assumptions: readonly Assumption[]
  readonly assumedElsewhere: readonly Assumption[]
  readonly assumed: AssumptionNames
  /** null: it was not asked for. `target` 0-1. */
  readonly sensitivity: { readonly of: Sensitivity; readonly target: number } | null
}

/** The document of `covercast predict`, of plans by file, id or name. */
export async function readPrediction(
  call: AppCaller,
  options: WeekOptions,
  { request, texts }: { readonly request: PredictRequest; readonly texts: TerminalTexts },
): Promise<PredictAnswer> {
  const { workspace, input } = await resolveWeek(call, options, texts)
  const chosen = (choice: PlanChoice): Promise<PlanChoice> =>
    resolveChoice(call, { workspaceId: workspace.id, choice }, texts)
  const plan = await chosen(request.plan)
  const baseline = request.baseline === 'typical' ? 'typical' : await chosen(request.baseline)
  const asked = {
    ...input,
    plan,
    visitorsPerAgent: request.visitorsPerAgent,
    assumptions: await withAgentIds(call, request.assumptions, {
      workspaceId: workspace.id,
      plan,
      kept: texts.assuming.nothingPredicted,
      texts,
    }),
  }
  const answer = await call.prediction.plan({ ...asked, baseline })
  const tried = request.hasSensitivity ? await call.prediction.sensitivity(asked) : null
  const agents =
    answer.assumptions.length + answer.assumedElsewhere.length === 0
      ? []
      : await call.agents.list({ workspaceId: workspace.id })
  const assumed: AssumptionNames = {
    agentName: (agentId) => agents.find(({ id }) => id === agentId)?.name ?? agentId,
    poolName: (id) => answer.poolNames.find(({ poolId }) => poolId === id)?.name ?? id,
  }
  return {
    ...answer,
    assumed,
    sensitivity: tried === null ? null : { of: tried.sensitivity, target: tried.target / 100 },
    workspace: workspace.name,
    marks: await call.marks.list({ workspaceId: workspace.id }),
  }
}
